// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/httprequestreader.h>

namespace Antiphon {

static bool isOneOf(const QByteArray &list, QByteArrayView word)
{
    for (const QByteArray &item : list.split(',')) {
        if (item.trimmed().compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void HttpRequestReader::feed(QByteArrayView bytes)
{
    if (m_badStatus == 0)
        m_pending += bytes;
}

bool HttpRequestReader::takeExpectation()
{
    return std::exchange(m_expects, false);
}

std::optional<HttpRequestReader::Incoming> HttpRequestReader::take()
{
    if (!m_incoming && m_badStatus == 0)
        readHead();
    if (!m_incoming || m_badStatus != 0)
        return {};
    if (m_chunked) {
        if (!readChunks())
            return {};
    } else {
        if (m_pending.size() < m_bodySize)
            return {};
        m_incoming->request.body = m_pending.first(m_bodySize);
        m_pending.remove(0, m_bodySize);
    }
    m_expects = false;
    return std::exchange(m_incoming, std::nullopt);
}

void HttpRequestReader::readHead()
{
    while (m_pending.startsWith("\r\n")) // some clients send one more after a body
        m_pending.remove(0, 2);
    const qsizetype end = m_pending.indexOf("\r\n\r\n");
    if (end < 0 || end > maxHead) {
        if (m_pending.size() > maxHead)
            m_badStatus = 431;
        return;
    }
    QByteArrayList lines = m_pending.first(end).replace("\r\n", "\n").split('\n');
    m_pending.remove(0, end + 4);

    const QByteArrayList words = lines.takeFirst().split(' ');
    if (words.size() != 3 || !words[1].startsWith('/') || !words[2].startsWith("HTTP/1.")) {
        m_badStatus = 400;
        return;
    }
    m_bodySize = 0;
    m_chunked = false;
    m_expects = false;
    const bool modern = words[2] != "HTTP/1.0";
    m_incoming = Incoming {.keepAlive = modern, .chunksAllowed = modern};
    m_incoming->request.method = words[0];
    m_incoming->request.url = QUrl::fromEncoded(words[1]);
    for (const QByteArray &line : std::as_const(lines))
        readHeaderLine(line);
}

void HttpRequestReader::readHeaderLine(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        m_badStatus = 400;
        return;
    }
    const QByteArray name = line.first(colon).toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    m_incoming->request.headers.append({name, value});

    if (name == "content-length") {
        bool number = false;
        m_bodySize = value.toLongLong(&number);
        if (!number || m_bodySize < 0)
            m_badStatus = 400;
        else if (m_bodySize > maxBody)
            m_badStatus = 413;
    } else if (name == "transfer-encoding") {
        m_chunked = isOneOf(value, "chunked");
        if (!m_chunked)
            m_badStatus = 501;
    } else if (name == "connection") {
        if (isOneOf(value, "close"))
            m_incoming->keepAlive = false;
        else if (isOneOf(value, "keep-alive"))
            m_incoming->keepAlive = true;
    } else if (name == "expect") {
        m_expects = isOneOf(value, "100-continue");
    }
}

/// Moves whole chunks to the body. True when the last one was there.
bool HttpRequestReader::readChunks()
{
    QByteArray &body = m_incoming->request.body;
    for (;;) {
        const qsizetype line = m_pending.indexOf("\r\n");
        if ((line < 0 ? m_pending.size() : line) > 1024) { // no size is that long
            m_badStatus = 400;
            return false;
        }
        if (line < 0)
            return false;
        bool number = false;
        const QByteArray digits = m_pending.first(line).split(';').first().trimmed();
        const qsizetype size = digits.toLongLong(&number, 16);
        if (!number || size < 0) {
            m_badStatus = 400;
            return false;
        }
        if (size > maxBody - body.size()) {
            m_badStatus = 413;
            return false;
        }
        if (m_pending.size() < line + 2 + size + 2)
            return false;
        body += m_pending.sliced(line + 2, size);
        m_pending.remove(0, line + 2 + size + 2);
        if (size == 0)
            return true;
    }
}

} // namespace Antiphon
