// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/httprequestreader.h>
#include <antiphon/net/simulatorserver.h>
#include <antiphon/net/simulatortransport.h>

#include <support/simulatedanswers.h>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class SimulatorServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatIsServed_data();
    void everyFormatIsServed();
    void modelListsAndPrefixes();
    void invalidKeyAndUnknownPathsAreRefused();
    void sameAnswerInProcessAndOverHttp();
    void resetAndDropAreTold();
    void oneConnectionManyRequests();
    void logKeepsNoSecrets();
    void takenPortIsSaid();
    void readerTakesAnyCut();
    void readerHasLimits();

private:
    struct Reply {
        int status = 0;
        QByteArray body = {};
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
    };
    [[nodiscard]] Reply ask(const QUrl &server, HttpRequest request);

    SystemClock m_clock;
    QNetworkAccessManager m_client;
};

static SimulatorServerOptions fast()
{
    return {.speed = 0.0};
}

SimulatorServerTest::Reply SimulatorServerTest::ask(const QUrl &server, HttpRequest request)
{
    request.url.setPort(server.port());
    QNetworkRequest out(request.url);
    for (const HttpHeader &header : std::as_const(request.headers))
        out.setRawHeader(header.name, header.value);
    QNetworkReply *reply
        = request.method == "GET" ? m_client.get(out) : m_client.post(out, request.body);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait())
        return {};
    reply->deleteLater();
    return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .body = reply->readAll(),
            .error = reply->error()};
}

static QByteArray post(const HttpRequest &request)
{
    return "POST " + request.url.path().toUtf8() + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
        + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body;
}

/// What the server says to \p bytes, until \p enough or the end of the connection.
static QByteArray raw(const QUrl &server, const QByteArray &bytes,
                      const std::function<bool(const QByteArray &)> &enough)
{
    QTcpSocket socket;
    socket.connectToHost(server.host(), quint16(server.port()));
    socket.write(bytes);
    QByteArray got;
    const auto done = [&] {
        got += socket.readAll();
        return enough(got)
            || (socket.state() == QAbstractSocket::UnconnectedState && !got.isEmpty());
    };
    return QTest::qWaitFor(done) ? got : QByteArray("nothing in time: " + got);
}

void SimulatorServerTest::everyFormatIsServed_data()
{
    QTest::addColumn<SimulatedFormat>("format");
    QTest::addColumn<bool>("stream");
    for (const auto &[name, format] : wireFormats()) {
        QTest::addRow("%s, streamed", name) << format << true;
        QTest::addRow("%s, whole", name) << format << false;
    }
}

void SimulatorServerTest::everyFormatIsServed()
{
    QFETCH(SimulatedFormat, format);
    QFETCH(bool, stream);
    SimulatorServer server(m_clock, fast());
    const auto url = server.listen(0);
    QVERIFY(url);
    for (const char *model : {"demo", "languages", "echo"}) {
        const Reply reply = ask(*url, wireRequest(format, stream, {}, false, model));
        QCOMPARE(reply.status, 200);
        const WireAnswer said = readWire(format, stream, reply.body);
        QVERIFY(said.finished);
        QVERIFY(!said.text.isEmpty());
        if (QByteArrayView(model) == "echo")
            QCOMPARE(said.text, u"How do I reset my password? 密码"_s);
    }
}

void SimulatorServerTest::modelListsAndPrefixes()
{
    SimulatorServer server(m_clock, fast());
    const auto url = server.listen(0);
    QVERIFY(url);
    HttpRequest list {.method = "GET", .url = QUrl(u"http://127.0.0.1/v1/models"_s)};
    QVERIFY(ask(*url, list).body.contains(R"("object":"list")"));
    list.headers = {{"anthropic-version", "2023-06-01"}};
    QVERIFY(ask(*url, list).body.contains(R"("has_more":false)"));
    list.url.setPath(u"/v1beta/models"_s);
    QVERIFY(ask(*url, list).body.contains(R"("models/steady")"));

    HttpRequest request = wireRequest(SimulatedFormat::Chat, true);
    request.url.setPath(u"/sim/server-error/v1/chat/completions"_s);
    QCOMPARE(ask(*url, request).status, 503);
    request.url.setPath(u"/sim/steady,seed=5/v1/chat/completions"_s);
    const QByteArray five = ask(*url, request).body;
    request.url.setPath(u"/sim/steady,seed=6/v1/chat/completions"_s);
    QVERIFY(ask(*url, request).body != five);
    request.url.setPath(u"/sim/nonsense/v1/chat/completions"_s);
    QCOMPARE(ask(*url, request).status, 404);
}

void SimulatorServerTest::invalidKeyAndUnknownPathsAreRefused()
{
    SimulatorServer server(m_clock, fast());
    const auto url = server.listen(0);
    QVERIFY(url);
    HttpRequest request = wireRequest(SimulatedFormat::Messages, true);
    request.headers.append(HttpHeader {"x-api-key", "invalid"});
    QCOMPARE(ask(*url, request).status, 401);
    request = wireRequest(SimulatedFormat::Chat, true);
    request.url.setPath(u"/v1/nothing"_s);
    QCOMPARE(ask(*url, request).status, 404);
    request = wireRequest(SimulatedFormat::Chat, true);
    request.body = "{";
    QCOMPARE(ask(*url, request).status, 400);
    QCOMPARE(ask(*url, {.method = "GET", .url = request.url}).status, 405);
}

void SimulatorServerTest::sameAnswerInProcessAndOverHttp()
{
    SimulatorServer server(m_clock, fast());
    const auto url = server.listen(0);
    QVERIFY(url);
    SimulatorTransport transport(m_clock, SimulatorTransport::PlaceFrom::Body);
    for (const auto &[name, format] : wireFormats()) {
        HttpRequest request = wireRequest(format, true, {}, false, "flaky");
        request.headers.append(HttpHeader {"x-antiphon-call", "17"});
        for (int attempt = 0; attempt < 3; ++attempt) {
            const auto exchange = transport.send(request,
                                                 {.model = u"flaky"_s,
                                                  .simulate = R"({"speed":0})",
                                                  .callId = QByteArray("17") + name});
            QByteArray body;
            int status = 0;
            connect(exchange.get(), &Exchange::headArrived, this,
                    [&](const HttpHead &head) { status = head.status; });
            connect(exchange.get(), &Exchange::bytesArrived, this,
                    [&](const QByteArray &bytes) { body += bytes; });
            QSignalSpy ended(exchange.get(), &Exchange::ended);
            QVERIFY(ended.wait());

            HttpRequest over = request;
            over.headers.last().value += name;
            const Reply reply = ask(*url, over);
            QCOMPARE(reply.status, status);
            QCOMPARE(reply.body, body);
            QCOMPARE(status, attempt < 2 ? 429 : 200);
        }
    }
}

void SimulatorServerTest::resetAndDropAreTold()
{
    const auto listening = [&](SimulatorServer &server) { return *server.listen(0); };
    const auto options = [&](const char *fault) {
        const auto json = parseJson(R"({"speed":0,"steps":[{"text":"hello world","fault":{"kind":")"
                                    + QByteArray(fault) + R"("}}]})");
        return SimulatorServerOptions {.script = *scriptFromJson(*json)};
    };
    const HttpRequest request = wireRequest(SimulatedFormat::Chat, true);
    {
        SimulatorServer server(m_clock, options("drop"));
        const Reply reply = ask(listening(server), request);
        QCOMPARE(reply.error, QNetworkReply::NoError);
        const WireAnswer said = readWire(SimulatedFormat::Chat, true, reply.body);
        QCOMPARE(said.text, u"hello "_s);
        QVERIFY(!said.finished);
    }
    for (const char *fault : {"close", "refuse", "dns", "tls"}) {
        SimulatorServer server(m_clock, options(fault));
        QVERIFY2(ask(listening(server), request).error != QNetworkReply::NoError, fault);
    }
    // QNetworkAccessManager takes some bodies that were reset for whole ones: a socket tells.
    SimulatorServer server(m_clock, options("reset"));
    const QByteArray got = raw(listening(server), post(request), [](const QByteArray &) {
        return false; // until the server is gone
    });
    QVERIFY(got.contains("chat.completion.chunk"));
    QVERIFY(!got.contains("\r\n0\r\n\r\n"));
}

void SimulatorServerTest::oneConnectionManyRequests()
{
    SimulatorServer server(m_clock, fast());
    const auto url = server.listen(0);
    QVERIFY(url);
    const QByteArray bytes = post(wireRequest(SimulatedFormat::Chat, false, {}, false, "echo"));
    const QByteArray got = raw(*url, bytes + bytes, [](const QByteArray &answers) {
        return answers.count("\"object\":\"chat.completion\"") == 2; // one was sent ahead
    });
    QCOMPARE(got.count("HTTP/1.1 200 OK"), 2);
    QVERIFY(got.contains("connection: keep-alive"));
}

void SimulatorServerTest::logKeepsNoSecrets()
{
    QByteArrayList lines;
    SimulatorServerOptions options = fast();
    options.log = [&](const QByteArray &line) { lines.append(line); };
    SimulatorServer server(m_clock, options);
    const auto url = server.listen(0);
    QVERIFY(url);
    HttpRequest request = wireRequest(SimulatedFormat::Chat, true);
    request.headers.append(HttpHeader {"Authorization", "Bearer sk-planted-secret-0001"});
    QCOMPARE(ask(*url, request).status, 200);
    QCOMPARE(lines.size(), 1);
    QVERIFY(!lines[0].contains("sk-planted"));
    QVERIFY(!lines[0].contains('\n'));
    const auto line = parseJson(lines[0]);
    QVERIFY(line);
    QCOMPARE(textOf(*line, "script"), u"steady"_s);
    QCOMPARE(textOf(*line, "model"), u"demo"_s);
    QCOMPARE((*line)["status"].as<int>(), 200);
}

void SimulatorServerTest::takenPortIsSaid()
{
    SimulatorServer first(m_clock);
    const auto url = first.listen(0);
    QVERIFY(url);
    SimulatorServer second(m_clock);
    const auto taken = second.listen(quint16(url->port()));
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::Setup);
    QVERIFY(taken.error().message.contains(QString::number(url->port())));
}

void SimulatorServerTest::readerTakesAnyCut()
{
    const QByteArray bytes = "POST /v1/messages?beta=true HTTP/1.1\r\nX-Api-Key: k\r\n"
                             "Transfer-Encoding: chunked\r\n\r\n4;note\r\n{\"a\"\r\n3\r\n:1}\r\n"
                             "0\r\n\r\nGET /v1/models HTTP/1.0\r\n\r\n";
    for (qsizetype step = 1; step <= bytes.size(); ++step) {
        HttpRequestReader reader;
        QList<HttpRequestReader::Incoming> got;
        for (qsizetype at = 0; at < bytes.size(); at += step) {
            reader.feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
            while (const auto incoming = reader.take())
                got.append(*incoming);
        }
        QCOMPARE(got.size(), 2);
        QCOMPARE(got[0].request.body, R"({"a":1})");
        QCOMPARE(got[0].request.url.path(), u"/v1/messages"_s);
        QCOMPARE(headerValue(got[0].request.headers, "x-api-key"), "k");
        QVERIFY(got[0].keepAlive && got[0].chunksAllowed);
        QVERIFY(!got[1].keepAlive && !got[1].chunksAllowed);
    }
}

void SimulatorServerTest::readerHasLimits()
{
    const auto statusOf = [](const QByteArray &bytes) {
        HttpRequestReader reader;
        reader.feed(bytes);
        (void)reader.take();
        return reader.badStatus();
    };
    QCOMPARE(statusOf("nonsense\r\n\r\n"), 400);
    QCOMPARE(statusOf("GET / HTTP/1.1\r\nX: " + QByteArray(70'000, 'x')), 431);
    QCOMPARE(statusOf("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"), 413);
    QCOMPARE(statusOf("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"), 400);
    QCOMPARE(statusOf("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n"), 501);
    QCOMPARE(statusOf("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), 400);
    QCOMPARE(statusOf("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + QByteArray(2000, '0') + "1\r\na\r\n"),
             400);

    HttpRequestReader reader; // what follows a request that is none is not looked at
    reader.feed("nonsense\r\n\r\nPOST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n");
    QVERIFY(!reader.take());
    QVERIFY(!reader.take());
    QCOMPARE(reader.badStatus(), 400);
}

QTEST_GUILESS_MAIN(SimulatorServerTest)
#include "tst_simulatorserver.moc"
