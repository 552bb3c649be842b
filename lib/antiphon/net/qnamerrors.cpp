// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// What went wrong with a request, in words.

#include "qnamexchange.h"

#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace Antiphon {

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

} // namespace Antiphon
