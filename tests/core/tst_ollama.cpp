// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/ollama, there and back.
class OllamaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"ollama"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "ollama"_L1);
    }
    void decodes_data() { Exchanges::rows(u"ollama"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "ollama"_L1);
    }
    void classifies_data();
    void classifies();
    void listsModels();
    void findsItsServer_data();
    void findsItsServer();
};

void OllamaTest::classifies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("kind");

    const auto row = [](const char *name, int status, const QByteArray &message, const char *kind) {
        QTest::newRow(name) << status << message << QString::fromLatin1(kind);
    };
    row("cannot think", 400, "model does not support thinking", "invalid-request");
    row("not signed in", 401, "unauthorized", "authentication");
    row("not in the plan", 403, "upgrade", "permission");
    row("not pulled", 404, "model 'x' not found", "not-found");
    row("over the limit", 429, "usage limit reached", "rate-limit");
    row("the runner crashed", 500, "llama runner process has terminated", "server");
    row("the cloud is away", 502, "bad gateway", "server");
    row("the queue is full", 503, "server busy, please try again", "server");
}

void OllamaTest::classifies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    QFETCH(QString, kind);
    const Error error = findCodec(u"ollama")->classify(
        {status, {}}, R"({"error":")" + message + R"(","signin_url":"https://ollama.com/x"})", {});
    QCOMPARE(errorKindName(error.kind), kind);
    QCOMPARE(error.message, QString::fromUtf8(message));
}

void OllamaTest::listsModels()
{
    const Codec *codec = findCodec(u"ollama");
    QCOMPARE(
        codec
            ->decodeModels(
                R"({"models":[{"name":"llama3.2:latest","model":"llama3.2:latest"},{"size":1}]})")
            .value_or(QStringList()),
        (QStringList {u"llama3.2:latest"_s}));
    QVERIFY(!codec->decodeModels("{}"));
    const auto request = codec->encodeModels({.baseUrl = QUrl(u"http://localhost:11434"_s)}, {});
    QVERIFY(request);
    QCOMPARE(request->url.toEncoded(), "http://localhost:11434/api/tags");
}

void OllamaTest::findsItsServer_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("address");
    QTest::newRow("none given") << QString() << u"http://localhost:11434"_s;
    QTest::newRow("host and port") << u"box:8080"_s << u"http://box:8080"_s;
    QTest::newRow("host alone") << u"box"_s << u"http://box:11434"_s;
    QTest::newRow("an address") << u"https://box.example"_s << u"https://box.example"_s;
    QTest::newRow("where it listens") << u"0.0.0.0"_s << u"http://localhost:11434"_s;
    QTest::newRow("where it listens, with a port")
        << u"0.0.0.0:8080"_s << u"http://localhost:8080"_s;
    QTest::newRow("as an address") << u"http://0.0.0.0:8080/"_s << u"http://localhost:8080"_s;
}

// OLLAMA_HOST is read by the server too, and says there where it listens.
void OllamaTest::findsItsServer()
{
    QFETCH(QString, host);
    QFETCH(QString, address);
    const Provider *provider = findProvider(Exchanges::providers(), u"ollama");
    QVERIFY(provider);
    const Environment environment
        = [&](const QString &name) { return name == "OLLAMA_HOST"_L1 ? host : QString(); };
    const auto native = makeEndpoint(*provider, {.api = u"native"_s}, environment);
    QVERIFY2(native, qPrintable(native ? QString() : native.error().message));
    QCOMPARE(native->baseUrl.toString(), address);
    const auto chat = makeEndpoint(*provider, {.api = u"chat"_s}, environment);
    QVERIFY(chat);
    QCOMPARE(chat->baseUrl.toString(), address + "/v1"_L1);
}

QTEST_GUILESS_MAIN(OllamaTest)
#include "tst_ollama.moc"
