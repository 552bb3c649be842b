// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/retrying.h>

#include <antiphon/core/words.h>

#include <utility>

namespace Antiphon {

Retrying::Retrying(RetryPolicy policy, QString name, quint64 seed)
    : m_policy(std::move(policy))
    , m_draws(seed)
    , m_moment {.name = std::move(name)}
{
}

void Retrying::run(HookTime time, const ScriptWorld &world)
{
    if (!m_policy.enabled)
        return;
    const HookWords words = runHooks(m_policy.hooks, time, m_moment, world);
    m_lines += words.lines;
    m_warnings += words.warnings;
}

void Retrying::begin(double now)
{
    if (!std::exchange(m_begun, true))
        m_statistics.startTime = now;
    m_moment.attempt = m_statistics.attemptNumber;
    m_moment.over = false;
    m_moment.goesOn = false;
    m_moment.error.reset();
    m_moment.answer = Json::null();
    run(HookTime::Before, {});
}

Retrying::Next Retrying::end(Outcome outcome, double now)
{
    const double elapsed = now - m_statistics.startTime;
    outcome.name = m_moment.name;
    m_moment.over = true;
    m_moment.error = outcome.error;
    m_moment.answer = outcome.answer;
    m_moment.elapsedSeconds = elapsed;
    const RetryState state {.attempt = m_statistics.attemptNumber,
                            .elapsedSeconds = elapsed,
                            .idleSeconds = m_statistics.idleFor};
    m_decision = decide(m_policy, state, outcome, m_draws);
    m_warnings += m_decision.warnings;
    if (m_decision.formula.isEmpty())
        return {.error = outcome.error};

    run(HookTime::After, outcome.world);
    m_moment.upcomingSeconds = m_decision.drawnSeconds;
    m_statistics.delaySinceFirstAttempt = elapsed;
    if (m_decision.next != Decision::Next::Retry)
        return givenUp(outcome);

    m_statistics.idleFor += m_decision.drawnSeconds;
    m_moment.idleSeconds = m_statistics.idleFor;
    m_moment.goesOn = true;
    ++m_statistics.attemptNumber;
    run(HookTime::BeforeSleep, outcome.world);
    m_moment.goesOn = false;
    return {.what = Next::What::Sleep, .seconds = m_decision.drawnSeconds};
}

Retrying::Next Retrying::givenUp(const Outcome &outcome)
{
    Next next {.what = Next::What::GiveUp,
               .instead = instead(m_policy.hooks.gaveUp, m_moment, outcome.world, m_warnings)};
    if (next.instead)
        return next;
    const int attempts = m_statistics.attemptNumber;
    if (!outcome.error) // there is no failure to end with
        next.error = retryError({.kind = ErrorKind::Validation,
                                 .message = Words::tr("The answer is not as the policy wants it.")},
                                attempts);
    else
        next.error = m_policy.reraise ? *outcome.error : retryError(*outcome.error, attempts);
    return next;
}

Json answerOf(const Json &result)
{
    return jsonObject({{"content", result.is_string() ? result : Json("")},
                       {"value", result.is_string() ? Json::null() : result},
                       {"finishReason", Json("stop")},
                       {"toolCalls", jsonArray()},
                       {"usage", jsonObject()}});
}

RetryEnd retryCall(const RetryPolicy &policy,
                   const std::function<Result<Json>(const RetryMoment &)> &attempt,
                   const RetryTime &time, const QString &name, quint64 seed)
{
    Retrying loop(policy, name, seed);
    RetryEnd end;
    while (true) {
        loop.begin(time.now());
        end.result = attempt(loop.moment());
        Outcome outcome;
        if (end.result) {
            outcome.answer = answerOf(*end.result);
            outcome.answer.insert_or_assign("attempt", loop.statistics().attemptNumber);
        } else {
            outcome.error = end.result.error();
            end.failures.append(end.result.error());
        }
        const auto next = loop.end(std::move(outcome), time.now());
        if (next.what == Retrying::Next::What::Sleep) {
            time.sleep(next.seconds);
            continue;
        }
        if (next.instead)
            end.result = *next.instead;
        else if (next.error)
            end.result = std::unexpected(*next.error);
        break;
    }
    end.statistics = loop.statistics();
    end.lines = loop.lines();
    end.warnings = loop.warnings();
    return end;
}

} // namespace Antiphon
