// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>

#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

/// One call with everything around it, and what it said.
struct Bench {
    explicit Bench(CallSpec spec = fakeSpec())
        : call(std::move(spec), transport, clock, limiter)
    {
    }

    ScriptedExchange &start()
    {
        call.start();
        clock.advance(0ms);
        return *transport.last;
    }

    /// Lets queued signals through.
    void settle() { QCoreApplication::processEvents(); }

    const Attempt &last() { return call.record().attempts.last(); }

    ManualClock clock;
    ScriptedTransport transport;
    Limiter limiter {clock, {8, 4}};
    Call call;
    QSignalSpy finished {&call, &Call::finished};
    QSignalSpy restarted {&call, &Call::restarted};
    QSignalSpy waiting {&call, &Call::waiting};
    QSignalSpy ended {&call, &Call::attemptEnded};
};

static const QByteArray okStream
    = sse("text:Hi") + sse("text:!") + sse("usage:12,2") + sse("stop") + sse("end");

class CallTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streamsAnAnswer();
    void timesEveryPhase();
    void retriesAnOverloadedProvider();
    void retryAfterPausesTheTarget();
    void faults_data();
    void faults();
    void deadlines_data();
    void deadlines();
    void keepAlivesHoldOffTheIdleDeadline();
    void nothingNewEndsAStreamWhoseEndMarkCame();
    void connectionLostAfterTheEndIsNoFailure();
    void droppedStreamRestarts();
    void droppedStreamFailsWhenThePolicySaysSo();
    void droppedStreamContinues();
    void toolCallsAreNotContinued();
    void streamAnsweredWithABody_data();
    void streamAnsweredWithABody();
    void bodyAnsweredWithAStream();
    void cancelAtEachState_data();
    void cancelAtEachState();
    void cancelDuringTheWaitEndsIt();
    void cancelFromASignalIsFine();
    void retryNowEndsTheWait();
    void retryNowIsHarmlessElsewhere();
    void noRetriesMeansOneAttempt();
    void asksWithoutUsageWhereThatIsRefused();
    void fallsBackWhenExhausted();
    void fallbackHasItsOwnBudget();
    void givenUpTargetCoolsDown();
    void setupErrorSendsNothing();
    void nothingKeptHoldsASecret();
    void costsOfFailedAttemptsAreKnownWhereNothingWasBilled();
    void refusalsAreNoAnswers_data();
    void refusalsAreNoAnswers();
    void gatewaysSayWhatAnAnswerCost();
    void finishedIsNeverEmittedFromInsideStart();
};

void CallTest::streamsAnAnswer()
{
    Bench bench;
    QString shown;
    connect(&bench.call, &Call::eventsArrived, this, [&shown](const StreamEvents &events) {
        for (const StreamEvent &event : events) {
            if (const auto *text = std::get_if<TextDelta>(&event))
                shown += text->text;
        }
    });
    bench.start().answer(200, okStream, "text/event-stream");
    QVERIFY(bench.finished.isEmpty());
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(shown, u"Hi!"_s);

    const CallRecord &record = bench.call.record();
    QCOMPARE(record.state, CallState::Done);
    QCOMPARE(record.attempts.size(), 1);
    const Attempt &attempt = bench.last();
    QCOMPARE(attempt.text, u"Hi!"_s);
    QVERIFY(attempt.complete);
    QVERIFY(!attempt.error);
    QVERIFY(!attempt.decision);
    QCOMPARE(attempt.exchange.body, okStream);
    QCOMPARE(attempt.exchange.end, u"complete"_s);
    QCOMPARE(attempt.exchange.chunks.size(), 1);
    QCOMPARE(attempt.cost, cost(attempt.usage, fakeTarget().price->price));
    QVERIFY(attempt.cost);
    QCOMPARE(bench.limiter.running(), 0);
}

void CallTest::timesEveryPhase()
{
    Bench bench;
    ScriptedExchange &exchange = bench.start();
    QCOMPARE(bench.call.state(), CallState::Connecting);
    bench.clock.advance(10ms);
    exchange.reach(Phase::Connected);
    bench.clock.advance(20ms);
    exchange.reach(Phase::Encrypted);
    bench.clock.advance(1ms);
    exchange.reach(Phase::Sent);
    QCOMPARE(bench.call.state(), CallState::Waiting);
    bench.clock.advance(100ms);
    exchange.head(200);
    bench.clock.advance(50ms);
    exchange.bytes(sse("think:hm"));
    QCOMPARE(bench.call.state(), CallState::Thinking);
    bench.clock.advance(5ms);
    exchange.bytes(sse("text:Hi"));
    QCOMPARE(bench.call.state(), CallState::Streaming);
    exchange.bytes(sse("stop"));
    bench.clock.advance(7ms);
    exchange.end();

    const Timings &timings = bench.last().timings;
    QCOMPARE(timings.queued, 0ms);
    QVERIFY(!timings.held);
    QCOMPARE(timings.connect, 10ms);
    QCOMPARE(timings.tls, 30ms);
    QCOMPARE(timings.sent, 31ms);
    QCOMPARE(timings.headers, 131ms);
    QCOMPARE(timings.firstToken, 181ms);
    QCOMPARE(timings.end, 193ms);
    const QList<Chunk> chunks = bench.last().exchange.chunks;
    QCOMPARE(chunks.size(), 3);
    QCOMPARE(chunks[0].at, 150ms);
    QCOMPARE(chunks[1].at, 155ms);
}

void CallTest::retriesAnOverloadedProvider()
{
    Bench bench;
    bench.start();
    bench.clock.advance(200ms);
    bench.transport.last->answer(503, "overloaded");
    QCOMPARE(bench.transport.requests.size(), 1);
    QCOMPARE(bench.call.state(), CallState::Backoff);
    QCOMPARE(bench.waiting.size(), 1);

    bench.clock.advance(499ms);
    QCOMPARE(bench.transport.requests.size(), 1);
    bench.clock.advance(1ms); // the initial delay
    QCOMPARE(bench.transport.requests.size(), 2);
    bench.transport.last->answer(200, okStream, "text/event-stream");
    bench.settle();

    QCOMPARE(bench.finished.size(), 1);
    const QList<Attempt> attempts = bench.call.record().attempts;
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts[0].error->kind, ErrorKind::Server);
    QCOMPARE(attempts[0].error->message, u"overloaded"_s);
    QCOMPARE(attempts[0].decision->next, Decision::Next::Retry);
    QVERIFY(!attempts[0].decision->why.isEmpty());
    QCOMPARE(attempts[0].state, CallState::Failed);
    QCOMPARE(attempts[1].kind, AttemptKind::Retry);
    QCOMPARE(attempts[1].begin, 700ms);
    QCOMPARE(bench.call.record().state, CallState::Done);
    QVERIFY(bench.restarted.isEmpty()); // nothing had been shown
}

void CallTest::retryAfterPausesTheTarget()
{
    Bench bench;
    bench.start().answer(429, "slow down", "text/plain", {{.name = "retry-after", .value = "2"}});
    QCOMPARE(bench.last().decision->wait, 2s);

    Call neighbour(fakeSpec(), bench.transport, bench.clock, bench.limiter);
    neighbour.start();
    bench.clock.advance(1999ms);
    QCOMPARE(bench.transport.requests.size(), 1);
    QCOMPARE(neighbour.state(), CallState::Held);
    bench.clock.advance(1ms);
    QCOMPARE(bench.transport.requests.size(), 2); // one at a time now
    const Attempt held = neighbour.record().attempts.last();
    QCOMPARE(held.timings.queued, 0ms);
    QCOMPARE(held.timings.held, 2s);
    QVERIFY(held.heldWhy.startsWith("Waited 2 s before it was sent: "_L1));
    QVERIFY(bench.call.record().attempts[0].heldWhy.isEmpty());
    bench.clock.advance(500ms);
    bench.transport.last->answer(200, okStream, "text/event-stream");
    bench.clock.advance(0ms);
    QCOMPARE(bench.transport.requests.size(), 3);
    QVERIFY(bench.last().heldWhy.contains("since it refused one for haste"_L1));
}

void CallTest::faults_data()
{
    QTest::addColumn<QByteArrayList>("script");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("retried");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("end");

    const QByteArray hello = sse("text:Hello");
    const auto row = [](const char *name, QByteArrayList script, ErrorKind kind, bool retried,
                        const QString &text, const QString &end) {
        QTest::newRow(name) << script << kind << retried << text << end;
    };
    row("refused", {"fail:refused"}, ErrorKind::Connection, true, {}, {});
    row("name not found", {"fail:dns"}, ErrorKind::Connection, true, {}, {});
    row("no TLS", {"fail:tls"}, ErrorKind::Connection, true, {}, {});
    row("closed before the head", {"sent", "fail:closed"}, ErrorKind::Connection, true, {}, {});
    row("closed before the body", {"sent", "head:200", "fail:closed"}, ErrorKind::Connection, true,
        {}, u"cut"_s);
    row("dropped in the stream", {"sent", "head:200", hello, "fail:closed"}, ErrorKind::Dropped,
        true, u"Hello"_s, u"cut"_s);
    row("reset in the stream", {"sent", "head:200", hello, "fail:reset"}, ErrorKind::Dropped, true,
        u"Hello"_s, u"reset"_s);
    row("ended without the model's end", {"sent", "head:200", hello, "end"}, ErrorKind::Dropped,
        true, u"Hello"_s, u"complete"_s);
    row("ended inside an event", {"sent", "head:200", hello, "data: {\"te", "end"},
        ErrorKind::Dropped, true, u"Hello"_s, u"complete"_s);
    row("ended after a keep-alive", {"sent", "head:200", ": ping\n\n", "end"}, ErrorKind::Dropped,
        true, {}, u"complete"_s);
    row("empty", {"sent", "head:200", "end"}, ErrorKind::BadResponse, false, {}, u"complete"_s);
    row("a web page", {"sent", "head:200", "<!DOCTYPE html><p>Hi", "end"}, ErrorKind::BadResponse,
        false, {}, u"complete"_s);
    row("garbage", {"sent", "head:200", "\x01\x02 garbage", "end"}, ErrorKind::BadResponse, false,
        {}, u"complete"_s);
    row("garbage in an event", {"sent", "head:200", hello, sse("%%%")}, ErrorKind::BadResponse,
        false, u"Hello"_s, u"complete"_s);
    row("error in a 200", {"sent", "head:200", hello, sse("error:overloaded:Overloaded")},
        ErrorKind::Server, true, u"Hello"_s, u"complete"_s);
    row("error first in a 200", {"sent", "head:200", sse("error:rate:Slow down")},
        ErrorKind::RateLimit, true, {}, u"complete"_s);
    row("broken off by the service", // DeepSeek, Cohere, Mistral
        {"sent", "head:200", hello, sse("finish:insufficient_system_resource"), sse("end"), "end"},
        ErrorKind::Server, true, u"Hello"_s, u"complete"_s);
    row("a call that cannot be read", // Gemini
        {"sent", "head:200", sse("finish:MALFORMED_FUNCTION_CALL"), sse("end"), "end"},
        ErrorKind::BadResponse, true, {}, u"complete"_s);
    row("429", {"sent", "head:429", "slow down", "end"}, ErrorKind::RateLimit, true, {},
        u"complete"_s);
    row("503", {"sent", "head:503", "later", "end"}, ErrorKind::Server, true, {}, u"complete"_s);
    row("503 that is cut", {"sent", "head:503", "lat", "fail:closed"}, ErrorKind::Server, true, {},
        u"cut"_s);
    row("400", {"sent", "head:400", "no such parameter", "end"}, ErrorKind::InvalidRequest, false,
        {}, u"complete"_s);
    row("401", {"sent", "head:401", "wrong key", "end"}, ErrorKind::Authentication, false, {},
        u"complete"_s);
}

static void play(ScriptedExchange &exchange, const QByteArrayList &script)
{
    for (const QByteArray &step : script) {
        if (step == "sent")
            exchange.connectAndSend();
        else if (step == "end")
            exchange.end();
        else if (step.startsWith("head:"))
            exchange.head(step.sliced(5).toInt());
        else if (step.startsWith("fail:"))
            exchange.fail(QString::fromUtf8(step.sliced(5)));
        else
            exchange.bytes(step);
    }
}

void CallTest::faults()
{
    QFETCH(QByteArrayList, script);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, retried);
    QFETCH(QString, text);
    QFETCH(QString, end);

    for (const OnDrop onDrop : {OnDrop::Restart, OnDrop::Fail, OnDrop::Continue}) {
        CallSpec spec = fakeSpec();
        spec.targets[0].policy.onDrop = onDrop;
        Bench bench(spec);
        play(bench.start(), script);

        const Attempt first = bench.last();
        QVERIFY(first.error);
        QCOMPARE(first.error->kind, kind);
        QVERIFY(!first.error->message.isEmpty());
        QCOMPARE(first.error->provider, u"fake"_s);
        QCOMPARE(first.text, text);
        QVERIFY(!first.complete);
        QCOMPARE(first.exchange.end, end);
        QVERIFY(first.decision);
        const bool goesOn = retried && (text.isEmpty() || onDrop != OnDrop::Fail);
        QCOMPARE(first.decision->next, goesOn ? Decision::Next::Retry : Decision::Next::Stop);

        if (goesOn) {
            bench.clock.advance(first.decision->wait);
            bench.transport.last->answer(200, okStream, "text/event-stream");
            const bool goesOnWithText = onDrop == OnDrop::Continue && !text.isEmpty();
            QCOMPARE(bench.last().text, goesOnWithText ? text + u"Hi!"_s : u"Hi!"_s);
        }
        bench.settle();
        QCOMPARE(bench.finished.size(), 1);
        QCOMPARE(bench.call.record().state, goesOn ? CallState::Done : CallState::Failed);
        QCOMPARE(bench.call.record().attempts.size(), goesOn ? 2 : 1);
        QCOMPARE(bench.limiter.running(), 0);
    }
}

void CallTest::deadlines_data()
{
    QTest::addColumn<QByteArrayList>("script");
    QTest::addColumn<std::chrono::milliseconds>("limit");
    QTest::addColumn<QString>("phase");

    QTest::newRow("no connection") << QByteArrayList {} << 10'000ms << u"connect"_s;
    QTest::newRow("no answer") << QByteArrayList {"sent"} << 20'000ms << u"firstToken"_s;
    QTest::newRow("no text") << QByteArrayList {"sent", "head:200"} << 20'000ms << u"firstToken"_s;
    QTest::newRow("silence") << QByteArrayList {"sent", "head:200", sse("text:Hi")} << 30'000ms
                             << u"idle"_s;
}

void CallTest::deadlines()
{
    QFETCH(QByteArrayList, script);
    QFETCH(std::chrono::milliseconds, limit);
    QFETCH(QString, phase);

    CallSpec spec = fakeSpec();
    spec.retries = false;
    spec.targets[0].timeouts = {.connect = 10s, .firstToken = 20s, .idle = 30s, .total = 100s};
    Bench bench(spec);
    play(bench.start(), script);
    bench.clock.advance(limit - 1ms);
    QVERIFY(!bench.last().error);
    bench.clock.advance(1ms);
    QCOMPARE(bench.last().error->kind, ErrorKind::Timeout);
    QCOMPARE(bench.last().error->code, phase);
    QVERIFY(bench.transport.last.isNull() || bench.transport.last->aborted);
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
}

void CallTest::keepAlivesHoldOffTheIdleDeadline()
{
    CallSpec spec = fakeSpec();
    spec.retries = false;
    spec.targets[0].timeouts = {.connect = 10s, .firstToken = 20s, .idle = 30s, .total = 100s};
    Bench bench(spec);
    ScriptedExchange &exchange = bench.start();
    play(exchange, {"sent", "head:200", sse("text:Hi")});
    for (int i = 0; i < 4; ++i) {
        bench.clock.advance(24s);
        QVERIFY(!bench.last().error);
        exchange.bytes(": ping\n\n");
    }
    bench.clock.advance(4s); // 100 s in all
    QCOMPARE(bench.last().error->code, u"total"_s);
    QCOMPARE(bench.last().text, u"Hi"_s);
}

void CallTest::nothingNewEndsAStreamWhoseEndMarkCame()
{
    Bench bench;
    ScriptedExchange &exchange = bench.start();
    play(exchange, {"sent", "head:200", okStream});
    bench.clock.advance(1s); // the server keeps the connection open
    QVERIFY(bench.last().complete);
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.call.record().state, CallState::Done);
}

void CallTest::connectionLostAfterTheEndIsNoFailure()
{
    Bench bench;
    play(bench.start(), {"sent", "head:200", sse("text:Hi") + sse("stop"), "fail:reset"});
    QVERIFY(!bench.last().error);
    QCOMPARE(bench.call.record().state, CallState::Done);
}

void CallTest::droppedStreamRestarts()
{
    Bench bench;
    play(bench.start(), {"sent", "head:200", sse("text:Hel"), "fail:closed"});
    QCOMPARE(bench.last().decision->stream, u"restart"_s);
    QVERIFY(bench.restarted.isEmpty()); // what came stays on show during the wait
    bench.clock.advance(500ms);
    QCOMPARE(bench.restarted.size(), 1);
    bench.transport.last->answer(200, okStream, "text/event-stream");
    QCOMPARE(bench.call.record().attempts[0].text, u"Hel"_s);
    QCOMPARE(bench.last().text, u"Hi!"_s);
    QCOMPARE(bench.transport.requests[0].body, bench.transport.requests[1].body);
}

void CallTest::droppedStreamFailsWhenThePolicySaysSo()
{
    CallSpec spec = fakeSpec();
    spec.targets[0].policy.onDrop = OnDrop::Fail;
    Bench bench(spec);
    play(bench.start(), {"sent", "head:200", sse("text:Hel"), "fail:closed"});
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.call.record().state, CallState::Failed);
    QCOMPARE(bench.last().text, u"Hel"_s);
    QCOMPARE(bench.last().decision->stream, u"fail"_s);
}

void CallTest::droppedStreamContinues()
{
    CallSpec spec = fakeSpec();
    spec.targets[0].policy.onDrop = OnDrop::Continue;
    Bench bench(spec);
    play(bench.start(), {"sent", "head:200", sse("text:Hel"), "fail:closed"});
    QCOMPARE(bench.last().decision->stream, u"continue"_s);
    bench.clock.advance(500ms);
    QVERIFY(bench.restarted.isEmpty());
    QVERIFY(bench.transport.requests[1].body.contains("Hel\n"));
    play(*bench.transport.last, {"sent", "head:200", sse("text:lo") + sse("stop"), "end"});
    QCOMPARE(bench.last().text, u"Hello"_s);
}

void CallTest::toolCallsAreNotContinued()
{
    CallSpec spec = fakeSpec();
    spec.targets[0].policy.onDrop = OnDrop::Continue;
    Bench bench(spec);
    play(bench.start(), {"sent", "head:200", sse("think:only thought"), "fail:closed"});
    QCOMPARE(bench.last().decision->stream, u"restart"_s); // no text to go on from
    bench.clock.advance(500ms);
    QCOMPARE(bench.restarted.size(), 1);
}

void CallTest::streamAnsweredWithABody_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a JSON body") << QByteArray("application/json")
                                 << QByteArray("{text:Hi!\nstop}\n");
    QTest::newRow("a JSON body called a stream")
        << QByteArray("text/event-stream") << QByteArray(" \n{text:Hi!\nstop}");
    QTest::newRow("a stream called JSON")
        << QByteArray("text/plain") << sse("text:Hi!") + sse("stop");
}

void CallTest::streamAnsweredWithABody()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    for (qsizetype cut = 1; cut < body.size(); ++cut) {
        Bench bench;
        ScriptedExchange &exchange = bench.start();
        exchange.connectAndSend();
        exchange.head(200, type);
        exchange.bytes(body.first(cut));
        exchange.bytes(body.sliced(cut));
        exchange.end();
        QVERIFY(!bench.last().error);
        QCOMPARE(bench.last().text, u"Hi!"_s);
    }
}

void CallTest::bodyAnsweredWithAStream()
{
    CallSpec spec = fakeSpec();
    spec.inputs.stream = false;
    Bench bench(spec);
    bench.start().answer(200, okStream, "text/event-stream");
    QVERIFY(!bench.transport.last || !bench.transport.last->context.stream);
    QCOMPARE(bench.last().text, u"Hi!"_s);
    QVERIFY(!bench.last().error);
}

void CallTest::cancelAtEachState_data()
{
    QTest::addColumn<QByteArrayList>("script");
    QTest::addColumn<CallState>("state");
    QTest::newRow("connecting") << QByteArrayList {} << CallState::Connecting;
    QTest::newRow("waiting") << QByteArrayList {"sent"} << CallState::Waiting;
    QTest::newRow("thinking") << QByteArrayList {"sent", "head:200", sse("think:hm")}
                              << CallState::Thinking;
    QTest::newRow("streaming") << QByteArrayList {"sent", "head:200", sse("text:Hel")}
                               << CallState::Streaming;
}

void CallTest::cancelAtEachState()
{
    QFETCH(QByteArrayList, script);
    QFETCH(CallState, state);
    Bench bench;
    const QPointer<ScriptedExchange> exchange = &bench.start();
    play(*exchange, script);
    QCOMPARE(bench.call.state(), state);
    bench.call.cancel();
    QVERIFY(bench.finished.isEmpty());
    QVERIFY(exchange->aborted);
    bench.call.cancel();
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.call.record().state, CallState::Cancelled);
    QCOMPARE(bench.last().error->kind, ErrorKind::Cancelled);
    QCOMPARE(bench.last().state, CallState::Cancelled);
    QCOMPARE(bench.last().text, state == CallState::Streaming ? u"Hel"_s : QString());
    QCOMPARE(bench.ended.size(), 1);
    QCOMPARE(bench.limiter.running(), 0);
    bench.clock.advance(1h);
    bench.call.cancel();
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.transport.requests.size(), 1);
}

void CallTest::cancelDuringTheWaitEndsIt()
{
    Bench bench;
    bench.start().answer(503, "later");
    QCOMPARE(bench.call.state(), CallState::Backoff);
    bench.call.cancel();
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.call.record().state, CallState::Cancelled);
    QCOMPARE(bench.last().error->kind, ErrorKind::Server); // what happened stays
    QCOMPARE(bench.last().decision->next, Decision::Next::Stop);
    bench.clock.advance(1h);
    QCOMPARE(bench.transport.requests.size(), 1);

    Bench queued;
    queued.call.start();
    QCOMPARE(queued.call.state(), CallState::Queued);
    queued.call.cancel();
    queued.clock.advance(1h);
    queued.settle();
    QCOMPARE(queued.finished.size(), 1);
    QVERIFY(queued.transport.requests.isEmpty());
    QCOMPARE(queued.call.record().attempts.size(), 1);
}

void CallTest::cancelFromASignalIsFine()
{
    for (const bool onText : {true, false}) {
        Bench bench;
        connect(&bench.call, &Call::eventsArrived, this, [&] {
            if (onText)
                bench.call.cancel();
        });
        connect(&bench.call, &Call::attemptEnded, this, [&] { bench.call.cancel(); });
        play(bench.start(), {"sent", "head:200", sse("text:Hel"), "fail:closed"});
        bench.clock.advance(1h);
        bench.settle();
        QCOMPARE(bench.finished.size(), 1);
        QCOMPARE(bench.call.record().state, CallState::Cancelled);
        QCOMPARE(bench.last().text, u"Hel"_s);
        QCOMPARE(bench.transport.requests.size(), 1);
    }
}

void CallTest::retryNowEndsTheWait()
{
    Bench bench;
    bench.start().answer(503, "later");
    bench.call.retryNow();
    bench.clock.advance(0ms);
    QCOMPARE(bench.transport.requests.size(), 2);
    bench.clock.advance(1s);
    QCOMPARE(bench.transport.requests.size(), 2);
}

void CallTest::retryNowIsHarmlessElsewhere()
{
    Bench bench;
    bench.call.retryNow();
    bench.start();
    bench.call.retryNow();
    bench.transport.last->answer(200, okStream, "text/event-stream");
    bench.call.retryNow();
    bench.settle();
    bench.call.retryNow();
    QCOMPARE(bench.transport.requests.size(), 1);
    QCOMPARE(bench.finished.size(), 1);
}

void CallTest::asksWithoutUsageWhereThatIsRefused()
{
    CallSpec spec = fakeSpec();
    spec.targets.first().codec = findCodec(u"openai-chat");
    Bench bench(spec);
    QVERIFY(bench.start().request.body.contains("stream_options"));
    bench.transport.last->answer(422, R"({"detail":"Unknown field: stream_options"})");
    bench.clock.advance(10s);
    QCOMPARE(bench.transport.requests.size(), 2);
    QVERIFY(!bench.transport.last->request.body.contains("stream_options"));
    bench.transport.last->answer(
        200,
        "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n"
        "data: [DONE]\n\n",
        "text/event-stream");
    QCOMPARE(bench.call.state(), CallState::Done);
    QCOMPARE(bench.last().text, u"Hi"_s);
    QCOMPARE(bench.call.record().warnings.size(), 1);

    Bench stubborn(spec); // it names them again: that is not tried for ever
    stubborn.start().answer(400, "stream_options");
    stubborn.clock.advance(10s);
    stubborn.transport.last->answer(400, "stream_options");
    stubborn.clock.advance(60s);
    QCOMPARE(stubborn.transport.requests.size(), 2);
    QCOMPARE(stubborn.call.state(), CallState::Failed);
}

void CallTest::noRetriesMeansOneAttempt()
{
    CallSpec spec = fakeSpec();
    spec.retries = false;
    spec.targets.append(fakeTarget(u"two"_s));
    spec.targets[0].target.fallback = {u"two"_s};
    Bench bench(spec);
    bench.start().answer(503, "later");
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.transport.requests.size(), 1);
}

static CallSpec twoTargets(int attempts)
{
    CallSpec spec = fakeSpec();
    spec.targets.append(fakeTarget(u"two"_s));
    spec.targets[0].target.fallback = {u"two"_s};
    for (PreparedTarget &target : spec.targets)
        target.policy = policyWithAttempts(attempts);
    return spec;
}

void CallTest::fallsBackWhenExhausted()
{
    Bench bench(twoTargets(1));
    play(bench.start(), {"sent", "head:200", sse("text:Hel"), "fail:closed"});
    QCOMPARE(bench.last().decision->next, Decision::Next::Fallback);
    QCOMPARE(bench.last().decision->target, u"two"_s);
    bench.clock.advance(0ms);
    QCOMPARE(bench.restarted.size(), 1);
    bench.transport.last->answer(200, okStream, "text/event-stream");
    bench.settle();
    const CallRecord &record = bench.call.record();
    QCOMPARE(record.state, CallState::Done);
    QCOMPARE(record.target, u"one"_s);
    QCOMPARE(record.attempts.size(), 2);
    QCOMPARE(record.attempts[1].target, u"two"_s);
    QCOMPARE(record.attempts[1].kind, AttemptKind::Fallback);
}

void CallTest::fallbackHasItsOwnBudget()
{
    Bench bench(twoTargets(2));
    bench.start();
    for (int i = 0; i < 4; ++i) {
        bench.transport.last->answer(503, "later");
        bench.clock.advance(1min);
    }
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.call.record().state, CallState::Failed);
    const QList<Attempt> attempts = bench.call.record().attempts;
    QCOMPARE(attempts.size(), 4);
    QCOMPARE(attempts[0].kind, AttemptKind::Call);
    QCOMPARE(attempts[1].kind, AttemptKind::Retry);
    QCOMPARE(attempts[2].kind, AttemptKind::Fallback);
    QCOMPARE(attempts[3].kind, AttemptKind::Retry);
    QCOMPARE(attempts[3].target, u"two"_s);
    QCOMPARE(attempts[3].number, 4);
}

void CallTest::givenUpTargetCoolsDown()
{
    Bench bench(twoTargets(1));
    bench.start().answer(503, "later");
    bench.clock.advance(0ms);

    Call next(twoTargets(1), bench.transport, bench.clock, bench.limiter);
    next.start();
    QCOMPARE(next.record().attempts.last().target, u"two"_s);
    QCOMPARE(next.record().target, u"one"_s);
    QCOMPARE(next.record().warnings.size(), 1);

    Call alone(fakeSpec(), bench.transport, bench.clock, bench.limiter); // has no choice
    alone.start();
    QCOMPARE(alone.record().attempts.last().target, u"one"_s);

    bench.clock.advance(5s);
    Call later(twoTargets(1), bench.transport, bench.clock, bench.limiter);
    later.start();
    QCOMPARE(later.record().attempts.last().target, u"one"_s);
}

void CallTest::setupErrorSendsNothing()
{
    CallSpec spec = fakeSpec();
    spec.inputs.prompt.messages.clear();
    spec.inputs.prompt.text = u"USER: {missing}"_s;
    Bench bench(spec);
    bench.call.start();
    QVERIFY(bench.finished.isEmpty());
    bench.clock.advance(1h);
    bench.settle();
    QCOMPARE(bench.finished.size(), 1);
    QVERIFY(bench.transport.requests.isEmpty());
    QCOMPARE(bench.last().error->kind, ErrorKind::Setup);
    QCOMPARE(bench.call.record().attempts.size(), 1);
}

void CallTest::nothingKeptHoldsASecret()
{
    const QByteArray key = "sk-test-0123456789-abcd";
    Bench bench;
    bench.start().answer(401, "wrong key: " + key);
    const QByteArray kept = toBytes(toJson(bench.call.record(), true));
    QVERIFY(!kept.contains(key));
    QVERIFY(kept.contains("wrong key"));
    QVERIFY(!bench.last().error->message.contains(QString::fromUtf8(key)));
    QVERIFY(!bench.last().exchange.body.contains(key));
    QVERIFY(!bench.last().error->evidence.contains(key));

    Bench echo;
    echo.start().answer(200, sse("text:your key is " + key) + sse("stop"), "text/event-stream");
    QVERIFY(!toBytes(toJson(echo.call.record(), true)).contains(key));
    QVERIFY(echo.last().text.startsWith(u"your key is "_s));
}

void CallTest::costsOfFailedAttemptsAreKnownWhereNothingWasBilled()
{
    Bench bench;
    bench.start().answer(503, "later");
    QCOMPARE(bench.last().cost, Money {});
    bench.clock.advance(500ms);
    bench.transport.last->fail(u"refused"_s);
    QCOMPARE(bench.last().cost, Money {});
    bench.clock.advance(1s);
    play(*bench.transport.last, {"sent", "head:200", sse("text:Hel"), "fail:closed"});
    QVERIFY(!bench.last().cost); // billed, but nobody said how much
}

void CallTest::refusalsAreNoAnswers_data()
{
    QTest::addColumn<QByteArray>("frames");
    QTest::addColumn<QString>("message"); // empty: an answer after all
    QTest::newRow("the model's own words")
        << sse("refusal:Not that.") + sse("stop") << u"Not that."_s;
    QTest::newRow("nothing came through a filter")
        << sse("finish:SAFETY") << u"The service filtered the answer (\"SAFETY\")."_s;
    QTest::newRow("a filter cut it off") << sse("text:Hello") + sse("finish:content_filter")
                                         << u"The service filtered the answer "
                                            "(\"content_filter\")."_s;
    QTest::newRow("a guardrail blotted words out")
        << sse("text:{NAME} is there") + sse("finish:guardrail_intervened") << QString();
    QTest::newRow("a guardrail let nothing through")
        << sse("finish:guardrail_intervened")
        << u"The service filtered the answer (\"guardrail_intervened\")."_s;
}

// project-format.md 5.1 and 4.6: refused, and a chain of its own.
void CallTest::refusalsAreNoAnswers()
{
    QFETCH(QByteArray, frames);
    QFETCH(QString, message);
    for (const bool chain : {false, true}) {
        CallSpec spec = fakeSpec();
        spec.targets.append(fakeTarget(u"two"_s));
        if (chain)
            spec.targets[0].policy.fallback.filtered = {u"two"_s};
        Bench bench(spec);
        bench.start().answer(200, frames + sse("end"), "text/event-stream");
        bench.settle();
        const Attempt first = bench.call.record().attempts.first();
        QCOMPARE(first.error.has_value(), !message.isEmpty());
        if (message.isEmpty()) {
            QCOMPARE(bench.call.record().state, CallState::Done);
            continue;
        }
        QCOMPARE(first.error->kind, ErrorKind::Filtered);
        QCOMPARE(first.error->message, message);
        QCOMPARE(first.state, CallState::Refused);
        QVERIFY(!first.complete);
        QCOMPARE(first.decision->next, chain ? Decision::Next::Fallback : Decision::Next::Stop);
        if (!chain)
            QCOMPARE(bench.call.record().state, CallState::Refused);
    }
}

// litellm.md, Response: the head of a whole answer has the cost, that of a stream not yet.
void CallTest::gatewaysSayWhatAnAnswerCost()
{
    for (const bool stream : {false, true}) {
        for (const QByteArray &said : {"1.25e-05"_ba, "0.0"_ba, "None"_ba}) {
            CallSpec spec = fakeSpec();
            spec.inputs.stream = stream;
            Bench bench(spec);
            bench.start().connectAndSend();
            bench.transport.last->head(200, stream ? "text/event-stream" : "application/json",
                                       {{"x-litellm-response-cost", said}});
            bench.transport.last->bytes(stream ? okStream : "{text:Hi\nusage:12,2\nstop}"_ba);
            bench.transport.last->end();
            QCOMPARE(bench.last().state, CallState::Done);
            const bool known = !stream && said.startsWith('1');
            QCOMPARE(bench.last().usage.reportedCost.has_value(), known);
            QCOMPARE(bench.last().cost, known ? Money {12'500'000} : Money {20'000'000});
        }
    }
}

void CallTest::finishedIsNeverEmittedFromInsideStart()
{
    CallSpec spec = fakeSpec();
    spec.inputs.prompt.messages = {Message {}};
    spec.inputs.prompt.messages.clear();
    Bench bench(spec);
    bench.call.start();
    QVERIFY(bench.finished.isEmpty());
}

QTEST_GUILESS_MAIN(CallTest)
#include "tst_call.moc"
