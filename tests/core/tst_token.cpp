// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/json.h>
#include <antiphon/core/provider/token.h>

#include <QTest>
#include <QUrlQuery>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const TokenRule google {.from = u"google"_s, .scope = u"https://scope.example/platform"_s};
static const TokenRule entra {.from = u"entra"_s, .scope = u"https://scope.example/.default"_s};
static const QDateTime now = QDateTime::fromString(u"2026-11-22T12:00:00Z"_s, Qt::ISODate);

static Result<QByteArray> fakeSigner(const QByteArray &key, const QByteArray &message)
{
    return "signed by " + key + " " + QByteArray::number(message.size());
}

static const QByteArray accountFile = R"({
    "type": "service_account", "project_id": "my-project", "private_key_id": "k1",
    "private_key": "PEM", "client_email": "robot@my-project.example",
    "token_uri": "https://token.example/token"})";

static QMap<QString, QString> formOf(const HttpRequest &request)
{
    QMap<QString, QString> form;
    for (const auto &[name, value] :
         QUrlQuery(QString::fromLatin1(request.body)).queryItems(QUrl::FullyDecoded))
        form.insert(name, value);
    return form;
}

class TokenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void serviceAccountsSign();
    void authorizedUsersRefresh();
    void applicationsSignInForThemselves();
    void readsTokens_data();
    void readsTokens();
    void refusalsAreTyped_data();
    void refusalsAreTyped();
    void brokenKeyFilesSayWhy_data();
    void brokenKeyFilesSayWhy();
    void secretsAreKnown();
};

void TokenTest::serviceAccountsSign()
{
    const auto file = readKeyFile(accountFile, google, u"key.json"_s);
    QVERIFY(file);
    QCOMPARE(file->values.value(u"project"_s), u"my-project"_s);
    QVERIFY(needsToken(file->credentials));
    const auto request = tokenRequest(file->credentials, now, fakeSigner);
    QVERIFY(request);
    QCOMPARE(request->url, QUrl(u"https://token.example/token"_s));
    QCOMPARE(headerValue(request->headers, "content-type"), "application/x-www-form-urlencoded");
    QVERIFY(request->body.startsWith(
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=ey"));

    const QList<QByteArray> parts = formOf(*request)[u"assertion"_s].toLatin1().split('.');
    QCOMPARE(parts.size(), 3);
    const auto decoded = [&](qsizetype i) {
        return QByteArray::fromBase64(parts[i], QByteArray::Base64UrlEncoding);
    };
    const QByteArray header = R"({"alg":"RS256","typ":"JWT","kid":"k1"})";
    const QByteArray claims
        = R"({"iss":"robot@my-project.example","scope":"https://scope.example/platform",)"
          R"("aud":"https://token.example/token","iat":1795348800,"exp":1795352400})";
    QCOMPARE(decoded(0), header);
    QCOMPARE(decoded(1), claims);
    QCOMPARE(decoded(2),
             "signed by PEM " + QByteArray::number(parts[0].size() + 1 + parts[1].size()));
}

void TokenTest::authorizedUsersRefresh()
{
    const auto file = readKeyFile(R"({"type": "authorized_user", "client_id": "id",
        "client_secret": "se&cret", "refresh_token": "1//r", "quota_project_id": "pays"})",
                                  google, u"adc"_s);
    QVERIFY(file);
    QCOMPARE(file->values.value(u"quotaProject"_s), u"pays"_s);
    const auto request = tokenRequest(file->credentials, now, fakeSigner);
    QCOMPARE(request->url, QUrl(u"https://oauth2.googleapis.com/token"_s));
    QCOMPARE(
        request->body,
        "grant_type=refresh_token&client_id=id&client_secret=se%26cret&refresh_token=1%2F%2Fr");
}

void TokenTest::applicationsSignInForThemselves()
{
    const Credentials client = entraClient(u"tenant"_s, u"app"_s, "secret~1", entra.scope);
    const auto request = tokenRequest(client, now, fakeSigner);
    QCOMPARE(request->url, QUrl(u"https://login.microsoftonline.com/tenant/oauth2/v2.0/token"_s));
    QCOMPARE(request->body,
             "grant_type=client_credentials&client_id=app&client_secret=secret~1"
             "&scope=https%3A%2F%2Fscope.example%2F.default");
    QCOMPARE(entraClient(u"t"_s, {}, {}, {}, u"http://127.0.0.1:1/"_s).tokenUrl,
             QUrl(u"http://127.0.0.1:1/t/oauth2/v2.0/token"_s));
    const auto file
        = readKeyFile(R"({"tenantId":"tenant","clientId":"app","clientSecret":"secret~1"})", entra,
                      u"app.json"_s);
    QVERIFY(file && file->credentials == client);
}

void TokenTest::readsTokens_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("seconds");
    QTest::newRow("as documented")
        << QByteArray(R"({"access_token":"ya29.x","expires_in":3599,"token_type":"Bearer"})")
        << QByteArray("ya29.x") << 3599;
    QTest::newRow("time as text") << QByteArray(
        R"({"access_token":"ya29.x....","expires_in":"120"})")
                                  << QByteArray("ya29.x....") << 120;
    QTest::newRow("no time said") << QByteArray(R"({"access_token":"a"})") << QByteArray("a")
                                  << 3600;
}

void TokenTest::readsTokens()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, token);
    QFETCH(int, seconds);
    const auto read = readToken({.status = 200}, body, u"host"_s);
    QVERIFY(read);
    QCOMPARE(read->value, token);
    QCOMPARE(read->lifetime, std::chrono::seconds(seconds));
}

void TokenTest::refusalsAreTyped_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, int status, const char *body, ErrorKind kind,
                        const char *words) {
        QTest::newRow(name) << status << QByteArray(body) << int(kind) << QString::fromUtf8(words);
    };
    row("a wrong signature", 400,
        R"({"error":"invalid_grant","error_description":"Invalid JWT Signature."})",
        ErrorKind::Authentication, "host gave no access token: Invalid JWT Signature.");
    row("a wrong secret", 401,
        R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret."})",
        ErrorKind::Authentication,
        "host gave no access token: AADSTS7000215: Invalid client secret.");
    row("signed out", 400,
        R"({"error":"invalid_grant","error_description":"reauth","error_subtype":"invalid_rapt"})",
        ErrorKind::Authentication,
        "host gave no access token: reauth Sign in again: gcloud auth application-default login.");
    row("a fault of theirs", 400, R"({"error":"internal_failure"})", ErrorKind::Server,
        "host gave no access token: internal_failure");
    row("down", 503, "<html>", ErrorKind::Server, "host gave no access token (status 503).");
    row("too many", 429, "", ErrorKind::RateLimit, "host gave no access token (status 429).");
    row("no token", 200, "{}", ErrorKind::BadResponse, "The answer of host holds no access token.");
}

void TokenTest::refusalsAreTyped()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, words);
    const auto read = readToken({.status = status}, body, u"host"_s);
    QVERIFY(!read);
    QCOMPARE(int(read.error().kind), kind);
    QCOMPARE(read.error().message, words);
    QCOMPARE(read.error().httpStatus, status);
}

void TokenTest::brokenKeyFilesSayWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON") << QByteArray("{") << u"line 1"_s;
    QTest::newRow("no key") << QByteArray(R"({"type":"service_account","client_email":"a"})")
                            << u"it has no \"private_key\"."_s;
    QTest::newRow("another kind") << QByteArray(R"({"type":"external_account"})")
                                  << u"its type is \"external_account\""_s;
    QTest::newRow("a token server anywhere")
        << QByteArray(accountFile).replace("https://token", "http://token")
        << u"is no address to ask for a token"_s;
}

void TokenTest::brokenKeyFilesSayWhy()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    const auto file = readKeyFile(text, google, u"key.json"_s);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::Setup);
    QVERIFY2(file.error().message.contains(words), qPrintable(file.error().message));
}

void TokenTest::secretsAreKnown()
{
    QCOMPARE(secretsOf(ServiceAccountKey {.privateKey = "a\nb"}),
             (QByteArrayList {"a\nb", "a\\nb"}));
    QCOMPARE(secretsOf(RefreshToken {.clientSecret = "s", .value = "r"}),
             (QByteArrayList {"r", "s"}));
    QCOMPARE(secretsOf(ClientSecret {.value = "s"}), QByteArrayList {"s"});
}

QTEST_GUILESS_MAIN(TokenTest)
#include "tst_token.moc"
