// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/listener.h"
#include "support/loopbackserver.h"

#include <antiphon/net/qnamtransport.h>

#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class QnamTransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void postArrivesOnce_data();
    void postArrivesOnce();
    void sendsWhatWasAsked();
    void bodyInAnyPieces_data();
    void bodyInAnyPieces();
    void errorBodiesAreReadable();
    void classifiesFailures_data();
    void classifiesFailures();
    void cutBodyFails_data();
    void cutBodyFails();
    void abortIsSilent();
    void unpacksGzipNobodyAskedFor();
    void asksForNoCompressionOnStreams();
    void pathsKeepTheirEscapes_data();
    void pathsKeepTheirEscapes();
    void redirectsStayAtHome_data();
    void redirectsStayAtHome();
    void keepsNoCookies();
    void tlsErrorsAreFatal();
    void manyStreamsToOneHost();
    void bigBodyIsWhole();
};

void QnamTransportTest::postArrivesOnce_data()
{
    QTest::addColumn<bool>("reused");
    QTest::addColumn<QString>("how");
    for (const bool reused : {false, true}) {
        for (const char *how : {"close", "half", "reset"}) {
            QTest::addRow("%s, %s", reused ? "reused connection" : "fresh connection", how)
                << reused << QString::fromLatin1(how);
        }
    }
}

// A POST that is sent twice is billed twice. Counted where it matters: at the server.
void QnamTransportTest::postArrivesOnce()
{
    QFETCH(bool, reused);
    QFETCH(QString, how);

    bool faulty = !reused;
    LoopbackServer server([&](QTcpSocket &socket, const SeenRequest &) {
        if (!faulty) {
            socket.write(LoopbackServer::response(200, "{}"));
        } else if (how == "close"_L1) {
            socket.disconnectFromHost();
        } else if (how == "half"_L1) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: te");
            socket.disconnectFromHost();
        } else {
            LoopbackServer::reset(socket);
        }
    });
    QnamTransport transport;
    if (reused) {
        Listener first(transport, post(server.url()));
        QVERIFY(first.wait());
        QVERIFY(!first.error);
        faulty = true;
    }
    Listener listener(transport, post(server.url()));
    QVERIFY(listener.wait());
    QVERIFY(listener.error);
    QCOMPARE(listener.error->kind, ErrorKind::Connection);
    QTest::qWait(300); // a second arrival would come by itself
    QCOMPARE(server.requests.size(), reused ? 2 : 1);
    QCOMPARE(listener.ends, 1);
}

void QnamTransportTest::sendsWhatWasAsked()
{
    LoopbackServer server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, "{\"ok\":true}"));
    });
    QnamTransport transport;
    Listener listener(transport, post(server.url()));
    QVERIFY(listener.wait());
    QVERIFY(!listener.error);
    QCOMPARE(listener.head.status, 200);
    QCOMPARE(headerValue(listener.head.headers, "content-type"), "application/json");
    QCOMPARE(listener.body, "{\"ok\":true}");
    QCOMPARE(listener.phases, (QList {Phase::Connected, Phase::Sent}));

    const SeenRequest seen = server.requests.first();
    QCOMPARE(seen.line, "POST /v1 HTTP/1.1");
    QCOMPARE(seen.body, "{\"model\":\"m\"}");
    QCOMPARE(seen.header("authorization"), "Bearer key");
    QVERIFY(seen.header("user-agent").startsWith("Antiphon/"));
    QVERIFY(!seen.head.toLower().contains("upgrade"));

    Listener again(transport, post(server.url()));
    QVERIFY(again.wait());
    QCOMPARE(again.phases, QList {Phase::Sent}); // the connection stood already
    QCOMPARE(server.connections, 1);
}

void QnamTransportTest::bodyInAnyPieces_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("chunked") << true;
    QTest::newRow("until the connection closes") << false;
}

void QnamTransportTest::bodyInAnyPieces()
{
    QFETCH(bool, chunked);
    const QByteArray body = "data: one\n\ndata: zw\xC3\xB6lf\n\n";
    LoopbackServer server([&](QTcpSocket &socket, const SeenRequest &) {
        if (chunked) {
            QByteArray wire = LoopbackServer::streamHead();
            for (const char byte : body)
                wire += LoopbackServer::chunk(QByteArray(1, byte));
            LoopbackServer::trickle(socket, wire + "0\r\n\r\n");
        } else {
            LoopbackServer::trickle(
                socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + body);
            socket.disconnectFromHost();
        }
    });
    QnamTransport transport;
    Listener listener(transport, post(server.url()));
    QVERIFY(listener.wait());
    QVERIFY(!listener.error);
    QCOMPARE(listener.body, body);
}

void QnamTransportTest::errorBodiesAreReadable()
{
    for (const int status : {400, 401, 403, 404, 407, 409, 418, 429, 500, 503, 529}) {
        LoopbackServer server([status](QTcpSocket &socket, const SeenRequest &) {
            socket.write(LoopbackServer::response(
                status, "{\"error\":\"why\"}",
                "Retry-After: 2\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"));
        });
        QnamTransport transport;
        Listener listener(transport, post(server.url()));
        QVERIFY(listener.wait());
        QVERIFY2(!listener.error, qPrintable(QString::number(status)));
        QCOMPARE(listener.head.status, status);
        QCOMPARE(listener.body, "{\"error\":\"why\"}");
        QCOMPARE(headerValue(listener.head.headers, "retry-after"), "2");
        QCOMPARE(server.requests.size(), 1);
    }
}

void QnamTransportTest::classifiesFailures_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("code");
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    const auto port = closed.serverPort();
    closed.close();
    QTest::newRow("refused") << u"http://127.0.0.1:%1/"_s.arg(port) << u"refused"_s;
    QTest::newRow("no such name") << u"http://no-such-host.invalid/"_s << u"dns"_s;
    QTest::newRow("no such scheme") << u"gopher://127.0.0.1/"_s << u"url"_s;
}

void QnamTransportTest::classifiesFailures()
{
    QFETCH(QString, address);
    QFETCH(QString, code);
    QnamTransport transport;
    Listener listener(transport, post(QUrl(address)));
    QCOMPARE(listener.ends, 0); // never from inside send()
    QVERIFY(listener.wait());
    QVERIFY(listener.error);
    QCOMPARE(listener.error->code, code);
    QVERIFY(!listener.error->message.isEmpty());
}

void QnamTransportTest::cutBodyFails_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("chunked") << LoopbackServer::streamHead()
            + LoopbackServer::chunk("data: one\n\n");
    QTest::newRow("shorter than announced")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ndata: one\n\n");
}

void QnamTransportTest::cutBodyFails()
{
    QFETCH(QByteArray, wire);
    for (const bool reset : {false, true}) {
        LoopbackServer server([&](QTcpSocket &socket, const SeenRequest &) {
            socket.write(wire);
            socket.flush();
            QTimer::singleShot(50, &socket, [&socket, reset] {
                reset ? LoopbackServer::reset(socket) : socket.disconnectFromHost();
            });
        });
        QnamTransport transport;
        Listener listener(transport, post(server.url()));
        QVERIFY(listener.wait());
        QVERIFY(listener.error);
        QCOMPARE(listener.error->kind, ErrorKind::Connection);
        QCOMPARE(listener.body, "data: one\n\n");
        QCOMPARE(listener.head.status, 200);
        QCOMPARE(server.requests.size(), 1);
    }
}

void QnamTransportTest::abortIsSilent()
{
    LoopbackServer server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::streamHead() + LoopbackServer::chunk("data: one\n\n"));
    });
    QnamTransport transport;
    Listener listener(transport, post(server.url()));
    QVERIFY(QTest::qWaitFor([&] { return !listener.body.isEmpty(); }));
    listener.exchange->abort();
    QTest::qWait(100);
    QCOMPARE(listener.ends, 0);

    Listener early(transport, post(server.url()));
    early.exchange->abort();
    QTest::qWait(100);
    QCOMPARE(early.ends, 0);
    QVERIFY(early.phases.isEmpty());
}

// gzip of "data: packed\n\n", made with gzip -n.
static const QByteArray packed
    = QByteArray::fromBase64("H4sIAAAAAAAC/0tJLEm0UihITM5OTeHiAgA/kZZkDgAAAA==");

void QnamTransportTest::unpacksGzipNobodyAskedFor()
{
    LoopbackServer server([](QTcpSocket &socket, const SeenRequest &) {
        LoopbackServer::trickle(
            socket, LoopbackServer::response(200, packed, "Content-Encoding: gzip\r\n"));
    });
    QnamTransport transport;
    for (const bool stream : {true, false}) {
        Listener listener(transport, post(server.url()), {.stream = stream});
        QVERIFY(listener.wait());
        QVERIFY(!listener.error);
        QCOMPARE(listener.body, "data: packed\n\n");
    }
}

void QnamTransportTest::asksForNoCompressionOnStreams()
{
    LoopbackServer server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, "{}"));
    });
    QnamTransport transport;
    Listener stream(transport, post(server.url()), {.stream = true});
    QVERIFY(stream.wait());
    Listener whole(transport, post(server.url()), {.stream = false});
    QVERIFY(whole.wait());
    QCOMPARE(server.requests[0].header("accept-encoding"), "identity");
    QVERIFY(server.requests[1].header("accept-encoding").contains("gzip"));
}

void QnamTransportTest::pathsKeepTheirEscapes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("colon") << QByteArray("/v1beta/models/gemini:streamGenerateContent?alt=sse");
    QTest::newRow("escaped colon") << QByteArray("/model/a%3A0/converse");
    QTest::newRow("twice escaped") << QByteArray("/model/a%253A0/converse");
    QTest::newRow("escaped slash") << QByteArray("/fx/a%2Fb/c");
    QTest::newRow("query") << QByteArray("/x?a=b%26c&d=%20e");
}

void QnamTransportTest::pathsKeepTheirEscapes()
{
    QFETCH(QByteArray, path);
    LoopbackServer server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, "{}"));
    });
    QnamTransport transport;
    const QUrl url = QUrl::fromEncoded(server.url(QString()).toEncoded() + path);
    Listener listener(transport, post(url));
    QVERIFY(listener.wait());
    QCOMPARE(server.requests.first().line, "POST " + path + " HTTP/1.1");
}

void QnamTransportTest::redirectsStayAtHome_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("followed");
    QTest::newRow("same origin") << QByteArray("/new") << true;
    QTest::newRow("another host") << QByteArray("http://localhost:1/new") << false;
    QTest::newRow("another port") << QByteArray("http://127.0.0.1:1/new") << false;
    QTest::newRow("in circles") << QByteArray("/old") << false;
}

void QnamTransportTest::redirectsStayAtHome()
{
    QFETCH(QByteArray, location);
    QFETCH(bool, followed);
    LoopbackServer server([&](QTcpSocket &socket, const SeenRequest &request) {
        socket.write(request.line.contains("/old")
                         ? LoopbackServer::response(307, "moved", "Location: " + location + "\r\n")
                         : LoopbackServer::response(200, "{}"));
    });
    QnamTransport transport;
    Listener listener(transport, post(server.url(u"/old"_s)));
    QVERIFY(listener.wait());
    QCOMPARE(!listener.error, followed);
    if (followed) {
        QCOMPARE(server.requests.size(), 2);
        QCOMPARE(server.requests[1].line, "POST /new HTTP/1.1");
        QCOMPARE(server.requests[1].body, server.requests[0].body);
        QCOMPARE(listener.body, "{}");
    } else {
        QCOMPARE(listener.error->code, u"redirect"_s);
        QVERIFY(listener.body.isEmpty());
    }
}

void QnamTransportTest::keepsNoCookies()
{
    LoopbackServer server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, "{}", "Set-Cookie: a=b\r\n"));
    });
    QnamTransport transport;
    for (int i = 0; i < 2; ++i) {
        Listener listener(transport, post(server.url()));
        QVERIFY(listener.wait());
    }
    QVERIFY(server.requests[1].header("cookie").isEmpty());
}

void QnamTransportTest::tlsErrorsAreFatal()
{
    LoopbackServer server([](QTcpSocket &, const SeenRequest &) { });
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [] { });
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    QTcpServer plain; // answers a TLS greeting with words
    plain.listen(QHostAddress::LocalHost);
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("this is no TLS at all\r\n\r\n");
        });
    });
    url.setPort(plain.serverPort());
    QnamTransport transport;
    Listener listener(transport, post(url));
    QVERIFY(listener.wait());
    QVERIFY(listener.error);
    QCOMPARE(listener.error->code, u"tls"_s);
    QCOMPARE(listener.error->kind, ErrorKind::Connection);
}

void QnamTransportTest::manyStreamsToOneHost()
{
    QList<QPointer<QTcpSocket>> sockets;
    LoopbackServer server([&](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::streamHead() + LoopbackServer::chunk("data: one\n\n"));
        sockets.append(&socket);
    });
    server.setListenBacklogSize(512);
    QnamTransport transport;
    std::vector<std::unique_ptr<Listener>> listeners;
    constexpr int count = 300; // more than Qt allows one manager to a host
    for (int i = 0; i < count; ++i)
        listeners.push_back(std::make_unique<Listener>(transport, post(server.url())));
    QVERIFY(QTest::qWaitFor([&] { return sockets.size() == count; }, 20s));
    for (const auto &socket : std::as_const(sockets))
        socket->write("0\r\n\r\n");
    for (const auto &listener : listeners) {
        QVERIFY(listener->wait());
        QVERIFY(!listener->error);
    }
}

void QnamTransportTest::bigBodyIsWhole()
{
    QByteArray body(8 * 1024 * 1024, 'x');
    for (qsizetype i = 0; i < body.size(); i += 997)
        body[i] = char('a' + i % 26);
    LoopbackServer server([&](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::streamHead());
        for (qsizetype at = 0; at < body.size(); at += 65'536)
            socket.write(LoopbackServer::chunk(body.sliced(at, 65'536)));
        socket.write("0\r\n\r\n");
    });
    QnamTransport transport;
    Listener listener(transport, post(server.url()));
    QVERIFY(listener.wait());
    QVERIFY(!listener.error);
    QVERIFY(listener.body == body);
}

QTEST_GUILESS_MAIN(QnamTransportTest)
#include "tst_qnamtransport.moc"
