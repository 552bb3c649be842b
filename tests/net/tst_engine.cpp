// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/engine.h>

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

static const QByteArray okStream
    = sse("text:Hi") + sse("text:!") + sse("usage:12,2") + sse("stop") + sse("end");

class EngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void postsWhatHappens();
    void announcesRestarts();
    void limitsOfTargetsAreKept();
    void cancelAllEndsEverything();
    void cancelOfAnUnknownCallIsHarmless();
    void asksAndTells();
    void anEndedEngineCancelsWhatWasAsked();
    void threadRunsCallsAndStops();
    void threadEndsWithCallsUnderWay();
};

void EngineTest::postsWhatHappens()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    QSignalSpy finished(&engine, &Engine::callFinished);
    engine.start(CallId(7), fakeSpec());
    clock.advance(0ms);
    auto updates = feed.take();
    QCOMPARE(updates.size(), 1u);
    QCOMPARE(updates[0].attempt, 1);
    QCOMPARE(updates[0].state, CallState::Connecting);
    QVERIFY(!updates[0].current->exchange.request.body.isEmpty());

    transport.last->answer(200, okStream, "text/event-stream");
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(engine.running(), 0);
    updates = feed.take();
    QCOMPARE(updates.size(), 1u);
    QCOMPARE(updates[0].id, CallId(7));
    QCOMPARE(updates[0].text, u"Hi!"_s);
    QCOMPARE(updates[0].usage->output, 2);
    QCOMPARE(updates[0].state, CallState::Done);
    QCOMPARE(updates[0].ended.size(), 1);
    QCOMPARE(updates[0].finished->state, CallState::Done);
    QCOMPARE(updates[0].finished->attempts.size(), 1);
}

void EngineTest::announcesRestarts()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    engine.start(CallId(1), fakeSpec());
    clock.advance(0ms);
    transport.last->connectAndSend();
    transport.last->head(200);
    transport.last->bytes(sse("text:Hel"));
    transport.last->fail(u"reset"_s);
    auto updates = feed.take();
    QCOMPARE(updates[0].text, u"Hel"_s);
    QCOMPARE(updates[0].waiting, 500ms);
    QCOMPARE(updates[0].state, CallState::Backoff);

    clock.advance(500ms);
    transport.last->answer(200, okStream, "text/event-stream");
    updates = feed.take();
    QVERIFY(updates[0].restarted);
    QCOMPARE(updates[0].text, u"Hi!"_s);
    QCOMPARE(updates[0].attempt, 2);
}

void EngineTest::limitsOfTargetsAreKept()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    CallSpec spec = fakeSpec();
    spec.targets[0].target.limit.concurrency = 1;
    engine.start(CallId(1), spec);
    engine.start(CallId(2), spec);
    clock.advance(1s);
    QCOMPARE(transport.requests.size(), 1);
    transport.last->answer(200, okStream, "text/event-stream");
    clock.advance(0ms);
    QCOMPARE(transport.requests.size(), 2);
}

void EngineTest::cancelAllEndsEverything()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    for (quint64 id = 1; id <= 20; ++id)
        engine.start(CallId(id), fakeSpec());
    clock.advance(0ms);
    engine.cancelAll();
    QCoreApplication::processEvents();
    QCOMPARE(engine.running(), 0);
    int cancelled = 0;
    for (const CallUpdate &update : feed.take())
        cancelled += update.finished && update.finished->state == CallState::Cancelled ? 1 : 0;
    QCOMPARE(cancelled, 20);
}

void EngineTest::cancelOfAnUnknownCallIsHarmless()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    engine.cancel(CallId(3));
    engine.retryNow(CallId(3));
    QVERIFY(feed.take().empty());
}

/// Answers every request on its own thread: a scripted transport needs nobody to prompt it.
static EngineThread::TransportFactory answering(const QByteArray &body)
{
    return [body](Clock &) {
        auto transport = std::make_unique<ScriptedTransport>();
        transport->onSend = [body](ScriptedExchange *exchange) {
            QMetaObject::invokeMethod(
                exchange, [exchange, body] { exchange->answer(200, body, "text/event-stream"); },
                Qt::QueuedConnection);
        };
        return transport;
    };
}

void EngineTest::asksAndTells()
{
    ManualClock clock;
    ScriptedTransport transport;
    Engine engine(transport, clock);
    const auto first = engine.ask(fakeSpec());
    const auto second = engine.ask(fakeSpec());
    QList<QPointer<ScriptedExchange>> sent;
    transport.onSend = [&sent](ScriptedExchange *exchange) { sent.append(exchange); };
    clock.advance(0ms);
    QCOMPARE(sent.size(), 2);
    sent[1]->answer(200, okStream, "text/event-stream");
    QCoreApplication::processEvents();
    QVERIFY(second.isFinished() && !first.isFinished());
    QCOMPARE(second.result().state, CallState::Done);
    QCOMPARE(second.result().attempts.last().text, u"Hi!"_s);
    engine.cancelAll();
    QCoreApplication::processEvents();
    QVERIFY(first.isFinished());
    QCOMPARE(first.result().state, CallState::Cancelled);
}

void EngineTest::anEndedEngineCancelsWhatWasAsked()
{
    ManualClock clock;
    ScriptedTransport transport;
    QFuture<CallRecord> answer;
    {
        Engine engine(transport, clock);
        answer = engine.ask(fakeSpec());
        clock.advance(0ms);
    }
    QVERIFY(answer.isCanceled());
}

void EngineTest::threadRunsCallsAndStops()
{
    Feed feed;
    QHash<CallId, CallRecord> records;
    EngineThread engine(feed, answering(okStream), {4, 4});
    QSet<CallId> started;
    for (int i = 0; i < 50; ++i)
        started.insert(engine.start(fakeSpec()));
    QCOMPARE(started.size(), 50);
    QVERIFY(QTest::qWaitFor(
        [&] {
            for (CallUpdate &update : feed.take()) {
                if (update.finished)
                    records.insert(update.id, *update.finished);
            }
            return records.size() == 50;
        },
        20s));
    for (const CallRecord &record : std::as_const(records)) {
        QCOMPARE(record.state, CallState::Done);
        QCOMPARE(record.attempts.last().text, u"Hi!"_s);
    }
}

void EngineTest::threadEndsWithCallsUnderWay()
{
    Feed feed;
    {
        EngineThread engine(feed, answering(sse("text:Hel")), {4, 4});
        for (int i = 0; i < 20; ++i)
            (void)engine.start(fakeSpec());
    }
    int finished = 0;
    for (const CallUpdate &update : feed.take())
        finished += update.finished ? 1 : 0;
    QCOMPARE(finished, 20);
}

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
