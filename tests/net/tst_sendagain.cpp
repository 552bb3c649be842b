// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/sendagain.h>

#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

/// Requests that are sent once more, as they were.
class SendAgainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsTheSameBytes_data();
    void sendsTheSameBytes();
    void signsAnew();
    void takesEverySecretAnew();
    void makesOneAttempt();
    void isCountedInTheBudget();
    void readsTheAnswerAsBefore();
    void refuses_data();
    void refuses();
    void preparesTheModelThatWasAsked();
    void whatWasSimulatedStaysSo();
    void refusesAnotherServiceAndAMissingKey();
};

static const QByteArray firstKey = "first-key-0123456789-abcd";
static const QByteArray secondKey = "second-key-9876543210-efgh";

static PreparedTarget targetFor(const QString &codec, const Credentials &credentials)
{
    PreparedTarget target = fakeTarget();
    target.codec = codec == "fake"_L1 ? &FakeFormat::codec : findCodec(codec);
    target.endpoint.authHeader = "Authorization";
    target.endpoint.authPrefix = "Bearer ";
    target.endpoint.headers = {{"X-Team", "blue"}};
    target.endpoint.values.insert(u"region"_s, u"us-east-1"_s);
    target.credentials = credentials;
    return target;
}

static CallSpec specOn(const PreparedTarget &target)
{
    CallSpec spec = fakeSpec();
    spec.inputs.overrideParameters.maxTokens = 64;
    spec.targets = {target};
    spec.retries = false;
    return spec;
}

namespace {

/// Runs calls one after the other.
struct Bench {
    CallRecord run(const CallSpec &spec, int status = 500, const QByteArray &body = "{}",
                   const QByteArray &type = "application/json")
    {
        Call call(spec, transport, clock, limiter);
        QSignalSpy finished(&call, &Call::finished);
        const auto before = transport.requests.size();
        call.start();
        clock.advance(0ms);
        if (transport.requests.size() > before)
            transport.last->answer(status, body, type);
        clock.advance(60s);
        QCoreApplication::processEvents();
        if (finished.size() != 1)
            qFatal("The call did not end.");
        return call.record();
    }

    ManualClock clock;
    ScriptedTransport transport;
    Limiter limiter {clock, {8, 4}};
};

} // namespace

/// The one attempt that \p target makes.
static Attempt attemptOn(const PreparedTarget &target)
{
    return Bench().run(specOn(target)).attempts.last();
}

void SendAgainTest::sendsTheSameBytes_data()
{
    QTest::addColumn<QString>("codec");
    for (const Codec *codec : codecs())
        QTest::newRow(codec->id.data()) << QString(codec->id);
}

void SendAgainTest::sendsTheSameBytes()
{
    QFETCH(QString, codec);
    Bench bench;
    const CallRecord first = bench.run(specOn(targetFor(codec, ApiKey {firstKey})));
    const auto spec = sendAgain(first.attempts.last(), targetFor(codec, ApiKey {secondKey}));
    QVERIFY2(spec, spec ? "" : qPrintable(spec.error().message));
    const CallRecord second = bench.run(*spec);
    QCOMPARE(bench.transport.requests.size(), 2);

    const HttpRequest &then = bench.transport.requests[0];
    const HttpRequest &now = bench.transport.requests[1];
    QCOMPARE(now.method, then.method);
    QCOMPARE(now.url, then.url);
    QCOMPARE(now.body, then.body);
    QCOMPARE(now.headers.size(), then.headers.size());
    bool keyed = false;
    for (qsizetype i = 0; i < then.headers.size(); ++i) {
        QCOMPARE(now.headers[i].name, then.headers[i].name);
        QByteArray expected = then.headers[i].value;
        keyed = keyed || expected.contains(firstKey);
        QCOMPARE(now.headers[i].value, expected.replace(firstKey, secondKey));
        QCOMPARE(now.headers[i].secret, then.headers[i].secret);
    }
    QVERIFY(keyed);

    const Attempt &attempt = second.attempts.last();
    QCOMPARE(attempt.exchange.request.body, first.attempts.last().exchange.request.body);
    QVERIFY(attempt.asked == first.attempts.last().asked);
    QVERIFY(!toBytes(toJson(second, true)).contains(secondKey));
    for (const HttpHeader &header : attempt.exchange.request.headers)
        QVERIFY(!header.value.contains(secondKey));
}

void SendAgainTest::signsAnew()
{
    const auto keys = [](const QByteArray &secret) {
        return AwsKeys {"AKIDEXAMPLE0123456789", secret, "session-token-0123456789"};
    };
    for (const QString &codec : {u"bedrock"_s, u"openai-chat"_s}) {
        Bench bench;
        const CallRecord first = bench.run(specOn(targetFor(codec, keys(firstKey))));
        const auto spec = sendAgain(first.attempts.last(), targetFor(codec, keys(firstKey)));
        QVERIFY2(spec, spec ? "" : qPrintable(spec.error().message));
        const CallRecord second = bench.run(*spec);
        const HttpHeaders &then = bench.transport.requests[0].headers;
        const HttpHeaders &now = bench.transport.requests[1].headers;
        QCOMPARE(now.size(), then.size());
        for (qsizetype i = 0; i < then.size(); ++i)
            QCOMPARE(now[i].name, then[i].name);
        QVERIFY(headerValue(then, "x-amz-date") < headerValue(now, "x-amz-date"));
        QVERIFY(headerValue(now, "authorization").startsWith("AWS4-HMAC-SHA256 Credential=AKID"));
        QVERIFY(headerValue(now, "authorization") != headerValue(then, "authorization"));
        QCOMPARE(headerValue(now, "x-amz-security-token"), "session-token-0123456789");
        for (const HttpHeader &header : second.attempts.last().exchange.request.headers) {
            QVERIFY(!header.value.contains("AKIDEXAMPLE0123456789"));
            QVERIFY(!header.value.contains("session-token"));
        }

        // With a key of the service instead, nothing of the signature stays.
        const auto keyed = sendAgain(first.attempts.last(), targetFor(codec, ApiKey {secondKey}));
        QVERIFY2(keyed, keyed ? "" : qPrintable(keyed.error().message));
        (void)bench.run(*keyed);
        const HttpHeaders &last = bench.transport.requests[2].headers;
        QCOMPARE(headerValue(last, "authorization"), "Bearer " + secondKey);
        QVERIFY(headerValue(last, "x-amz-date").isEmpty());
    }
}

void SendAgainTest::takesEverySecretAnew()
{
    const auto target = [](const QByteArray &secret) {
        PreparedTarget made = targetFor(u"openai-chat"_s, ApiKey {secret});
        made.endpoint.headers = {{"X-Api-Key", "header-" + secret}};
        made.endpoint.query = {{u"api_key"_s, u"parameter-"_s + QString::fromLatin1(secret)},
                               {u"version"_s, u"a b+c"_s}};
        return made;
    };
    Bench bench;
    const CallRecord first = bench.run(specOn(target(firstKey)));
    const auto spec = sendAgain(first.attempts.last(), target(secondKey));
    QVERIFY2(spec, spec ? "" : qPrintable(spec.error().message));
    (void)bench.run(*spec);
    const HttpRequest &now = bench.transport.requests[1];
    QCOMPARE(headerValue(now.headers, "authorization"), "Bearer " + secondKey);
    QCOMPARE(headerValue(now.headers, "x-api-key"), "header-" + secondKey);
    QCOMPARE(now.url.toEncoded(),
             bench.transport.requests[0].url.toEncoded().replace(firstKey, secondKey));
}

void SendAgainTest::makesOneAttempt()
{
    const PreparedTarget target = targetFor(u"fake"_s, ApiKey {firstKey});
    auto spec = sendAgain(attemptOn(target), target);
    QVERIFY(spec);
    Bench bench;
    const CallRecord record = bench.run(*spec, 503, "Later.");
    QCOMPARE(record.attempts.size(), 1);
    QCOMPARE(record.state, CallState::Failed);
    QCOMPARE(record.attempts.last().decision->next, Decision::Next::Stop);

    // Nor do tools answer.
    const CallRecord called
        = bench.run(*spec, 200, sse("tool:0:look:{}") + sse("tools"), "text/event-stream");
    QCOMPARE(called.attempts.size(), 1);
    QCOMPARE(called.attempts.last().toolCalls.size(), 1);
    QVERIFY(called.attempts.last().toolRuns.isEmpty());
    QCOMPARE(bench.transport.requests.size(), 2);
}

void SendAgainTest::isCountedInTheBudget()
{
    const PreparedTarget target = targetFor(u"fake"_s, ApiKey {firstKey});
    auto spec = sendAgain(attemptOn(target), target);
    QVERIFY(spec);
    spec->purse = std::make_shared<Purse>(Budget {.run = {.stop = Money {1'000'000'000}}});
    Bench bench;
    const CallRecord record = bench.run(
        *spec, 200, sse("text:Hi") + sse("usage:12,2") + sse("stop"), "text/event-stream");
    QCOMPARE(record.state, CallState::Done);
    QVERIFY(record.attempts.last().cost->picoUsd > 0);
    QCOMPARE(spec->purse->spent().run, *record.attempts.last().cost);

    spec->purse = std::make_shared<Purse>(Budget {.run = {.stop = Money {1}}});
    const CallRecord refused = bench.run(*spec);
    QCOMPARE(refused.state, CallState::OverBudget);
    QCOMPARE(bench.transport.requests.size(), 1);
}

void SendAgainTest::readsTheAnswerAsBefore()
{
    CallSpec spec = specOn(targetFor(u"fake"_s, ApiKey {firstKey}));
    spec.inputs.prompt.output
        = OutputSpec {.schema = u"number"_s, .mode = OutputSpec::Mode::JsonText};
    spec.inputs.schemas.insert(
        u"number"_s, *parseJson(R"({"type": "object", "properties": {"n": {"type": "integer"}},
                       "required": ["n"]})"));
    Bench bench;
    Call call(spec, bench.transport, bench.clock, bench.limiter);
    call.start();
    bench.clock.advance(0ms);
    bench.transport.last->answer(500, "No.");
    QVERIFY(call.extraction());

    auto again = sendAgain(call.record().attempts.last(), spec.targets.first());
    QVERIFY(again);
    again->recorded->extraction = call.extraction();
    const auto answer = [&bench, &again](const QByteArray &json) {
        return bench.run(*again, 200, sse("text:" + json) + sse("stop"), "text/event-stream");
    };
    QCOMPARE(*answer(R"({"n": "7"})").attempts.last().value, *parseJson(R"({"n": 7})"));
    const CallRecord invalid = answer(R"({"n": "x"})");
    QCOMPARE(invalid.state, CallState::Invalid); // and nobody repairs it
    QCOMPARE(invalid.attempts.size(), 1);
}

void SendAgainTest::refuses_data()
{
    QTest::addColumn<Attempt>("attempt");
    QTest::addColumn<PreparedTarget>("target");
    QTest::addColumn<QString>("says");

    const PreparedTarget target = targetFor(u"openai-chat"_s, ApiKey {firstKey});
    const Attempt attempt = attemptOn(target);
    QTest::newRow("nothing was sent")
        << Attempt {.codec = u"openai-chat"_s} << target << u"nothing to send again"_s;

    CallSpec telling = specOn(target);
    telling.inputs.prompt.messages
        = {textMessage(Role::User, u"My key is "_s + QString::fromLatin1(firstKey))};
    QTest::newRow("a secret in the body")
        << Bench().run(telling).attempts.last() << target << u"masked in its record"_s;

    PreparedTarget moved = target;
    moved.endpoint.baseUrl = QUrl(u"http://127.0.0.2:1/v1"_s);
    QTest::newRow("another server")
        << attempt << moved << u"went to http://127.0.0.1:1, and the target now asks"_s;
    moved.endpoint.baseUrl = QUrl(u"http://127.0.0.1:2/v1"_s);
    QTest::newRow("another port") << attempt << moved << u"http://127.0.0.1:2"_s;

    PreparedTarget other = target;
    other.codec = findCodec(u"anthropic"_s);
    QTest::newRow("another format") << attempt << other << u"speaks another format"_s;

    PreparedTarget keyless = target;
    keyless.credentials = {};
    QTest::newRow("no key") << attempt << keyless << u"was sent with a key"_s;

    PreparedTarget withHeader = target;
    withHeader.endpoint.headers = {{"X-Api-Key", "header-of-the-test-0123"}};
    QTest::newRow("a header is gone")
        << attemptOn(withHeader) << target << u"the header \"X-Api-Key\""_s;

    PreparedTarget withParameter = target;
    withParameter.endpoint.query = {{u"token"_s, u"parameter-of-the-test"_s}};
    QTest::newRow("a parameter is gone")
        << attemptOn(withParameter) << target << u"the parameter \"token\""_s;
}

void SendAgainTest::refuses()
{
    QFETCH(Attempt, attempt);
    QFETCH(PreparedTarget, target);
    QFETCH(QString, says);
    const auto spec = sendAgain(attempt, target);
    QVERIFY(!spec);
    QCOMPARE(spec.error().kind, ErrorKind::Setup);
    QVERIFY2(spec.error().message.contains(says), qPrintable(spec.error().message));
    QVERIFY(!spec.error().message.contains(QLatin1StringView(firstKey)));
}

// --- Prepared ------------------------------------------------------------------------------------

static Provider providerCalled(const QString &id)
{
    Provider made {.id = id, .name = id.toUpper()};
    made.apis = {{.name = u"chat"_s, .codec = u"openai-chat"_s, .baseUrl = u"http://127.0.0.1:1"_s},
                 {.name = u"responses"_s,
                  .codec = u"openai-responses"_s,
                  .baseUrl = u"http://127.0.0.1:1"_s}};
    made.env = {id.toUpper() + u"_KEY"_s};
    made.keyOptional = id == "simulator"_L1;
    return made;
}

static RunSource sourceWith(const QMap<QString, QString> &variables)
{
    return {.providers = {providerCalled(u"acme"_s), providerCalled(u"other"_s),
                          providerCalled(u"simulator"_s)},
            .environment = [variables](const QString &name) { return variables.value(name); }};
}

static const RunSource &keyedSource()
{
    static const RunSource source = sourceWith({{u"ACME_KEY"_s, QString::fromLatin1(firstKey)},
                                                {u"OTHER_KEY"_s, QString::fromLatin1(secondKey)}});
    return source;
}

static const Target acme {.slug = u"one"_s, .provider = u"acme"_s, .model = u"m1"_s};

static Attempt attemptOn(const Target &target, const RunSource &source)
{
    const auto prepared = prepareTarget(target, {}, source);
    if (!prepared)
        qFatal("%s", qPrintable(prepared.error().message));
    return attemptOn(*prepared);
}

void SendAgainTest::preparesTheModelThatWasAsked()
{
    Target then = acme;
    then.api = u"responses"_s;
    const Attempt attempt = attemptOn(then, keyedSource());
    Target now = acme;
    now.model = u"m2"_s;
    now.retry = u"gone"_s;
    const auto spec = prepareAgain(attempt, now, keyedSource());
    QVERIFY2(spec, spec ? "" : qPrintable(spec.error().message));
    QCOMPARE(spec->targets.first().target.model, u"m1"_s);
    QCOMPARE(spec->targets.first().endpoint.api, u"responses"_s);
    Bench bench;
    const CallRecord record = bench.run(*spec);
    QCOMPARE(record.model, u"m1"_s);
    QCOMPARE(bench.transport.requests[0].body, attempt.exchange.request.body);
}

void SendAgainTest::whatWasSimulatedStaysSo()
{
    RunSource simulating = keyedSource();
    simulating.simulateAll = true;
    const Attempt attempt = attemptOn(acme, simulating);
    QVERIFY(attempt.simulated);
    const auto spec = prepareAgain(attempt, acme, sourceWith({})); // no key is needed
    QVERIFY2(spec, spec ? "" : qPrintable(spec.error().message));
    QVERIFY(spec->targets.first().simulated);

    Bench bench;
    (void)bench.run(*spec);
    (void)bench.run(*spec);
    const QByteArray call = headerValue(attempt.exchange.request.headers, "x-antiphon-call");
    QVERIFY(!call.isEmpty());
    QVERIFY(headerValue(bench.transport.requests[0].headers, "x-antiphon-call") != call);
    QCOMPARE(bench.transport.requests[0].headers.size(), attempt.exchange.request.headers.size());

    // And what was not is not simulated now.
    const auto real = prepareAgain(attemptOn(acme, keyedSource()), acme, simulating);
    QVERIFY(real);
    QVERIFY(!real->targets.first().simulated);
}

void SendAgainTest::refusesAnotherServiceAndAMissingKey()
{
    const Attempt attempt = attemptOn(acme, keyedSource());
    Target other = acme;
    other.provider = u"other"_s;
    const auto elsewhere = prepareAgain(attempt, other, keyedSource());
    QVERIFY(!elsewhere);
    QVERIFY2(
        elsewhere.error().message.contains(u"one of OTHER now; this request was made for ACME"),
        qPrintable(elsewhere.error().message));
    const auto keyless = prepareAgain(attempt, acme, sourceWith({}));
    QVERIFY(!keyless);
    QCOMPARE(keyless.error().kind, ErrorKind::Setup);
    QVERIFY2(keyless.error().message.contains(u"ACME_KEY"), qPrintable(keyless.error().message));
}

QTEST_GUILESS_MAIN(SendAgainTest)

#include "tst_sendagain.moc"
