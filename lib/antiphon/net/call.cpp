// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

#include <antiphon/net/tokencache.h>

#include <antiphon/core/provider/httptime.h>
#include <antiphon/core/provider/sigv4.h>

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
    if (spec.questions.isEmpty())
        nextAttempt(target == 0 ? AttemptKind::Call : AttemptKind::Fallback);
    else
        askOthers();
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
    nextAttempt(target == 0 ? AttemptKind::Call : AttemptKind::Fallback);
}

// What scripts are told of the attempt that comes, or is under way.
AttemptContext Call::Private::context() const
{
    AttemptContext context {.number = int(record.attempts.size()) + (run ? 0 : 1),
                            .started = clock.wallNow(),
                            .seed = spec.seed,
                            .abilities = here().abilities,
                            .clock = [this] { return std::chrono::nanoseconds(clock.now()); }};
    QList<Attempt> mine;
    for (const Attempt &attempt : record.attempts) {
        if (attempt.error)
            context.errors.append(*attempt.error);
        if (attempt.target == here().target.slug)
            mine.append(attempt);
    }
    context.repair = repairInput(mine, here().policy.repairAs, here().policy.repairSend);
    return context;
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
            fellBack = true;
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
            .codec = asked.codec->id,
            .model = asked.target.model,
            .simulated = asked.simulated,
            .started = clock.wallNow(),
            .begin = clock.now() - begin,
            .text = carried,
            .layout = carried.isEmpty()
                ? QList<AnswerPart> {}
                : QList<AnswerPart> {{.kind = AnswerPart::Kind::Text, .size = carried.size()}}};
}

void Call::Private::nextAttempt(AttemptKind kind)
{
    wait.reset();
    auto ready = resolved();
    enterTarget();
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

    if (!ready) {
        failBeforeSending(ready.error());
        return;
    }
    request = *std::move(ready);
    run->setAsked(request);
    ticket = limiter.acquire(
        here().provider.id, key(), [this] { onGranted(); },
        [this](Limiter::Hold hold) { onHeld(hold); });
}

void Call::Private::enterTarget()
{
    if (tried.contains(target))
        return;
    tried.append(target);
    attemptsHere = 0;
    repairsHere = 0;
    beganHere = clock.now();
    tokenRenewed = false;
}

Result<ResolvedCall> Call::Private::resolvedHere()
{
    if (notAnswered)
        return std::unexpected(*notAnswered);
    CallInputs inputs = spec.inputs;
    inputs.answers.insert(answers);
    return resolve(inputs, here().target, here().provider, context());
}

// Another target that a rule or script chose. A fallback is above them: where it goes stays.
Result<> Call::Private::goTo(const ResolvedCall &resolved)
{
    if (resolved.target.isEmpty() || resolved.target == here().target.slug || fellBack)
        return {};
    for (qsizetype i = 0; i < spec.targets.size(); ++i) {
        if (spec.targets[i].target.slug == resolved.target) {
            target = i;
            return {};
        }
    }
    const Error unready = spec.unready.value(resolved.target);
    return fail(ErrorKind::Setup,
                unready.message.isEmpty()
                    ? tr("%1 chose the target \"%2\", which there is not.")
                          .arg(resolved.targetFrom, resolved.target)
                    : tr("%1 chose the target \"%2\": %3")
                          .arg(resolved.targetFrom, resolved.target, unready.message));
}

Result<CallRequest> Call::Private::resolved()
{
    auto resolved = resolvedHere();
    const qsizetype asked = target;
    if (resolved) {
        if (auto gone = goTo(*resolved); !gone)
            return std::unexpected(gone.error());
    }
    if (target != asked)
        resolved = resolvedHere(); // its own parameters and format; it is not left again
    if (!resolved)
        return std::unexpected(resolved.error());
    chosenRetry = resolved->retry;
    record.console += resolved->console;
    extraction = resolved->extraction;
    for (const QString &warning : std::as_const(resolved->warnings)) {
        if (!record.warnings.contains(warning))
            record.warnings.append(warning);
    }
    record.metadata = resolved->metadata;
    record.promptTemplate = resolved->promptTemplate;
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
    if (!needsToken(here().credentials)) {
        send(here().credentials);
        return;
    }
    if (!tokens) {
        failBeforeSending({.kind = ErrorKind::Setup,
                           .message = tr("There is nothing here that gets access tokens.")});
        return;
    }
    run->setState(CallState::Connecting);
    if (step == Step::Queued)
        tokenWait = tokens->get(here().credentials, transportContext(),
                                [this](const Result<QByteArray> &result) { onToken(result); });
}

void Call::Private::onToken(const Result<QByteArray> &result)
{
    if (!result) {
        failBeforeSending(result.error());
        return;
    }
    token = *result;
    send(BearerToken {token});
}

Transport::Context Call::Private::transportContext() const
{
    const PreparedTarget &asked = here();
    const auto text = [](const QString &value) { return toJson(value); };
    const Json place = jsonArray({text(record.prompt), text(record.variant),
                                  spec.row ? Json(*spec.row) : Json::null(),
                                  text(asked.target.slug), Json(spec.repeat)});
    return {.provider = asked.provider.id,
            .api = asked.endpoint.api,
            .model = request.model,
            .simulate = toBytes(asked.target.simulate),
            .callId = callId,
            .place = toBytes(place),
            .http2 = asked.provider.http2,
            .network = asked.network};
}

void Call::Private::send(const Credentials &credentials)
{
    const PreparedTarget &asked = here();
    const QDateTime now = clock.wallNow().addDuration(serverIsAhead);
    auto http = asked.codec->encode(request, asked.endpoint, credentials, now);
    if (!http) {
        failBeforeSending(http.error());
        return;
    }
    if (auto done = signForAws(*http, asked.endpoint, credentials, now); !done) {
        failBeforeSending(done.error());
        return;
    }
    if (asked.simulated)
        http->headers.append({.name = "x-antiphon-call", .value = callId});
    step = Step::Running;
    Transport::Context way = transportContext();
    way.secrets = secretsOf(asked.credentials) + secretsOf(credentials) + secretsOf(asked.network);
    run->send(*http, request.stream, std::move(way));
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
    if (tokenWait)
        tokenWait.release()->deleteLater(); // or inside what it waited for
}

void Call::Private::endAttempt()
{
    step = Step::Between;
    dropRun();
    Attempt &attempt = record.attempts.last();
    limiter.spent(key(),
                  attempt.usage.input.value_or(0) + attempt.usage.cachedInput.value_or(0)
                      + attempt.usage.output.value_or(0));

    forgetRefusedToken(attempt);
    noteServersClock(attempt);
    checkAnswer(attempt);
    if (step != Step::Between)
        return;
    parse(attempt);
    const Decision decision = decided(attempt);
    const bool gaveUp = !decision.formula.isEmpty(); // an answer that was to be tried again
    if (attempt.error || decision.next != Decision::Next::Stop || gaveUp)
        attempt.decision = decision;
    for (const QString &warning : decision.warnings) {
        if (!record.warnings.contains(warning))
            record.warnings.append(warning);
    }
    pauseTarget(attempt);
    Q_EMIT q->attemptEnded(attempt.number);
    if (step == Step::Between)
        follow(decision);
}

// A token can end before its time. Once for each target a new one is worth a try.
void Call::Private::forgetRefusedToken(Attempt &attempt)
{
    const QByteArray used = std::exchange(token, {});
    if (used.isEmpty() || !attempt.error || attempt.error->httpStatus != 401)
        return;
    tokens->forget(spec.targets[target].credentials, used);
    if (!std::exchange(tokenRenewed, true))
        attempt.error->shouldRetry = true;
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

// A signature refused for its time is worth another by the server's clock.
void Call::Private::noteServersClock(const Attempt &attempt)
{
    if (attempt.error && attempt.error->httpStatus == 403 && attempt.error->shouldRetry == true)
        serverIsAhead = serverAhead(attempt.exchange.head.headers, clock.wallNow()).value_or(0ms);
}

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
    RetryPolicy policy = policyHere();
    if (parserFailed)
        policy.repairMax = 0;
    Outcome outcome {.error = attempt.error, .textBegan = showsText};
    if (!attempt.error && looksAtAnswers(policy)) {
        outcome.answer = answerJson();
        outcome.world = worldOf(context());
    }
    Decision decision = decide(policy, now, outcome, draws);
    if (decision.stream == "continue"_L1 && !mayContinue(attempt)) {
        decision.stream = u"restart"_s;
        decision.why += u' ' + tr("Only plain text can be continued, so it starts again.");
    }
    return decision;
}

// The finished call of cli.md, as scripts see it.
Json Call::Private::answerJson() const
{
    Json json = toJson(record);
    json.erase("attempts");
    json.insert_or_assign("attempt", qint64(record.attempts.size()));
    return json;
}

void Call::Private::parse(Attempt &attempt)
{
    parserFailed = false;
    const Script &script = spec.inputs.prompt.dynamics.parser;
    if (attempt.error || (script.isEmpty() && !spec.inputs.parse))
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
