// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QtEndian>

#include <memory>

/// A proxy on loopback that lets in who knows its name and password.
class TestProxy : public QTcpServer {
public:
    explicit TestProxy()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                serve(socket);
        });
    }

    QByteArray user = "me";
    QByteArray password = "proxy-password";
    QByteArray seen = {}; ///< All that clients sent.
    QByteArrayList asked = {}; ///< Where they wanted to go: "127.0.0.1:443".
    int refused = 0;

protected:
    /// Deals with \p buffer as far as it goes; true when all further bytes are for the other side.
    virtual bool step(QTcpSocket *client, QByteArray &buffer) = 0;

    /// Joins \p client with a connection to \p host, to which \p first is sent.
    void join(QTcpSocket *client, const QByteArray &host, quint16 port, const QByteArray &first,
              const QByteArray &welcome)
    {
        asked.append(host + ':' + QByteArray::number(port));
        auto *server = new QTcpSocket(client);
        client->disconnect(this);
        connect(server, &QTcpSocket::connected, client, [=] {
            client->write(welcome);
            server->write(first);
        });
        connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
            const QByteArray bytes = client->readAll();
            seen += bytes;
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        server->connectToHost(QString::fromLatin1(host), port);
    }

private:
    void serve(QTcpSocket *client)
    {
        const auto buffer = std::make_shared<QByteArray>();
        connect(client, &QTcpSocket::readyRead, this, [this, client, buffer] {
            const QByteArray bytes = client->readAll();
            seen += bytes;
            *buffer += bytes;
            while (!buffer->isEmpty() && step(client, *buffer)) { }
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
};

class HttpProxy : public TestProxy {
protected:
    bool step(QTcpSocket *client, QByteArray &buffer) override
    {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray head = buffer.first(end);
        const QByteArray word = "Basic " + (user + ':' + password).toBase64();
        if (!head.toLower().contains("proxy-authorization: " + word.toLower())) {
            ++refused;
            buffer.clear();
            client->write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                          "Content-Length: 0\r\n\r\n");
            return false;
        }
        const QByteArrayList line = head.first(head.indexOf("\r\n")).split(' ');
        const bool tunnel = line[0] == "CONNECT";
        const QUrl url = tunnel ? QUrl(QString::fromLatin1("http://" + line[1]))
                                : QUrl(QString::fromLatin1(line[1]));
        join(client, url.host().toLatin1(), quint16(url.port(80)),
             tunnel ? buffer.sliced(end + 4) : buffer,
             tunnel ? "HTTP/1.1 200 Connected\r\n\r\n" : "");
        buffer.clear();
        return false;
    }
};

/// SOCKS 5 with a name and a password (RFC 1928, 1929).
class SocksProxy : public TestProxy {
protected:
    bool step(QTcpSocket *client, QByteArray &buffer) override
    {
        const auto at = [&](qsizetype i) { return quint8(buffer[i]); };
        const QVariant stage = client->property("stage");
        if (stage.isNull()) { // version, methods
            if (buffer.size() < 2 || buffer.size() < 2 + at(1))
                return false;
            buffer.remove(0, 2 + at(1));
            client->setProperty("stage", 1);
            client->write(QByteArray("\x05\x02", 2)); // name and password, please
            return true;
        }
        if (stage == 1) { // version, name, password
            if (buffer.size() < 2 || buffer.size() < 3 + at(1))
                return false;
            const QByteArray name = buffer.sliced(2, at(1));
            const qsizetype length = at(2 + at(1));
            if (buffer.size() < 3 + at(1) + length)
                return false;
            const QByteArray word = buffer.sliced(3 + at(1), length);
            const bool knows = name == user && word == password;
            refused += knows ? 0 : 1;
            buffer.clear();
            client->setProperty("stage", 2);
            client->write(QByteArray(knows ? "\x01\x00" : "\x01\x01", 2));
            if (!knows)
                client->disconnectFromHost();
            return false;
        }
        // version, connect, 0, kind, address, port
        if (buffer.size() < 5)
            return false;
        const bool named = at(3) == 3;
        const qsizetype length = named ? at(4) : 4;
        const qsizetype from = named ? 5 : 4;
        if (buffer.size() < from + length + 2)
            return false;
        const QByteArray address = buffer.sliced(from, length);
        const QByteArray host = named
            ? address
            : QHostAddress(qFromBigEndian<quint32>(address.constData())).toString().toLatin1();
        const auto port = qFromBigEndian<quint16>(buffer.constData() + from + length);
        join(client, host, port, buffer.sliced(from + length + 2),
             QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
        buffer.clear();
        return false;
    }
};
