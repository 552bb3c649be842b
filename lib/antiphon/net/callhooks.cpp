// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

#include <antiphon/core/call/failures.h>
#include <antiphon/net/logging.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

RetryMoment Call::Private::momentNow() const
{
    return {.name = record.prompt,
            .target = here().target.slug,
            .attempt = attemptsHere,
            .elapsedSeconds = double((clock.now() - beganHere).count()) / 1000.0,
            .idleSeconds = idleHere,
            .variables = hookVariables};
}

void Call::Private::runHooks(HookTime time, RetryMoment &moment)
{
    const RetryPolicy policy = policyHere();
    if (!policy.enabled || policy.hooks.isEmpty())
        return;
    const HookWords words = Antiphon::runHooks(policy.hooks, time, moment, worldOf(context()));
    for (const QString &line : words.lines)
        qCInfo(retryLog).noquote() << line;
    record.console += words.lines;
    warnOnce(words.warnings);
    hookVariables = moment.variables;
}

// Before the request is made: it is made with what they leave.
void Call::Private::runHooksBefore(AttemptKind kind)
{
    RetryMoment moment = momentNow();
    if (!tried.contains(target))
        moment.attempt = 1;
    else if (kind != AttemptKind::Repair && kind != AttemptKind::Tool)
        ++moment.attempt;
    moment.elapsedSeconds = 0;
    runHooks(HookTime::Before, moment);
}

void Call::Private::runHooksAfter(const Attempt &attempt, const Decision &decision)
{
    const bool repairs = decision.next == Decision::Next::Repair;
    if (decision.formula.isEmpty() && !repairs)
        return; // it stands as it is
    RetryMoment moment = momentNow();
    moment.over = true;
    moment.error = attempt.error;
    if (looksAtAnswers(policyHere()))
        moment.answer = answerJson();
    runHooks(HookTime::After, moment);
    if (decision.next != Decision::Next::Retry && !repairs)
        return;
    moment.upcomingSeconds = decision.drawnSeconds;
    idleHere += decision.drawnSeconds;
    moment.idleSeconds = idleHere;
    moment.goesOn = true;
    runHooks(HookTime::BeforeSleep, moment);
}

// What the call as a whole comes to, where that is not its last attempt.
void Call::Private::conclude(const Decision &decision)
{
    const Attempt &last = record.attempts.last();
    const RetryPolicy policy = policyHere();
    const bool gaveUp = !decision.formula.isEmpty();
    if (gaveUp && policy.enabled && !policy.hooks.gaveUp.isEmpty()) {
        RetryMoment moment = momentNow();
        moment.over = true;
        moment.error = last.error;
        moment.answer = answerJson();
        QStringList warnings;
        record.instead = instead(policy.hooks.gaveUp, moment, worldOf(context()), warnings);
        warnOnce(warnings);
        if (record.instead)
            return;
    }
    if (!last.error)
        return;
    const bool nobodyLeft = tried.size() > 1 && fallbacksLeft().isEmpty();
    if (nobodyLeft && last.error->kind != ErrorKind::Cancelled)
        record.error = fallbackError(record);
    else if (gaveUp && !policy.reraise)
        record.error = retryError(*last.error, attemptsHere);
}

} // namespace Antiphon
