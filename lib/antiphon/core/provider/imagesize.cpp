// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/mediarules.h>

#include <QtEndian>

namespace Antiphon {

namespace {

template<typename T>
int big(const QByteArray &bytes, qsizetype at)
{
    return int(qFromBigEndian<T>(bytes.constData() + at));
}

template<typename T>
int little(const QByteArray &bytes, qsizetype at)
{
    return int(qFromLittleEndian<T>(bytes.constData() + at));
}

// The size stands in the first start-of-frame segment; everything before it says its own length.
QSize jpegSize(const QByteArray &bytes)
{
    qsizetype at = 2;
    while (at + 9 < bytes.size()) {
        if (uchar(bytes[at]) != 0xff)
            return {};
        const auto marker = uchar(bytes[at + 1]);
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8
            && marker != 0xcc;
        if (frame)
            return {big<quint16>(bytes, at + 7), big<quint16>(bytes, at + 5)};
        at += marker == 0xff ? 1 : 2 + big<quint16>(bytes, at + 2);
    }
    return {};
}

QSize webpSize(const QByteArray &bytes)
{
    const QByteArray kind = bytes.mid(12, 4);
    if (kind == "VP8X" && bytes.size() >= 30)
        return {(little<quint32>(bytes, 23) >> 8 & 0xffffff) + 1,
                (little<quint32>(bytes, 26) >> 8 & 0xffffff) + 1};
    if (kind == "VP8 " && bytes.size() >= 30)
        return {little<quint16>(bytes, 26) & 0x3fff, little<quint16>(bytes, 28) & 0x3fff};
    if (kind == "VP8L" && bytes.size() >= 25) {
        const auto bits = qFromLittleEndian<quint32>(bytes.constData() + 21);
        return {int(bits & 0x3fff) + 1, int(bits >> 14 & 0x3fff) + 1};
    }
    return {};
}

} // namespace

QSize imageSize(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n") && bytes.size() >= 24)
        return {big<quint32>(bytes, 16), big<quint32>(bytes, 20)};
    if (bytes.startsWith("GIF8") && bytes.size() >= 10)
        return {little<quint16>(bytes, 6), little<quint16>(bytes, 8)};
    if (bytes.startsWith("\xff\xd8"))
        return jpegSize(bytes);
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return webpSize(bytes);
    return {};
}

} // namespace Antiphon
