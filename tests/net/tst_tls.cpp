// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "support/listener.h"
#include "support/loopbackserver.h"

#include <antiphon/net/certificate.h>
#include <antiphon/net/qnamtransport.h>

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using TestCertificates::Identity;

/// An HTTPS server that shows \p identity.
class SecureServer : public LoopbackServerOn<QSslServer> {
public:
    explicit SecureServer(const Identity &identity, Answer answer = ok)
        : LoopbackServerOn(std::move(answer))
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromData(identity.certificate));
        tls.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        setSslConfiguration(tls);
    }

    [[nodiscard]] QUrl secureUrl(const QString &path = u"/v1"_s) const
    {
        QUrl address = url(path);
        address.setScheme(u"https"_s);
        return address;
    }

    static void ok(QTcpSocket &socket, const SeenRequest &) { socket.write(response(200, "{}")); }
};

static const Identity &authority()
{
    static const Identity made = TestCertificates::make({.name = "Our CA", .authority = true});
    return made;
}

static const Identity &goodServer()
{
    static const Identity made = TestCertificates::make({}, &authority());
    return made;
}

static Transport::Context trusting(const QByteArray &authorities)
{
    Transport::Context context {.stream = true};
    context.network.authorities = authorities;
    return context;
}

class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badCertificatesAreRefused_data();
    void badCertificatesAreRefused();
    void givenAuthorityIsTrusted();
    void exactlyOneCertificateIsAccepted();
    void showsOurCertificate();
    void saysWhenACertificateIsWanted();
    void unusableCertificatesAreNamed();
    void connectionsAreNotShared();
    void http2OnlyWhenAsked();
    void keysDoNotFollowRedirects_data();
    void keysDoNotFollowRedirects();
};

void TlsTest::initTestCase()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("this Qt has no TLS");
}

void TlsTest::badCertificatesAreRefused_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("trustsAuthority");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const Identity &identity, bool trusts, const char *why) {
        QTest::newRow(name) << identity.certificate << identity.key << trusts
                            << QString::fromUtf8(why);
    };
    using TestCertificates::make;
    row("self-signed", make({}), false, "it is self-signed.");
    row("expired", make({.fromDays = -20, .untilDays = -10}, &authority()), true, "it expired on ");
    row("not yet valid", make({.fromDays = 10, .untilDays = 20}, &authority()), true,
        "it is valid only from ");
    row("another host", make({.hosts = "DNS:example.test"}, &authority()), true,
        "it is for example.test, not for 127.0.0.1.");
    row("an unknown authority", goodServer(), false,
        "it comes from an authority that is not known here (Our CA).");
}

void TlsTest::badCertificatesAreRefused()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(bool, trustsAuthority);
    QFETCH(QString, why);
    SecureServer server({certificate, key});
    QnamTransport transport;
    Listener listener(transport, post(server.secureUrl()),
                      trusting(trustsAuthority ? authority().certificate : QByteArray()));
    QVERIFY(listener.wait());
    QVERIFY(listener.error);
    QCOMPARE(listener.error->kind, ErrorKind::Connection);
    QCOMPARE(listener.error->code, u"tls"_s);
    QCOMPARE(listener.error->shouldRetry, false);
    QVERIFY2(listener.error->message.contains(why), qPrintable(listener.error->message));
    QTest::qWait(50);
    QCOMPARE(server.bytes, 0); // not even the request's first byte
    QVERIFY(listener.phases.isEmpty());

    const auto summary = summarizeCertificate(listener.error->evidence);
    QVERIFY(summary);
    QCOMPARE(summary->subject, u"server"_s);
    QVERIFY(listener.error->message.contains(spelledFingerprint(summary->fingerprint)));
}

void TlsTest::givenAuthorityIsTrusted()
{
    SecureServer server(goodServer());
    QnamTransport transport;
    Listener listener(transport, post(server.secureUrl()), trusting(authority().certificate));
    QVERIFY(listener.wait());
    QVERIFY2(!listener.error, qPrintable(listener.error ? listener.error->message : QString()));
    QCOMPARE(listener.head.status, 200);
    // When TCP stands Qt does not say where TLS follows.
    QCOMPARE(listener.phases, (QList {Phase::Encrypted, Phase::Sent}));
    QCOMPARE(server.requests.first().header("authorization"), "Bearer key");
}

void TlsTest::exactlyOneCertificateIsAccepted()
{
    const Identity own = TestCertificates::make({.hosts = "DNS:elsewhere.test"});
    SecureServer server(own);
    const QString fingerprint = summarizeCertificate(own.certificate)->fingerprint;
    const auto passes = [&](const QString &host, const QString &accepted) {
        QnamTransport transport;
        Transport::Context context;
        context.network.accepted.insert(host, {accepted});
        Listener listener(transport, post(server.secureUrl()), context);
        return listener.wait() && !listener.error;
    };
    QVERIFY(passes(u"127.0.0.1"_s, fingerprint));
    QVERIFY(passes(u"127.0.0.1"_s, spelledFingerprint(fingerprint)));
    QVERIFY(!passes(u"localhost"_s, fingerprint));
    const QChar other = fingerprint.endsWith(u'0') ? u'1' : u'0';
    QVERIFY(!passes(u"127.0.0.1"_s, fingerprint.chopped(1) + other));
    QVERIFY(!passes(u"127.0.0.1"_s, summarizeCertificate(goodServer().certificate)->fingerprint));
    QVERIFY(!passes(u"127.0.0.1"_s, QString()));
}

static void wantCertificate(SecureServer &server)
{
    QSslConfiguration tls = server.sslConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(QSslCertificate::fromData(authority().certificate));
    server.setSslConfiguration(tls);
}

void TlsTest::showsOurCertificate()
{
    QString shown;
    SecureServer server(goodServer(), [&](QTcpSocket &socket, const SeenRequest &) {
        const auto certificate = static_cast<QSslSocket &>(socket).peerCertificate();
        shown = certificate.subjectInfo(QSslCertificate::CommonName).join(u' ');
        socket.write(LoopbackServer::response(200, "{}"));
    });
    wantCertificate(server);
    const Identity client = TestCertificates::make({.name = "a client"}, &authority());
    Transport::Context context = trusting(authority().certificate);
    context.network.certificate = client.certificate;
    context.network.privateKey = client.key;
    QVERIFY(checkCertificates(context.network));
    QnamTransport transport;
    Listener listener(transport, post(server.secureUrl()), context);
    QVERIFY(listener.wait());
    QVERIFY2(!listener.error, qPrintable(listener.error ? listener.error->message : QString()));
    QCOMPARE(shown, u"a client"_s);
}

void TlsTest::saysWhenACertificateIsWanted()
{
    SecureServer server(goodServer());
    wantCertificate(server);
    QnamTransport transport;
    Listener listener(transport, post(server.secureUrl()), trusting(authority().certificate));
    QVERIFY(listener.wait());
    QVERIFY(listener.error);
    QCOMPARE(listener.error->kind, ErrorKind::Connection);
    QVERIFY(server.requests.isEmpty());
    QVERIFY2(listener.error->message.contains("certificate"_L1),
             qPrintable(listener.error->message + listener.error->code));
}

void TlsTest::unusableCertificatesAreNamed()
{
    NetworkOptions options {.authorities = "nonsense"};
    QVERIFY(checkCertificates(options).error().message.contains("authorities"_L1));
    options = {.certificate = goodServer().certificate, .privateKey = "nonsense"};
    QVERIFY(checkCertificates(options).error().message.contains("key"_L1));
    QVERIFY(!summarizeCertificate("nonsense"));
}

// What one target trusts is no reason for another to.
void TlsTest::connectionsAreNotShared()
{
    SecureServer server(goodServer());
    QnamTransport transport;
    Listener trusted(transport, post(server.secureUrl()), trusting(authority().certificate));
    QVERIFY(trusted.wait());
    QVERIFY(!trusted.error);
    Listener other(transport, post(server.secureUrl()), {.stream = true});
    QVERIFY(other.wait());
    QCOMPARE(other.error->code, u"tls"_s);
    QCOMPARE(server.requests.size(), 1);
}

void TlsTest::http2OnlyWhenAsked()
{
    QByteArrayList protocols;
    QByteArray first;
    SecureServer server(goodServer());
    QSslConfiguration tls = server.sslConfiguration();
    tls.setAllowedNextProtocols({"h2", "http/1.1"});
    server.setSslConfiguration(tls);
    connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&] {
        for (const QSslSocket *socket : server.findChildren<QSslSocket *>())
            protocols.append(socket->sslConfiguration().nextNegotiatedProtocol());
    });
    QnamTransport transport;
    Transport::Context context = trusting(authority().certificate);
    Listener plain(transport, post(server.secureUrl()), context);
    QVERIFY(plain.wait());
    QVERIFY(!plain.error);
    QVERIFY(!protocols.contains("h2"));
    QCOMPARE(server.requests.first().line, "POST /v1 HTTP/1.1");

    context.http2 = true;
    Listener asked(transport, post(server.secureUrl()), context);
    QVERIFY(QTest::qWaitFor([&] { return protocols.contains("h2"); }));
}

void TlsTest::keysDoNotFollowRedirects_data()
{
    QTest::addColumn<bool>("secure");
    QTest::newRow("to another secure server") << true;
    QTest::newRow("to plain HTTP") << false;
}

void TlsTest::keysDoNotFollowRedirects()
{
    QFETCH(bool, secure);
    SecureServer elsewhere(goodServer());
    LoopbackServer plain(SecureServer::ok);
    const QByteArray to = (secure ? elsewhere.secureUrl() : plain.url()).toEncoded();
    SecureServer server(goodServer(), [&](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(307, "", "Location: " + to + "\r\n"));
    });
    QnamTransport transport;
    Listener listener(transport, post(server.secureUrl()), trusting(authority().certificate));
    QVERIFY(listener.wait());
    QCOMPARE(listener.error->code, u"redirect"_s);
    QTest::qWait(50);
    QCOMPARE(elsewhere.connections + plain.connections, 0);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
