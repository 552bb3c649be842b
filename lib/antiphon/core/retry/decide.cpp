// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/decide.h>

#include <antiphon/core/retry/why.h>
#include <antiphon/core/words.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon {

namespace {

struct Verdict {
    bool retry = false;
    QString rule = {};
};

QString ruleName(const QString &field, const QString &path)
{
    return path.isEmpty() ? field : field + u'.' + path;
}

/// The server's advice, then `never`, then `when`.
Verdict judge(const RetryPolicy &policy, const Outcome &outcome, QStringList &warnings)
{
    if (outcome.error && isTryAgain(*outcome.error))
        return {true, u"try-again"_s};
    if (outcome.error && outcome.error->shouldRetry && policy.obeyShouldRetry)
        return {*outcome.error->shouldRetry, u"shouldRetryHeader"_s};
    if (const auto path = matches(policy.never, outcome, &warnings))
        return {false, ruleName(u"never"_s, *path)};
    if (const auto path = matches(policy.when, outcome, &warnings))
        return {true, ruleName(u"when"_s, *path)};
    return {};
}

QString failureText(const Outcome &outcome)
{
    return outcome.error ? describeFailure(*outcome.error) : Words::tr("The answer matched");
}

QString notRetriedText(const Outcome &outcome, const Verdict &verdict)
{
    if (!outcome.error)
        return Words::tr("Success");
    const auto what = describeFailure(*outcome.error);
    if (verdict.rule == "shouldRetryHeader"_L1)
        return Words::tr("%1: not retried, the server advises against it").arg(what);
    if (const auto reason = whyHopeless(outcome.error->kind); !reason.isEmpty())
        return Words::tr("%1: not retried, %2").arg(what, reason);
    if (!verdict.rule.isEmpty())
        return Words::tr("%1: not retried, the policy rules it out").arg(what);
    return Words::tr("%1: not retried, the policy does not name it").arg(what);
}

/// "try 2 of 4", or "try 2" where only time is bounded.
QString tryText(int number, std::optional<int> bound)
{
    return bound ? Words::tr("try %1 of %2").arg(number).arg(*bound)
                 : Words::tr("try %1").arg(number);
}

/// The bounds in \p stop with their present values, in the order of the tree.
void listBounds(const Stop &stop, int attempt, double elapsed, double upcoming, Json &out)
{
    const auto add = [&out](const char *name, Json bound, Json now) {
        out.push_back(jsonObject({{name, std::move(bound)}, {"now", std::move(now)}}));
    };
    if (const auto *after = std::get_if<StopAfterAttempt>(&stop.rule))
        add("after_attempt", Json(qint64(after->attempts)), Json(qint64(attempt)));
    else if (const auto *delay = std::get_if<StopAfterDelay>(&stop.rule))
        add("after_delay", Json(delay->seconds), Json(elapsed));
    else if (const auto *before = std::get_if<StopBeforeDelay>(&stop.rule))
        add("before_delay", Json(before->seconds), Json(elapsed + upcoming));
    else if (const auto *any = std::get_if<StopAny>(&stop.rule))
        for (const auto &part : any->of)
            listBounds(part, attempt, elapsed, upcoming, out);
    else if (const auto *all = std::get_if<StopAll>(&stop.rule))
        for (const auto &part : all->of)
            listBounds(part, attempt, elapsed, upcoming, out);
    else if (const auto *when = std::get_if<StopWhen>(&stop.rule))
        add("script", toJson(QStringView(when->function ? u"C++"_s : when->script.source())),
            Json(qint64(attempt)));
}

/// A wait that a server asks for, and where it says so, as sent.
struct Wish {
    std::chrono::milliseconds after {};
    QString header = {};
};

/// Whether \p header, as sent, is one of \p names; no names stand for all.
bool isFrom(const QString &header, const QStringList &names)
{
    return names.isEmpty()
        || names.contains(header.section(u':', 0, 0).trimmed(), Qt::CaseInsensitive);
}

/// The most that is put on top of \p wish, in seconds.
double jitterOf(const WishJitter &jitter, const Wish &wish)
{
    const double seconds = double(wish.after.count()) / 1000;
    return isFrom(wish.header, jitter.from) ? jitter.seconds + jitter.share * seconds : 0;
}

/// What \p error asks for in a header that counts. When a limit begins anew is none, unless the
/// policy names that header.
std::optional<Wish> wishIn(const Error &error, const QStringList &from)
{
    if (error.retryAfter && isFrom(error.retryAfterHeader, from))
        return Wish {*error.retryAfter, error.retryAfterHeader};
    if (error.limitReset && !from.isEmpty() && isFrom(error.limitResetHeader, from))
        return Wish {*error.limitReset, error.limitResetHeader};
    return {};
}

/// What the server asks for, where the policy listens. Longer waits than it allows come as they
/// are asked for.
std::optional<Wish> wish(const RetryPolicy &policy, const Outcome &outcome)
{
    if (!policy.obeyRetryAfter || !outcome.error)
        return {};
    auto asked = wishIn(*outcome.error, policy.retryAfterFrom);
    if (!asked || asked->after < 0ms || (asked->after == 0ms && !policy.retryAfterZero))
        return {};
    if (double(asked->after.count()) / 1000 <= policy.retryAfterMax)
        return asked;
    switch (policy.retryAfterTooLong) {
    case TooLong::End:
        return asked;
    case TooLong::OwnWait:
        return {};
    case TooLong::Cut:
        break;
    }
    asked->after = std::chrono::milliseconds(std::llround(policy.retryAfterMax * 1000));
    return asked;
}

/// How long to wait: what the server asks for, else what the policy draws.
void setWait(Decision &decision, const RetryPolicy &policy, const RetryState &state,
             const Outcome &outcome, Draws &draws)
{
    if (const auto asked = wish(policy, outcome)) {
        const double seconds = double(asked->after.count()) / 1000;
        const double most = jitterOf(policy.retryAfterJitter, *asked);
        decision.formula = u"retry-after"_s;
        decision.minSeconds = seconds;
        decision.maxSeconds = seconds + most;
        decision.drawnSeconds = most > 0 ? seconds + draws.next() * most : seconds;
        decision.header = asked->header;
        decision.wait = std::chrono::milliseconds(std::llround(decision.drawnSeconds * 1000));
        return;
    }
    const auto drawn = drawWait(policy.wait, state.attempt, outcome, draws, &decision.warnings);
    decision.formula = drawn.formula;
    decision.minSeconds = drawn.min;
    decision.maxSeconds = drawn.max;
    decision.drawnSeconds = drawn.seconds;
    decision.wait = std::chrono::milliseconds(std::llround(std::max(0.0, drawn.seconds) * 1000));
}

/// Where a call goes that is not tried again here; empty: nowhere.
QString nextTarget(const FallbackRule &rule, const RetryState &state, const Outcome &outcome,
                   bool exhausted, QStringList &warnings)
{
    using When = FallbackRule::When;
    if (state.tried.size() > maxFallbacks)
        return {};
    const auto untried = [&state](const QStringList &targets) {
        const auto at = std::ranges::find_if(
            targets, [&state](const QString &target) { return !state.tried.contains(target); });
        return at == targets.end() ? QString() : *at;
    };
    const auto isKind
        = [&outcome](ErrorKind kind) { return outcome.error && outcome.error->kind == kind; };
    if (isKind(ErrorKind::ContextLength) && !rule.contextLength.isEmpty())
        return untried(rule.contextLength);
    if (isKind(ErrorKind::Filtered) && !rule.filtered.isEmpty())
        return untried(rule.filtered);
    const auto own = rule.catches.constFind(state.tried.isEmpty() ? QString() : state.tried.last());
    if (own != rule.catches.cend())
        return matches(*own, outcome, &warnings) ? untried(state.fallbacks) : QString();
    if (rule.when == When::Matching && matches(rule.condition, outcome, &warnings))
        return untried(state.fallbacks);
    if (!outcome.error)
        return {};
    if (rule.when == When::Failed || (rule.when == When::Exhausted && exhausted))
        return untried(state.fallbacks);
    return {};
}

/// Ends the stay on this target: goes on to another one, or gives up.
Decision leave(Decision decision, const RetryPolicy &policy, const RetryState &state,
               const Outcome &outcome, bool exhausted, const QString &why)
{
    decision.next = Decision::Next::Stop;
    decision.wait = 0ms;
    decision.why = why;
    decision.target = nextTarget(policy.fallback, state, outcome, exhausted, decision.warnings);
    if (!decision.target.isEmpty()) {
        decision.next = Decision::Next::Fallback;
        decision.why = Words::tr("%1: falls back to %2").arg(why, decision.target);
    }
    return decision;
}

QString gaveUpText(const RetryState &state, const Decision &decision, std::optional<int> bound,
                   bool unbounded)
{
    if (unbounded)
        return Words::tr("Gave up after %1 attempts: the policy has no bound of its own")
            .arg(state.attempt);
    if (bound && state.attempt >= *bound)
        return Words::tr("Gave up after %1 of %2 attempts").arg(state.attempt).arg(*bound);
    return Words::tr("Gave up after attempt %1: with the next wait of %2 the policy's time is over")
        .arg(state.attempt)
        .arg(secondsText(decision.drawnSeconds));
}

QString retryText(const RetryState &state, const Outcome &outcome, const Decision &decision,
                  std::optional<int> bound)
{
    const auto attempt = tryText(state.attempt + 1, bound);
    const auto seconds = secondsText(decision.drawnSeconds);
    if (decision.formula == "retry-after"_L1)
        return Words::tr("Retry-After %1: %2").arg(seconds, attempt);
    const auto what = failureText(outcome);
    if (decision.wait == 0ms)
        return Words::tr("%1: %2 at once").arg(what, attempt);
    return Words::tr("%1: %2 in %3").arg(what, attempt, seconds);
}

Decision decideRetry(const RetryPolicy &policy, const RetryState &state, const Outcome &outcome,
                     const Verdict &verdict, const QStringList &warnings, Draws &draws)
{
    Decision decision {.rule = verdict.rule, .warnings = warnings};
    if (outcome.textBegan && outcome.error) {
        static const QStringList words {u"fail"_s, u"restart"_s, u"continue"_s};
        decision.stream = words.value(int(policy.onDrop));
        if (policy.onDrop == OnDrop::Fail)
            return leave(decision, policy, state, outcome, false,
                         Words::tr("%1 after the answer had begun: not retried")
                             .arg(describeFailure(*outcome.error)));
    }
    setWait(decision, policy, state, outcome, draws);
    if (decision.formula == "retry-after"_L1 && decision.minSeconds > policy.retryAfterMax)
        return leave(decision, policy, state, outcome, true,
                     Words::tr("The server will answer again in %1, longer than the %2 this "
                               "policy waits")
                         .arg(secondsText(decision.minSeconds), secondsText(policy.retryAfterMax)));

    const bool unbounded = isUnbounded(policy.stop);
    const auto bound = attemptBound(policy.stop);
    const bool over = stops(policy.stop, state, decision.drawnSeconds, outcome, &decision.warnings)
        || (unbounded && state.attempt >= attemptCeiling);
    listBounds(policy.stop, over ? state.attempt : state.attempt + 1, state.elapsedSeconds,
               decision.drawnSeconds, decision.stop);
    if (over)
        return leave(decision, policy, state, outcome, true,
                     gaveUpText(state, decision, bound, unbounded));

    decision.next = Decision::Next::Retry;
    decision.why = retryText(state, outcome, decision, bound);
    return decision;
}

/// Attempts that \p stop allows, without the ceiling.
std::optional<int> plainBound(const Stop &stop)
{
    if (const auto *after = std::get_if<StopAfterAttempt>(&stop.rule))
        return std::max(after->attempts, 1);
    std::optional<int> bound;
    if (const auto *any = std::get_if<StopAny>(&stop.rule)) {
        for (const auto &part : any->of) {
            if (const auto inner = plainBound(part))
                bound = std::min(bound.value_or(*inner), *inner);
        }
    } else if (const auto *all = std::get_if<StopAll>(&stop.rule)) {
        for (const auto &part : all->of) {
            const auto inner = plainBound(part);
            if (!inner)
                return {};
            bound = std::max(bound.value_or(*inner), *inner);
        }
    }
    return bound;
}

}

std::optional<int> attemptBound(const Stop &stop)
{
    return isUnbounded(stop) ? attemptCeiling : plainBound(stop);
}

Decision decide(const RetryPolicy &policy, const RetryState &state, const Outcome &ended,
                Draws &draws)
{
    Outcome outcome = ended;
    outcome.attempt = state.attempt;
    outcome.elapsedSeconds = state.elapsedSeconds;
    outcome.idleSeconds = state.idleSeconds;
    if (outcome.error
        && (outcome.error->kind == ErrorKind::Cancelled
            || outcome.error->kind == ErrorKind::Budget))
        return {.rule = errorKindName(outcome.error->kind), .why = describeFailure(*outcome.error)};

    if (!outcome.error && !outcome.toolCalls.isEmpty())
        return {.next = Decision::Next::Tool,
                .rule = u"toolSteps"_s,
                .why = Words::tr("The model calls %1: step %2 of %3")
                           .arg(outcome.toolCalls.join(", "_L1))
                           .arg(state.toolSteps + 1)
                           .arg(state.toolStepsMax)};

    if (!policy.enabled)
        return {.why = notRetriedText(outcome, {})};

    if (outcome.error && outcome.error->kind == ErrorKind::Validation && !isTryAgain(*outcome.error)
        && state.repairs < policy.repairMax)
        return {.next = Decision::Next::Repair,
                .rule = u"repair.max"_s,
                .why = Words::tr("%1: repair %2 of %3")
                           .arg(describeFailure(*outcome.error))
                           .arg(state.repairs + 1)
                           .arg(policy.repairMax)};

    QStringList warnings;
    const auto verdict = judge(policy, outcome, warnings);
    if (verdict.retry)
        return decideRetry(policy, state, outcome, verdict, warnings, draws);
    return leave({.rule = outcome.error ? verdict.rule : QString(), .warnings = warnings}, policy,
                 state, outcome, false, notRetriedText(outcome, verdict));
}

} // namespace Antiphon
