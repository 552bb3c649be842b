// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/draws.h>
#include <antiphon/core/retry/policy.h>

#include <chrono>

namespace Antiphon {

/// What follows an attempt, and why: kept with it and shown in the Why panel
/// (project-format.md 5.2).
struct Decision {
    enum class Next { Stop, Retry, Repair, Tool, Fallback };

    Next next = Next::Stop;
    QString stream = {}; ///< "restart", "continue" or "fail", only after a stream that had begun.
    QString rule = {}; ///< Which part of the policy matched: "when.any[0]".
    QString formula = {}; ///< The wait's type: "backoff"; "retry-after" for the server's wish.
                          ///< Empty when the attempt was not to be tried again.
    double minSeconds = 0; ///< What the draw could have given, at least and at most.
    double maxSeconds = 0;
    double drawnSeconds = 0;
    QString header = {}; ///< The header obeyed, as sent.
    std::chrono::milliseconds wait {};
    Json stop = Json(jsoncons::json_array_arg); ///< Each bound with its present value.
    QString target = {}; ///< Where a fallback goes.
    QString why = {}; ///< One sentence.
    QStringList warnings = {}; ///< Scripts of the policy that failed, and so did not match.

    friend bool operator==(const Decision &, const Decision &) = default;
};

/// "retry", "repair", "tool", "fallback", "stop".
[[nodiscard]] QString nextName(Decision::Next next);
[[nodiscard]] Json toJson(const Decision &decision);

/// How an attempt ended, as far as a policy looks at it.
struct Outcome {
    std::optional<Error> error = {}; ///< Empty: success.
    bool textBegan = false; ///< Text had been shown when it failed.
    QStringList toolCalls = {}; ///< Tools of a success that are to answer before the model goes on.
    Json answer = Json::null(); ///< Of a success, where the policy looksAtAnswers().
    ScriptWorld world = {}; ///< Where the policy's scripts run.
    QString name = {}; ///< Of what is tried, for scripts and functions.
    QString target = {};
    int attempt = 1; ///< decide() fills in this and the next two from the state.
    double elapsedSeconds = 0;
    double idleSeconds = 0;
};

/// What scripts and functions are shown of \p outcome.
[[nodiscard]] RetryMoment momentOf(const Outcome &outcome);

/// `{"name", "target", "attempt", "failed", "error", "elapsed", "idle", "upcoming", "next", ...}`
/// with the members of the answer.
[[nodiscard]] Json toJson(const RetryMoment &moment);

/// What the reference prints of it: "<RetryCallState greet: attempt #2; slept for 1.5; last result:
/// failed (server Overloaded)>".
[[nodiscard]] QString describe(const RetryMoment &moment);

/// Whether \p script is truthy; a script that fails is not, and tells \p warnings why.
[[nodiscard]] bool holds(const Script &script, const RetryMoment &moment, const ScriptWorld &world,
                         QStringList *warnings = nullptr);

/// Where a call stands on its present target when an attempt has ended.
struct RetryState {
    int attempt
        = 1; ///< Attempts ended on this target, from 1; repairs and tool steps do not count.
    int repairs = 0; ///< Repairs made on this target.
    int toolSteps = 0; ///< Times that tools have answered in this call.
    int toolStepsMax = 8;
    double elapsedSeconds = 0; ///< Since the first attempt on this target began.
    double idleSeconds = 0; ///< Waited between attempts on this target.
    QStringList fallbacks = {}; ///< Targets not tried yet, in order: the policy's, else the
                                ///< target's own. Those of one error kind are not among them.
    QStringList tried = {}; ///< Targets this call has been on, the present one last.
};

/// The drawn wait with its range and formula.
struct WaitDrawn {
    double seconds = 0;
    double min = 0;
    double max = 0;
    QString formula = {};
};

[[nodiscard]] WaitDrawn drawWait(const Wait &wait, int attempt, const Outcome &outcome,
                                 Draws &draws, QStringList *warnings = nullptr);

/// Whether \p condition is true, with the path of the part that decided ("any[1]"). A script that
/// fails does not match, and tells \p warnings why.
[[nodiscard]] std::optional<QString> matches(const Condition &condition, const Outcome &outcome,
                                             QStringList *warnings = nullptr);

/// Whether to give up, were the next wait \p upcomingSeconds long.
[[nodiscard]] bool stops(const Stop &stop, const RetryState &state, double upcomingSeconds,
                         const Outcome &outcome = {}, QStringList *warnings = nullptr);

/// The most attempts \p stop allows on one target; empty when only time bounds it.
[[nodiscard]] std::optional<int> attemptBound(const Stop &stop);

/// Further targets one call may fall back to.
inline constexpr int maxFallbacks = 5;

/// Decides what follows an attempt. Pure: chance comes in through \p draws.
///
/// Order: cancelled and over budget end. An answer that calls tools has them answer. What asks for
/// it is tried again. An answer that does not validate is repaired while the policy has repairs
/// left. The server's advice comes before `never`, that before `when`; a Retry-After is never
/// shortened, and one beyond retryAfterMax ends the call, unless the policy says otherwise; then
/// wait and stop. What is not retried is offered to fallback.
[[nodiscard]] Decision decide(const RetryPolicy &policy, const RetryState &state,
                              const Outcome &outcome, Draws &draws);

} // namespace Antiphon
