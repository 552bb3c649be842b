// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/sigv4.h>

#include <QTest>
#include <QTimeZone>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Signatures against the vectors AWS publishes (awslabs/aws-c-auth, aws-signing-test-suite/v4, its
/// cases with normalized paths) and one of our own for what Bedrock needs besides.
class SigV4Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void encodesThePathTwice();
    void signsTheSession();
    void signsThePort();
    void neverShowsSecrets();
};

static const QByteArray secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

void SigV4Test::vectors_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *name, const QByteArray &method, const QByteArray &path,
                        const QByteArray &query, const HttpHeaders &headers,
                        const QByteArray &signature, const QByteArray &body = {}) {
        QTest::newRow(name) << method << path << query << headers << signature << body;
    };
    row("get-header-key-duplicate", "GET", "/", "",
        {{"My-Header1", "value2"}, {"My-Header1", "value2"}, {"My-Header1", "value1"}},
        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");
    row("get-header-value-multiline", "GET", "/", "",
        {{"My-Header1", "value1\n  value2\n     value3"}},
        "cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd");
    row("get-header-value-order", "GET", "/", "",
        {{"My-Header1", "value4"},
         {"My-Header1", "value1"},
         {"My-Header1", "value3"},
         {"My-Header1", "value2"}},
        "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01");
    row("get-header-value-trim", "GET", "/", "",
        {{"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\""}},
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
    row("get-relative-normalized", "GET", "/example/..", "", {},
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-relative-relative-normalized", "GET", "/example1/example2/../..", "", {},
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-slash-dot-slash-normalized", "GET", "/./", "", {},
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-slash-normalized", "GET", "//", "", {},
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-slash-pointless-dot-normalized", "GET", "/./example", "", {},
        "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5");
    row("get-slashes-normalized", "GET", "//example//", "", {},
        "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84");
    row("get-space-normalized", "GET", "/example space/", "", {},
        "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741");
    row("get-unreserved", "GET",
        "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "", {},
        "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f");
    row("get-utf8", "GET",
        "/\xe1\x88\xb4"
        "",
        "", {}, "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85");
    row("get-vanilla", "GET", "/", "", {},
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-vanilla-empty-query-key", "GET", "/", "Param1=value1", {},
        "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb");
    row("get-vanilla-query", "GET", "/", "", {},
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-vanilla-query-order-encoded", "GET", "/",
        "Param-3=Value3&Param=Value2&%E1%88%B4=Value1", {},
        "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac");
    row("get-vanilla-query-order-key-case", "GET", "/", "Param2=value2&Param1=value1", {},
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    row("get-vanilla-query-unreserved", "GET", "/",
        "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~"
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        {}, "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197");
    row("get-vanilla-utf8-query", "GET", "/",
        "\xe1\x88\xb4"
        "=bar",
        {}, "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04");
    row("get-vanilla-with-session-token", "GET", "/", "",
        {{"X-Amz-Security-Token",
          "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267"}},
        "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8");
    row("post-header-key-case", "POST", "/", "", {},
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    row("post-header-key-sort", "POST", "/", "", {{"My-Header1", "value1"}},
        "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c");
    row("post-header-value-case", "POST", "/", "", {{"My-Header1", "VALUE1"}},
        "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d");
    row("post-sts-header-after", "POST", "/", "", {},
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    row("post-sts-header-before", "POST", "/", "",
        {{"X-Amz-Security-Token",
          "AQoDYXdzEPT//////////"
          "wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YU"
          "uwthAx7mSEI/qkPpKPi/"
          "kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8"
          "YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+"
          "scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="}},
        "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead");
    row("post-vanilla", "POST", "/", "", {},
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    row("post-vanilla-empty-query-value", "POST", "/", "Param1=value1", {},
        "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11");
    row("post-vanilla-query", "POST", "/", "Param1=value1", {},
        "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11");
    row("post-x-www-form-urlencoded", "POST", "/", "",
        {{"Content-Type", "application/x-www-form-urlencoded"},
         {"Content-Length", "13"},
         {"X-Amz-Content-Sha256",
          "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"}},
        "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b", "Param1=value1");
    row("post-x-www-form-urlencoded-parameters", "POST", "/", "",
        {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"},
         {"Content-Length", "13"},
         {"X-Amz-Content-Sha256",
          "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"}},
        "328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422", "Param1=value1");
}

void SigV4Test::vectors()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    QFETCH(HttpHeaders, headers);
    QFETCH(QByteArray, signature);
    QFETCH(QByteArray, body);
    const QByteArray date = "20150830T123600Z";
    headers.prepend({"X-Amz-Date", date});
    headers.prepend({"Host", "example.amazonaws.com"});
    const QByteArray canonical = canonicalRequest(method, path, query, headers, body);
    QCOMPARE(signatureV4(canonical, date, {"us-east-1", "service"}, secret), signature);
}

static HttpRequest toBedrock()
{
    return {
        .url = QUrl::fromEncoded("https://bedrock-runtime.us-east-1.amazonaws.com/model/"
                                 "anthropic.claude-haiku-4-5-20251001-v1%3A0/converse-stream",
                                 QUrl::StrictMode),
        .headers = {{"Content-Type", "application/json"}},
        .body
        = R"({"messages":[{"role":"user","content":[{"text":"ping"}]}],"inferenceConfig":{"maxTokens":16}})"};
}

static const QDateTime now(QDate(2026, 1, 5), QTime(10, 15), QTimeZone::UTC);

void SigV4Test::encodesThePathTwice()
{
    HttpRequest request = toBedrock();
    QCOMPARE(request.url.path(QUrl::FullyEncoded),
             u"/model/anthropic.claude-haiku-4-5-20251001-v1%3A0/converse-stream"_s);
    const HttpHeaders headers = request.headers
        + HttpHeaders {{"Host", "bedrock-runtime.us-east-1.amazonaws.com"},
                       {"X-Amz-Date", "20260105T101500Z"}};
    QCOMPARE(canonicalRequest("POST", request.url.path(QUrl::FullyEncoded).toLatin1(), {}, headers,
                              request.body),
             "POST\n"
             "/model/anthropic.claude-haiku-4-5-20251001-v1%253A0/converse-stream\n"
             "\n"
             "content-type:application/json\n"
             "host:bedrock-runtime.us-east-1.amazonaws.com\n"
             "x-amz-date:20260105T101500Z\n"
             "\n"
             "content-type;host;x-amz-date\n"
             "951c7e624de080b9f6191a29b31ae52e7c4ff7bf6febe7393f4fc09ba56832c8");

    signV4(request, {"us-east-1", "bedrock"}, {"AKIDEXAMPLE", secret}, now);
    QCOMPARE(headerValue(request.headers, "x-amz-date"), "20260105T101500Z");
    QCOMPARE(headerValue(request.headers, "authorization"),
             "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260105/us-east-1/bedrock/aws4_request, "
             "SignedHeaders=content-type;host;x-amz-date, "
             "Signature=87db9eaa75f8ac38a75fae82b88011b6a56e870cd57f696d73096f92d0be836d");
}

void SigV4Test::signsTheSession()
{
    HttpRequest request = toBedrock();
    signV4(request, {"us-east-1", "bedrock"}, {"AKIDEXAMPLE", secret, "SESSIONTOKENEXAMPLE"}, now);
    QCOMPARE(headerValue(request.headers, "x-amz-security-token"), "SESSIONTOKENEXAMPLE");
    QCOMPARE(headerValue(request.headers, "authorization"),
             "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260105/us-east-1/bedrock/aws4_request, "
             "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, "
             "Signature=693013236bafd4c4820ade6a7453b9b56b6c91c6efdf809463833da22e25f726");
}

// A host header carries the port unless it is the scheme's own; so does what is signed.
void SigV4Test::signsThePort()
{
    const auto signature = [](const QString &url) {
        HttpRequest request {.method = "GET", .url = QUrl(url)};
        signV4(request, {"us-east-1", "bedrock"}, {"AKIDEXAMPLE", secret}, now);
        return headerValue(request.headers, "authorization");
    };
    QCOMPARE(signature(u"https://h.example/"_s), signature(u"https://h.example:443/"_s));
    QVERIFY(signature(u"https://h.example/"_s) != signature(u"https://h.example:8443/"_s));
    QCOMPARE(signature(u"http://h.example"_s), signature(u"http://h.example:80/"_s));
}

void SigV4Test::neverShowsSecrets()
{
    HttpRequest request = toBedrock();
    signV4(request, {"us-east-1", "bedrock"}, {"AKIDEXAMPLE", secret, "SESSIONTOKENEXAMPLE"}, now);
    for (const HttpHeader &header : std::as_const(request.headers)) {
        QVERIFY(!header.value.contains(secret));
        QCOMPARE(header.secret,
                 header.name == "Authorization" || header.name == "X-Amz-Security-Token");
    }
}

QTEST_GUILESS_MAIN(SigV4Test)
#include "tst_sigv4.moc"
