// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/clock.h>

#include <QPointer>

#include <map>

namespace Antiphon {

/// A clock for simulations and tests: nobody waits. Whenever the event loop has nothing else to do
/// it jumps to what is due next, so that an hour of retries takes no time and always goes the same.
///
/// Only for transports that take their time from the clock (the simulator, recordings): a real
/// server would be left behind. Lives on one thread, with an event loop.
class VirtualClock : public QObject, public Clock {
    Q_OBJECT

public:
    /// Time begins at \p start; an invalid one is the beginning of 2026.
    explicit VirtualClock(const QDateTime &start = {}, QObject *parent = nullptr);

    [[nodiscard]] std::chrono::milliseconds now() const override { return m_now; }
    [[nodiscard]] QDateTime wallNow() const override;
    [[nodiscard]] std::unique_ptr<QObject> after(std::chrono::milliseconds delay,
                                                 std::function<void()> action) override;

protected:
    bool event(QEvent *event) override;

private:
    struct Entry {
        QPointer<QObject> handle = {}; ///< Gone: nobody waits any more.
        std::function<void()> action = {};
    };

    void askForTurn();
    void jump();

    const QDateTime m_start;
    std::chrono::milliseconds m_now {};
    std::multimap<std::chrono::milliseconds, Entry> m_due;
    bool m_asked = false; // for a turn of the event loop
};

} // namespace Antiphon
