// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

#include <QThread>
#include <QUuid>

#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon {

static QByteArray newCallId()
{
    // A served simulator counts steps by it, for several programs at once.
    static const QByteArray program = QUuid::createUuid().toRfc4122().toHex().first(12);
    static std::atomic<quint64> last = 0;
    return program + '-' + QByteArray::number(++last);
}

Call::Call(CallSpec spec, Transport &transport, Clock &clock, Limiter &limiter, TokenCache *tokens,
           QObject *parent)
    : QObject(parent)
    , d(new Private {.q = this,
                     .spec = std::move(spec),
                     .transport = transport,
                     .clock = clock,
                     .limiter = limiter,
                     .tokens = tokens,
                     .callId = newCallId(),
                     .draws = Draws(0)})
{
    d->draws = Draws(d->spec.seed);
}

Call::~Call() = default;

void Call::start()
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (d->step == Private::Step::Idle)
        d->start();
}

void Call::cancel()
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (d->step != Private::Step::Idle && d->step != Private::Step::Over)
        d->cancel();
}

void Call::retryNow()
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (d->step == Private::Step::Between && d->state == CallState::Backoff)
        d->nextAttempt(AttemptKind::Retry);
}

void Call::answerTool(int attempt, int index, const ToolReply &reply)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (d->tools && d->record.attempts.last().number == attempt)
        d->tools->reply(index, reply);
}

const CallRecord &Call::record() const
{
    d->syncRecord();
    return d->record;
}

CallState Call::state() const
{
    return d->state;
}

const std::optional<Extraction> &Call::extraction() const
{
    return d->extraction;
}

// What is under way is kept by the run; the record gets it when somebody looks.
void Call::Private::syncRecord()
{
    if (run && !record.attempts.isEmpty())
        record.attempts.last() = run->attempt();
}

void Call::Private::setState(CallState next)
{
    if (step == Step::Over || std::exchange(state, next) == next)
        return;
    record.state = next;
    Q_EMIT q->stateChanged(next);
}

CallSpec repairOnceMore(CallSpec spec, const CallRecord &record)
{
    spec.earlier = record.attempts;
    return spec;
}

QString limiterKey(const PreparedTarget &target)
{
    return target.target.slug.isEmpty() ? target.provider.id + u'/' + target.target.model
                                        : target.target.slug;
}

void Call::Private::start()
{
    begin = clock.now();
    const PreparedTarget &asked = spec.targets.first();
    record.prompt = spec.inputs.prompt.slug;
    record.variant = spec.inputs.prompt.variant;
    record.target = asked.target.slug;
    record.provider = asked.provider.id;
    record.model = asked.target.model;
    record.row = spec.row;
    record.repeat = spec.repeat;
    record.simulated = asked.simulated;
    if (spec.earlier.isEmpty())
        chooseFirst();
    else
        goOn();
    if (spec.questions.isEmpty())
        nextAttempt(firstKind());
    else
        askOthers();
}

AttemptKind Call::Private::firstKind() const
{
    if (!spec.earlier.isEmpty())
        return AttemptKind::Repair;
    return target == 0 ? AttemptKind::Call : AttemptKind::Fallback;
}

// Where an earlier call ended, with one repair left.
void Call::Private::goOn()
{
    record.attempts = spec.earlier;
    const Attempt &last = record.attempts.last();
    begin -= last.begin + last.timings.end.value_or(0ms);
    for (qsizetype i = 0; i < spec.targets.size(); ++i) {
        if (spec.targets[i].target.slug == last.target)
            target = i;
    }
    enterTarget();
    repairsHere = policyHere().repairMax - 1;
}

void Call::Private::askOthers()
{
    step = Step::Asking;
    asking = std::make_unique<Chain>(spec, context(), transport, clock, limiter, tokens);
    connect(asking.get(), &Chain::finished, q, [this] { onAnswered(); });
    asking->start();
}

void Call::Private::onAnswered()
{
    answers = asking->answers();
    notAnswered = asking->error();
    record.asked = asking->asked();
    asking.release()->deleteLater(); // we are inside its signal
    nextAttempt(firstKind());
}

void Call::Private::nextAttempt(AttemptKind kind)
{
    wait.reset();
    runHooksBefore(kind);
    auto ready = resolved();
    enterTarget();
    if (std::exchange(showsText, false) && carried.isEmpty())
        Q_EMIT q->restarted();
    if (step == Step::Over)
        return;

    step = Step::Queued;
    if (kind != AttemptKind::Tool)
        ++(kind == AttemptKind::Repair ? repairsHere : attemptsHere);
    slotFreeAt.reset();
    run = std::make_unique<AttemptRun>(here(), newAttempt(kind), clock.now(), transport, clock);
    record.attempts.append(run->attempt());
    connect(run.get(), &AttemptRun::stateChanged, q, [this](CallState next) { setState(next); });
    connect(run.get(), &AttemptRun::eventsArrived, q, &Call::eventsArrived);
    connect(run.get(), &AttemptRun::ended, q, [this] { endAttempt(); });
    setState(CallState::Queued);
    if (step != Step::Queued)
        return;
    Q_EMIT q->attemptStarted(run->attempt().number);
    if (step != Step::Queued)
        return;

    if (!ready) {
        failBeforeSending(ready.error());
        return;
    }
    request = *std::move(ready);
    run->setAsked(request);
    ticket = limiter.acquire(
        here().provider.id, key(), [this] { onGranted(); },
        [this](Limiter::Hold hold) { onHeld(hold); },
        inputBound(request) + request.parameters.maxTokens.value_or(0));
}

void Call::Private::dropRun()
{
    syncRecord();
    showsText = run->textBegan() || !carried.isEmpty();
    run.release()->deleteLater(); // we may be inside one of its signals
    settle();
    if (tokenWait)
        tokenWait.release()->deleteLater(); // or inside what it waited for
}

void Call::Private::endAttempt()
{
    step = Step::Between;
    dropRun();
    Attempt &attempt = record.attempts.last();
    forgetRefusedToken(attempt);
    noteServersClock(attempt);
    leaveOutUsage(attempt);
    checkAnswer(attempt);
    if (step != Step::Between)
        return;
    limitToolSteps(attempt);
    parse(attempt);
    const Decision decision = decided(attempt);
    const bool gaveUp = !decision.formula.isEmpty(); // an answer that was to be tried again
    if (attempt.error || decision.next != Decision::Next::Stop || gaveUp)
        attempt.decision = decision;
    warnOnce(decision.warnings);
    pauseTarget(attempt);
    runHooksAfter(attempt, decision);
    Q_EMIT q->attemptEnded(attempt.number);
    if (step == Step::Between)
        follow(decision);
}

void Call::Private::checkAnswer(Attempt &attempt)
{
    if (!extraction || attempt.error)
        return;
    setState(CallState::Checking);
    if (step != Step::Between)
        return; // cancelled by somebody who was told
    extractInto(*extraction, attempt, scriptedRules(), spec.inputs.check);
    attempt.timings.checked = clock.now() - begin - attempt.begin;
}

void Call::Private::parse(Attempt &attempt)
{
    parserFailed = false;
    const Script &script = spec.inputs.prompt.dynamics.parser;
    if (attempt.error || (script.isEmpty() && !spec.inputs.parse)
        || !toolsToAnswer(attempt).isEmpty())
        return;
    const auto value = parseAnswer(spec.inputs.parse, script, answerJson(), context());
    if (value && *value) {
        attempt.value = **value;
    } else if (value) {
        parserFailed = true;
        attempt.error = value->error();
        attempt.error->provider = attempt.provider;
        attempt.state = finalState(attempt);
    }
}

void Call::Private::cancel()
{
    if (asking) {
        record.asked = asking->asked();
        asking.reset();
        Attempt attempt = newAttempt(AttemptKind::Call);
        attempt.error = Error {.kind = ErrorKind::Cancelled, .message = tr("Cancelled.")};
        attempt.state = finalState(attempt);
        record.attempts.append(attempt);
    } else if (run) {
        step = Step::Between;
        run->stop({.kind = ErrorKind::Cancelled, .message = tr("Cancelled.")});
        dropRun();
        Attempt &attempt = record.attempts.last();
        attempt.decision = decided(attempt);
        Q_EMIT q->attemptEnded(attempt.number);
    } else if (auto &decision = record.attempts.last().decision) {
        if (tools) {
            tools->stop();
            keepToolRuns();
        }
        decision->next = Decision::Next::Stop;
        decision->why += u' ' + tr("Cancelled while it waited.");
    }
    if (step != Step::Over)
        finish(CallState::Cancelled);
}

void Call::Private::finish(CallState final)
{
    wait.reset();
    setState(final);
    step = Step::Over;
    QMetaObject::invokeMethod(q, &Call::finished, Qt::QueuedConnection);
}

} // namespace Antiphon
