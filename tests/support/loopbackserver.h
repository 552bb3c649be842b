// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

/// One request as the server saw it.
struct SeenRequest {
    QByteArray line = {}; // "POST /path HTTP/1.1"
    QByteArray head = {};
    QByteArray body = {};

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &field : head.split('\n')) {
            const qsizetype colon = field.indexOf(':');
            if (colon > 0 && field.first(colon).toLower() == name.toLower())
                return field.sliced(colon + 1).trimmed();
        }
        return {};
    }
};

/// An HTTP server on loopback that does what the test says, faults included.
///
/// \c onRequest is called for every whole request that arrives, with the socket to answer on. \c
/// Base is QTcpServer, or QSslServer for HTTPS.
template<typename Base>
class LoopbackServerOn : public Base {
public:
    using Answer = std::function<void(QTcpSocket &, const SeenRequest &)>;

    explicit LoopbackServerOn(Answer answer)
        : onRequest(std::move(answer))
    {
        this->listen(QHostAddress::LocalHost);
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = this->nextPendingConnection())
                serve(socket);
        });
    }

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/v1")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(this->serverPort()).arg(path));
    }

    Answer onRequest;
    QList<SeenRequest> requests = {};
    int connections = 0;
    qsizetype bytes = 0; ///< That arrived, decrypted.

    static QByteArray response(int status, const QByteArray &body,
                               const QByteArray &headers = "Content-Type: application/json\r\n")
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QByteArray streamHead()
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
               "Transfer-Encoding: chunked\r\n\r\n";
    }
    static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }

    /// Closes with a TCP reset instead of an orderly end.
    static void reset(QTcpSocket &socket);

    /// Writes \p bytes one at a time, each in a packet of its own.
    static void trickle(QTcpSocket &socket, const QByteArray &bytes)
    {
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (const char byte : bytes) {
            socket.write(&byte, 1);
            socket.flush();
        }
    }

private:
    void serve(QTcpSocket *socket)
    {
        ++connections;
        const auto buffer = std::make_shared<QByteArray>(); // lives as long as the connection below
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
            const qsizetype before = buffer->size();
            *buffer += socket->readAll();
            bytes += buffer->size() - before;
            const QPointer<QTcpSocket> alive(socket);
            while (alive && takeRequest(socket, *buffer)) { }
        });
    }

    bool takeRequest(QTcpSocket *socket, QByteArray &buffer)
    {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        SeenRequest request {.head = buffer.first(end)};
        request.line = request.head.split('\r').first();
        const qsizetype length = request.header("content-length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return false;
        request.body = buffer.sliced(end + 4, length);
        buffer.remove(0, end + 4 + length);
        requests.append(request);
        onRequest(*socket, request);
        return true;
    }
};

using LoopbackServer = LoopbackServerOn<QTcpServer>;

#ifdef Q_OS_UNIX
#include <sys/socket.h>

template<typename Base>
void LoopbackServerOn<Base>::reset(QTcpSocket &socket)
{
    const linger now {.l_onoff = 1, .l_linger = 0};
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
    socket.abort();
}
#else
template<typename Base>
void LoopbackServerOn<Base>::reset(QTcpSocket &socket)
{
    socket.abort();
}
#endif
