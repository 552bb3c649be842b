// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/keys.h"
#include "support/loopbackserver.h"

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/net/recordingtransport.h>

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A secret is sent in every way there is, to a server that sends all it got back in every part of
// its answer. Then nothing that the library keeps, writes or hands on may hold it.

static QByteArray logged; // everything Qt and we logged

static void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    logged += text.toUtf8() + '\n';
}

static const QByteArray secret = "planted-Secret+0123/456789=abcdefghij";

class PlantedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingHoldsTheSecret_data();
    void nothingHoldsTheSecret();
};

void PlantedTest::nothingHoldsTheSecret_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("status");
    for (const char *way : {"key", "token", "account", "refresh token", "client secret", "header",
                            "parameter", "body", "proxy password"}) {
        for (const int status : {200, 401, 500}) {
            QTest::addRow("%s, status %d", way, status) << QString::fromLatin1(way) << status;
        }
    }
}

// All that arrived, in the ways servers send things back.
static QByteArray echo(const SeenRequest &request, int status)
{
    QByteArray all = QByteArray(request.head + request.body);
    all.replace('\\', "\\\\").replace('"', "\\\"").replace('\r', "").replace('\n', "\\n");
    if (status != 200)
        return R"({"error":{"message":")" + all + R"(","code":"bad"}})";
    return R"({"id":")" + secret
        + R"(","model":"m","choices":[{"index":0,"message":{"role":)"
          R"("assistant","content":")"
        + all + R"(","reasoning_content":")" + all
        + R"(","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":")"
        + secret
        + R"("}}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"note":")"
        + secret + R"("}})";
}

static PreparedTarget targetFor(const QString &way, const LoopbackServer &server)
{
    PreparedTarget target;
    target.target = {.slug = u"one"_s, .provider = u"acme"_s, .model = u"m"_s};
    target.provider = {.id = u"acme"_s, .name = u"Acme"_s};
    target.endpoint = {.provider = u"acme"_s,
                       .api = u"chat"_s,
                       .baseUrl = server.url(),
                       .authHeader = "X-Own-Key"};
    target.codec = findCodec(u"openai-chat"_s);
    target.policy = policyWithAttempts(2);
    const QUrl tokenUrl = server.url(u"/token"_s);
    if (way == "key"_L1)
        target.credentials = ApiKey {secret};
    else if (way == "token"_L1)
        target.credentials = BearerToken {secret};
    else if (way == "account"_L1)
        target.credentials = ServiceAccountKey {
            .email = u"a@b.test"_s, .privateKey = TestKeys::rsa(), .tokenUrl = tokenUrl};
    else if (way == "refresh token"_L1)
        target.credentials = RefreshToken {.value = secret, .tokenUrl = tokenUrl};
    else if (way == "client secret"_L1)
        target.credentials = ClientSecret {.value = secret, .tokenUrl = tokenUrl};
    else if (way == "header"_L1)
        target.endpoint.headers = {{"X-Api-Key", secret}};
    else if (way == "parameter"_L1)
        target.endpoint.query = {{u"api_key"_s, QString::fromLatin1(secret)}};
    else if (way == "proxy password"_L1)
        target.network.proxyPassword = secret; // is known, whether it is used or not
    if (way == "body"_L1)
        target.credentials = ApiKey {secret};
    return target;
}

void PlantedTest::nothingHoldsTheSecret()
{
    QFETCH(QString, way);
    QFETCH(int, status);
    logged.clear();
    const auto before = qInstallMessageHandler(keepLog);
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);

    LoopbackServer server([status](QTcpSocket &socket, const SeenRequest &request) {
        if (request.line.contains("/token"))
            socket.write(LoopbackServer::response(
                200, R"({"access_token":")" + secret + R"(","expires_in":3600})"));
        else
            socket.write(LoopbackServer::response(
                status, echo(request, status), "X-Echo: " + secret + "\r\nContent-Type: a/b\r\n"));
    });
    const QTemporaryDir folder;
    QByteArray kept;
    {
        SystemClock clock;
        QnamTransport network;
        RecordingTransport transport(network, clock, folder.path());
        Feed feed;
        Engine engine(transport, clock, feed);
        CallSpec spec {.targets = {targetFor(way, server)}};
        const QString words = way == "body"_L1 ? QString::fromLatin1(secret) : u"Hello"_s;
        spec.inputs.prompt = {.slug = u"p"_s, .messages = {textMessage(Role::User, words)}};
        spec.inputs.stream = false;
        engine.start(CallId(1), spec);
        auto models = engine.listModels(spec.targets.first());
        std::optional<CallRecord> record;
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (const CallUpdate &update : feed.take()) {
                    for (const Attempt &attempt : update.ended)
                        kept += toBytes(toJson(attempt, true));
                    if (update.current)
                        kept += toBytes(toJson(*update.current, true));
                    if (update.finished)
                        record = update.finished;
                }
                return record && models.isFinished();
            },
            10s));
        kept += toBytes(toJson(*record, true));
        for (const Attempt &attempt : record->attempts) {
            kept += attempt.exchange.body + attempt.exchange.request.body
                + attempt.exchange.request.url.toEncoded() + attempt.thinking.toUtf8()
                + attempt.responseId.toUtf8() + toBytes(attempt.usageRaw);
            if (attempt.error)
                kept += attempt.error->message.toUtf8() + attempt.error->evidence;
        }
        const auto list = models.result();
        if (!list)
            kept += list.error().message.toUtf8() + list.error().evidence;
        const CheckReport report = checkReport(*record, spec.targets.first());
        kept += report.words.toUtf8();
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules(QString());

    const QStringList files = QDir(folder.path()).entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        kept += file.readAll();
    }
    kept += logged;
    QVERIFY(kept.size() > 500);
    for (const QByteArray &form :
         {secret, secret.toPercentEncoding(), secret.toBase64(), secret.toHex()})
        QVERIFY2(!kept.contains(form),
                 kept.sliced(std::max<qsizetype>(0, kept.indexOf(form) - 200),
                             std::min<qsizetype>(300, kept.size()))
                     .constData());
    QVERIFY(!kept.contains("PRIVATE KEY"));
}

QTEST_GUILESS_MAIN(PlantedTest)
#include "tst_planted.moc"
