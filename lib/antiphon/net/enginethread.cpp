// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/engine.h>
#include <antiphon/net/workqueue.h>

#include <QPromise>
#include <QThread>

#include <atomic>
#include <semaphore>
#include <utility>

namespace Antiphon {

namespace {

// What lives on the thread, in the order in which it is to be made.
struct Resident {
    explicit Resident(Feed &feed, const EngineThread::TransportFactory &makeTransport,
                      Limiter::Limits limits)
        : transport(makeTransport(clock))
        , engine(*transport, clock, feed, limits)
    {
    }

    SystemClock clock;
    std::unique_ptr<Transport> transport;
    Engine engine;
};

/// An event loop on a thread, whose end is a semaphore of our own beside QThread's: the one that
/// ThreadSanitizer knows.
class LoopThread : public QThread {
public:
    void end()
    {
        quit();
        wait();
        m_over.acquire();
    }

private:
    void run() override
    {
        exec();
        m_over.release();
    }

    std::binary_semaphore m_over {0};
};

} // namespace

struct EngineThread::Private {
    LoopThread thread;
    WorkQueue door; // lives on the thread
    std::unique_ptr<Resident> resident; // touched on the thread only
    std::atomic<quint64> lastId = 0;

    // Runs \p ask on the thread and hands on what its future brings.
    template<typename T, typename Ask>
    QFuture<T> answered(Ask ask)
    {
        const auto promise = std::make_shared<QPromise<T>>(); // continuations are copied
        promise->start();
        door.post([promise, ask = std::move(ask)] {
            ask().then([promise](const T &value) {
                promise->addResult(value);
                promise->finish();
            });
        });
        return promise->future();
    }
};

EngineThread::EngineThread(Feed &feed, TransportFactory makeTransport, Limiter::Limits limits)
    : d(new Private)
{
    d->thread.setObjectName(QStringLiteral("network"));
    d->door.moveToThread(&d->thread);
    d->thread.start();
    d->door.post([this, &feed, make = std::move(makeTransport), limits] {
        d->resident = std::make_unique<Resident>(feed, make, limits);
    });
}

EngineThread::~EngineThread()
{
    // Two steps: the ends of the cancelled calls are queued between them, and reach the feed.
    d->door.await([this] { d->resident->engine.cancelAll(); });
    d->door.await([this] { d->resident.reset(); });
    d->thread.end();
}

CallId EngineThread::start(CallSpec spec)
{
    const auto id = CallId(++d->lastId);
    d->door.post([this, id, spec = std::move(spec)] { d->resident->engine.start(id, spec); });
    return id;
}

void EngineThread::cancel(CallId id)
{
    d->door.post([this, id] { d->resident->engine.cancel(id); });
}

void EngineThread::cancelAll()
{
    d->door.post([this] { d->resident->engine.cancelAll(); });
}

void EngineThread::retryNow(CallId id)
{
    d->door.post([this, id] { d->resident->engine.retryNow(id); });
}

void EngineThread::answerTool(CallId id, int attempt, int index, const ToolReply &reply)
{
    d->door.post([this, id, attempt, index, reply] {
        d->resident->engine.answerTool(id, attempt, index, reply);
    });
}

void EngineThread::setLimits(Limiter::Limits limits)
{
    d->door.post([this, limits] { d->resident->engine.setLimits(limits); });
}

QFuture<CallRecord> EngineThread::ask(CallSpec spec)
{
    return d->answered<CallRecord>(
        [this, spec = std::move(spec)] { return d->resident->engine.ask(spec); });
}

QFuture<CheckReport> EngineThread::check(const PreparedTarget &target)
{
    return d->answered<CheckReport>([this, target] { return d->resident->engine.check(target); });
}

QFuture<Result<ModelList>> EngineThread::listModels(const PreparedTarget &target, bool again)
{
    return d->answered<Result<ModelList>>(
        [this, target, again] { return d->resident->engine.listModels(target, again); });
}

} // namespace Antiphon
