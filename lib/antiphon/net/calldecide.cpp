// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Antiphon {

RetryPolicy Call::Private::policyHere() const
{
    if (!spec.retries) {
        RetryPolicy once = policyWithAttempts(1);
        once.repairMax = 0;
        once.fallback.when = FallbackRule::When::Never;
        return once;
    }
    RetryPolicy policy = spec.policies.value(chosenRetry, here().policy);
    policy.fallback = spec.targets.first().policy.fallback; // one chain for the whole call
    return policy;
}

QStringList Call::Private::fallbacksLeft() const
{
    const PreparedTarget &asked = spec.targets.first();
    const FallbackRule &rule = asked.policy.fallback;
    QStringList left = rule.targets.isEmpty() ? asked.target.fallback : rule.targets;
    for (const qsizetype index : tried)
        left.removeAll(spec.targets[index].target.slug);
    // Those that were given up a moment ago come after the others.
    QStringList cooling;
    for (const PreparedTarget &other : spec.targets) {
        if (limiter.isCooling(limiterKey(other)) && left.removeAll(other.target.slug) > 0)
            cooling.append(other.target.slug);
    }
    return left + cooling;
}

// The finished call of cli.md, as scripts see it.
Json Call::Private::answerJson() const
{
    Json json = toJson(record);
    json.erase("attempts");
    json.insert_or_assign("attempt", qint64(record.attempts.size()));
    return json;
}

Decision Call::Private::decided(const Attempt &attempt)
{
    RetryState now {.attempt = attemptsHere,
                    .repairs = repairsHere,
                    .toolSteps = toolSteps,
                    .toolStepsMax = spec.inputs.toolSteps,
                    .elapsedSeconds = double((clock.now() - beganHere).count()) / 1000.0,
                    .idleSeconds = idleHere,
                    .fallbacks = fallbacksLeft()};
    for (const qsizetype index : std::as_const(tried))
        now.tried.append(spec.targets[index].target.slug);
    RetryPolicy policy = policyHere();
    if (parserFailed)
        policy.repairMax = 0;
    Outcome outcome {.error = attempt.error,
                     .textBegan = showsText,
                     .toolCalls = toolsToAnswer(attempt),
                     .name = record.prompt,
                     .target = here().target.slug};
    if (looksAtAnswers(policy)) {
        outcome.answer = attempt.error ? Json::null() : answerJson();
        outcome.world = worldOf(context());
    }
    Decision decision = decide(policy, now, outcome, draws);
    if (decision.stream == "continue"_L1 && !mayContinue(attempt)) {
        decision.stream = u"restart"_s;
        decision.why += u' ' + tr("Only plain text can be continued, so it starts again.");
    }
    return decision;
}

bool Call::Private::mayContinue(const Attempt &attempt) const
{
    return !attempt.text.isEmpty() && attempt.toolCalls.isEmpty() && attempt.refusal.isEmpty()
        && attempt.audio == AudioDelta {} && request.output.mode == OutputFormat::Mode::Text;
}

void Call::Private::follow(const Decision &decision)
{
    switch (decision.next) {
    case Decision::Next::Retry:
        carried = decision.stream == "continue"_L1 ? record.attempts.last().text : QString();
        setState(CallState::Backoff);
        if (step != Step::Between)
            return;
        wait = clock.after(decision.wait, [this] { nextAttempt(AttemptKind::Retry); });
        Q_EMIT q->waiting(int(record.attempts.size()) + 1, decision.wait);
        return;
    case Decision::Next::Fallback:
        fallBack(decision);
        return;
    case Decision::Next::Repair:
        carried.clear();
        setState(CallState::Repairing);
        if (step == Step::Between)
            wait = clock.after(0ms, [this] { nextAttempt(AttemptKind::Repair); });
        return;
    case Decision::Next::Tool:
        runTools();
        return;
    case Decision::Next::Stop:
        conclude(decision);
        finish(record.instead ? CallState::Done : record.attempts.last().state);
        return;
    }
}

void Call::Private::fallBack(const Decision &decision)
{
    const Attempt &last = record.attempts.last();
    const auto cooldown = milliseconds(qRound64(policyHere().fallback.cooldown * 1000));
    const milliseconds asked = last.error ? last.error->retryAfter.value_or(0ms) : 0ms;
    if (cooldown > 0ms && last.error) // an answer that did not please is no fault of the target
        limiter.coolDown(key(), std::max(cooldown, asked));

    for (qsizetype i = 0; i < spec.targets.size(); ++i) {
        if (spec.targets[i].target.slug == decision.target && !tried.contains(i)) {
            target = i;
            fellBack = true;
            carried.clear();
            wait = clock.after(0ms, [this] { nextAttempt(AttemptKind::Fallback); });
            return;
        }
    }
    finish(last.state); // the policy names a target that was not prepared
}

} // namespace Antiphon
