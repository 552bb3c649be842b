// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/cohere, there and back, and Cohere's own errors.
class CohereTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"cohere"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "cohere"_L1);
    }
    void decodes_data() { Exchanges::rows(u"cohere"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "cohere"_L1);
    }
    void classifies_data();
    void classifies();
    void listsModels();
};

void CohereTest::classifies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("kind");

    const auto row = [](const char *name, int status, const QByteArray &message, const char *kind) {
        QTest::newRow(name) << status << message << QString::fromLatin1(kind);
    };
    row("a bad request", 400, "invalid request: message must be at least 1 token long",
        "invalid-request");
    row("too long", 400,
        "too many tokens: size limit exceeded by 2 tokens. The limit for this model is 9 tokens.",
        "context-length");
    row("a wrong key", 401, "invalid api token", "authentication");
    row("billing", 402, "Please add a payment method.", "quota");
    row("forbidden", 403, "no access", "permission");
    row("no such model", 404, "model 'x' not found", "not-found");
    row("timeout", 408, "timed out", "server");
    row("a conflict", 409, "conflict", "server");
    row("unprocessable", 422, "unknown field", "invalid-request");
    row("too fast", 429, "You are using a Trial key, which is limited to 20 API calls / minute.",
        "rate-limit");
    row("a month's calls", 429,
        "You are using a Trial key, which is limited to 1000 API calls / month.", "quota");
    row("an invalid token", 498, "invalid token", "authentication");
    row("a blocked input", 498, "your input was blocked", "filtered");
    row("closed by us", 499, "client closed request", "invalid-request");
    row("their fault", 500, "internal server error", "server");
    row("not there", 501, "not implemented", "unsupported");
    row("away", 503, "unavailable", "server");
    row("too slow", 504, "timeout", "server");
}

void CohereTest::classifies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    QFETCH(QString, kind);
    const Codec *codec = findCodec(u"cohere");
    const QByteArray body = R"({"message":")" + message + R"(","id":"body-id"})";
    const Error error = codec->classify({status, {{"X-Debug-Trace-ID", "trace-id"}}}, body, {});
    QCOMPARE(errorKindName(error.kind), kind);
    QCOMPARE(error.message, QString::fromUtf8(message));
    QCOMPARE(error.requestId, u"trace-id"_s);
    QCOMPARE(codec->classify({status, {}}, body, {}).requestId, u"body-id"_s);
    const Error plain = codec->classify({status, {}}, message, {});
    QCOMPARE(errorKindName(plain.kind), kind);
}

void CohereTest::listsModels()
{
    const Codec *codec = findCodec(u"cohere");
    QCOMPARE(
        codec
            ->decodeModels(
                R"({"models":[{"name":"a","endpoints":["generate","chat"]},{"name":"b","endpoints":["embed"]},{"name":"c"}]})")
            .value_or(QStringList()),
        (QStringList {u"a"_s, u"c"_s}));
    QVERIFY(!codec->decodeModels("{}"));
    for (const auto &base : {u"https://api.cohere.com"_s, u"https://api.cohere.com/v2"_s}) {
        const auto request = codec->encodeModels({.baseUrl = QUrl(base)}, {});
        QVERIFY(request);
        QCOMPARE(request->url.toEncoded(),
                 "https://api.cohere.com/v1/models?endpoint=chat&page_size=1000");
    }
}

QTEST_GUILESS_MAIN(CohereTest)
#include "tst_cohere.moc"
