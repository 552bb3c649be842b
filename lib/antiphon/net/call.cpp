// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

#include <QThread>
#include <QUuid>

#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Antiphon {

static QByteArray newCallId()
{
    // A served simulator counts steps by it, for several programs at once.
    static const QByteArray program = QUuid::createUuid().toRfc4122().toHex().first(12);
    static std::atomic<quint64> last = 0;
    return program + '-' + QByteArray::number(++last);
}

Call::Call(CallSpec spec, Transport &transport, Clock &clock, Limiter &limiter, QObject *parent)
    : QObject(parent)
    , d(new Private {.q = this,
                     .spec = std::move(spec),
                     .transport = transport,
                     .clock = clock,
                     .limiter = limiter,
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

const CallRecord &Call::record() const
{
    d->syncRecord();
    return d->record;
}

CallState Call::state() const
{
    return d->state;
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
    chooseFirst();
    nextAttempt(target == 0 ? AttemptKind::Call : AttemptKind::Fallback);
}

// A target that another call has just given up is left out while it cools down, if there is one
// to take its place.
void Call::Private::chooseFirst()
{
    const QStringList chain {fallbacksLeft()};
    if (!limiter.isCooling(key()) || !spec.retries || chain.isEmpty())
        return;
    for (qsizetype i = 1; i < spec.targets.size(); ++i) {
        target = i;
        if (chain.contains(here().target.slug) && !limiter.isCooling(key())) {
            record.warnings.append(
                tr("The target %1 failed a moment ago and is left out for now; asked %2 instead.")
                    .arg(record.target, here().target.slug));
            tried.append(0);
            return;
        }
    }
    target = 0;
}

Attempt Call::Private::newAttempt(AttemptKind kind) const
{
    const PreparedTarget &asked = here();
    return {.number = int(record.attempts.size()) + 1,
            .kind = kind,
            .target = asked.target.slug,
            .provider = asked.provider.id,
            .api = asked.endpoint.api,
            .model = asked.target.model,
            .simulated = asked.simulated,
            .started = clock.wallNow(),
            .begin = clock.now() - begin,
            .text = carried};
}

void Call::Private::nextAttempt(AttemptKind kind)
{
    wait.reset();
    if (!tried.contains(target)) {
        tried.append(target);
        attemptsHere = 0;
        repairsHere = 0;
        beganHere = clock.now();
    }
    if (std::exchange(showsText, false) && carried.isEmpty())
        Q_EMIT q->restarted();
    if (step == Step::Over)
        return;

    step = Step::Queued;
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

    auto ready = resolved();
    if (!ready) {
        failBeforeSending(ready.error());
        return;
    }
    request = *std::move(ready);
    ticket = limiter.acquire(
        here().provider.id, key(), [this] { onGranted(); },
        [this](Limiter::Hold hold) { onHeld(hold); });
}

Result<CallRequest> Call::Private::resolved()
{
    QList<Attempt> mine;
    for (const Attempt &attempt : std::as_const(record.attempts)) {
        if (attempt.target == here().target.slug)
            mine.append(attempt);
    }
    auto resolved = resolve(spec.inputs, here().target, here().provider,
                            repairInput(mine, here().policy.repairAs, here().policy.repairSend));
    if (!resolved)
        return std::unexpected(resolved.error());
    extraction = resolved->extraction;
    for (const QString &warning : std::as_const(resolved->warnings)) {
        if (!record.warnings.contains(warning))
            record.warnings.append(warning);
    }
    if (!carried.isEmpty()) {
        resolved->request.messages += textMessage(Role::Assistant, carried);
        resolved->request.messages += textMessage(
            Role::User,
            u"Your answer was cut off. Go on exactly where it stops; repeat nothing."_s);
    }
    return std::move(resolved->request);
}

void Call::Private::onHeld(Limiter::Hold hold)
{
    if (hold == Limiter::Hold::Rate && !slotFreeAt)
        slotFreeAt = clock.now();
    run->setState(hold == Limiter::Hold::Rate ? CallState::Held : CallState::Queued);
}

void Call::Private::onGranted()
{
    run->admitted(slotFreeAt);
    const PreparedTarget &asked = here();
    auto http = asked.codec->encode(request, asked.endpoint, asked.credentials, clock.wallNow());
    if (!http) {
        failBeforeSending(http.error());
        return;
    }
    if (asked.simulated)
        http->headers.append({.name = "x-antiphon-call", .value = callId});
    const auto text = [](const QString &value) { return toJson(value); };
    const Json place = jsonArray({text(record.prompt), text(record.variant),
                                  spec.row ? Json(*spec.row) : Json::null(),
                                  text(asked.target.slug), Json(spec.repeat)});
    step = Step::Running;
    run->send(*http, request.stream,
              {.provider = asked.provider.id,
               .api = asked.endpoint.api,
               .model = request.model,
               .simulate = toBytes(asked.target.simulate),
               .callId = callId,
               .place = toBytes(place)});
}

void Call::Private::failBeforeSending(const Error &error)
{
    run->stop(error);
    endAttempt();
}

void Call::Private::dropRun()
{
    syncRecord();
    showsText = run->textBegan() || !carried.isEmpty();
    run.release()->deleteLater(); // we may be inside one of its signals
    ticket.reset();
}

void Call::Private::endAttempt()
{
    step = Step::Between;
    dropRun();
    Attempt &attempt = record.attempts.last();
    limiter.spent(key(),
                  attempt.usage.input.value_or(0) + attempt.usage.cachedInput.value_or(0)
                      + attempt.usage.output.value_or(0));

    checkAnswer(attempt);
    if (step != Step::Between)
        return;
    const Decision decision = decided(attempt);
    if (attempt.error || decision.next != Decision::Next::Stop)
        attempt.decision = decision;
    pauseTarget(attempt);
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
    extractInto(*extraction, attempt, scriptedRules());
    attempt.timings.checked = clock.now() - begin - attempt.begin;
}

RetryPolicy Call::Private::policyHere() const
{
    if (!spec.retries) {
        RetryPolicy once = policyWithAttempts(1);
        once.repairMax = 0;
        once.fallback.when = FallbackRule::When::Never;
        return once;
    }
    RetryPolicy policy = here().policy;
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
    return left;
}

Decision Call::Private::decided(const Attempt &attempt)
{
    RetryState now {.attempt = attemptsHere,
                    .repairs = repairsHere,
                    .elapsedSeconds = double((clock.now() - beganHere).count()) / 1000.0,
                    .fallbacks = fallbacksLeft()};
    for (const qsizetype index : std::as_const(tried))
        now.tried.append(spec.targets[index].target.slug);
    Decision decision
        = decide(policyHere(), now, {.error = attempt.error, .textBegan = showsText}, draws);
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

// A refusal for haste tells of all calls to this target: none of them goes on until it is over.
void Call::Private::pauseTarget(const Attempt &attempt)
{
    if (!attempt.error || attempt.error->kind != ErrorKind::RateLimit)
        return;
    const milliseconds drawn = attempt.decision ? attempt.decision->wait : 0ms;
    const milliseconds pause = attempt.error->retryAfter.value_or(drawn);
    if (pause > 0ms)
        limiter.pause(key(), pause);
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
    case Decision::Next::Stop:
        finish(record.attempts.last().state);
        return;
    }
}

void Call::Private::fallBack(const Decision &decision)
{
    const Attempt &last = record.attempts.last();
    const auto cooldown = milliseconds(qRound64(policyHere().fallback.cooldown * 1000));
    const milliseconds asked = last.error ? last.error->retryAfter.value_or(0ms) : 0ms;
    if (cooldown > 0ms)
        limiter.coolDown(key(), std::max(cooldown, asked));

    for (qsizetype i = 0; i < spec.targets.size(); ++i) {
        if (spec.targets[i].target.slug == decision.target && !tried.contains(i)) {
            target = i;
            carried.clear();
            wait = clock.after(0ms, [this] { nextAttempt(AttemptKind::Fallback); });
            return;
        }
    }
    finish(last.state); // the policy names a target that was not prepared
}

void Call::Private::cancel()
{
    if (run) {
        step = Step::Between;
        run->stop({.kind = ErrorKind::Cancelled, .message = tr("Cancelled.")});
        dropRun();
        Attempt &attempt = record.attempts.last();
        attempt.decision = decided(attempt);
        Q_EMIT q->attemptEnded(attempt.number);
    } else if (auto &decision = record.attempts.last().decision) {
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
