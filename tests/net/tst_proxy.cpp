// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "support/listener.h"
#include "support/loopbackserver.h"
#include "support/proxies.h"

#include <antiphon/net/qnamtransport.h>

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static std::unique_ptr<TestProxy> makeProxy(const QString &type)
{
    if (type == "socks5"_L1)
        return std::make_unique<SocksProxy>();
    return std::make_unique<HttpProxy>();
}

static Transport::Context through(const TestProxy &proxy, const QString &type,
                                  const QByteArray &password = "proxy-password")
{
    Transport::Context context {.stream = true};
    context.network.proxy
        = {.type = type == "socks5"_L1 ? ProxySettings::Type::Socks5 : ProxySettings::Type::Http,
           .host = u"127.0.0.1"_s,
           .port = proxy.serverPort(),
           .user = u"me"_s};
    context.network.proxyPassword = password;
    return context;
}

class ProxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesThroughTheProxy_data();
    void goesThroughTheProxy();
    void secureRequestsAreTunnelled_data() { goesThroughTheProxy_data(); }
    void secureRequestsAreTunnelled();
    void refusedNamesAreSaid_data() { goesThroughTheProxy_data(); }
    void refusedNamesAreSaid();
    void absentProxiesAreSaid_data() { goesThroughTheProxy_data(); }
    void absentProxiesAreSaid();
    void noneMeansNone();
};

void ProxyTest::goesThroughTheProxy_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("HTTP") << u"http"_s;
    QTest::newRow("SOCKS 5") << u"socks5"_s;
}

void ProxyTest::goesThroughTheProxy()
{
    QFETCH(QString, type);
    LoopbackServer server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, "{\"ok\":true}"));
    });
    const auto proxy = makeProxy(type);
    QnamTransport transport;
    Listener listener(transport, post(server.url()), through(*proxy, type));
    QVERIFY(listener.wait());
    QVERIFY2(!listener.error, qPrintable(listener.error ? listener.error->message : QString()));
    QCOMPARE(listener.body, "{\"ok\":true}");
    QCOMPARE(server.requests.size(), 1);
    QCOMPARE(proxy->asked.size(), 1);
    QCOMPARE(proxy->asked.first(), "127.0.0.1:" + QByteArray::number(server.serverPort()));
}

void ProxyTest::secureRequestsAreTunnelled()
{
    QFETCH(QString, type);
    const auto identity = TestCertificates::make({});
    LoopbackServerOn<QSslServer> server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, "{}"));
    });
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(identity.certificate));
    tls.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    server.setSslConfiguration(tls);
    QUrl url = server.url();
    url.setScheme(u"https"_s);

    const auto proxy = makeProxy(type);
    QnamTransport transport;
    Transport::Context context = through(*proxy, type);
    context.network.authorities = identity.certificate;
    Listener listener(transport, post(url), context);
    QVERIFY(listener.wait());
    QVERIFY2(!listener.error, qPrintable(listener.error ? listener.error->message : QString()));
    QCOMPARE(server.requests.first().header("authorization"), "Bearer key");
    QVERIFY(server.requests.first().header("proxy-authorization").isEmpty());
    QVERIFY(!proxy->seen.contains("Bearer key"));
    QCOMPARE(proxy->asked.size(), 1);
}

void ProxyTest::refusedNamesAreSaid()
{
    QFETCH(QString, type);
    LoopbackServer server([](QTcpSocket &, const SeenRequest &) { });
    const auto proxy = makeProxy(type);
    QnamTransport transport;
    Listener listener(transport, post(server.url()), through(*proxy, type, "wrong"));
    QVERIFY(listener.wait());
    QVERIFY(listener.error);
    QCOMPARE(listener.error->code, u"proxy"_s);
    QVERIFY2(listener.error->message.contains("refuses the name or the password"_L1),
             qPrintable(listener.error->message));
    QCOMPARE(server.connections, 0);
    QVERIFY(proxy->refused > 0);
}

void ProxyTest::absentProxiesAreSaid()
{
    QFETCH(QString, type);
    LoopbackServer server([](QTcpSocket &, const SeenRequest &) { });
    const auto proxy = makeProxy(type);
    const Transport::Context context = through(*proxy, type);
    proxy->close();
    QnamTransport transport;
    Listener listener(transport, post(server.url()), context);
    QVERIFY(listener.wait());
    QVERIFY(listener.error);
    QCOMPARE(listener.error->code, u"proxy"_s);
    QCOMPARE(server.connections, 0);
}

void ProxyTest::noneMeansNone()
{
    LoopbackServer server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, "{}"));
    });
    QnamTransport transport;
    Transport::Context context;
    context.network.proxy.type = ProxySettings::Type::None;
    Listener listener(transport, post(server.url()), context);
    QVERIFY(listener.wait());
    QVERIFY(!listener.error);
}

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"
