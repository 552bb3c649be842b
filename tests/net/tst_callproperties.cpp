// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

/// Random faults in virtual time: whatever happens, each call ends exactly once and its record adds
/// up.
class CallPropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCallEndsOnce();
};

/// Plays a random part of a random answer, one step each time it is asked.
class RandomServer {
public:
    RandomServer(ManualClock &clock, Draws &draws)
        : m_clock(clock)
        , m_draws(draws)
    {
    }

    void serve(ScriptedExchange *exchange)
    {
        sent.append(QString());
        later(exchange, 0);
    }

    QStringList sent = {}; ///< The text of each answer, as far as it was taken.

private:
    int pick(int count) { return int(m_draws.next() * count); }

    void say(ScriptedExchange &exchange)
    {
        sent.last() += u"word "_s; // one is under way at a time
        exchange.bytes(sse("text:word "));
    }

    void later(ScriptedExchange *exchange, int step)
    {
        const auto delay = std::chrono::milliseconds(pick(10) == 0 ? pick(200'000) : pick(500));
        m_timers.push_back(m_clock.after(delay, [this, alive = QPointer(exchange), step] {
            if (alive && !alive->aborted)
                play(*alive, step);
        }));
    }

    void play(ScriptedExchange &exchange, int step)
    {
        if (step == 0) {
            if (pick(8) == 0)
                return exchange.fail(u"refused"_s);
            exchange.connectAndSend();
            return later(&exchange, 1);
        }
        if (step == 1) {
            static constexpr int statuses[] {200, 200, 200, 200, 429, 503, 401, 200};
            const int status = statuses[pick(8)];
            if (pick(10) == 0)
                return exchange.fail(u"closed"_s);
            exchange.head(status);
            if (status != 200) {
                exchange.bytes("an error");
                return exchange.end();
            }
            return later(&exchange, 2);
        }
        switch (pick(12)) {
        case 0:
            return exchange.fail(u"reset"_s);
        case 1:
            return exchange.end();
        case 2:
            return; // a stall
        case 3:
            exchange.bytes(sse("error:rate:slow"));
            break;
        case 4:
            exchange.bytes("garbage\n\n");
            break;
        case 5:
        case 6:
            exchange.bytes(sse("usage:10,5") + sse("stop") + sse("end"));
            if (!exchange.aborted)
                exchange.end();
            return;
        default:
            say(exchange);
            break;
        }
        later(&exchange, 2);
    }

    ManualClock &m_clock;
    Draws &m_draws;
    std::vector<std::unique_ptr<QObject>> m_timers;
};

/// No text is lost, whatever became of it: each attempt has what was sent to it, behind what it was
/// to go on from.
static void verifyTexts(const CallRecord &record, const QStringList &sent)
{
    qsizetype at = 0;
    QString carried;
    for (const Attempt &attempt : record.attempts) {
        const bool asked = !attempt.exchange.request.url.isEmpty();
        QCOMPARE(attempt.text, carried + (asked ? sent.value(at) : QString()));
        at += asked ? 1 : 0;
        carried = attempt.decision && attempt.decision->stream == "continue"_L1
                && attempt.decision->next == Decision::Next::Retry
            ? attempt.text
            : QString();
    }
    QCOMPARE(at, sent.size());
}

/// How often each hook was called.
struct Hooked {
    int before = 0;
    int after = 0;
    int beforeSleep = 0;

    RetryHooks hooks()
    {
        const auto counting
            = [](int &count) { return QList {callHook([&count](RetryMoment &) { ++count; })}; };
        return {.before = counting(before),
                .after = counting(after),
                .beforeSleep = counting(beforeSleep)};
    }
};

static void verifyHooks(const CallRecord &record, const Hooked &hooked)
{
    int retries = 0;
    int wanted = 0; // that were to be tried again, whether or not they were
    for (const Attempt &attempt : record.attempts) {
        const bool cancelled = attempt.error && attempt.error->kind == ErrorKind::Cancelled;
        wanted += attempt.decision && !attempt.decision->formula.isEmpty() && !cancelled ? 1 : 0;
        retries += attempt.decision && attempt.decision->next == Decision::Next::Retry ? 1 : 0;
    }
    QCOMPARE(hooked.before, record.attempts.size());
    QCOMPARE(hooked.after, wanted);
    // One that was cancelled while it waited says Stop.
    QVERIFY(hooked.beforeSleep == retries || hooked.beforeSleep == retries + 1);
}

static void verifyRecord(const CallRecord &record, int requests)
{
    QVERIFY(isFinal(record.state));
    QVERIFY(!record.attempts.isEmpty());
    int sent = 0;
    std::optional<Money> sum = Money {};
    for (qsizetype i = 0; i < record.attempts.size(); ++i) {
        const Attempt &attempt = record.attempts[i];
        QCOMPARE(attempt.number, int(i) + 1);
        QVERIFY(isFinal(attempt.state));
        QVERIFY(attempt.timings.end);
        QCOMPARE(attempt.error.has_value(), attempt.state != CallState::Done);
        QVERIFY(!attempt.error || attempt.decision);
        QVERIFY(attempt.complete != attempt.error.has_value());
        sent += attempt.exchange.request.url.isEmpty() ? 0 : 1;
        if (i > 0) {
            const Attempt &before = record.attempts[i - 1];
            QVERIFY(before.error);
            QVERIFY(before.decision->next != Decision::Next::Stop);
            QVERIFY(attempt.begin >= before.begin + *before.timings.end + before.decision->wait);
        }
        if (attempt.complete)
            QVERIFY(attempt.cost && attempt.usage.output == 5);
        sum = sum && attempt.cost ? std::optional(*sum + *attempt.cost) : std::nullopt;
    }
    QCOMPARE(sent, requests);
    if (sum)
        QCOMPARE(totalCost(record), sum);
}

void CallPropertiesTest::everyCallEndsOnce()
{
    for (quint64 seed = 1; seed <= 10'000; ++seed) {
        ManualClock clock;
        Draws draws(seed);
        ScriptedTransport transport;
        Limiter limiter(clock, {2, 2});
        RandomServer server(clock, draws);
        transport.onSend = [&](ScriptedExchange *exchange) { server.serve(exchange); };

        CallSpec spec = fakeSpec();
        spec.seed = seed;
        spec.targets[0].policy.onDrop = OnDrop(seed % 3);
        spec.targets.append(fakeTarget(u"two"_s));
        spec.targets[0].target.fallback = {u"two"_s};
        Hooked hooked;
        for (PreparedTarget &target : spec.targets)
            target.policy.hooks = hooked.hooks();
        const Money stop {moneyFromDecimal(u"0.02").value_or(Money {})};
        if (seed % 7 == 0) // room for one attempt of the dearest kind
            spec.purse = std::make_shared<Purse>(Budget {.run = {.stop = stop}});
        const bool cancels = seed % 5 == 0;

        Call call(spec, transport, clock, limiter);
        int finished = 0;
        int ended = 0;
        QString shown;
        connect(&call, &Call::finished, this, [&] { ++finished; });
        connect(&call, &Call::attemptEnded, this, [&] { ++ended; });
        connect(&call, &Call::restarted, this, [&] { shown.clear(); });
        connect(&call, &Call::eventsArrived, this, [&](const StreamEvents &events) {
            for (const StreamEvent &event : events) {
                if (const auto *text = std::get_if<TextDelta>(&event))
                    shown += text->text;
            }
        });
        call.start();
        std::unique_ptr<QObject> canceller;
        if (cancels)
            canceller = clock.after(std::chrono::milliseconds(int(draws.next() * 5000)),
                                    [&] { call.cancel(); });
        int steps = 0;
        while (clock.advanceToNext() && ++steps < 10'000) { }
        QCoreApplication::processEvents();

        QVERIFY2(finished == 1, qPrintable(u"seed %1"_s.arg(seed)));
        QCOMPARE(ended, call.record().attempts.size());
        QCOMPARE(shown, call.record().attempts.last().text);
        QCOMPARE(limiter.running(), 0);
        verifyRecord(call.record(), int(transport.requests.size()));
        verifyTexts(call.record(), server.sent);
        verifyHooks(call.record(), hooked);
        if (spec.purse)
            QVERIFY(spec.purse->spent().run <= stop);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"seed %1"_s.arg(seed)));
    }
}

QTEST_GUILESS_MAIN(CallPropertiesTest)
#include "tst_callproperties.moc"
