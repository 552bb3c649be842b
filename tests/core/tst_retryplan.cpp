// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/plan.h>

#include <support/randompolicy.h>

#include <QTest>

#include <cmath>

using namespace Antiphon;
using namespace Qt::StringLiterals;

namespace {

Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

/// The seconds of the strictest before_delay that ends everything by itself.
double hardLimit(const Stop &stop)
{
    if (const auto *before = std::get_if<StopBeforeDelay>(&stop.rule))
        return before->seconds;
    double limit = noCap;
    if (const auto *any = std::get_if<StopAny>(&stop.rule)) {
        for (const auto &part : any->of)
            limit = std::min(limit, hardLimit(part));
    }
    return limit;
}

}

class RetryPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void plays_data();
    void plays();
    void tellsRanges();
    void sameSeedSamePlan();
    void endsWhatNeverEnds();
    void refuses_data();
    void refuses();
    void keepsItsPromises();
};

void RetryPlanTest::plays_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QByteArray>("outcomes");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const char *policy, const char *outcomes,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(policy) << QByteArray(outcomes) << QByteArray(expected);
    };
    row("a success", "{}", R"([{"result": "ok", "took": 1.25}])",
        R"({"attempts":1,"waits":[],"final":"success","why":["Success"],"elapsed":1.25})");
    row("the third time", "{}",
        R"([{"error": "server", "status": 503, "took": 1}, {"error": "timeout"}, {"result": 1}])",
        R"({"attempts":3,"waits":[0.5,1.0],"final":"success",)"
        R"("why":["Server error 503: try 2 of 4 in 0.5 s","Timeout: try 3 of 4 in 1 s","Success"],)"
        R"("elapsed":2.5})");
    row("the last outcome repeats", R"({"wait": {"type": "none"}})",
        R"([{"error": "connection", "took": 0.5}])",
        R"({"attempts":4,"waits":[0.0,0.0,0.0],"final":"gave-up","why":[)"
        R"("Connection failed: try 2 of 4 at once","Connection failed: try 3 of 4 at once",)"
        R"("Connection failed: try 4 of 4 at once","Gave up after 4 of 4 attempts"],"elapsed":2.0})");
    row("a wrong key", "{}", R"([{"error": "authentication", "status": 401}])",
        R"({"attempts":1,"waits":[],"final":"not-retried","why":)"
        R"(["Authentication error 401: not retried, trying again does not help"],"elapsed":0.0})");
    row("the server's wish", "{}",
        R"([{"error": "rate-limit", "status": 429, "retryAfter": 2, "took": 0.25}, {"result": 0}])",
        R"({"attempts":2,"waits":[2.0],"final":"success",)"
        R"("why":["Retry-After 2 s: try 2 of 4","Success"],"elapsed":2.25})");
    row("a wish too long", "{}", R"([{"error": "rate-limit", "status": 429, "retryAfter": 121}])",
        R"({"attempts":1,"waits":[],"final":"gave-up","why":[)"
        R"("The server will answer again in 121 s, longer than the 120 s this policy waits"],)"
        R"("elapsed":0.0})");
    row("repairs are counted apart", R"({"repair": {"max": 1}, "when": "always"})",
        R"([{"error": "validation"}, {"error": "validation"}, {"error": "cancelled"}])",
        R"({"attempts":3,"waits":[0.0,0.5],"final":"not-retried","why":[)"
        R"("Invalid answer: repair 1 of 1","Invalid answer: try 2 of 4 in 0.5 s","Cancelled"],)"
        R"("elapsed":0.5})");
    row("out of time", R"({"wait": {"type": "fixed", "seconds": 4}, "stop": {"before_delay": 10}})",
        R"([{"error": "server", "took": 1}])",
        R"({"attempts":2,"waits":[4.0],"final":"gave-up","why":["Server error: try 2 in 4 s",)"
        R"("Gave up after attempt 2: with the next wait of 4 s the policy's time is over"],)"
        R"("elapsed":6.0})");
}

void RetryPlanTest::plays()
{
    QFETCH(QByteArray, policy);
    QFETCH(QByteArray, outcomes);
    const auto read = policyFromJson(json(policy));
    const auto list = plannedOutcomesFromJson(json(outcomes));
    QVERIFY(read && list);
    QTEST(toBytes(toJson(planRetries(*read, *list, 1), false)), "expected");
}

void RetryPlanTest::tellsRanges()
{
    const auto policy = policyFromJson(json(R"({"wait": {"jitter": 0.5}})"));
    const auto list = plannedOutcomesFromJson(json(R"([{"error": "server"}, {"result": 1}])"));
    QVERIFY(policy && list);
    const auto plan = toJson(planRetries(*policy, *list, 5), true);
    const auto &wait = plan["waits"][0];
    QCOMPARE(wait["min"].as<double>(), 0.25);
    QCOMPARE(wait["max"].as<double>(), 0.75);
    const double drawn = wait["drawn"].as<double>();
    QVERIFY(drawn >= 0.25 && drawn <= 0.75);
    QCOMPARE(plan["elapsed"].as<double>(), drawn);
}

void RetryPlanTest::sameSeedSamePlan()
{
    const auto policy = policyFromJson(json(R"({"wait": {"type": "random_exponential"}})"));
    const auto list = plannedOutcomesFromJson(json(R"([{"error": "server"}])"));
    QVERIFY(policy && list);
    const auto plan
        = [&](quint64 seed) { return toBytes(toJson(planRetries(*policy, *list, seed), true)); };
    QCOMPARE(plan(3), plan(3));
    QVERIFY(plan(3) != plan(4));
}

void RetryPlanTest::endsWhatNeverEnds()
{
    const auto policy
        = policyFromJson(json(R"({"wait": {"type": "none"}, "stop": {"after_delay": 1}})"));
    const auto list = plannedOutcomesFromJson(json(R"([{"error": "server"}])"));
    QVERIFY(policy && list);
    const auto plan = planRetries(*policy, *list, 0);
    QCOMPARE(plan.final, RetryPlan::Final::GaveUp);
    QCOMPARE(plan.attempts, 1000);
    QCOMPARE(plan.why.last(), u"Still trying after 1000 attempts: the plan ends here"_s);
}

void RetryPlanTest::refuses_data()
{
    QTest::addColumn<QByteArray>("outcomes");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray("[]") << u"Outcomes must be a list"_s;
    QTest::newRow("no list") << QByteArray("{}") << u"Outcomes must be a list"_s;
    QTest::newRow("neither") << QByteArray(R"([{"result": 1}, {"took": 1}])")
                             << u"[1]: must have either"_s;
    QTest::newRow("both") << QByteArray(R"([{"result": 1, "error": "server"}])")
                          << u"[0]: must have either"_s;
    QTest::newRow("unknown kind") << QByteArray(R"([{"error": "tired"}])")
                                  << u"[0].error: \"tired\" is no kind of error"_s;
    QTest::newRow("unknown field")
        << QByteArray(R"([{"error": "server", "tok": 1}])") << u"[0].tok: no such field"_s;
    QTest::newRow("time below nothing")
        << QByteArray(R"([{"result": 1, "took": -1}])") << u"[0].took: must be between"_s;
}

void RetryPlanTest::refuses()
{
    QFETCH(QByteArray, outcomes);
    QFETCH(QString, says);
    const auto list = plannedOutcomesFromJson(json(outcomes));
    QVERIFY(!list);
    QVERIFY2(list.error().message.startsWith(says), qPrintable(list.error().message));
}

void RetryPlanTest::keepsItsPromises()
{
    for (quint64 seed = 0; seed < 3000; ++seed) {
        RandomPolicy random(seed);
        const auto policy = random.policy();
        QList<PlannedOutcome> outcomes;
        for (int i = random.below(5); i >= 0; --i) {
            Outcome outcome {.textBegan = random.chance()};
            if (random.below(5) > 0)
                outcome.error
                    = Error {.kind = random.kind(), .httpStatus = 400 + random.below(200)};
            if (outcome.error && random.chance())
                outcome.error->retryAfter = std::chrono::milliseconds(random.below(200'000));
            if (outcome.error && random.below(20) == 0)
                outcome.error = tryAgain();
            outcomes.append({outcome, random.seconds()});
        }
        const auto plan = planRetries(policy, outcomes, seed);

        QVERIFY(plan.attempts >= 1);
        QCOMPARE(plan.waits.size(), plan.attempts - 1);
        QCOMPARE(plan.why.size(), plan.attempts);
        QVERIFY(!plan.why.contains(QString()));
        QVERIFY(plan.attempts - plan.repairs <= attemptBound(policy.stop).value_or(1000));
        QVERIFY(plan.repairs <= policy.repairMax);
        double elapsed = 0;
        for (int i = 0; i < plan.attempts; ++i) {
            elapsed += outcomes[std::min<qsizetype>(i, outcomes.size() - 1)].tookSeconds;
            if (i == plan.waits.size())
                break;
            const auto &wait = plan.waits[i];
            QVERIFY(std::isfinite(wait.seconds) && wait.min >= 0);
            QVERIFY(wait.seconds >= wait.min && wait.seconds <= wait.max);
            if (wait.formula == "retry-after"_L1)
                QVERIFY(wait.min <= policy.retryAfterMax);
            elapsed += wait.seconds;
            if (!wait.formula.isEmpty()) // a repair does not wait, and no stop is asked
                QVERIFY2(elapsed < hardLimit(policy.stop), qPrintable(QString::number(seed)));
        }
        QCOMPARE(plan.elapsedSeconds, elapsed);
    }
}

QTEST_GUILESS_MAIN(RetryPlanTest)
#include "tst_retryplan.moc"
