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

/// What a policy does to a whole call: hooks, catch sets of further targets, budgets.
class CallPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void hooksSpeakAndCollect();
    void hooksChangeInputs();
    void somethingStandsInForAnAnswer();
    void givenUpWithoutReraise();
    void catchSets_data();
    void catchSets();
    void coolingTargetsComeLast();
    void overBudget();
    void waitsForWhatOthersSetAside();
    void cannotLimitWhatHasNoPrice();
    void refusalsLowerTheConcurrency();
    void headersAreHeard();
};

namespace {

const QByteArray good = sse("text:Hi") + sse("usage:12,2") + sse("stop") + sse("end");

/// Answers the requests of a model with these statuses, the last one again and again; 200 is good.
struct Bench {
    explicit Bench(CallSpec given)
        : spec(std::move(given))
        , call(spec, transport, clock, limiter)
    {
        transport.onSend = [this](ScriptedExchange *exchange) {
            auto &left = statuses[exchange->context.model];
            const int status = left.isEmpty() ? 200 : left.first();
            if (left.size() > 1)
                left.removeFirst();
            timers.push_back(clock.after(10ms, [alive = QPointer(exchange), status] {
                if (!alive)
                    return;
                if (status == 200)
                    alive->answer(200, good, "text/event-stream");
                else
                    alive->answer(status, "status " + QByteArray::number(status));
            }));
        };
    }

    const CallRecord &run()
    {
        call.start();
        for (int steps = 0; clock.advanceToNext() && steps < 1000; ++steps) { }
        QCoreApplication::processEvents();
        return call.record();
    }

    CallSpec spec;
    ManualClock clock;
    ScriptedTransport transport;
    Limiter limiter {clock, {8, 8}};
    Call call;
    QMap<QString, QList<int>> statuses = {};
    std::vector<std::unique_ptr<QObject>> timers = {};
};

/// Of text, with a template that shows the variables.
CallSpec specOf(const QString &text, const Variables &values = {})
{
    CallSpec spec = fakeSpec();
    spec.inputs.prompt.messages.clear();
    spec.inputs.prompt.text = text;
    spec.inputs.variables = values;
    spec.targets[0].policy.wait = {FixedWait {1}};
    return spec;
}

Money usd(const char *text)
{
    return moneyFromDecimal(QString::fromLatin1(text)).value_or(Money {-1});
}

}

void CallPolicyTest::hooksSpeakAndCollect()
{
    CallSpec spec = specOf(u"Greet {errors:list}"_s);
    spec.targets[0].policy.hooks = {.before = {logHook()},
                                    .after = {collectErrors({ErrorKind::Server})},
                                    .beforeSleep = {logHook(u"{kind} {status}, {wait} s"_s)}};
    Bench bench(spec);
    bench.statuses[u"model-one"_s] = {503, 500, 200};
    const CallRecord &record = bench.run();
    QCOMPARE(record.state, CallState::Done);
    QCOMPARE(record.console,
             (QStringList {u"Starting call to 'greet', this is the 1st time calling it."_s,
                           u"server 503, 1 s"_s,
                           u"Starting call to 'greet', this is the 2nd time calling it."_s,
                           u"server 500, 1 s"_s,
                           u"Starting call to 'greet', this is the 3rd time calling it."_s}));
    QCOMPARE(bench.transport.requests[1].body, QByteArray("Greet status 503\n"));
    QCOMPARE(bench.transport.requests[2].body, QByteArray("Greet status 503\nstatus 500\n"));
    QCOMPARE(failures(record).size(), 2);
    QCOMPARE(statistics(record).idleFor, 2.0);
    QCOMPARE(statistics(record).attemptNumber, 3);
}

void CallPolicyTest::hooksChangeInputs()
{
    CallSpec spec = specOf(u"Be {tone}."_s, {{u"tone"_s, u"kind"_s}});
    const auto hooks = policyFromJson(*parseJson(
        R"({"hooks": {"after": [{"script": "return {tone: 'calm after ' + error.status}"}]}})"));
    QVERIFY(hooks);
    spec.targets[0].policy.hooks = hooks->hooks;
    Bench bench(spec);
    bench.statuses[u"model-one"_s] = {503, 200};
    (void)bench.run();
    QCOMPARE(bench.transport.requests[0].body, QByteArray("Be kind.\n"));
    QCOMPARE(bench.transport.requests[1].body, QByteArray("Be calm after 503.\n"));
}

void CallPolicyTest::somethingStandsInForAnAnswer()
{
    CallSpec spec = specOf(u"Hello"_s);
    spec.targets[0].policy.hooks.gaveUp.value = Json("No answer today.");
    Bench bench(spec);
    bench.statuses[u"model-one"_s] = {503};
    const CallRecord &record = bench.run();
    QCOMPARE(record.attempts.size(), 4);
    QCOMPARE(record.state, CallState::Done);
    QVERIFY(!errorOf(record));
    QCOMPARE(textOf(toJson(record), "content"), u"No answer today."_s);
    QVERIFY(record.attempts.last().error); // what happened is still told

    Bench refused(spec); // not given up: never tried again
    refused.statuses[u"model-one"_s] = {401};
    QCOMPARE(refused.run().state, CallState::Failed);
}

void CallPolicyTest::givenUpWithoutReraise()
{
    CallSpec spec = specOf(u"Hello"_s);
    spec.targets[0].policy.reraise = false;
    Bench bench(spec);
    bench.statuses[u"model-one"_s] = {503};
    const auto error = errorOf(bench.run());
    QCOMPARE(error->code, u"retry-error"_s);
    QCOMPARE(error->kind, ErrorKind::Server);
    QCOMPARE(error->message, u"Given up after 4 attempts. The last failure: status 503"_s);

    Bench refused(spec);
    refused.statuses[u"model-one"_s] = {401};
    QCOMPARE(errorOf(refused.run())->message, u"status 401"_s);
}

// The table of retries.md 3: one attempt on each target; 429 is caught, 401 is not.
void CallPolicyTest::catchSets_data()
{
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<QString>("ends"); // "ok", a status, "all"
    QTest::addColumn<int>("caughtErrors");
    QTest::newRow("ok") << QList<int> {200, 200, 200} << 1 << u"ok"_s << 0;
    QTest::newRow("caught, first backup") << QList<int> {429, 200, 200} << 2 << u"ok"_s << 1;
    QTest::newRow("caught twice") << QList<int> {429, 429, 200} << 3 << u"ok"_s << 2;
    QTest::newRow("the backup fails otherwise") << QList<int> {429, 401, 200} << 2 << u"401"_s << 2;
    QTest::newRow("not caught") << QList<int> {401, 200, 200} << 1 << u"401"_s << 0;
    QTest::newRow("all fail") << QList<int> {429, 429, 429} << 3 << u"all"_s << 3;
}

void CallPolicyTest::catchSets()
{
    QFETCH(QList<int>, statuses);
    const Condition limited {ErrorIs {{ErrorKind::RateLimit}}};
    CallSpec spec = specOf(u"Hello"_s);
    spec.targets.append(fakeTarget(u"two"_s));
    spec.targets.append(fakeTarget(u"three"_s));
    for (PreparedTarget &target : spec.targets)
        target.policy = policyWithAttempts(1);
    FallbackRule &rule = spec.targets[0].policy.fallback;
    rule.when = FallbackRule::When::Matching;
    rule.condition = limited;
    rule.targets = {u"two"_s, u"three"_s};
    rule.catches = {{u"two"_s, limited}, {u"three"_s, limited}};
    Bench bench(spec);
    bench.statuses = {{u"model-one"_s, {statuses[0]}},
                      {u"model-two"_s, {statuses[1]}},
                      {u"model-three"_s, {statuses[2]}}};
    const CallRecord &record = bench.run();
    const auto error = errorOf(record);
    QTEST(int(record.attempts.size()), "attempts");
    QTEST(int(caught(record).size()), "caughtErrors");
    const QString ends = !error       ? u"ok"_s
        : record.attempts.size() == 3 ? u"all"_s
                                      : QString::number(record.attempts.last().error->httpStatus);
    QTEST(ends, "ends");
    QCOMPARE(error && error->code == "fallback-error"_L1, ends == "all"_L1);
    if (ends == "all"_L1)
        QCOMPARE(error->message,
                 u"All fallbacks failed:\none: rate-limit: status 429\ntwo: rate-limit: status "
                 "429\nthree: rate-limit: status 429"_s);
}

void CallPolicyTest::coolingTargetsComeLast()
{
    CallSpec spec = specOf(u"Hello"_s);
    spec.targets[0].policy.stop = {StopAfterAttempt {1}};
    spec.targets.append(fakeTarget(u"two"_s));
    spec.targets.append(fakeTarget(u"three"_s));
    spec.targets[0].target.fallback = {u"two"_s, u"three"_s};
    Bench bench(spec);
    bench.limiter.coolDown(u"two"_s, 1min);
    bench.statuses[u"model-one"_s] = {503};
    const CallRecord &record = bench.run();
    QCOMPARE(record.attempts.last().target, u"three"_s);
    QVERIFY(bench.limiter.isCooling(u"one"_s));
}

void CallPolicyTest::overBudget()
{
    CallSpec spec = specOf(u"Hello"_s);
    spec.inputs.overrideParameters.maxTokens = 1000;
    spec.purse = std::make_shared<Purse>(Budget {.run = {.stop = usd("0.0041")}});
    Bench bench(spec);
    bench.statuses[u"model-one"_s] = {200};
    QCOMPARE(bench.run().state, CallState::Done);
    QCOMPARE(spec.purse->spent().run, *totalCost(bench.call.record()));

    spec.purse = std::make_shared<Purse>(Budget {.run = {.stop = usd("0.0039")}});
    Bench poor(spec);
    const CallRecord &record = poor.run();
    QCOMPARE(record.state, CallState::OverBudget);
    QCOMPARE(poor.transport.requests.size(), 0);
    QCOMPARE(record.attempts.size(), 1);
    const Error &error = *record.attempts[0].error;
    QCOMPARE(error.kind, ErrorKind::Budget);
    QVERIFY2(error.message.contains("--budget"_L1), qPrintable(error.message));
    QCOMPARE(*totalCost(record), Money {});
    QCOMPARE(poor.limiter.running(), 0);

    // Each attempt is asked about: a retry that would go beyond does not start.
    spec.purse = std::make_shared<Purse>(Budget {.run = {.stop = usd("0.0041")}}, SpentMoney {});
    Bench retries(spec);
    retries.statuses[u"model-one"_s] = {503, 200};
    QCOMPARE(retries.run().state, CallState::Done); // what failed did cost nothing
}

void CallPolicyTest::waitsForWhatOthersSetAside()
{
    CallSpec spec = specOf(u"Hello"_s);
    spec.inputs.overrideParameters.maxTokens = 1000;
    spec.purse = std::make_shared<Purse>(Budget {.run = {.stop = usd("0.006")}});
    Bench bench(spec);
    Call second(spec, bench.transport, bench.clock, bench.limiter);
    bench.call.start();
    second.start();
    bench.clock.advance(5ms);
    QCOMPARE(bench.transport.requests.size(), 1);
    QCOMPARE(second.state(), CallState::Held);
    bench.clock.advance(20ms);
    QCOMPARE(bench.call.state(), CallState::Done);
    QCOMPARE(second.state(), CallState::Done);
    QVERIFY(second.record().attempts[0].heldWhy.contains("may use up the budget"_L1));
    QCOMPARE(second.record().attempts[0].timings.held, 10ms);
}

void CallPolicyTest::cannotLimitWhatHasNoPrice()
{
    CallSpec spec = specOf(u"Hello"_s);
    spec.targets[0].price.reset();
    spec.purse = std::make_shared<Purse>(Budget {.run = {.stop = Money {}}});
    Bench bench(spec);
    QCOMPARE(bench.run().state, CallState::Done);
    QCOMPARE(bench.call.record().warnings.size(), 1);
    QVERIFY(bench.call.record().warnings[0].startsWith("The budget cannot be enforced for"_L1));
}

void CallPolicyTest::refusalsLowerTheConcurrency()
{
    const CallSpec spec = specOf(u"Hello"_s);
    Bench bench(spec);
    bench.statuses[u"model-one"_s] = {429, 200};
    std::vector<std::unique_ptr<Call>> others;
    for (int i = 0; i < 3; ++i) {
        others.push_back(std::make_unique<Call>(spec, bench.transport, bench.clock, bench.limiter));
        others.back()->start();
    }
    bench.call.start();
    bench.clock.advance(10ms);
    QCOMPARE(bench.transport.requests.size(), 4);
    QCOMPARE(others[0]->record().attempts[0].error->kind, ErrorKind::RateLimit);
    // Three were answered behind the refusal: from 2 at once to 3.
    QCOMPARE(bench.limiter.learnedConcurrency(u"one"_s), 3);
    bench.clock.advance(2s);
    QCOMPARE(others[0]->state(), CallState::Done);
}

void CallPolicyTest::headersAreHeard()
{
    const CallSpec spec = specOf(u"Hello"_s);
    Bench bench(spec);
    bench.transport.onSend = {};
    bench.call.start();
    bench.clock.advance(0ms);
    bench.transport.last->answer(200, good, "text/event-stream",
                                 {{.name = "x-ratelimit-limit-requests", .value = "60"},
                                  {.name = "x-ratelimit-remaining-requests", .value = "0"},
                                  {.name = "x-ratelimit-reset-requests", .value = "1m0s"}});
    Call next(spec, bench.transport, bench.clock, bench.limiter);
    next.start();
    bench.clock.advance(999ms);
    QCOMPARE(next.state(), CallState::Held);
    QCOMPARE(bench.transport.requests.size(), 1);
    bench.clock.advance(1ms);
    QCOMPARE(bench.transport.requests.size(), 2);
    QCOMPARE(next.record().attempts[0].heldWhy,
             u"Waited 1 s before it was sent: the service says: 0 of 60 requests left, all of them "
             "again in 60 s."_s);
}

QTEST_GUILESS_MAIN(CallPolicyTest)
#include "tst_callpolicy.moc"
