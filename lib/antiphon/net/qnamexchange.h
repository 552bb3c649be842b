// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/inflater.h>
#include <antiphon/net/transport.h>

#include <QHash>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <memory>
#include <optional>

class QNetworkReply;
class QSslError;

namespace Antiphon {

// Qt keeps the number in one byte. More streams to one host than that get another manager, since
// Qt would let them wait unseen; the Limiter decides how many there are.
inline constexpr int connectionsPerHost = 250;

/// A manager, what its connections are made with, and how many of our exchanges it has under way,
/// by host.
struct QnamLine {
    std::unique_ptr<QNetworkAccessManager> manager;
    NetworkOptions network = {};
    bool http2 = false;
    std::optional<QSslConfiguration> tls = {}; ///< Made when the first request needs it.
    QHash<QString, int> busy = {};
};

/// One request and its answer, of QnamTransport.
class QnamExchange : public Exchange {
    Q_OBJECT

public:
    QnamExchange(QnamLine &line, HttpRequest request, Transport::Context context)
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

    QnamLine *m_line; // nullptr once it is over: the transport may be gone then
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

} // namespace Antiphon
