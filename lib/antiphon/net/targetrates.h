// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/limiter.h>

#include <deque>

namespace Antiphon {

/// When one target may be asked again, and how often at once: what is set, what its service says,
/// and what its refusals taught. All times by the limiter's clock. Used by Limiter alone.
class TargetRates {
public:
    using Time = std::chrono::milliseconds;

    Limiter::TargetLimits limits = {};
    int running = 0;
    Time pausedUntil = Time::min();
    Time coolingUntil = Time::min();

    /// When another request of \p tokens may start: now or earlier if it may already. \p why says
    /// what it waits for.
    [[nodiscard]] Time freeAt(Time now, qint64 tokens, QString *why = nullptr);

    /// Request \p id starts.
    void start(Time now, quint64 id, qint64 tokens);

    /// Request \p id used \p tokens; 0: none was started here.
    void spend(Time now, quint64 id, qint64 tokens);

    /// The service told of its limits.
    void hear(const QList<RateWindow> &windows, Time now);

    /// A request that started at \p started was refused for haste: half as many at once.
    void refused(Time started, Time now);

    /// A request was answered: in time one more at once, until \p most are learned to be fine.
    void answered(int most);

    /// At once after refusals; 0: nothing learned.
    [[nodiscard]] int learned() const { return int(m_allowed); }

private:
    struct Spending {
        Time at {};
        quint64 id = 0;
        qint64 tokens = 0;
    };
    /// What a service said is left, with what was used since.
    struct Allowance {
        RateWindow said = {};
        Time at {};
        double used = 0;
    };

    void forgetOld(Time now);
    [[nodiscard]] Time requestsFreeAt() const;
    [[nodiscard]] Time tokensFreeAt(qint64 tokens) const;
    [[nodiscard]] static Time freeAt(const Allowance &allowance, Time now, double need);

    std::deque<Time> m_starts; // within the window, oldest first
    std::deque<Spending> m_spendings;
    QList<Allowance> m_allowances;
    double m_allowed = 0;
    int m_peak = 0; // ran at once when it was refused
    Time m_halvedAt = Time::min();
};

} // namespace Antiphon
