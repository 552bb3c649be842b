// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "qnamexchange.h"

#include "oncebody.h"
#include "tls.h"

#include <QHttp1Configuration>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr qint64 readBuffer = 1024 * 1024; // a flood is throttled by TCP, not by memory
static constexpr int maxRedirects = 5;

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
    if (QnamLine *line = std::exchange(m_line, nullptr); line && --line->busy[m_host] == 0)
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

} // namespace Antiphon
