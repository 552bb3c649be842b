// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/recordingtransport.h>
#include <antiphon/net/replaytransport.h>
#include <antiphon/net/routingtransport.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

static const QByteArray okStream = sse("text:Hi!") + sse("usage:12,2") + sse("stop");
static const QByteArray key = "sk-test-0123456789-abcd"; // of fakeTarget()

static StoredExchange stored(const QByteArray &url, const QByteArray &body,
                             const QByteArray &answer)
{
    StoredExchange made;
    made.exchange.request = {.url = QUrl::fromEncoded(url), .body = body};
    made.exchange.head.status = 200;
    made.exchange.body = answer;
    made.exchange.end = u"complete"_s;
    return made;
}

class ReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordingsComeBackTheSame();
    void recordsHoldNoSecret();
    void numbersGoOn();
    void bodiesSurviveTheFile_data();
    void bodiesSurviveTheFile();
    void picksByBodyThenByAddress();
    void keepsTheRecordedPace();
    void unknownRequestIsASetupError();
    void brokenFilesAreNamed();
    void routesSimulatedRequests();
};

/// One call over \p transport, to its end.
static CallRecord run(Transport &transport, ManualClock &clock, ScriptedTransport *scripted,
                      const std::function<void(ScriptedExchange &)> &answer = {})
{
    Limiter limiter(clock, {1, 1});
    CallSpec spec = fakeSpec();
    spec.retries = false;
    Call call(spec, transport, clock, limiter);
    call.start();
    clock.advance(0ms);
    if (scripted)
        answer(*scripted->last);
    else
        clock.advance(1min);
    return call.record();
}

void ReplayTest::recordingsComeBackTheSame()
{
    const QTemporaryDir folder;
    ManualClock clock;
    ScriptedTransport real;
    const QList<std::function<void(ScriptedExchange &)>> answers {
        [](ScriptedExchange &e) { e.answer(200, okStream, "text/event-stream"); },
        [](ScriptedExchange &e) { e.answer(429, "slow down"); },
        [](ScriptedExchange &e) { e.fail(u"refused"_s); },
        [](ScriptedExchange &e) {
            e.connectAndSend();
            e.head(200);
            e.bytes(sse("text:Hel"));
            e.fail(u"closed"_s);
        },
    };
    QList<CallRecord> before;
    {
        RecordingTransport recording(real, clock, folder.path());
        for (const auto &answer : answers)
            before.append(run(recording, clock, &real, answer));
    }
    auto replay = ReplayTransport::open(folder.path(), clock);
    QVERIFY(replay);
    for (const CallRecord &first : std::as_const(before)) {
        const CallRecord again = run(**replay, clock, nullptr);
        QCOMPARE(again.state, first.state);
        const Attempt &a = first.attempts.last();
        const Attempt &b = again.attempts.last();
        QCOMPARE(b.text, a.text);
        QCOMPARE(b.usage, a.usage);
        QCOMPARE(b.exchange.body, a.exchange.body);
        QCOMPARE(b.error.has_value(), a.error.has_value());
        if (a.error)
            QCOMPARE(b.error->kind, a.error->kind);
    }
}

void ReplayTest::recordsHoldNoSecret()
{
    const QTemporaryDir folder;
    ManualClock clock;
    ScriptedTransport real;
    {
        RecordingTransport recording(real, clock, folder.path());
        run(recording, clock, &real,
            [](ScriptedExchange &e) { e.answer(401, "wrong key " + key); });
    }
    const QStringList files = QDir(folder.path()).entryList(QDir::Files);
    QCOMPARE(files, QStringList {u"001-fake-model-one.json"_s});
    QFile file(folder.filePath(files.first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("exchange/1"));
    QVERIFY(text.contains("wrong key"));
    QVERIFY(!text.contains(key));
}

void ReplayTest::numbersGoOn()
{
    const QTemporaryDir folder;
    ManualClock clock;
    ScriptedTransport real;
    for (int i = 0; i < 2; ++i) {
        RecordingTransport recording(real, clock, folder.path());
        run(recording, clock, &real, [](ScriptedExchange &e) { e.answer(200, "{text:a\nstop}"); });
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
             (QStringList {u"001-fake-model-one.json"_s, u"002-fake-model-one.json"_s}));
}

void ReplayTest::bodiesSurviveTheFile_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("JSON") << QByteArray(R"({"b":1,"a":[1.50,"ä"]})");
    QTest::newRow("JSON with blanks") << QByteArray("{ \"b\": 1 }\n");
    QTest::newRow("text") << QByteArray("data: {}\r\n\r\n");
    QTest::newRow("bytes") << QByteArray::fromHex("00ff80fe0a");
}

void ReplayTest::bodiesSurviveTheFile()
{
    QFETCH(QByteArray, body);
    StoredExchange made = stored("http://h/a?b=%26", body, body);
    made.provider = u"p"_s;
    made.api = u"chat"_s;
    made.exchange.request.headers = {{.name = "x", .value = "1"}};
    made.exchange.head.headers = {{.name = "content-type", .value = "text/plain"}};
    made.exchange.chunks = {{5ms, 3}, {9ms, body.size() - 3}};
    if (body.isEmpty())
        made.exchange.chunks.clear();
    const auto parsed = parseJson(toPretty(toJson(made)));
    QVERIFY(parsed);
    const auto read = exchangeFromJson(*parsed);
    QVERIFY(read);
    QCOMPARE(*read, made);
}

/// What the transport answers to one request, read by hand.
static QByteArray answerOf(Transport &transport, ManualClock &clock, const QByteArray &url,
                           const QByteArray &body)
{
    const auto exchange = transport.send({.url = QUrl::fromEncoded(url), .body = body}, {});
    QByteArray got;
    QObject::connect(exchange.get(), &Exchange::bytesArrived, exchange.get(),
                     [&got](const QByteArray &bytes) { got += bytes; });
    QObject::connect(exchange.get(), &Exchange::failed, exchange.get(),
                     [&got](const Error &error) { got += error.message.toUtf8(); });
    clock.advance(1min);
    return got;
}

void ReplayTest::picksByBodyThenByAddress()
{
    ManualClock clock;
    ReplayTransport replay({stored("http://h/a?key=secret1", R"({"x":1,"y":2})", "one"),
                            stored("http://h/a?key=secret1", R"({"x":2})", "two"),
                            stored("http://h/a?key=secret1", R"({"x":2})", "three"),
                            stored("http://h/b", {}, "other")},
                           clock);
    const QByteArray url = "http://h/a?key=secret1";
    QCOMPARE(answerOf(replay, clock, url, R"({"x":2})"), "two");
    QCOMPARE(answerOf(replay, clock, url, R"({"x":2})"), "three");
    QCOMPARE(answerOf(replay, clock, url, R"({"x":2})"), "three"); // the last one repeats
    QCOMPARE(answerOf(replay, clock, url, R"({"y":2,"x":1})"), "one"); // order of keys
    QCOMPARE(answerOf(replay, clock, url, "unlike all"), "three"); // by the address alone
}

void ReplayTest::keepsTheRecordedPace()
{
    ManualClock clock;
    StoredExchange made = stored("http://h/a", {}, "onetwo");
    made.exchange.chunks = {{100ms, 3}, {300ms, 3}};
    ReplayTransport replay({made}, clock, 2.0);
    const auto exchange = replay.send(made.exchange.request, {});
    QByteArray got;
    connect(exchange.get(), &Exchange::bytesArrived, this,
            [&got](const QByteArray &bytes) { got += bytes; });
    clock.advance(49ms);
    QCOMPARE(got, "");
    clock.advance(1ms);
    QCOMPARE(got, "one");
    clock.advance(99ms);
    QCOMPARE(got, "one");
    clock.advance(1ms);
    QCOMPARE(got, "onetwo");
}

void ReplayTest::unknownRequestIsASetupError()
{
    ManualClock clock;
    ReplayTransport replay({stored("http://h/a", {}, "one")}, clock);
    const CallRecord record = run(replay, clock, nullptr);
    QCOMPARE(record.attempts.last().error->kind, ErrorKind::Setup);
    QVERIFY(record.attempts.last().error->message.contains(u"http://127.0.0.1:1/v1"_s));
}

void ReplayTest::brokenFilesAreNamed()
{
    ManualClock clock;
    QVERIFY(!ReplayTransport::open(u"/no/such/folder"_s, clock));
    const QTemporaryDir folder;
    QVERIFY(!ReplayTransport::open(folder.path(), clock));
    QFile file(folder.filePath(u"001-a-b.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"antiphon\": \"exchange/1\", \"request\": {}}");
    file.close();
    const auto replay = ReplayTransport::open(folder.path(), clock);
    QVERIFY(!replay);
    QVERIFY(replay.error().message.contains(u"001-a-b.json"_s));
}

void ReplayTest::routesSimulatedRequests()
{
    ScriptedTransport real;
    ScriptedTransport simulator;
    RoutingTransport routing(real, simulator);
    const auto send = [&](const QString &url, const QString &provider) {
        (void)routing.send({.url = QUrl(url)}, {.provider = provider});
    };
    send(u"http://simulator.invalid/v1"_s, u"simulator"_s);
    QCOMPARE(simulator.requests.size(), 1);
    send(u"http://127.0.0.1:8080/v1"_s, u"simulator"_s); // a served one
    QCOMPARE(real.requests.size(), 1);
    send(u"https://api.example.com/v1"_s, u"other"_s);
    QCOMPARE(real.requests.size(), 2);
}

QTEST_GUILESS_MAIN(ReplayTest)
#include "tst_replay.moc"
