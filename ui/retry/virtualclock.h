// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/clock.h>

#include <QPointer>
#include <QTimer>

#include <map>

namespace Antiphon::Ui {

/// A clock that does not wait: as soon as the program has nothing else to do, it is as late as the
/// next thing that is due. An hour of retries passes in a moment, in the right order.
class VirtualClock : public Clock {
public:
    VirtualClock();

    [[nodiscard]] std::chrono::milliseconds now() const override { return m_now; }
    [[nodiscard]] QDateTime wallNow() const override;
    [[nodiscard]] std::unique_ptr<QObject> after(std::chrono::milliseconds delay,
                                                 std::function<void()> action) override;

private:
    void run();

    using Action = std::pair<QPointer<QObject>, std::function<void()>>;

    const QDateTime m_start = QDateTime::currentDateTimeUtc();
    std::chrono::milliseconds m_now {};
    std::multimap<std::chrono::milliseconds, Action> m_due;
    QTimer m_idle;
};

} // namespace Antiphon::Ui
