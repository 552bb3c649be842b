// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/plan.h>
#include <antiphon/core/retry/presets.h>
#include <antiphon/core/retry/retrying.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The loop of attempts as retries.md 1 tells it, its hooks, and the policies that have names.
class RetryingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void hooksComeInOrder();
    void hooksSeeTheMoment();
    void ends_data();
    void ends();
    void callables();
    void scripts();
    void failingScriptsWarn();
    void logLines_data();
    void logLines();
    void ordinals();
    void collectsErrors();
    void scriptsChangeVariables();
    void switchedOff();
    void integersOfMirascopeZero_data();
    void integersOfMirascopeZero();
    void howToLoop_data();
    void howToLoop();
    void mirascopeTwoDelays();
    void presetRanges_data();
    void presetRanges();
    void presetStatuses_data();
    void presetStatuses();
    void presetHeaders_data();
    void presetHeaders();
    void presetsAreFiles();
    void names();
};

namespace {

Error failure(ErrorKind kind, int status = 0, const QString &message = u"E"_s)
{
    return {.kind = kind, .message = message, .httpStatus = status};
}

/// A clock that a loop sleeps on.
struct Time {
    double now = 0;
    QList<double> sleeps = {};

    RetryTime time()
    {
        return {.now = [this] { return now; },
                .sleep =
                    [this](double seconds) {
                        sleeps.append(seconds);
                        now += seconds;
                    }};
    }
};

/// Notes every hook with its attempt.
RetryHooks noting(QStringList &events)
{
    const auto hook = [&events](const QString &name) {
        return callHook([&events, name](RetryMoment &moment) {
            events.append(name + QString::number(moment.attempt));
        });
    };
    return {.before = {hook(u"before"_s)},
            .after = {hook(u"after"_s)},
            .beforeSleep = {callHook([&events](RetryMoment &moment) {
                events.append(u"before_sleep%1(sleep %2, idle_for %3)"_s.arg(moment.attempt)
                                  .arg(moment.upcomingSeconds)
                                  .arg(moment.idleSeconds));
            })}};
}

}

void RetryingTest::hooksComeInOrder()
{
    QStringList events;
    Time time;
    RetryPolicy policy = bareController();
    policy.stop = {StopAfterAttempt {3}};
    policy.wait = {FixedWait {1}};
    policy.reraise = false;
    policy.hooks = noting(events);
    auto clock = time.time();
    clock.sleep = [&](double seconds) {
        events.append(u"sleep(%1)"_s.arg(seconds));
        time.now += seconds;
    };
    const auto end = retryCall(
        policy, [](const RetryMoment &) -> Result<Json> { return std::unexpected(Error {}); },
        clock);
    QCOMPARE(events.join(u' '),
             u"before1 after1 before_sleep1(sleep 1, idle_for 1) sleep(1) "
             "before2 after2 before_sleep2(sleep 1, idle_for 2) sleep(1) before3 after3"_s);
    QVERIFY(!end.result);
    QCOMPARE(end.result.error().code, u"retry-error"_s);
    QCOMPARE(end.statistics.attemptNumber, 3);
    QCOMPARE(end.statistics.idleFor, 2.0);
    QCOMPARE(end.failures.size(), 3);

    events.clear();
    policy.when = resultIs([](const Json &answer) { return answer["value"] == Json(5); });
    policy.wait = {NoWait {}};
    int calls = 0;
    const auto seven = retryCall(
        policy, [&](const RetryMoment &) -> Result<Json> { return Json(++calls == 1 ? 5 : 7); },
        clock);
    QCOMPARE(events.join(u' '),
             u"before1 after1 before_sleep1(sleep 0, idle_for 0) sleep(0) before2"_s);
    QCOMPARE(*seven.result, Json(7));
}

void RetryingTest::hooksSeeTheMoment()
{
    QStringList seen;
    Time time;
    RetryPolicy policy = bareController();
    policy.stop = {StopAfterAttempt {2}};
    policy.wait = {FixedWait {1.5}};
    const auto look = callHook([&seen](RetryMoment &moment) { seen.append(describe(moment)); });
    policy.hooks = {.before = {look}, .after = {look}, .beforeSleep = {look}};
    Retrying loop(policy, u"greet"_s);
    loop.begin(10);
    QVERIFY(!loop.moment().over);
    (void)loop.end({.error = failure(ErrorKind::Server, 503)}, 10.25);
    QCOMPARE(loop.moment().elapsedSeconds, 0.25);
    loop.begin(11.75);
    QCOMPARE(seen,
             (QStringList {
                 u"<RetryCallState greet: attempt #1; slept for 0; last result: none yet>"_s,
                 u"<RetryCallState greet: attempt #1; slept for 0; last result: failed (server "
                 "E)>"_s,
                 u"<RetryCallState greet: attempt #1; slept for 1.5; last result: failed (server "
                 "E)>"_s,
                 u"<RetryCallState greet: attempt #2; slept for 1.5; last result: none yet>"_s,
             }));
}

void RetryingTest::ends_data()
{
    QTest::addColumn<int>("stop"); // 0: never
    QTest::addColumn<QString>("when"); // failed, five, never
    QTest::addColumn<bool>("reraise");
    QTest::addColumn<bool>("callback");
    QTest::addColumn<QString>("does"); // raises, returns5, tryAgain
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("attempts");

    QTest::newRow("3 attempts") << 3 << u"failed"_s << false << false << u"raises"_s
                                << u"retry-error"_s << 3;
    QTest::newRow("3, reraise") << 3 << u"failed"_s << true << false << u"raises"_s << u"E"_s << 3;
    QTest::newRow("2, on a result, reraise")
        << 2 << u"five"_s << true << false << u"returns5"_s << u"retry-error"_s << 2;
    QTest::newRow("2, on a result, but it raises")
        << 2 << u"five"_s << false << false << u"raises"_s << u"E"_s << 1;
    QTest::newRow("the callback wins over reraise")
        << 2 << u"failed"_s << true << true << u"raises"_s << u"\"fallback 2\""_s << 2;
    QTest::newRow("1 attempt") << 1 << u"failed"_s << false << false << u"raises"_s
                               << u"retry-error"_s << 1;
    QTest::newRow("TryAgain ignores the predicate; the ceiling ends it")
        << 0 << u"never"_s << false << false << u"tryAgain"_s << u"retry-error"_s << 10;
}

void RetryingTest::ends()
{
    QFETCH(int, stop);
    QFETCH(QString, when);
    QFETCH(bool, reraise);
    QFETCH(bool, callback);
    QFETCH(QString, does);

    RetryPolicy policy = bareController();
    policy.stop = stop > 0 ? Stop {StopAfterAttempt {stop}} : Stop {StopNever {}};
    if (when == "five"_L1)
        policy.when = resultIs([](const Json &answer) { return answer["value"] == Json(5); });
    else if (when == "never"_L1)
        policy.when = {Never {}};
    policy.reraise = reraise;
    if (callback)
        policy.hooks.gaveUp = insteadOfGivingUp(
            [](const RetryMoment &moment) { return toJson(u"fallback %1"_s.arg(moment.attempt)); });
    Time time;
    const auto end = retryCall(
        policy,
        [&does](const RetryMoment &) -> Result<Json> {
            if (does == "returns5"_L1)
                return Json(5);
            return std::unexpected(does == "raises"_L1 ? failure(ErrorKind::Server) : tryAgain());
        },
        time.time());
    const QString got = end.result                    ? QString::fromUtf8(toBytes(*end.result))
        : end.result.error().code == "retry-error"_L1 ? u"retry-error"_s
                                                      : end.result.error().message;
    QTEST(got, "outcome");
    QTEST(end.statistics.attemptNumber, "attempts");
}

void RetryingTest::callables()
{
    Time time;
    RetryPolicy policy = bareController();
    policy.when = momentIs([](const RetryMoment &moment) { return moment.error.has_value(); });
    policy.wait = computedWait(
        [](const RetryMoment &moment) { return double(moment.error->message.size()); });
    policy.stop
        = stopWhen([](const RetryMoment &m) { return m.elapsedSeconds + m.upcomingSeconds > 7; });
    QVERIFY(isUnbounded(policy.stop));
    QVERIFY(looksAtAnswers(policy));
    const auto end = retryCall(
        policy,
        [](const RetryMoment &) -> Result<Json> {
            return std::unexpected(failure(ErrorKind::Tool, 0, u"abc"_s));
        },
        time.time());
    QCOMPARE(time.sleeps, (QList<double> {3, 3}));
    QCOMPARE(end.result.error().message, u"abc"_s);
}

void RetryingTest::scripts()
{
    const auto policy = policyFromJson(*parseJson(R"~({
        "when": {"script": "failed && error.kind === 'server' || content === 'no'"},
        "wait": {"type": "script", "seconds": "attempt * 2 + (error ? 0.5 : 0)"},
        "stop": {"any": [{"after_attempt": 5}, {"script": "idle + upcoming >= 12"}]}})~"));
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QVERIFY(faults(*policy).isEmpty());
    const auto outcomes = plannedOutcomesFromJson(*parseJson(
        R"([{"error": "server"}, {"result": "no"}, {"error": "server", "status": 503}])"));
    const auto plan = planRetries(*policy, *outcomes, 0);
    QCOMPARE(toBytes(toJson(plan, false)["waits"]), QByteArray("[2.5,4.0]"));
    QCOMPARE(plan.final, RetryPlan::Final::GaveUp);
    QVERIFY(plan.warnings.isEmpty());
}

void RetryingTest::failingScriptsWarn()
{
    const auto policy
        = policyFromJson(*parseJson(R"({"wait": {"type": "script", "seconds": "'soon'"},
                       "stop": {"any": [{"after_attempt": 2}, {"script": "nobody.knows"}]}})"));
    QVERIFY(policy);
    const auto outcomes = plannedOutcomesFromJson(*parseJson(R"([{"error": "server"}])"));
    const auto plan = planRetries(*policy, *outcomes, 0);
    QCOMPARE(plan.attempts, 2);
    QCOMPARE(plan.warnings.size(), 2);
    QVERIFY(plan.warnings[0].contains("it gave no number"_L1));
    QVERIFY2(plan.warnings[1].contains("nobody"_L1), qPrintable(plan.warnings[1]));

    const auto broken = policyFromJson(*parseJson(
        R"~({"hooks": {"before": [{"script": "return ("}]}, "stop": {"script": ")"}})~"));
    QVERIFY(broken);
    const auto found = faults(*broken);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].file, u"stop.script"_s);
    QCOMPARE(found[1].file, u"hooks.before[0].script"_s);
}

void RetryingTest::logLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("time");
    QTest::addColumn<bool>("failed");
    QTest::addColumn<QString>("expected");

    QTest::newRow("before") << QString() << int(HookTime::Before) << true
                            << u"Starting call to 'greet', this is the 2nd time calling it."_s;
    QTest::newRow("after")
        << QString() << int(HookTime::After) << true
        << u"Finished call to 'greet' after 0.123(s), this was the 2nd time calling it."_s;
    QTest::newRow("before sleep, a failure")
        << QString() << int(HookTime::BeforeSleep) << true
        << u"Retrying greet in 1 seconds as it raised server: x."_s;
    QTest::newRow("before sleep, a result")
        << QString() << int(HookTime::BeforeSleep) << false
        << u"Retrying greet in 1 seconds as it returned cheese."_s;
    QTest::newRow("one's own")
        << u"{target} #{attempt} ({ordinal}): {kind} {status} {error} {what}"_s
        << int(HookTime::After) << true << u"haiku #2 (2nd): server 503 x {what}"_s;
    QTest::newRow("open brace") << u"{attempt} {"_s << int(HookTime::After) << true << u"2 {"_s;
}

void RetryingTest::logLines()
{
    QFETCH(QString, line);
    QFETCH(int, time);
    QFETCH(bool, failed);
    RetryMoment moment {.name = u"greet"_s,
                        .target = u"haiku"_s,
                        .attempt = 2,
                        .over = true,
                        .answer = answerOf(Json("cheese")),
                        .elapsedSeconds = 0.12345,
                        .upcomingSeconds = 1};
    if (failed)
        moment.error = failure(ErrorKind::Server, 503, u"x"_s);
    QTEST(logLine(line, HookTime(time), moment), "expected");
}

void RetryingTest::ordinals()
{
    QCOMPARE(ordinal(1), u"1st"_s);
    QCOMPARE(ordinal(3), u"3rd"_s);
    for (const int number : {11, 12, 13, 111})
        QCOMPARE(ordinal(number), QString::number(number) + u"th"_s);
    QCOMPARE(ordinal(21), u"21st"_s);
    QCOMPARE(ordinal(22), u"22nd"_s);
}

// retries.md 3: by exact kind, one more for each attempt, the rest leaves them alone.
void RetryingTest::collectsErrors()
{
    RetryPolicy policy = bareController();
    policy.stop = {StopAfterAttempt {4}};
    policy.hooks.after = {collectErrors({ErrorKind::Validation})};
    const QList<Error> raised {
        failure(ErrorKind::Validation, 0, u"one"_s), failure(ErrorKind::Server, 500, u"other"_s),
        failure(ErrorKind::Validation, 0, u"two"_s), failure(ErrorKind::Validation, 0, u"three"_s)};
    QStringList seen;
    Time time;
    int at = 0;
    (void)retryCall(
        policy,
        [&](const RetryMoment &moment) -> Result<Json> {
            const Json *errors = find(moment.variables, "errors");
            seen.append(errors ? QString::fromUtf8(toBytes(*errors)) : u"none"_s);
            return std::unexpected(raised[at++]);
        },
        time.time());
    QCOMPARE(seen,
             (QStringList {u"none"_s, u"[\"one\"]"_s, u"[\"one\"]"_s, u"[\"one\",\"two\"]"_s}));
}

void RetryingTest::scriptsChangeVariables()
{
    const auto policy = policyFromJson(*parseJson(R"({
        "stop": {"after_attempt": 3}, "wait": {"type": "none"},
        "hooks": {"after": [{"script": "console.log('no ' + attempt); return {tone: 'calm ' + attempt}"}],
                  "before": ["log"],
                  "gaveUp": {"script": "return 'sorry, ' + error.message"}}})"));
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QStringList tones;
    Time time;
    const auto end = retryCall(
        *policy,
        [&](const RetryMoment &moment) -> Result<Json> {
            tones.append(textOf(moment.variables, "tone", u"plain"_s));
            return std::unexpected(failure(ErrorKind::Server, 500));
        },
        time.time(), u"greet"_s);
    QCOMPARE(tones, (QStringList {u"plain"_s, u"calm 1"_s, u"calm 2"_s}));
    QCOMPARE(*end.result, Json("sorry, E"));
    QCOMPARE(end.lines.size(), 6);
    QCOMPARE(end.lines[0], u"Starting call to 'greet', this is the 1st time calling it."_s);
    QCOMPARE(end.lines[1], u"no 1"_s);
    QVERIFY(end.warnings.isEmpty());
}

void RetryingTest::switchedOff()
{
    QStringList events;
    Time time;
    RetryPolicy policy = defaultPolicy();
    policy.enabled = false;
    policy.hooks = noting(events);
    const auto end = retryCall(
        policy,
        [](const RetryMoment &) -> Result<Json> {
            return std::unexpected(failure(ErrorKind::Server, 503));
        },
        time.time());
    QCOMPARE(end.result.error().message, u"E"_s);
    QVERIFY(events.isEmpty() && time.sleeps.isEmpty());
}

void RetryingTest::integersOfMirascopeZero_data()
{
    QTest::addColumn<int>("retries");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<QString>("code");
    QTest::newRow("0: one attempt, the raw failure") << 0 << 1 << QString();
    QTest::newRow("negative: the same") << -2 << 1 << QString();
    QTest::newRow("1: one attempt, wrapped") << 1 << 1 << u"retry-error"_s;
    QTest::newRow("3: three in all") << 3 << 3 << u"retry-error"_s;
}

void RetryingTest::integersOfMirascopeZero()
{
    QFETCH(int, retries);
    Time time;
    int calls = 0;
    const auto end = retryCall(
        mirascopeZero(retries),
        [&](const RetryMoment &) -> Result<Json> {
            ++calls;
            return std::unexpected(failure(ErrorKind::Authentication, 401));
        },
        time.time());
    QTEST(calls, "attempts");
    QTEST(end.result.error().code, "code");
    QVERIFY(!time.sleeps.contains(1.0));
}

// retries.md 2: the loop of the how-to, as a policy.
void RetryingTest::howToLoop_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<QList<double>>("sleeps");
    QTest::addColumn<int>("requests");
    QTest::addColumn<bool>("answered");
    QTest::newRow("0") << 0 << QList<double> {} << 1 << true;
    QTest::newRow("1") << 1 << QList<double> {1} << 2 << true;
    QTest::newRow("2") << 2 << QList<double> {1, 2} << 3 << true;
    QTest::newRow("3") << 3 << QList<double> {1, 2} << 3 << false;
}

void RetryingTest::howToLoop()
{
    QFETCH(int, failures);
    RetryPolicy policy = bareController();
    policy.when = {ErrorIs {{ErrorKind::RateLimit, ErrorKind::Timeout, ErrorKind::Server}}};
    policy.wait = {ExponentialWait {}};
    policy.stop = {StopAfterAttempt {3}};
    policy.hooks.after = {logHook(u"Attempt {attempt} failed: {error}"_s)};
    Time time;
    int requests = 0;
    const auto end = retryCall(
        policy,
        [&](const RetryMoment &) -> Result<Json> {
            if (++requests > failures)
                return Json("answer");
            return std::unexpected(failure(ErrorKind::RateLimit, 429, u"slow down"_s));
        },
        time.time());
    QTEST(time.sleeps, "sleeps");
    QTEST(requests, "requests");
    QTEST(end.result.has_value(), "answered");
    QCOMPARE(end.lines.size(), std::min(failures, 3));
    QCOMPARE(end.failures.size(), failures);
}

void RetryingTest::mirascopeTwoDelays()
{
    const auto outcomes = plannedOutcomesFromJson(*parseJson(R"([{"error": "server"}])"));
    const auto plan = planRetries(mirascopeTwo(), *outcomes, 0);
    QCOMPARE(toBytes(toJson(plan, false)["waits"]), QByteArray("[0.5,1.0,2.0]"));
    const auto jittered = planRetries(mirascopeTwo({.jitter = 0.5}), *outcomes, 0);
    QCOMPARE(jittered.waits[1].min, 0.5);
    QCOMPARE(jittered.waits[1].max, 1.5);
}

static RetryPolicy preset(const QString &id)
{
    return policyByName(id).value_or(RetryPolicy {});
}

// retries.md 6: backoff before retry k, without headers.
void RetryingTest::presetRanges_data()
{
    using Ranges = QList<std::pair<double, double>>;
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("attempts"); // 0: bounded by time
    QTest::addColumn<Ranges>("ranges");

    const Ranges stainless {{0.375, 0.5}, {0.75, 1}, {1.5, 2}, {3, 4}, {6, 8}, {6, 8}};
    QTest::newRow("OpenAI Python") << u"openai-python"_s << 3 << stainless;
    QTest::newRow("OpenAI Node") << u"openai-node"_s << 3 << stainless;
    QTest::newRow("Anthropic Python") << u"anthropic-python"_s << 3 << stainless;
    QTest::newRow("Google GenAI Python")
        << u"google-genai-python"_s << 5
        << Ranges {{1, 2}, {2, 3}, {4, 5}, {8, 9}, {16, 17}, {32, 33}, {60, 60}};
    QTest::newRow("Cohere Python")
        << u"cohere-python"_s << 3 << Ranges {{0.9, 1.1},   {1.8, 2.2},   {3.6, 4.4}, {7.2, 8.8},
                                              {14.4, 17.6}, {28.8, 35.2}, {54, 66}};
    QTest::newRow("Mistral Python")
        << u"mistral-python"_s << 0
        << Ranges {{0.5, 1.5}, {0.75, 1.75}, {1.125, 2.125}, {1.6875, 2.6875}};
    QTest::newRow("LiteLLM") << u"litellm"_s << 3
                             << Ranges {{0.5, 1.25}, {1, 1.75}, {2, 2.75}, {4, 4.75}, {8, 8.75}};
    QTest::newRow("Mirascope 2") << u"mirascope-2"_s << 4 << Ranges {{0.5, 0.5}, {1, 1}, {2, 2}};
}

void RetryingTest::presetRanges()
{
    using Ranges = QList<std::pair<double, double>>;
    QFETCH(QString, id);
    QFETCH(Ranges, ranges);
    const RetryPolicy policy = preset(id);
    QTEST(attemptBound(policy.stop).value_or(0), "attempts");
    const Outcome outcome {.error = failure(ErrorKind::Server, 503)};
    for (quint64 seed = 0; seed < 200; ++seed) {
        Draws draws(seed);
        for (int attempt = 1; attempt <= ranges.size(); ++attempt) {
            const auto [low, high] = ranges[attempt - 1];
            const auto wait = drawWait(policy.wait, attempt, outcome, draws);
            QCOMPARE(wait.min, low);
            QCOMPARE(wait.max, high);
            QVERIFY(wait.seconds >= low && wait.seconds <= high);
            // (0.375, 0.5]: the whole wait is possible, the shortest is not.
            if (id.startsWith("openai"_L1) || id.startsWith("anthropic"_L1))
                QVERIFY(wait.seconds > low);
        }
    }
}

void RetryingTest::presetStatuses_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("what"); // a status or a kind
    QTest::addColumn<bool>("retried");
    const auto row = [](const QString &id, const QStringList &yes, const QStringList &no) {
        for (const QString &what : yes)
            QTest::newRow(qPrintable(id + u' ' + what)) << id << what << true;
        for (const QString &what : no)
            QTest::newRow(qPrintable(id + u' ' + what + " not"_L1)) << id << what << false;
    };
    const QStringList all {u"408"_s, u"409"_s, u"429"_s, u"500"_s, u"503"_s, u"529"_s};
    const QStringList wrong {u"400"_s, u"401"_s, u"403"_s, u"404"_s, u"422"_s};
    for (const QString &id : {u"openai-python"_s, u"openai-node"_s, u"anthropic-python"_s})
        row(id, all + QStringList {u"connection"_s, u"timeout"_s},
            wrong + QStringList {u"dropped"_s, u"timeout of a stream"_s});
    row(u"google-genai-python"_s,
        {u"408"_s, u"429"_s, u"500"_s, u"502"_s, u"503"_s, u"504"_s, u"connection"_s, u"timeout"_s},
        wrong + QStringList {u"409"_s, u"501"_s, u"529"_s});
    row(u"cohere-python"_s, all + QStringList {u"connection"_s},
        wrong + QStringList {u"timeout"_s});
    row(u"mistral-python"_s, {u"429"_s, u"500"_s, u"502"_s, u"503"_s, u"504"_s},
        wrong + QStringList {u"408"_s, u"409"_s, u"529"_s, u"connection"_s, u"timeout"_s});
}

void RetryingTest::presetStatuses()
{
    QFETCH(QString, id);
    QFETCH(QString, what);
    Error error = failure(ErrorKind::InvalidRequest, what.toInt());
    if (what == "timeout of a stream"_L1)
        error = failure(ErrorKind::Timeout, 200);
    else if (error.httpStatus == 0)
        error.kind = errorKindFromName(what).value_or(ErrorKind::Setup);
    else if (error.httpStatus == 429)
        error.kind = ErrorKind::Quota; // the SDKs do not tell it apart
    Draws draws;
    QTEST(decide(preset(id), {}, {.error = error}, draws).next == Decision::Next::Retry, "retried");
}

void RetryingTest::presetHeaders_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("header");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("waits"); // -1: not retried, -2: own backoff
    const auto row = [](const QString &id, double seconds, double waits,
                        const QString &header = u"retry-after"_s) {
        QTest::newRow(qPrintable(u"%1 %2 %3"_s.arg(id, header).arg(seconds)))
            << id << header << seconds << waits;
    };
    row(u"openai-python"_s, 120, 120);
    row(u"openai-python"_s, 121, -1);
    row(u"openai-python"_s, 0, -2);
    row(u"openai-python"_s, 1.5, 1.5, u"retry-after-ms"_s);
    row(u"openai-node"_s, 0, 0);
    row(u"openai-node"_s, 60, 60);
    row(u"openai-node"_s, 61, -2);
    row(u"anthropic-python"_s, 0, -2);
    row(u"anthropic-python"_s, 60, 60);
    row(u"anthropic-python"_s, 61, -2);
    row(u"google-genai-python"_s, 9, -2);
    row(u"cohere-python"_s, 90, 60);
    row(u"cohere-python"_s, 9, 9);
    row(u"cohere-python"_s, 9, -2, u"retry-after-ms"_s);
    row(u"cohere-python"_s, 30, 30, u"x-ratelimit-reset"_s);
    row(u"cohere-python"_s, 90, 60, u"x-ratelimit-reset"_s);
    row(u"openai-python"_s, 9, -2, u"x-ratelimit-reset"_s);
    row(u"mistral-python"_s, 9, -2, u"x-ratelimit-reset"_s);
    row(u"default"_s, 9, -2, u"x-ratelimit-reset"_s);
    row(u"litellm"_s, 60, 60);
    row(u"litellm"_s, 61, -2);
    row(u"mistral-python"_s, 900, 900);
    row(u"mistral-python"_s, 9, -2, u"retry-after-ms"_s);
}

void RetryingTest::presetHeaders()
{
    QFETCH(QString, id);
    QFETCH(QString, header);
    QFETCH(double, seconds);
    QFETCH(double, waits);
    Error error = failure(ErrorKind::RateLimit, 429);
    const bool isReset = header == "x-ratelimit-reset"_L1;
    (isReset ? error.limitReset : error.retryAfter)
        = std::chrono::milliseconds(qRound64(seconds * 1000));
    (isReset ? error.limitResetHeader : error.retryAfterHeader) = header + u": as sent"_s;
    Draws draws(3);
    const auto decision = decide(preset(id), {}, {.error = error}, draws);
    QCOMPARE(decision.next == Decision::Next::Retry, waits != -1);
    if (waits == -2)
        QVERIFY(decision.formula != "retry-after"_L1);
    else if (waits >= 0)
        QCOMPARE(decision.minSeconds, waits);
    // Cohere: min(d, 60) * (1 + 0.2 U) of x-ratelimit-reset; LiteLLM: d + 0.75 U.
    const double more = id == "litellm"_L1 ? 0.75 : isReset ? waits * 0.2 : 0;
    if (waits >= 0) {
        QCOMPARE(decision.header, header + u": as sent"_s);
        QCOMPARE(decision.maxSeconds, waits + more);
        QVERIFY(decision.drawnSeconds >= waits && decision.drawnSeconds <= waits + more);
        QCOMPARE(decision.drawnSeconds > waits, more > 0);
        QCOMPARE(decision.wait.count(), qRound64(decision.drawnSeconds * 1000));
    }
}

void RetryingTest::presetsAreFiles()
{
    for (const RetryPreset &known : retryPresets()) {
        QVERIFY(!known.name.isEmpty() && !known.about.isEmpty());
        const auto read = policyFromJson(toJson(known.policy));
        QVERIFY2(read, qPrintable(known.id));
        QVERIFY2(*read == known.policy, qPrintable(known.id));
        QVERIFY(unknownPolicyFields(toJson(known.policy)).isEmpty());
    }
}

void RetryingTest::names()
{
    QCOMPARE(policyByName(u"default"_s), defaultPolicy());
    QCOMPARE(policyByName(u"3"_s), policyWithAttempts(3));
    QCOMPARE(policyByName(u"cohere-python"_s)->slug, u"cohere-python"_s);
    QVERIFY(!policyByName(u"0"_s));
    QVERIFY(!policyByName(u"nobody"_s));
    QCOMPARE(*policyFromJson(Json(3)), policyWithAttempts(3));
    QVERIFY(!policyFromJson(Json(-1)));
}

QTEST_GUILESS_MAIN(RetryingTest)
#include "tst_retrying.moc"
