// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QtEndian>

/// Writes AWS event streams; shares nothing with the code under test.
namespace EventStreams {

inline QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// CRC-32, bit by bit as it is defined.
inline QByteArray checksum(const QByteArray &bytes)
{
    quint32 crc = 0xffff'ffffU;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) ? (crc >> 1) ^ 0xedb8'8320U : crc >> 1;
    }
    return number(~crc);
}

/// Bytes behind their size in two bytes.
inline QByteArray counted(const QByteArray &value)
{
    QByteArray size(2, '\0');
    qToBigEndian(quint16(value.size()), size.data());
    return size + value;
}

inline QByteArray header(QByteArrayView name, char type, const QByteArray &value = {})
{
    return char(name.size()) + name.toByteArray() + type + value;
}

inline QByteArray prelude(quint32 total, quint32 headers)
{
    const QByteArray lengths = number(total) + number(headers);
    return lengths + checksum(lengths);
}

inline QByteArray message(const QByteArray &headers, const QByteArray &payload)
{
    const QByteArray start
        = prelude(quint32(headers.size() + payload.size() + 16), quint32(headers.size())) + headers
        + payload;
    return start + checksum(start);
}

inline QByteArray text(QByteArrayView name, const QByteArray &value)
{
    return header(name, 7, counted(value));
}

inline QByteArray event(const QByteArray &type, const QByteArray &payload)
{
    return message(text(":event-type", type) + text(":content-type", "application/json")
                       + text(":message-type", "event"),
                   payload);
}

inline QByteArray exception(const QByteArray &type, const QByteArray &payload)
{
    return message(text(":exception-type", type) + text(":content-type", "application/json")
                       + text(":message-type", "exception"),
                   payload);
}

} // namespace EventStreams
