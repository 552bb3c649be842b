// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/engine.h>

#include <antiphon/net/callprivate.h>
#include <antiphon/net/tokencache.h>

#include <QPromise>
#include <QThread>

#include <unordered_map>
#include <utility>

namespace Antiphon {

struct Engine::Private {
    Engine *q;
    Transport &transport;
    Clock &clock;
    Feed *const feed; ///< nullptr: nobody listens.
    Limiter limiter;
    TokenCache tokens {transport, clock};
    ModelLists modelLists {transport, clock, tokens};
    std::unordered_map<quint64, std::unique_ptr<Call>> calls = {}; // after the limiter: die first
    std::unordered_map<Call *, std::unique_ptr<Call>> asked = {}; // for ask() and check()
    QString text = {}; // scratch
    QString thinking = {};

    void post(CallUpdate update);
    void listen(Call &call, CallId id);
    void onEvents(CallId id, const StreamEvents &events);
    void onStateChanged(const Call &call, CallId id, CallState state);
    void onAttemptEnded(const Call &call, CallId id);
    void onFinished(CallId id);
    void setTargetLimits(const CallSpec &spec);
    QFuture<CallRecord> ask(CallSpec spec);
    void onAnswered(Call *call);
    [[nodiscard]] Call *find(CallId id) const;
};

Engine::Engine(Transport &transport, Clock &clock, Feed &feed, Limiter::Limits limits,
               QObject *parent)
    : QObject(parent)
    , d(new Private {.q = this,
                     .transport = transport,
                     .clock = clock,
                     .feed = &feed,
                     .limiter = Limiter(clock, limits)})
{
}

Engine::Engine(Transport &transport, Clock &clock, Limiter::Limits limits, QObject *parent)
    : QObject(parent)
    , d(new Private {.q = this,
                     .transport = transport,
                     .clock = clock,
                     .feed = nullptr,
                     .limiter = Limiter(clock, limits)})
{
}

Engine::~Engine() = default;

void Engine::Private::setTargetLimits(const CallSpec &spec)
{
    for (const PreparedTarget &target : spec.targets) {
        const TargetLimit &limit = target.target.limit;
        limiter.setTargetLimits(limiterKey(target),
                                {.concurrency = limit.concurrency,
                                 .requestsPerMinute = limit.requestsPerMinute,
                                 .tokensPerMinute = limit.tokensPerMinute});
    }
}

void Engine::start(CallId id, CallSpec spec)
{
    Q_ASSERT(thread() == QThread::currentThread());
    d->setTargetLimits(spec);
    auto call
        = std::make_unique<Call>(std::move(spec), d->transport, d->clock, d->limiter, &d->tokens);
    d->listen(*call, id);
    Call &started = *call;
    d->calls.emplace(quint64(id), std::move(call));
    started.start();
}

void Engine::Private::post(CallUpdate update)
{
    if (feed)
        feed->post(std::move(update));
}

void Engine::Private::listen(Call &call, CallId id)
{
    connect(&call, &Call::eventsArrived, q,
            [this, id](const StreamEvents &events) { onEvents(id, events); });
    connect(&call, &Call::stateChanged, q,
            [this, id, &call](CallState state) { onStateChanged(call, id, state); });
    connect(&call, &Call::attemptStarted, q, [this, id, &call](int number) {
        post({.id = id,
              .attempt = number,
              .current = call.record().attempts.last(),
              .extraction = call.extraction()});
    });
    connect(&call, &Call::attemptEnded, q, [this, id, &call] { onAttemptEnded(call, id); });
    connect(&call, &Call::waiting, q, [this, id](int, std::chrono::milliseconds delay) {
        post({.id = id, .waiting = delay});
    });
    connect(&call, &Call::restarted, q, [this, id] { post({.id = id, .restarted = true}); });
    connect(&call, &Call::questionsChanged, q, [this, id](const QList<ToolQuestion> &questions) {
        post({.id = id, .questions = questions});
    });
    connect(&call, &Call::toolsAnswered, q, [this, id, &call](int number) {
        post({.id = id, .answered = {{number, call.record().attempts.last().toolRuns}}});
    });
    connect(&call, &Call::finished, q, [this, id] { onFinished(id); });
}

// Runs for every piece of every stream: one append to the feed, nothing copied but the text.
void Engine::Private::onEvents(CallId id, const StreamEvents &events)
{
    text.resize(0); // keeps its memory
    thinking.resize(0);
    for (const StreamEvent &event : events) {
        if (const auto *delta = std::get_if<TextDelta>(&event))
            text += delta->text;
        else if (const auto *thought = std::get_if<ThinkingDelta>(&event))
            thinking += thought->text;
        else if (const auto *call = std::get_if<ToolCallDelta>(&event))
            post({.id = id, .toolCalls = {*call}});
        else if (const auto *report = std::get_if<UsageReported>(&event))
            post({.id = id, .usage = report->usage});
    }
    if (feed && (!text.isEmpty() || !thinking.isEmpty()))
        feed->postText(id, text, thinking);
}

void Engine::Private::onStateChanged(const Call &call, CallId id, CallState state)
{
    CallUpdate update {.id = id, .state = state};
    if (state == CallState::Connecting) // the request is made: show it
        update.current = call.record().attempts.last();
    post(std::move(update));
}

void Engine::Private::onAttemptEnded(const Call &call, CallId id)
{
    const Attempt &attempt = call.record().attempts.last();
    post({.id = id, .usage = attempt.usage, .ended = {attempt}});
}

void Engine::Private::onFinished(CallId id)
{
    const auto place = calls.find(quint64(id));
    if (place == calls.end())
        return;
    post({.id = id, .finished = place->second->record()});
    place->second.release()->deleteLater(); // we are inside its signal
    calls.erase(place);
    Q_EMIT q->callFinished(id);
}

Call *Engine::Private::find(CallId id) const
{
    const auto place = calls.find(quint64(id));
    return place == calls.end() ? nullptr : place->second.get();
}

void Engine::cancel(CallId id)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (Call *call = d->find(id))
        call->cancel();
}

void Engine::cancelAll()
{
    Q_ASSERT(thread() == QThread::currentThread());
    for (const auto &[id, call] : d->calls) // ends are reported later: nothing is erased here
        call->cancel();
    for (const auto &[key, call] : d->asked)
        call->cancel();
}

void Engine::retryNow(CallId id)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (Call *call = d->find(id))
        call->retryNow();
}

void Engine::answerTool(CallId id, int attempt, int index, const ToolReply &reply)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (Call *call = d->find(id))
        call->answerTool(attempt, index, reply);
}

void Engine::setLimits(Limiter::Limits limits)
{
    Q_ASSERT(thread() == QThread::currentThread());
    d->limiter.setLimits(limits);
}

QFuture<CallRecord> Engine::ask(CallSpec spec)
{
    Q_ASSERT(thread() == QThread::currentThread());
    d->setTargetLimits(spec);
    return d->ask(std::move(spec));
}

QFuture<CheckReport> Engine::check(const PreparedTarget &target)
{
    Q_ASSERT(thread() == QThread::currentThread());
    return d->ask(checkCall(target)).then([target](const CallRecord &record) {
        return checkReport(record, target);
    });
}

QFuture<CallRecord> Engine::Private::ask(CallSpec spec)
{
    QPromise<CallRecord> promise;
    promise.start();
    auto future = promise.future();
    auto owned = std::make_unique<Call>(std::move(spec), transport, clock, limiter, &tokens);
    Call *call = owned.get();
    asked.emplace(call, std::move(owned));
    connect(call, &Call::finished, q, [this, call, promise = std::move(promise)]() mutable {
        promise.addResult(call->record());
        promise.finish();
        onAnswered(call);
    });
    call->start();
    return future;
}

void Engine::Private::onAnswered(Call *call)
{
    auto node = asked.extract(call);
    node.mapped().release()->deleteLater(); // we are inside its signal
}

QFuture<Result<ModelList>> Engine::listModels(const PreparedTarget &target, bool again)
{
    Q_ASSERT(thread() == QThread::currentThread());
    const auto promise = std::make_shared<QPromise<Result<ModelList>>>(); // std::function copies
    promise->start();
    d->modelLists.ask(target, again, [promise](const Result<ModelList> &list) {
        promise->addResult(list);
        promise->finish();
    });
    return promise->future();
}

int Engine::running() const
{
    return int(d->calls.size());
}

} // namespace Antiphon
