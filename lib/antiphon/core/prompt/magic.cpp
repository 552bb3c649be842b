// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/media.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

static bool isContainer(const QByteArray &bytes, QByteArrayView outer, QByteArrayView inner)
{
    return bytes.size() >= 12 && bytes.startsWith(outer)
        && QByteArrayView(bytes).sliced(8, 4) == inner;
}

QString imageType(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return u"image/jpeg"_s;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return u"image/png"_s;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return u"image/gif"_s;
    if (isContainer(bytes, "RIFF", "WEBP"))
        return u"image/webp"_s;
    if (bytes.size() < 12)
        return {};
    const QByteArrayView brand = QByteArrayView(bytes).sliced(4, 8);
    if (brand == "ftypheic" || brand == "ftypheix")
        return u"image/heic"_s;
    if (brand == "ftypmif1" || brand == "ftypmsf1" || brand == "ftyphevc" || brand == "ftyphevx")
        return u"image/heif"_s;
    return {};
}

QString audioType(const QByteArray &bytes)
{
    if (isContainer(bytes, "RIFF", "WAVE"))
        return u"audio/wav"_s;
    if (bytes.startsWith("ID3") || bytes.startsWith("\xff\xfb"))
        return u"audio/mp3"_s;
    if (isContainer(bytes, "FORM", "AIFF"))
        return u"audio/aiff"_s;
    if (bytes.startsWith("\xff\xf1") || bytes.startsWith("\xff\xf9"))
        return u"audio/aac"_s;
    if (bytes.startsWith("OggS"))
        return u"audio/ogg"_s;
    if (bytes.startsWith("fLaC"))
        return u"audio/flac"_s;
    return {};
}

QString documentType(const QByteArray &bytes)
{
    return bytes.startsWith("%PDF") ? u"application/pdf"_s : QString();
}

std::optional<QByteArray> dataUrlBytes(const QString &address)
{
    const auto comma = address.indexOf(u',');
    if (!address.startsWith("data:"_L1, Qt::CaseInsensitive) || comma < 0)
        return std::nullopt;
    const QByteArray data = QByteArray::fromPercentEncoding(address.sliced(comma + 1).toUtf8());
    if (!QStringView(address).first(comma).endsWith(";base64"_L1, Qt::CaseInsensitive))
        return data;
    const auto decoded
        = QByteArray::fromBase64Encoding(data, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(decoded.decoded) : std::nullopt;
}

} // namespace Antiphon
