// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/retry/hooks.h>

namespace Antiphon {

/// What a loop of attempts came to so far (retries.md 1).
struct RetryStatistics {
    double startTime = 0; ///< Of the first attempt, by the caller's clock.
    int attemptNumber = 1;
    double idleFor = 0; ///< The sum of the waits.
    double delaySinceFirstAttempt = 0; ///< When the last attempt that was not to stand had ended.

    friend bool operator==(const RetryStatistics &, const RetryStatistics &) = default;
};

/// The loop of attempts around anything that can fail, one step at a time: a policy with its hooks,
/// without a clock, a timer or a call of its own.
///
/// Per attempt begin() then end(), which says what to do. Hooks run inside: `before` in begin();
/// `after`, then, if another attempt follows, `beforeSleep` in end(). Neither repairs nor falls
/// back: those belong to calls.
class Retrying {
public:
    explicit Retrying(RetryPolicy policy, QString name = {}, quint64 seed = 0);

    /// An attempt begins at \p now seconds of any steady clock.
    void begin(double now);

    struct Next {
        enum class What {
            Leave, ///< The outcome stands as it is.
            Sleep, ///< Wait for `seconds`, then begin again.
            GiveUp, ///< With `instead`, if the policy has something, else with `error`.
        };

        What what = What::Leave;
        double seconds = 0;
        std::optional<Json> instead = {};
        std::optional<Error> error = {};
    };

    /// The attempt ended at \p now with \p outcome.
    [[nodiscard]] Next end(Outcome outcome, double now);

    /// What hooks see now; `variables` are for the attempt that comes or is under way.
    [[nodiscard]] const RetryMoment &moment() const { return m_moment; }
    [[nodiscard]] const RetryStatistics &statistics() const { return m_statistics; }
    [[nodiscard]] const Decision &decision() const { return m_decision; } ///< The last one.
    [[nodiscard]] const QStringList &lines() const { return m_lines; } ///< Of all hooks.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

private:
    void run(HookTime time, const ScriptWorld &world);
    [[nodiscard]] Next givenUp(const Outcome &outcome);

    RetryPolicy m_policy;
    Draws m_draws;
    RetryMoment m_moment;
    RetryStatistics m_statistics;
    Decision m_decision;
    QStringList m_lines;
    QStringList m_warnings;
    bool m_begun = false;
};

/// Where a loop that runs at once takes its time from.
struct RetryTime {
    std::function<double()> now = {}; ///< Seconds of a steady clock.
    std::function<void(double seconds)> sleep = {};
};

struct RetryEnd {
    Result<Json> result = {};
    RetryStatistics statistics = {};
    QList<Error> failures = {}; ///< Of all attempts, in order.
    QStringList lines = {};
    QStringList warnings = {};
};

/// Calls \p attempt until \p policy is content: for functions of one's own around calls, tools, or
/// loops over streams. A fallback is the caller's: another call of this with other targets.
[[nodiscard]] RetryEnd retryCall(const RetryPolicy &policy,
                                 const std::function<Result<Json>(const RetryMoment &)> &attempt,
                                 const RetryTime &time, const QString &name = {}, quint64 seed = 0);

/// \p result with the members that conditions on answers look at.
[[nodiscard]] Json answerOf(const Json &result);

} // namespace Antiphon
