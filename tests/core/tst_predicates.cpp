// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/plan.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Conditions that look at answers: scripts and functions.
class PredicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites();
    void findsFaults();
    void looksAtTheAnswer_data();
    void looksAtTheAnswer();
    void aBrokenScriptDoesNotMatchAndWarns();
    void retriesUntilAWordIsAbsent();
    void aloneDoesNotRetryErrors();
    void functionsTakeTheScriptsPlace();
    void conditionsChooseFallbacks();
};

static Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

static RetryPolicy policy(const QByteArray &text)
{
    const auto read = policyFromJson(json(text));
    RetryPolicy failed;
    if (!read)
        failed.slug = read.error().message;
    return read ? *read : failed;
}

static constexpr auto cheese
    = R"j({"when": {"result": "content.toLowerCase().includes('cheese')"}, "wait": {"type": "none"},
           "stop": {"after_attempt": 4}})j";

void PredicatesTest::readsAndWrites()
{
    const QByteArray text = R"j({"when": {"any": [{"result": "value.total < 0"},
                                                  {"not": {"result": "content"}}]},
                                "fallback": {"when": {"all": [{"result": "!content"}]}}})j";
    const auto read = policy(text);
    QCOMPARE(read.slug, QString());
    QCOMPARE(read.fallback.when, FallbackRule::When::Matching);
    QVERIFY(looksAtAnswers(read));
    QVERIFY(!looksAtAnswers(defaultPolicy()));
    QCOMPARE(policy(toBytes(toJson(read))), read);
    QVERIFY(policyFromJson(json(R"({"when": {"result": " "}})"))
                .error()
                .message.startsWith("when.result: "_L1));
}

void PredicatesTest::findsFaults()
{
    const auto found = faults(policy(
        R"({"when": {"any": [{"failed": true}, {"result": "1 +"}]}, "never": {"result": "1"}})"));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().file, u"when.any[1].result"_s);
}

void PredicatesTest::looksAtTheAnswer_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("expected");
    QTest::newRow("content") << u"content === 'Brie'"_s << true;
    QTest::newRow("value") << u"value.total < 0"_s << true;
    QTest::newRow("finish reason") << u"finishReason === 'length'"_s << false;
    QTest::newRow("tool calls") << u"toolCalls.some(t => t.name === 'eat')"_s << true;
    QTest::newRow("usage") << u"usage.output > 100"_s << false;
    QTest::newRow("attempt") << u"attempt < 3"_s << true;
    QTest::newRow("truthy like if") << u"content.length"_s << true;
}

void PredicatesTest::looksAtTheAnswer()
{
    QFETCH(QString, source);
    QFETCH(bool, expected);
    const Condition condition {ResultIs {.script = Script(source, u"when.result"_s)}};
    const Outcome outcome {.answer = json(
                               R"({"content": "Brie", "value": {"total": -1}, "attempt": 2,
                                   "finishReason": "stop", "usage": {"output": 5},
                                   "toolCalls": [{"name": "eat"}]})")};
    QCOMPARE(matches(condition, outcome).has_value(), expected);
    const Outcome failed {.error = Error {.kind = ErrorKind::Server}};
    QVERIFY(!matches(condition, failed));
}

void PredicatesTest::aBrokenScriptDoesNotMatchAndWarns()
{
    const auto broken = policy(R"({"when": {"result": "content.x.y"}})");
    Draws draws;
    const auto decision = decide(broken, {}, {.answer = json(R"({"content": "a"})")}, draws);
    QCOMPARE(decision.next, Decision::Next::Stop);
    QCOMPARE(decision.warnings.size(), 1);
    QVERIFY2(decision.warnings.first().contains("when.result, line 1, column 10"_L1),
             qPrintable(decision.warnings.first()));
}

void PredicatesTest::retriesUntilAWordIsAbsent()
{
    const auto outcomes = plannedOutcomesFromJson(
        json(R"([{"result": "Cheese"}, {"result": "More CHEESE"}, {"result": "Bread"}])"));
    auto plan = planRetries(policy(cheese), *outcomes, 1);
    QCOMPARE(plan.attempts, 3);
    QCOMPARE(plan.final, RetryPlan::Final::Success);

    const auto always = plannedOutcomesFromJson(json(R"([{"result": "cheese"}])"));
    plan = planRetries(policy(cheese), *always, 1);
    QCOMPARE(plan.attempts, 4);
    QCOMPARE(plan.final, RetryPlan::Final::GaveUp);
}

void PredicatesTest::aloneDoesNotRetryErrors()
{
    const auto outcomes
        = plannedOutcomesFromJson(json(R"([{"error": "server", "status": 503}, {"result": "x"}])"));
    const auto plan = planRetries(policy(cheese), *outcomes, 1);
    QCOMPARE(plan.attempts, 1);
    QCOMPARE(plan.final, RetryPlan::Final::NotRetried);
}

void PredicatesTest::functionsTakeTheScriptsPlace()
{
    RetryPolicy ours = policyWithAttempts(3);
    ours.when = resultIs([](const Json &answer) { return textOf(answer, "content") == "no"_L1; });
    QVERIFY(looksAtAnswers(ours));
    QVERIFY(faults(ours).isEmpty());
    Draws draws;
    QCOMPARE(decide(ours, {}, {.answer = json(R"({"content": "no"})")}, draws).next,
             Decision::Next::Retry);
    QCOMPARE(decide(ours, {}, {.answer = json(R"({"content": "yes"})")}, draws).next,
             Decision::Next::Stop);
}

void PredicatesTest::conditionsChooseFallbacks()
{
    const auto given = policy(R"({"when": "never", "fallback": {"when":
        {"any": [{"error": ["server"]}, {"result": "content === ''"}]}}})");
    const RetryState state {.fallbacks = {u"b"_s}, .tried = {u"a"_s}};
    Draws draws;
    const auto next
        = [&](const Outcome &outcome) { return decide(given, state, outcome, draws).target; };
    QCOMPARE(next({.error = Error {.kind = ErrorKind::Server}}), u"b"_s);
    QCOMPARE(next({.error = Error {.kind = ErrorKind::Authentication}}), QString());
    QCOMPARE(next({.answer = json(R"({"content": ""})")}), u"b"_s);
    QCOMPARE(next({.answer = json(R"({"content": "x"})")}), QString());
}

QTEST_GUILESS_MAIN(PredicatesTest)
#include "tst_predicates.moc"
