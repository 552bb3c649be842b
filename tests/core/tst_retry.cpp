// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/decide.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Next = Decision::Next;
Q_DECLARE_METATYPE(Antiphon::Condition)
Q_DECLARE_METATYPE(Antiphon::Error)
Q_DECLARE_METATYPE(Antiphon::Stop)

namespace {

Error failure(ErrorKind kind, int status = 0)
{
    return {.kind = kind, .message = u"Overloaded now"_s, .httpStatus = status};
}

Error after(Error error, std::chrono::milliseconds time)
{
    error.retryAfter = time;
    error.retryAfterHeader = u"retry-after: as sent"_s;
    return error;
}

Error advised(Error error, bool retry)
{
    error.shouldRetry = retry;
    return error;
}

}

class RetryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void decides_data();
    void decides();
    void matchesConditions_data();
    void matchesConditions();
    void stopsAndBounds_data();
    void stopsAndBounds();
    void fallsBack();
    void losesItsText();
    void retriesSuccess();
    void unboundedPoliciesEnd();
    void tellsEverything();
};

void RetryTest::decides_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<QString>("next");
    QTest::addColumn<double>("wait");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("why");

    const auto row = [](const char *name, const Error &error, int attempt, const QString &next,
                        double wait, const QString &rule, const QString &why) {
        QTest::newRow(name) << error << attempt << next << wait << rule << why;
    };
    const auto server = failure(ErrorKind::Server, 503);
    const auto limited = failure(ErrorKind::RateLimit, 429);
    const auto refused = failure(ErrorKind::Authentication, 401);

    row("first failure waits the initial delay", server, 1, u"retry"_s, 0.5, u"when.any[0]"_s,
        u"Server error 503: try 2 of 4 in 0.5 s"_s);
    row("third failure has doubled twice", server, 3, u"retry"_s, 2, u"when.any[0]"_s,
        u"Server error 503: try 4 of 4 in 2 s"_s);
    row("the fourth attempt is the last", server, 4, u"stop"_s, 0, u"when.any[0]"_s,
        u"Gave up after 4 of 4 attempts"_s);
    row("a status alone is enough", failure(ErrorKind::BadResponse, 520), 1, u"retry"_s, 0.5,
        u"when.any[1]"_s, u"Malformed answer 520: try 2 of 4 in 0.5 s"_s);
    row("a connection that failed", failure(ErrorKind::Connection), 1, u"retry"_s, 0.5,
        u"when.any[0]"_s, u"Connection failed: try 2 of 4 in 0.5 s"_s);
    row("a wrong key is not retried", refused, 1, u"stop"_s, 0, u"never"_s,
        u"Authentication error 401: not retried, trying again does not help"_s);
    row("no credit left", failure(ErrorKind::Quota, 429), 1, u"stop"_s, 0, u"never"_s,
        u"Out of credit 429: not retried, waiting does not help"_s);
    row("what no rule names is not retried", failure(ErrorKind::Filtered), 1, u"stop"_s, 0, u""_s,
        u"Refused: not retried, the policy does not name it"_s);
    row("too long for the model", failure(ErrorKind::ContextLength, 400), 1, u"stop"_s, 0, u""_s,
        u"Prompt too long 400: not retried, trying again does not help"_s);
    row("Retry-After is obeyed", after(limited, 1000ms), 1, u"retry"_s, 1, u"when.any[0]"_s,
        u"Retry-After 1 s: try 2 of 4"_s);
    row("Retry-After in milliseconds", after(limited, 1500ms), 1, u"retry"_s, 1.5, u"when.any[0]"_s,
        u"Retry-After 1.5 s: try 2 of 4"_s);
    row("Retry-After 0 means our own delay", after(limited, 0ms), 1, u"retry"_s, 0.5,
        u"when.any[0]"_s, u"Rate limit 429: try 2 of 4 in 0.5 s"_s);
    row("Retry-After in the past means our own delay", after(limited, -3s), 1, u"retry"_s, 0.5,
        u"when.any[0]"_s, u"Rate limit 429: try 2 of 4 in 0.5 s"_s);
    row("Retry-After is not capped by our own delay", after(limited, 61s), 1, u"retry"_s, 61,
        u"when.any[0]"_s, u"Retry-After 61 s: try 2 of 4"_s);
    row("Retry-After of just the maximum", after(limited, 120s), 1, u"retry"_s, 120,
        u"when.any[0]"_s, u"Retry-After 120 s: try 2 of 4"_s);
    row("Retry-After 121 s ends the call", after(limited, 121s), 1, u"stop"_s, 0, u"when.any[0]"_s,
        u"The server will answer again in 121 s, longer than the 120 s this policy waits"_s);
    row("the server says no", advised(server, false), 1, u"stop"_s, 0, u"shouldRetryHeader"_s,
        u"Server error 503: not retried, the server advises against it"_s);
    row("the server says yes", advised(failure(ErrorKind::InvalidRequest, 400), true), 1,
        u"retry"_s, 0.5, u"shouldRetryHeader"_s, u"Invalid request 400: try 2 of 4 in 0.5 s"_s);
    row("cancelled is over", failure(ErrorKind::Cancelled), 1, u"stop"_s, 0, u"cancelled"_s,
        u"Cancelled"_s);
    row("over budget is over", advised(failure(ErrorKind::Budget), true), 1, u"stop"_s, 0,
        u"budget"_s, u"Budget reached"_s);
}

void RetryTest::decides()
{
    QFETCH(Error, error);
    QFETCH(int, attempt);

    Draws draws;
    const auto decision = decide(defaultPolicy(), {.attempt = attempt}, {.error = error}, draws);
    QTEST(nextName(decision.next), "next");
    QTEST(double(decision.wait.count()) / 1000, "wait");
    QTEST(decision.rule, "rule");
    QTEST(decision.why, "why");
}

void RetryTest::matchesConditions_data()
{
    QTest::addColumn<Condition>("condition");
    QTest::addColumn<bool>("onFailure");
    QTest::addColumn<bool>("onSuccess");
    QTest::addColumn<QString>("path");

    const auto row = [](const char *name, const Condition &condition, bool onFailure,
                        bool onSuccess, const QString &path = u""_s) {
        QTest::newRow(name) << condition << onFailure << onSuccess << path;
    };
    const Condition server {ErrorIs {{ErrorKind::Server}}};
    const Condition quota {ErrorIs {{ErrorKind::Quota}}};
    row("always", {Always {}}, true, true);
    row("never", {Never {}}, false, false);
    row("failed", {HasFailed {true}}, true, false);
    row("not failed", {HasFailed {false}}, false, true);
    row("kind", server, true, false);
    row("another kind", quota, false, false);
    row("status exactly", {StatusIs {{u"503"_s}}}, true, false);
    row("another status", {StatusIs {{u"502"_s, u"504"_s}}}, false, false);
    row("status class", {StatusIs {{u"5xx"_s}}}, true, false);
    row("another class", {StatusIs {{u"4xx"_s}}}, false, false);
    row("status range", {StatusIs {{u"501-503"_s}}}, true, false);
    row("beside the range", {StatusIs {{u"504-599"_s}}}, false, false);
    row("code", {CodeIs {{u"overloaded_error"_s}}}, true, false);
    row("part of a code", {CodeIs {{u"overloaded"_s}}}, false, false);
    row("message from its start", {MessageIs {u"(?i)overLOADED"_s}}, true, false);
    row("message not from its start", {MessageIs {u"now"_s}}, false, false);
    row("message equals", {MessageIs {u"Overloaded now"_s, true}}, true, false);
    row("part of the message", {MessageIs {u"Overloaded"_s, true}}, false, false);
    row("cause", {CauseIs {{ErrorKind::Connection}}}, true, false);
    row("itself is no cause", {CauseIs {{ErrorKind::Server}}}, false, false);
    row("any, the second", {AnyOf {{quota, server}}}, true, false, u"any[1]"_s);
    row("any within any", {AnyOf {{quota, {AnyOf {{server}}}}}}, true, false, u"any[1].any[0]"_s);
    row("all", {AllOf {{server, {HasFailed {}}}}}, true, false, u"all"_s);
    row("not all", {AllOf {{server, quota}}}, false, false);
    row("not is also true for a success", {Not {{server}}}, false, true, u"not"_s);
}

void RetryTest::matchesConditions()
{
    QFETCH(Condition, condition);
    QFETCH(bool, onFailure);
    QFETCH(bool, onSuccess);
    QFETCH(QString, path);

    auto error = failure(ErrorKind::Server, 503);
    error.code = u"overloaded_error"_s;
    error.causes = {ErrorKind::Connection};
    const auto failed = matches(condition, {.error = error});
    const auto succeeded = matches(condition, Outcome {});
    QCOMPARE(failed.has_value(), onFailure);
    QCOMPARE(succeeded.has_value(), onSuccess);
    if (failed || succeeded)
        QCOMPARE(failed.value_or(succeeded.value_or(QString())), path);
}

void RetryTest::stopsAndBounds_data()
{
    QTest::addColumn<Stop>("stop");
    QTest::addColumn<int>("stopsAt"); // 0: not within 20 attempts of 10 s, with 5 s between
    QTest::addColumn<bool>("unbounded");
    QTest::addColumn<int>("bound"); // 0: none

    const Stop three {StopAfterAttempt {3}};
    const Stop five {StopAfterAttempt {5}};
    QTest::newRow("never") << Stop {StopNever {}} << 0 << true << attemptCeiling;
    QTest::newRow("after 3 attempts") << three << 3 << false << 3;
    QTest::newRow("0 means one attempt") << Stop {StopAfterAttempt {0}} << 1 << false << 1;
    QTest::newRow("after 25 s") << Stop {StopAfterDelay {25}} << 2 << false << 0;
    QTest::newRow("before 30 s") << Stop {StopBeforeDelay {30}} << 2 << false << 0;
    QTest::newRow("before 25 s, less than the second attempt's end")
        << Stop {StopBeforeDelay {24}} << 2 << false << 0;
    QTest::newRow("any: the first to come") << Stop {StopAny {{five, three}}} << 3 << false << 3;
    QTest::newRow("all: the last to come") << Stop {StopAll {{five, three}}} << 5 << false << 5;
    QTest::newRow("any with never is bounded")
        << Stop {StopAny {{{StopNever {}}, three}}} << 3 << false << 3;
    QTest::newRow("all with never is not")
        << Stop {StopAll {{{StopNever {}}, three}}} << 0 << true << attemptCeiling;
    QTest::newRow("all with time has no number")
        << Stop {StopAll {{{StopAfterDelay {50}}, three}}} << 4 << false << 0;
}

void RetryTest::stopsAndBounds()
{
    QFETCH(Stop, stop);
    int stopped = 0;
    for (int attempt = 1; attempt <= 20 && stopped == 0; ++attempt) {
        const RetryState state {.attempt = attempt, .elapsedSeconds = attempt * 15.0 - 5};
        if (stops(stop, state, 5))
            stopped = attempt;
    }
    QTEST(stopped, "stopsAt");
    QTEST(isUnbounded(stop), "unbounded");
    QTEST(attemptBound(stop).value_or(0), "bound");
}

void RetryTest::fallsBack()
{
    auto policy = defaultPolicy();
    policy.fallback.contextLength = {u"long"_s};
    Draws draws;
    const auto go = [&](const Error &error, int attempt, const QStringList &tried = {u"a"_s}) {
        return decide(policy, {.attempt = attempt, .fallbacks = {u"a"_s, u"b"_s}, .tried = tried},
                      {.error = error}, draws);
    };
    const auto server = failure(ErrorKind::Server, 503);

    const auto exhausted = go(server, 4);
    QCOMPARE(exhausted.next, Next::Fallback);
    QCOMPARE(exhausted.target, u"b"_s);
    QCOMPARE(exhausted.wait, 0ms);
    QCOMPARE(exhausted.why, u"Gave up after 4 of 4 attempts: falls back to b"_s);

    QCOMPARE(go(after(server, 200s), 1).next, Next::Fallback);
    QCOMPARE(go(failure(ErrorKind::Authentication), 1).next, Next::Stop);
    QCOMPARE(go(server, 4, {u"a"_s, u"b"_s}).next, Next::Stop);
    QCOMPARE(go(failure(ErrorKind::ContextLength), 1).target, u"long"_s);
    QCOMPARE(go(failure(ErrorKind::ContextLength), 1, {u"a"_s, u"long"_s}).next, Next::Stop);
    QCOMPARE(go(server, 4, {u"a"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}).next, Next::Stop);

    policy.fallback.when = FallbackRule::When::Failed;
    QCOMPARE(go(failure(ErrorKind::Authentication), 1).next, Next::Fallback);
    QCOMPARE(go(failure(ErrorKind::Cancelled), 1).next, Next::Stop);
    policy.fallback.when = FallbackRule::When::Never;
    QCOMPARE(go(server, 4).next, Next::Stop);
}

void RetryTest::losesItsText()
{
    auto policy = defaultPolicy();
    Draws draws;
    const Outcome dropped {.error = failure(ErrorKind::Dropped), .textBegan = true};
    QCOMPARE(decide(policy, {}, dropped, draws).stream, u"restart"_s);
    QCOMPARE(decide(policy, {}, {.error = failure(ErrorKind::Dropped)}, draws).stream, QString());
    policy.onDrop = OnDrop::Continue;
    QCOMPARE(decide(policy, {}, dropped, draws).stream, u"continue"_s);
    policy.onDrop = OnDrop::Fail;
    const auto failed = decide(policy, {}, dropped, draws);
    QCOMPARE(failed.next, Next::Stop);
    QCOMPARE(failed.why, u"Stream broke off after the answer had begun: not retried"_s);
}

void RetryTest::retriesSuccess()
{
    auto policy = defaultPolicy();
    Draws draws;
    QCOMPARE(decide(policy, {}, {}, draws).why, u"Success"_s);
    policy.when = {Always {}};
    const auto again = decide(policy, {}, {}, draws);
    QCOMPARE(again.next, Next::Retry);
    QCOMPARE(again.why, u"The answer matched: try 2 of 4 in 0.5 s"_s);
}

void RetryTest::unboundedPoliciesEnd()
{
    auto policy = defaultPolicy();
    policy.stop = {StopNever {}};
    policy.wait = {NoWait {}};
    Draws draws;
    const Outcome failed {.error = failure(ErrorKind::Server, 500)};
    QCOMPARE(decide(policy, {.attempt = 9}, failed, draws).why,
             u"Server error 500: try 10 of 10 at once"_s);
    const auto over = decide(policy, {.attempt = 10}, failed, draws);
    QCOMPARE(over.next, Next::Stop);
    QCOMPARE(over.why, u"Gave up after 10 attempts: the policy has no bound of its own"_s);
}

void RetryTest::tellsEverything()
{
    Draws draws;
    const Outcome failed {.error = failure(ErrorKind::Server, 503)};
    const auto decision = decide(defaultPolicy(), {.elapsedSeconds = 1.25}, failed, draws);
    QCOMPARE(toBytes(toJson(decision)),
             QByteArray(R"({"next":"retry","rule":"when.any[0]","formula":"backoff",)"
                        R"("range":[0.5,0.5],"drawn":0.5,"header":null,"wait":0.5,)"
                        R"("stop":[{"after_attempt":4,"now":2},{"before_delay":600.0,"now":1.75}],)"
                        R"("why":"Server error 503: try 2 of 4 in 0.5 s"})"));
    const Outcome limited {.error = after(failure(ErrorKind::RateLimit, 429), 1s)};
    QCOMPARE(decide(defaultPolicy(), {}, limited, draws).header, u"retry-after: as sent"_s);
}

QTEST_GUILESS_MAIN(RetryTest)
#include "tst_retry.moc"
