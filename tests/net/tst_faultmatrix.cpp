// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/core/call/failures.h>
#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

/// Every fault with every policy for broken streams and every way to fall back, in virtual time.
class FaultMatrixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFault_data();
    void everyFault();
};

namespace {

struct Fault {
    const char *name;
    ErrorKind kind;
    bool retried; ///< By the default policy.
    bool afterText; ///< Some text had come.
    void (*play)(ScriptedExchange &exchange);
};

const QByteArray begun = sse("text:Hel");
const QByteArray whole = sse("text:Hi!") + sse("usage:10,5") + sse("stop") + sse("end");

const Fault everyKind[] {
    {"refused", ErrorKind::Connection, true, false,
     [](ScriptedExchange &exchange) { exchange.fail(u"refused"_s); }},
    {"no head", ErrorKind::Connection, true, false,
     [](ScriptedExchange &exchange) {
         exchange.connectAndSend();
         exchange.fail(u"closed"_s);
     }},
    {"401", ErrorKind::Authentication, false, false,
     [](ScriptedExchange &exchange) { exchange.answer(401, "who?"); }},
    {"429", ErrorKind::RateLimit, true, false,
     [](ScriptedExchange &exchange) { exchange.answer(429, "slow"); }},
    {"429 with a wish", ErrorKind::RateLimit, true, false,
     [](ScriptedExchange &exchange) {
         exchange.answer(429, "slow", "text/plain", {{.name = "retry-after", .value = "3"}});
     }},
    {"503", ErrorKind::Server, true, false,
     [](ScriptedExchange &exchange) { exchange.answer(503, "down"); }},
    {"ends before text", ErrorKind::Dropped, true, false,
     [](ScriptedExchange &exchange) {
         exchange.connectAndSend();
         exchange.head(200);
         exchange.bytes(sse("usage:10,0"));
         exchange.end();
     }},
    {"says an error before text", ErrorKind::Server, true, false,
     [](ScriptedExchange &exchange) {
         exchange.connectAndSend();
         exchange.head(200);
         exchange.bytes(sse("error:busy:later"));
     }},
    {"silent before text", ErrorKind::Timeout, true, false,
     [](ScriptedExchange &exchange) {
         exchange.connectAndSend();
         exchange.head(200);
     }},
    {"drops", ErrorKind::Dropped, true, true,
     [](ScriptedExchange &exchange) {
         exchange.connectAndSend();
         exchange.head(200);
         exchange.bytes(begun);
         exchange.end();
     }},
    {"resets", ErrorKind::Dropped, true, true,
     [](ScriptedExchange &exchange) {
         exchange.connectAndSend();
         exchange.head(200);
         exchange.bytes(begun);
         exchange.fail(u"reset"_s);
     }},
    {"says an error", ErrorKind::RateLimit, true, true,
     [](ScriptedExchange &exchange) {
         exchange.connectAndSend();
         exchange.head(200);
         exchange.bytes(begun + sse("error:rate:slow"));
     }},
    {"falls silent", ErrorKind::Timeout, true, true,
     [](ScriptedExchange &exchange) {
         exchange.connectAndSend();
         exchange.head(200);
         exchange.bytes(begun);
     }},
};

enum class Way { Recovers, Alone, ToOther, ToBroken };

/// How often target one is asked, and the other.
struct Expected {
    int one = 0;
    int two = 0;
    bool done = false;
};

/// Worked out without any of the code under test.
Expected expect(const Fault &fault, OnDrop onDrop, Way way)
{
    const bool stays = !fault.retried || (fault.afterText && onDrop == OnDrop::Fail);
    if (stays)
        return {.one = 1};
    switch (way) {
    case Way::Recovers:
        return {.one = 2, .done = true};
    case Way::Alone:
        return {.one = 4};
    case Way::ToOther:
        return {.one = 4, .two = 1, .done = true};
    case Way::ToBroken:
        return {.one = 4, .two = 4};
    }
    return {};
}

}

void FaultMatrixTest::everyFault_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("onDrop");
    QTest::addColumn<int>("way");
    static const char *const drops[] {"fail", "restart", "continue"};
    static const char *const ways[] {"recovers", "alone", "to another", "to a broken one"};
    for (int fault = 0; fault < int(std::size(everyKind)); ++fault) {
        for (int drop = 0; drop < 3; ++drop) {
            for (int way = 0; way < 4; ++way)
                QTest::addRow("%s, %s, %s", everyKind[fault].name, drops[drop], ways[way])
                    << fault << drop << way;
        }
    }
}

void FaultMatrixTest::everyFault()
{
    QFETCH(int, fault);
    QFETCH(int, onDrop);
    QFETCH(int, way);
    const Fault &played = everyKind[fault];
    const auto drop = OnDrop(onDrop);
    const Expected expected = expect(played, drop, Way(way));

    CallSpec spec = fakeSpec();
    spec.targets[0].policy.onDrop = drop;
    if (Way(way) == Way::ToOther || Way(way) == Way::ToBroken) {
        spec.targets.append(fakeTarget(u"two"_s));
        spec.targets[1].policy.onDrop = drop;
        spec.targets[0].target.fallback = {u"two"_s};
    }
    ManualClock clock;
    ScriptedTransport transport;
    Limiter limiter(clock, {8, 8});
    std::unique_ptr<QObject> answering;
    QMap<QString, int> asked;
    transport.onSend = [&](ScriptedExchange *exchange) {
        const int number = ++asked[exchange->context.model];
        const bool good = (Way(way) == Way::Recovers && number > 1)
            || (Way(way) == Way::ToOther && exchange->context.model == "model-two"_L1);
        answering = clock.after(1ms, [alive = QPointer(exchange), good, &played] {
            if (alive && good)
                alive->answer(200, whole, "text/event-stream");
            else if (alive)
                played.play(*alive);
        });
    };

    Call call(spec, transport, clock, limiter);
    int finished = 0;
    QString shown;
    connect(&call, &Call::finished, this, [&finished] { ++finished; });
    connect(&call, &Call::restarted, this, [&shown] { shown.clear(); });
    connect(&call, &Call::eventsArrived, this, [&shown](const StreamEvents &events) {
        for (const StreamEvent &event : events) {
            if (const auto *text = std::get_if<TextDelta>(&event))
                shown += text->text;
        }
    });
    call.start();
    for (int steps = 0; clock.advanceToNext() && steps < 1000; ++steps) { }
    QCoreApplication::processEvents();

    const CallRecord &record = call.record();
    QCOMPARE(finished, 1);
    QCOMPARE(asked.value(u"model-one"_s), expected.one);
    QCOMPARE(asked.value(u"model-two"_s), expected.two);
    QCOMPARE(record.attempts.size(), expected.one + expected.two);
    QCOMPARE(record.state == CallState::Done, expected.done);
    QCOMPARE(shown, record.attempts.last().text);
    QCOMPARE(limiter.running(), 0);

    QString carried;
    for (qsizetype i = 0; i < record.attempts.size(); ++i) {
        const Attempt &attempt = record.attempts[i];
        const bool isGood = expected.done && i + 1 == record.attempts.size();
        if (attempt.kind == AttemptKind::Fallback)
            carried.clear(); // another target begins anew
        const QString came = isGood ? u"Hi!"_s : played.afterText ? u"Hel"_s : QString();
        QCOMPARE(attempt.text, carried + came); // kept, whatever followed
        if (isGood) {
            QVERIFY(!attempt.error);
            continue;
        }
        QCOMPARE(attempt.error->kind, played.kind);
        QVERIFY(attempt.decision && !attempt.decision->why.isEmpty());
        carried = drop == OnDrop::Continue && played.afterText ? attempt.text : QString();
    }

    // Everything adds up, and all that failed is told.
    QCOMPARE(failures(record).size(), record.attempts.size() - (expected.done ? 1 : 0));
    QCOMPARE(caught(record).size(), expected.two == 0 ? 0 : expected.done ? 1 : 2);
    QCOMPARE(errorOf(record).has_value(), !expected.done);
    if (expected.two == 4)
        QCOMPARE(errorOf(record)->code, u"fallback-error"_s);
    QCOMPARE(statistics(record).attemptNumber, int(record.attempts.size()));
}

QTEST_GUILESS_MAIN(FaultMatrixTest)
#include "tst_faultmatrix.moc"
