// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/engine.h>

#include <QPromise>
#include <QThread>

#include <atomic>
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

} // namespace

struct EngineThread::Private {
    QThread thread;
    QObject door; // lives on the thread: what is posted to it runs there
    std::unique_ptr<Resident> resident; // touched on the thread only
    std::atomic<quint64> lastId = 0;

    // Runs \p work on the thread, in the order of the calls.
    template<typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(&door, std::move(work), Qt::QueuedConnection);
    }

    // Runs \p ask on the thread and hands on what its future brings.
    template<typename T, typename Ask>
    QFuture<T> answered(Ask ask)
    {
        const auto promise = std::make_shared<QPromise<T>>(); // continuations are copied
        promise->start();
        post([promise, ask = std::move(ask)] {
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
    d->post([this, &feed, make = std::move(makeTransport), limits] {
        d->resident = std::make_unique<Resident>(feed, make, limits);
    });
}

EngineThread::~EngineThread()
{
    // Two steps: the ends of the cancelled calls are queued between them, and reach the feed.
    QMetaObject::invokeMethod(
        &d->door, [this] { d->resident->engine.cancelAll(); }, Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(
        &d->door, [this] { d->resident.reset(); }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

CallId EngineThread::start(CallSpec spec)
{
    const auto id = CallId(++d->lastId);
    d->post([this, id, spec = std::move(spec)] { d->resident->engine.start(id, spec); });
    return id;
}

void EngineThread::cancel(CallId id)
{
    d->post([this, id] { d->resident->engine.cancel(id); });
}

void EngineThread::cancelAll()
{
    d->post([this] { d->resident->engine.cancelAll(); });
}

void EngineThread::retryNow(CallId id)
{
    d->post([this, id] { d->resident->engine.retryNow(id); });
}

void EngineThread::setLimits(Limiter::Limits limits)
{
    d->post([this, limits] { d->resident->engine.setLimits(limits); });
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
