// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/simulatorconnection.h>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace Antiphon {

static QByteArray reason(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    }
    return "Simulated";
}

static QByteArray statusLine(int status)
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n";
}

/// Makes close() send a reset instead of an orderly end. Qt has no option for it.
static void resetOnClose(QTcpSocket &socket)
{
    linger now {};
    now.l_onoff = 1;
    now.l_linger = 0;
    const auto descriptor = socket.socketDescriptor();
#ifdef Q_OS_WIN
    setsockopt(SOCKET(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&now),
               int(sizeof now));
#else
    setsockopt(int(descriptor), SOL_SOCKET, SO_LINGER, &now, socklen_t(sizeof now));
#endif
}

SimulatorConnection::SimulatorConnection(QTcpSocket *socket, Clock &clock, Answer answer,
                                         QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_clock(clock)
    , m_answer(std::move(answer))
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(1024 * 1024);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &SimulatorConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        if (m_playing)
            m_playing->abort();
        deleteLater();
    });
    readMore();
}

void SimulatorConnection::readMore()
{
    if (m_playing)
        return; // a request sent ahead waits for its turn
    m_reader.feed(m_socket->readAll());
    const auto incoming = m_reader.take();
    if (incoming)
        begin(*incoming);
    else if (m_reader.badStatus() != 0)
        refuseRequest(m_reader.badStatus());
    else if (m_reader.takeExpectation())
        m_socket->write(statusLine(100) + "\r\n");
}

void SimulatorConnection::refuseRequest(int status)
{
    disconnect(m_socket, &QTcpSocket::readyRead, this, nullptr);
    m_socket->write(statusLine(status) + "connection: close\r\ncontent-length: 0\r\n\r\n");
    m_socket->disconnectFromHost();
}

void SimulatorConnection::begin(const HttpRequestReader::Incoming &incoming)
{
    m_keepAlive = incoming.keepAlive;
    const SimulatedAnswer answer = m_answer(incoming.request);

    m_length.reset();
    const QByteArray type = headerValue(answer.head.headers, "content-type");
    const bool whole = answer.end == SimulatedAnswer::End::Complete && answer.headAt == answer.endAt
        && !type.startsWith("text/event-stream");
    if (whole) {
        m_length = 0;
        for (const SimulatedPiece &piece : answer.pieces)
            *m_length += piece.bytes.size();
    }
    m_chunked = !whole && incoming.chunksAllowed;
    m_keepAlive = m_keepAlive && (whole || m_chunked); // else the end is told by closing

    m_playing = std::make_unique<PlayedExchange>(m_clock, answer);
    connect(m_playing.get(), &Exchange::headArrived, this, &SimulatorConnection::writeHead);
    connect(m_playing.get(), &Exchange::bytesArrived, this, &SimulatorConnection::writePiece);
    connect(m_playing.get(), &Exchange::ended, this, &SimulatorConnection::endAnswer);
    connect(m_playing.get(), &Exchange::failed, this, &SimulatorConnection::breakOff);
}

void SimulatorConnection::writeHead(const HttpHead &head)
{
    QByteArray out = statusLine(head.status);
    for (const HttpHeader &header : head.headers)
        out += header.name + ": " + header.value + "\r\n";
    if (m_length)
        out += "content-length: " + QByteArray::number(*m_length) + "\r\n";
    if (m_chunked)
        out += "transfer-encoding: chunked\r\n";
    out += m_keepAlive ? "connection: keep-alive\r\n\r\n" : "connection: close\r\n\r\n";
    m_socket->write(out);
    m_socket->flush();
}

void SimulatorConnection::writePiece(const QByteArray &bytes)
{
    if (m_chunked)
        m_socket->write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
    else
        m_socket->write(bytes);
    m_socket->flush(); // pieces are to arrive as the script cuts them, as far as TCP lets them
}

void SimulatorConnection::endAnswer()
{
    m_playing.release()->deleteLater(); // we are inside its signal
    if (m_chunked)
        m_socket->write("0\r\n\r\n");
    if (!m_keepAlive) {
        m_socket->disconnectFromHost();
        return;
    }
    readMore();
}

void SimulatorConnection::breakOff(const Error &error)
{
    const bool reset = error.code == QStringLiteral("reset");
    m_playing.release()->deleteLater();
    m_socket->flush();
    if (reset) {
        resetOnClose(*m_socket);
        m_socket->abort();
    } else {
        m_socket->disconnectFromHost();
    }
}

} // namespace Antiphon
