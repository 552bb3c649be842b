// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/qnamtransport.h>

#include <antiphon/net/inflater.h>

#include "tls.h"

#include <QHash>
#include <QHostAddress>
#include <QHttp1Configuration>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Antiphon {

// Qt keeps the number in one byte. More streams to one host than that get another manager, since
// Qt would let them wait unseen; the Limiter decides how many there are.
static constexpr int connectionsPerHost = 250;

static constexpr qint64 readBuffer = 1024 * 1024; // a flood is throttled by TCP, not by memory
static constexpr int maxRedirects = 5;

namespace {

class SystemProxy : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
            return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

/// A request body that is read once and never again.
///
/// Qt 6.8 sends a request again, up to three times, when the connection closes or is reset before
/// the answer's head is whole, POSTs included, on fresh and on reused connections alike (measured
/// with 6.8.2: 2 arrivals after a close or reset, 4 after half a head; read 2026-11). The provider
/// would bill each. What keeps Qt from it is a body that cannot be rewound: it then gives up with
/// ContentReSendError, and whether to try again is decided by our own policy. The price: a
/// connection that dies just when it is reused fails its attempt.
class OnceBody : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, count, into);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

/// A manager, what its connections are made with, and how many of our exchanges it has under way,
/// by host.
struct Line {
    std::unique_ptr<QNetworkAccessManager> manager;
    NetworkOptions network = {};
    bool http2 = false;
    std::optional<QSslConfiguration> tls = {}; ///< Made when the first request needs it.
    QHash<QString, int> busy = {};
};

class QnamExchange : public Exchange {
    Q_OBJECT

public:
    QnamExchange(Line &line, HttpRequest request, Transport::Context context)
        : m_line(&line)
        , m_request(std::move(request))
        , m_context(std::move(context))
        , m_host(m_request.url.authority())
    {
        ++m_line->busy[m_host];
        start();
    }

    ~QnamExchange() override { leave(); }

    void abort() override { leave(); }

private:
    void start();
    void drop();
    void leave();
    void onSent();
    void onTlsErrors(const QList<QSslError> &errors);
    void onHead();
    void onReadyRead();
    void onFinished();
    [[nodiscard]] bool redirects() const;
    void follow();
    void handOn(const QByteArray &bytes);
    void over(const std::optional<Error> &error);
    [[nodiscard]] bool refusedByProxy() const;
    [[nodiscard]] Error transportError() const;
    [[nodiscard]] Error tlsError() const;
    [[nodiscard]] QString silentWords(const QString &host) const;

    Line *m_line; // nullptr once it is over: the transport may be gone then
    HttpRequest m_request;
    Transport::Context m_context;
    QString m_host;
    QNetworkReply *m_reply = nullptr;
    bool m_connects = false; // the connection is made for this request
    bool m_sent = false;
    bool m_headGiven = false;
    bool m_redirected = false;
    int m_redirects = 0;
    QString m_distrust; // why the certificate is refused
    QByteArray m_certificate; // that one, PEM
    std::unique_ptr<Inflater> m_inflater;
};

} // namespace

static QNetworkRequest networkRequest(const HttpRequest &request, const Transport::Context &context)
{
    QNetworkRequest result(request.url);
    for (const HttpHeader &header : request.headers)
        result.setRawHeader(header.name, header.value);
    if (context.stream)
        result.setRawHeader("Accept-Encoding", "identity"); // else Qt asks for gzip and unpacks it
    if (headerValue(request.headers, "user-agent").isEmpty())
        result.setRawHeader("User-Agent", "Antiphon/" ANTIPHON_VERSION);

    // Ahead of being asked: Qt would send the request twice, and its body cannot be. A tunnel for
    // HTTPS has no body and is left to Qt.
    const ProxySettings &proxy = context.network.proxy;
    if (proxy.type == ProxySettings::Type::Http && !proxy.user.isEmpty()
        && request.url.scheme() == "http"_L1)
        result.setRawHeader(
            "Proxy-Authorization",
            "Basic " + (proxy.user.toUtf8() + ':' + context.network.proxyPassword).toBase64());

    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, context.http2);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                        QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);

    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(connectionsPerHost);
    result.setHttp1Configuration(http1);
    return result;
}

void QnamExchange::start()
{
    m_connects = false;
    QNetworkRequest request = networkRequest(m_request, m_context);
    // Reading the system's authorities takes tens of milliseconds, which plain HTTP need not wait.
    if (m_request.url.scheme() == "https"_L1) {
        if (!m_line->tls)
            m_line->tls = tlsConfiguration(m_line->network);
        request.setSslConfiguration(*m_line->tls);
    }
    if (m_request.method == "GET") {
        m_reply = m_line->manager->get(request);
    } else {
        auto *body = new OnceBody(m_request.body);
        m_reply = m_line->manager->sendCustomRequest(request, m_request.method, body);
        body->setParent(m_reply); // Qt reads it as long as the reply lives
    }
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_connects = true; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] {
        if (!m_sent)
            Q_EMIT phaseReached(Phase::Encrypted);
    });
    connect(m_reply, &QNetworkReply::requestSent, this, &QnamExchange::onSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &QnamExchange::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &QnamExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &QnamExchange::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, &QnamExchange::onTlsErrors);
}

// Whatever is wrong with a certificate, unless the person has accepted exactly this one here.
void QnamExchange::onTlsErrors(const QList<QSslError> &errors)
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    if (isAccepted(certificate, m_request.url.host(), m_context.network)) {
        m_reply->ignoreSslErrors(errors);
        return;
    }
    m_distrust = distrustWords(errors, certificate, m_request.url.host());
    m_certificate = certificate.toPem();
}

void QnamExchange::drop()
{
    m_inflater.reset();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    std::exchange(m_reply, nullptr)->deleteLater();
}

void QnamExchange::leave()
{
    drop();
    if (Line *line = std::exchange(m_line, nullptr); line && --line->busy[m_host] == 0)
        line->busy.remove(m_host);
}

// Qt does not say when TCP stands. Without TLS the request goes out at that moment, with TLS the
// handshake's end is all there is to see.
void QnamExchange::onSent()
{
    if (std::exchange(m_sent, true))
        return;
    if (m_connects && m_request.url.scheme() != "https"_L1)
        Q_EMIT phaseReached(Phase::Connected);
    if (m_reply)
        Q_EMIT phaseReached(Phase::Sent);
}

bool QnamExchange::redirects() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status >= 300 && status < 400 && status != 304 && m_reply->hasRawHeader("Location");
}

// Its answer is none of the service's. Without a proxy of ours 407 is as odd as any status.
bool QnamExchange::refusedByProxy() const
{
    return m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError
        && m_context.network.proxy.type != ProxySettings::Type::System;
}

void QnamExchange::onHead()
{
    m_redirected = redirects();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool proxySays = status == 407 && !m_context.network.proxy.host.isEmpty();
    if (m_headGiven || m_redirected || proxySays)
        return;
    m_headGiven = true;
    HttpHead head {.status = status};
    const auto pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        head.headers.append({.name = name, .value = value});

    const QByteArray encoding = headerValue(head.headers, "content-encoding").toLower();
    if (m_context.stream && (encoding == "gzip" || encoding == "deflate"))
        m_inflater = std::make_unique<Inflater>();
    Q_EMIT headArrived(head);
}

void QnamExchange::onReadyRead()
{
    if (!m_redirected) // runs for every piece: headers are not searched again
        handOn(m_reply->readAll());
}

void QnamExchange::handOn(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    if (!m_inflater) {
        Q_EMIT bytesArrived(bytes);
        return;
    }
    const auto unpacked = m_inflater->feed(bytes);
    if (!unpacked) {
        over(Error {.kind = ErrorKind::BadResponse,
                    .message = tr("The server says its answer is compressed, but it is not."),
                    .code = u"encoding"_s});
    } else if (!unpacked->isEmpty()) {
        Q_EMIT bytesArrived(*unpacked);
    }
}

// An answer with a status of 400 or more is an error to Qt, sometimes of an odd kind: 400 is an
// invalid operation of the protocol, 407 a failure of the proxy.
static bool isHttpStatus(int status, QNetworkReply::NetworkError error)
{
    return status >= 400 && error > QNetworkReply::UnknownNetworkError
        && error != QNetworkReply::ContentReSendError && error != QNetworkReply::ProtocolFailure;
}

void QnamExchange::onFinished()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool answered
        = error == QNetworkReply::NoError || (isHttpStatus(status, error) && !refusedByProxy());
    // For a redirect Qt would rewind the body although it is not to follow, and fails over that.
    if ((answered || error == QNetworkReply::ContentReSendError) && redirects()) {
        follow();
        return;
    }
    if (status > 0 && !refusedByProxy())
        onHead();
    if (m_reply)
        handOn(m_reply->readAll());
    if (!m_reply)
        return; // somebody who listens gave up
    if (!answered)
        over(transportError());
    else if (m_inflater && !m_inflater->isComplete())
        over(Error {.kind = ErrorKind::Connection,
                    .message = tr("The compressed answer ended early."),
                    .code = u"closed"_s});
    else
        over({});
}

// Only within the origin, so that a key never travels to another host, and with the same method and
// body: a POST that turned into a GET would ask something else.
void QnamExchange::follow()
{
    const QUrl &from = m_request.url;
    const QUrl to = from.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    const auto port
        = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    const bool sameOrigin
        = to.scheme() == from.scheme() && to.host() == from.host() && port(to) == port(from);
    if (!sameOrigin || ++m_redirects > maxRedirects) {
        const QString address = to.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toString();
        const QString message = sameOrigin
            ? tr("The server redirects in circles, last to %1.")
            : tr("The server redirects to %1. That is another server, and the key must not go "
                 "there: if it is the right one, make it the base URL.");
        over(Error {.kind = ErrorKind::BadResponse,
                    .message = message.arg(address),
                    .code = u"redirect"_s});
        return;
    }
    drop();
    m_redirected = false;
    m_request.url = to;
    start();
}

void QnamExchange::over(const std::optional<Error> &error)
{
    leave();
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT ended();
}

// In TLS 1.3 a server that misses a client certificate says so by closing, after the handshake.
QString QnamExchange::silentWords(const QString &host) const
{
    QString words = tr("%1 closed the connection without an answer.").arg(host);
    if (m_connects && m_request.url.scheme() == "https"_L1
        && m_context.network.certificate.isEmpty())
        words
            += u' ' + tr("Should it want a client certificate, name one in the network settings.");
    return words;
}

// Fatal: trying again meets the same server.
Error QnamExchange::tlsError() const
{
    const QString host = m_request.url.host();
    return {.kind = ErrorKind::Connection,
            .message = m_distrust.isEmpty()
                ? tr("No secure connection to %1: %2").arg(host, m_reply->errorString())
                : m_distrust,
            .code = u"tls"_s,
            .shouldRetry = false,
            .evidence = m_certificate};
}

Error QnamExchange::transportError() const
{
    const QString host = m_request.url.host();
    const auto connection = [](const QString &code, const QString &message) {
        return Error {.kind = ErrorKind::Connection, .message = message, .code = code};
    };
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return connection(
            u"refused"_s,
            tr("%1 refused the connection: is a server running on port %2?")
                .arg(host)
                .arg(m_request.url.port(m_request.url.scheme() == "https"_L1 ? 443 : 80)));
    case QNetworkReply::HostNotFoundError:
        return connection(u"dns"_s, tr("The name %1 was not found.").arg(host));
    case QNetworkReply::SslHandshakeFailedError:
        return tlsError();
    case QNetworkReply::RemoteHostClosedError:
        return connection(
            u"closed"_s,
            m_headGiven ? tr("%1 closed the connection before the answer was whole.").arg(host)
                        : silentWords(host));
    case QNetworkReply::ContentReSendError:
        return connection(u"closed"_s, silentWords(host));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return connection(u"proxy"_s, tr("The proxy fails: %1").arg(m_reply->errorString()));
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return connection(u"proxy"_s,
                          tr("The proxy refuses the name or the password: check them in the "
                             "network settings."));
    case QNetworkReply::ProtocolFailure:
        return {.kind = ErrorKind::BadResponse,
                .message = tr("%1 does not speak HTTP: %2").arg(host, m_reply->errorString()),
                .code = u"protocol"_s};
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return {.kind = ErrorKind::Setup,
                .message = tr("%1 is no address of HTTP or HTTPS: check the base URL.")
                               .arg(m_request.url.toString(QUrl::RemoveQuery)),
                .code = u"url"_s};
    default:
        return connection(u"network"_s, tr("%1: %2").arg(host, m_reply->errorString()));
    }
}

struct QnamTransport::Private {
    std::vector<std::unique_ptr<Line>> lines = {};

    Line &lineFor(const QString &host, const Transport::Context &context);
};

static void setProxy(QNetworkAccessManager &manager, const NetworkOptions &network)
{
    const ProxySettings &proxy = network.proxy;
    const auto own = [&](QNetworkProxy::ProxyType type, int usualPort) {
        manager.setProxy(QNetworkProxy(type, proxy.host,
                                       quint16(proxy.port > 0 ? proxy.port : usualPort), proxy.user,
                                       QString::fromUtf8(network.proxyPassword)));
    };
    switch (proxy.type) {
    case ProxySettings::Type::System:
        manager.setProxyFactory(new SystemProxy); // takes ownership
        return;
    case ProxySettings::Type::None:
        manager.setProxy(QNetworkProxy::NoProxy);
        return;
    case ProxySettings::Type::Http:
        own(QNetworkProxy::HttpProxy, 3128);
        return;
    case ProxySettings::Type::Socks5:
        own(QNetworkProxy::Socks5Proxy, 1080);
        return;
    }
}

Line &QnamTransport::Private::lineFor(const QString &host, const Transport::Context &context)
{
    for (const auto &line : lines) {
        if (line->http2 == context.http2 && line->network == context.network
            && line->busy.value(host) < connectionsPerHost)
            return *line;
    }
    auto line = std::make_unique<Line>(std::make_unique<QNetworkAccessManager>(), context.network,
                                       context.http2);
    setProxy(*line->manager, context.network);
    lines.push_back(std::move(line));
    return *lines.back();
}

QnamTransport::QnamTransport()
    : d(new Private)
{
}

QnamTransport::~QnamTransport() = default;

std::unique_ptr<Exchange> QnamTransport::send(const HttpRequest &request, const Context &context)
{
    return std::make_unique<QnamExchange>(d->lineFor(request.url.authority(), context), request,
                                          context);
}

} // namespace Antiphon

#include "qnamtransport.moc"
