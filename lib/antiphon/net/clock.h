// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace Antiphon {

/// The only source of time and timers in net.
class Clock {
public:
    virtual ~Clock() = default;

    /// Steady: never goes back, means nothing by itself.
    [[nodiscard]] virtual std::chrono::milliseconds now() const = 0;

    /// The calendar's time, UTC.
    [[nodiscard]] virtual QDateTime wallNow() const = 0;

    /// Runs \p action once, \p delay from now, on the caller's thread. Deleting the returned handle
    /// stops it; an action that has run leaves a harmless handle.
    [[nodiscard]] virtual std::unique_ptr<QObject> after(std::chrono::milliseconds delay,
                                                         std::function<void()> action)
        = 0;
};

/// The machine's clock.
class SystemClock : public Clock {
public:
    [[nodiscard]] std::chrono::milliseconds now() const override;
    [[nodiscard]] QDateTime wallNow() const override;
    [[nodiscard]] std::unique_ptr<QObject> after(std::chrono::milliseconds delay,
                                                 std::function<void()> action) override;
};

} // namespace Antiphon
