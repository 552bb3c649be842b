// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/retry/decide.h>

namespace Antiphon {

/// How an attempt is supposed to end, and after how long.
struct PlannedOutcome {
    Outcome outcome = {};
    double tookSeconds = 0;

    friend bool operator==(const PlannedOutcome &a, const PlannedOutcome &b)
    {
        return a.outcome.error == b.outcome.error && a.outcome.textBegan == b.outcome.textBegan
            && a.outcome.answer == b.outcome.answer && a.tookSeconds == b.tookSeconds;
    }
};

/// What a policy does with given outcomes, played in virtual time (cli.md, retry-plan).
struct RetryPlan {
    enum class Final { Success, GaveUp, NotRetried };

    int attempts = 0; ///< Repairs among them.
    int repairs = 0;
    QList<WaitDrawn> waits = {}; ///< Between them; none before a repair.
    Final final = Final::Success;
    QStringList why = {}; ///< One sentence an attempt.
    double elapsedSeconds = 0; ///< Attempts and waits together.
    QStringList warnings = {}; ///< Scripts of the policy that failed.
};

/// Reads a list of `{"error": ..., "status": ..., ...}` and `{"result": ...}` objects. An error
/// names the entry and the field.
[[nodiscard]] Result<QList<PlannedOutcome>> plannedOutcomesFromJson(const Json &value);

/// Plays \p policy on one target; the last of \p outcomes repeats. \p seed decides the draws.
[[nodiscard]] RetryPlan planRetries(const RetryPolicy &policy,
                                    const QList<PlannedOutcome> &outcomes, quint64 seed);

/// The form of `retry-plan --json`; with \p ranges each wait as `{"min", "max", "drawn"}`.
[[nodiscard]] Json toJson(const RetryPlan &plan, bool ranges);

} // namespace Antiphon
