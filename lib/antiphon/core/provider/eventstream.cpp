// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/framing.h>

#include <QtEndian>

#include <array>
#include <optional>
#include <utility>

namespace Antiphon {

// A message: total length, length of the headers, checksum of those two; headers; payload;
// checksum of everything before. All numbers are big endian.
static constexpr qsizetype preludeSize = 12;
static constexpr qsizetype overhead = preludeSize + 4;

static constexpr std::array<quint32, 256> crcTable = [] {
    std::array<quint32, 256> table {};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ (value & 1 ? 0xedb8'8320U : 0U);
        table[i] = value;
    }
    return table;
}();

// CRC-32 as in IEEE 802.3 and zlib.
static quint32 crc32(QByteArrayView bytes)
{
    quint32 crc = 0xffff'ffffU;
    for (const char byte : bytes)
        crc = (crc >> 8) ^ crcTable[(crc ^ quint8(byte)) & 0xff];
    return ~crc;
}

static quint32 number(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

// --- Headers -------------------------------------------------------------------------------------

namespace {

/// What the headers of a message say, as far as we ask.
struct MessageHeaders {
    QByteArray messageType = {};
    QByteArray eventType = {};
    QByteArray exceptionType = {};
    QByteArray errorCode = {};
    QByteArray errorMessage = {};

    QByteArray *member(QByteArrayView name)
    {
        if (name == ":message-type")
            return &messageType;
        if (name == ":event-type")
            return &eventType;
        if (name == ":exception-type")
            return &exceptionType;
        if (name == ":error-code")
            return &errorCode;
        return name == ":error-message" ? &errorMessage : nullptr;
    }
};

/// Takes pieces off the front; empty once there are not enough bytes.
class Cursor {
public:
    explicit Cursor(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_bytes.isEmpty(); }

    std::optional<QByteArrayView> take(qsizetype size)
    {
        if (size > m_bytes.size())
            return {};
        const QByteArrayView piece = m_bytes.first(size);
        m_bytes = m_bytes.sliced(size);
        return piece;
    }

    std::optional<quint8> byte()
    {
        const auto piece = take(1);
        return piece ? std::optional(quint8(piece->front())) : std::nullopt;
    }

    std::optional<QByteArrayView> counted()
    {
        const auto size = take(2);
        return size ? take(qFromBigEndian<quint16>(size->data())) : std::nullopt;
    }

private:
    QByteArrayView m_bytes;
};

} // namespace

static constexpr quint8 stringType = 7;

// The value of a header of \p type; the types are the format's own numbers.
static std::optional<QByteArrayView> headerValueOf(quint8 type, Cursor &cursor)
{
    switch (type) {
    case 0: // true
    case 1: // false
        return QByteArrayView();
    case 2: // int8
        return cursor.take(1);
    case 3: // int16
        return cursor.take(2);
    case 4: // int32
        return cursor.take(4);
    case 5: // int64
    case 8: // milliseconds since 1970
        return cursor.take(8);
    case 6: // bytes
    case stringType:
        return cursor.counted();
    case 9: // uuid
        return cursor.take(16);
    default:
        return {};
    }
}

static std::optional<MessageHeaders> readHeaders(QByteArrayView bytes)
{
    MessageHeaders headers;
    Cursor cursor(bytes);
    while (!cursor.atEnd()) {
        const auto nameSize = cursor.byte();
        const auto name = nameSize && *nameSize > 0 ? cursor.take(*nameSize) : std::nullopt;
        const auto type = name ? cursor.byte() : std::nullopt;
        const auto value = type ? headerValueOf(*type, cursor) : std::nullopt;
        if (!value)
            return {};
        if (QByteArray *member = headers.member(*name); member && *type == stringType)
            *member = value->toByteArray();
    }
    return headers;
}

// --- Messages ------------------------------------------------------------------------------------

static Frame frameOf(const MessageHeaders &headers, QByteArrayView payload)
{
    if (headers.messageType == "error")
        return {.event = headers.errorCode, .data = headers.errorMessage, .failure = true};
    if (headers.messageType == "exception")
        return {.event = headers.exceptionType, .data = payload.toByteArray(), .failure = true};
    return {.event = headers.eventType, .data = payload.toByteArray()};
}

static bool isSound(QByteArrayView prelude)
{
    const qsizetype total = number(prelude, 0);
    const qsizetype headers = number(prelude, 4);
    return crc32(prelude.first(8)) == number(prelude, 8)
        && headers <= AwsEventStreamFramer::maxHeaders && total >= overhead + headers
        && total - overhead - headers <= AwsEventStreamFramer::maxPayload;
}

void AwsEventStreamFramer::feed(QByteArrayView bytes, QList<Frame> &out)
{
    if (m_broken)
        return;
    m_rest += bytes;
    QByteArrayView left = m_rest;
    while (left.size() >= preludeSize) {
        if (!std::exchange(m_preludeChecked, true) && !isSound(left.first(preludeSize))) {
            m_broken = true;
            break;
        }
        const qsizetype total = number(left, 0);
        if (left.size() < total)
            break;
        const QByteArrayView message = left.first(total);
        const qsizetype headersSize = number(message, 4);
        const bool sound = crc32(message.chopped(4)) == number(message, total - 4);
        const auto headers = readHeaders(message.sliced(preludeSize, headersSize));
        if (!sound || !headers) {
            m_broken = true;
            break;
        }
        out.append(frameOf(
            *headers, message.sliced(preludeSize + headersSize, total - overhead - headersSize)));
        left = left.sliced(total);
        m_preludeChecked = false;
    }
    m_rest.remove(0, m_broken ? m_rest.size() : m_rest.size() - left.size());
}

void AwsEventStreamFramer::finish(QList<Frame> &)
{
    m_rest.clear();
    m_preludeChecked = false;
}

} // namespace Antiphon
