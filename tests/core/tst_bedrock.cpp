// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

#include <QTimeZone>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/bedrock, there and back, and what is Bedrock's alone:
/// signatures, the words of AWS's errors, damaged streams.
class BedrockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"bedrock"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "bedrock"_L1);
    }
    void decodes_data() { Exchanges::rows(u"bedrock"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "bedrock"_L1);
    }
    void signsWithKeys();
    void signsForTheRegion_data();
    void signsForTheRegion();
    void needsARegionToSign();
    void sendsAnApiKeyAsBearer();
    void classifies_data();
    void classifies();
    void triesAgainWhenTheClocksDiffer();
    void aDamagedStreamEnds_data();
    void aDamagedStreamEnds();
    void listsModels();
};

static const QDateTime now(QDate(2026, 1, 5), QTime(10, 15), QTimeZone::UTC);
static const AwsKeys keys {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"};

static Result<HttpRequest> encoded(const QString &base, const QString &region,
                                   const Credentials &credentials, bool stream = true)
{
    Endpoint endpoint {
        .baseUrl = QUrl(base), .authHeader = "Authorization", .authPrefix = "Bearer "};
    if (!region.isEmpty())
        endpoint.values.insert(u"region"_s, region);
    const CallRequest request {.model = u"anthropic.claude-haiku-4-5-20251001-v1:0"_s,
                               .messages = {textMessage(Role::User, u"ping"_s)},
                               .parameters = {.maxTokens = 16},
                               .stream = stream};
    return findCodec(u"bedrock")->encode(request, endpoint, credentials, now);
}

// The example of the reference: the whole way from a call to its signature.
void BedrockTest::signsWithKeys()
{
    const auto request
        = encoded(u"https://bedrock-runtime.us-east-1.amazonaws.com"_s, u"us-east-1"_s, keys);
    QVERIFY(request);
    QCOMPARE(request->url.toEncoded(),
             "https://bedrock-runtime.us-east-1.amazonaws.com/model/"
             "anthropic.claude-haiku-4-5-20251001-v1%3A0/converse-stream");
    QCOMPARE(
        request->body,
        R"({"messages":[{"role":"user","content":[{"text":"ping"}]}],"inferenceConfig":{"maxTokens":16}})");
    QCOMPARE(headerValue(request->headers, "authorization"),
             "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260105/us-east-1/bedrock/aws4_request, "
             "SignedHeaders=content-type;host;x-amz-date, "
             "Signature=87db9eaa75f8ac38a75fae82b88011b6a56e870cd57f696d73096f92d0be836d");
    QCOMPARE(headerValue(request->headers, "accept"), "application/vnd.amazon.eventstream");
}

void BedrockTest::signsForTheRegion_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QByteArray>("region");
    QTest::newRow("that of the address") << u"https://bedrock-runtime.eu-west-3.amazonaws.com"_s
                                         << QString() << QByteArray("eu-west-3");
    QTest::newRow("FIPS") << u"https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com"_s
                          << QString() << QByteArray("us-gov-west-1");
    QTest::newRow("China") << u"https://bedrock-runtime.cn-north-1.amazonaws.com.cn"_s << QString()
                           << QByteArray("cn-north-1");
    QTest::newRow("that of the target")
        << u"http://127.0.0.1:9/fx/x"_s << u"ap-south-1"_s << QByteArray("ap-south-1");
}

void BedrockTest::signsForTheRegion()
{
    QFETCH(QString, base);
    QFETCH(QString, given);
    QFETCH(QByteArray, region);
    const auto request = encoded(base, given, keys);
    QVERIFY(request);
    QVERIFY(headerValue(request->headers, "authorization")
                .contains("/20260105/" + region + "/bedrock/"));
}

void BedrockTest::needsARegionToSign()
{
    const auto request = encoded(u"http://127.0.0.1:9"_s, {}, keys);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::Setup);
    QVERIFY(request.error().message.contains("region"_L1));
}

void BedrockTest::sendsAnApiKeyAsBearer()
{
    const Credentials forms[] {ApiKey {"the-key"}, BearerToken {"the-key"}};
    for (const Credentials &credentials : forms) {
        const auto request = encoded(u"http://127.0.0.1:9"_s, {}, credentials, false);
        QVERIFY(request);
        QCOMPARE(headerValue(request->headers, "authorization"), "Bearer the-key");
        QVERIFY(headerValue(request->headers, "x-amz-date").isEmpty());
        QCOMPARE(headerValue(request->headers, "accept"), "application/json");
    }
}

void BedrockTest::classifies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("retry"); // "yes", "no", empty: not said

    const auto row = [](const char *name, int status, const QByteArray &type,
                        const QByteArray &message, const char *kind, const char *retry = "") {
        QTest::newRow(name) << status << type << QByteArray("{\"message\":\"" + message + "\"}")
                            << QString::fromLatin1(kind)
                            << QString::fromLatin1(type).section(u':', 0, 0)
                            << QString::fromLatin1(retry);
    };
    row("a bad request", 400, "ValidationException", "No.", "invalid-request");
    row("a model wants a profile", 400, "ValidationException",
        "Invocation of model ID x with on-demand throughput isn't supported.", "invalid-request");
    row("too long", 400, "ValidationException", "Input is too long for requested model.",
        "context-length");
    row("over a quota", 400, "ServiceQuotaExceededException", "No more.", "quota");
    row("no access to the model", 403, "AccessDeniedException", "No.", "permission");
    row("a wrong key", 403, "UnrecognizedClientException:http://internal.amazon.com/x/", "No.",
        "authentication");
    row("a wrong signature", 403, "InvalidSignatureException", "No.", "authentication");
    row("an expired session", 403, "ExpiredTokenException", "No.", "authentication");
    row("no such model", 404, "ResourceNotFoundException", "No.", "not-found");
    row("the model took too long", 408, "ModelTimeoutException", "Slow.", "server");
    row("the model failed", 424, "ModelErrorException", "Broken.", "server", "yes");
    row("the model failed in a stream", 424, "ModelStreamErrorException", "Broken.", "server",
        "yes");
    row("too fast", 429, "ThrottlingException", "Too many tokens, please wait before trying again.",
        "rate-limit");
    row("too much for a day", 429, "ThrottlingException", "Too many tokens per day, please wait.",
        "quota");
    row("not ready", 429, "ModelNotReadyException", "Soon.", "rate-limit");
    row("their fault", 500, "InternalServerException", "Oops.", "server");
    row("away", 503, "ServiceUnavailableException", "Later.", "server");
    row("overloaded", 529, "", "Overloaded.", "server");
    QTest::newRow("the type is in the body")
        << 400 << QByteArray()
        << QByteArray(R"({"__type":"com.amazon.coral.service#ThrottlingException","Message":"x"})")
        << u"rate-limit"_s << u"ThrottlingException"_s << QString();
}

void BedrockTest::classifies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QFETCH(QString, code);
    QFETCH(QString, retry);
    HttpHeaders headers {{"x-amzn-RequestId", "r1"}};
    if (!type.isEmpty())
        headers.append({"x-amzn-ErrorType", type});
    const Error error = findCodec(u"bedrock")->classify({status, headers}, body, now);
    QCOMPARE(errorKindName(error.kind), kind);
    QCOMPARE(error.code, code);
    QCOMPARE(error.shouldRetry, retry.isEmpty() ? std::nullopt : std::optional(retry == "yes"_L1));
    QCOMPARE(error.requestId, u"r1"_s);
    QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.message.isEmpty());
}

void BedrockTest::triesAgainWhenTheClocksDiffer()
{
    const auto retry = [](const QByteArray &date, const QByteArray &type) {
        const HttpHead head {403, {{"x-amzn-ErrorType", type}, {"Date", date}}};
        return findCodec(u"bedrock")
            ->classify(head, R"({"message":"Signature expired"})", now)
            .shouldRetry;
    };
    const QByteArray near = "Mon, 05 Jan 2026 10:18:00 GMT";
    const QByteArray far = "Mon, 05 Jan 2026 10:25:00 GMT";
    QCOMPARE(retry(far, "InvalidSignatureException"), true);
    QCOMPARE(retry(far, "RequestTimeTooSkewed"), true);
    QCOMPARE(retry(near, "InvalidSignatureException"), std::nullopt);
    QCOMPARE(retry("nonsense", "InvalidSignatureException"), std::nullopt);
    QCOMPARE(retry(far, "AccessDeniedException"), std::nullopt);
}

void BedrockTest::aDamagedStreamEnds_data()
{
    QTest::addColumn<bool>("afterText");
    QTest::newRow("at its start") << false;
    QTest::newRow("after text") << true;
}

void BedrockTest::aDamagedStreamEnds()
{
    QFETCH(bool, afterText);
    const QByteArray text = EventStreams::event("contentBlockDelta",
                                                R"({"contentBlockIndex":0,"delta":{"text":"Hi"}})");
    QByteArray damaged = text;
    damaged[damaged.size() - 10] = 'X';
    Decoder decoder(*findCodec(u"bedrock"), {}, {.status = 200}, true);
    StreamEvents events;
    decoder.feed((afterText ? text : QByteArray()) + damaged + text, events);
    decoder.feed(text, events);
    decoder.finish(events);
    const auto *failed = std::get_if<Failed>(&events.last());
    QVERIFY(failed);
    QCOMPARE(failed->error.kind, ErrorKind::BadResponse);
    QCOMPARE(events.size(), afterText ? 3 : 1); // started, text, failed
}

void BedrockTest::listsModels()
{
    const Codec *codec = findCodec(u"bedrock");
    QCOMPARE(
        codec
            ->decodeModels(
                R"({"modelSummaries":[{"modelId":"amazon.nova-lite-v1:0"},{"modelName":"x"}]})")
            .value_or(QStringList()),
        (QStringList {u"amazon.nova-lite-v1:0"_s}));
    QCOMPARE(
        codec
            ->decodeModels(
                R"({"inferenceProfileSummaries":[{"inferenceProfileId":"us.amazon.nova-lite-v1:0"}]})")
            .value_or(QStringList()),
        (QStringList {u"us.amazon.nova-lite-v1:0"_s}));
    QCOMPARE(codec->decodeModels(R"({"data":[{"id":"a"}]})").value_or(QStringList()),
             (QStringList {u"a"_s}));
    QVERIFY(!codec->decodeModels("{}"));

    const Endpoint endpoint {.baseUrl = QUrl(u"https://bedrock-runtime.us-east-1.amazonaws.com"_s)};
    const auto request = codec->encodeModels(endpoint, {});
    QVERIFY(request);
    QCOMPARE(request->url.toEncoded(),
             "https://bedrock.us-east-1.amazonaws.com/foundation-models"
             "?byOutputModality=TEXT");
    const auto profiles = codec->encodeMoreModels(endpoint, {});
    QVERIFY(profiles);
    QCOMPARE(profiles->url.toEncoded(),
             "https://bedrock.us-east-1.amazonaws.com/inference-profiles"
             "?maxResults=1000&type=SYSTEM_DEFINED");
}

QTEST_GUILESS_MAIN(BedrockTest)
#include "tst_bedrock.moc"
