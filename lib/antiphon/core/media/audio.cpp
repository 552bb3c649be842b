// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/media/audio.h>

#include <antiphon/core/prompt/media.h>

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr qsizetype chunkHeader = 8;
static constexpr qsizetype riffHeader = 12;

template<typename T>
static void put(QByteArray &bytes, T value)
{
    T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

QByteArray wavOf(const QByteArray &samples, int rate, int channels)
{
    const auto size = quint32(samples.size());
    QByteArray wav;
    wav.reserve(samples.size() + 44);
    wav += "RIFF";
    put<quint32>(wav, size + 36);
    wav += "WAVEfmt ";
    put<quint32>(wav, 16);
    put<quint16>(wav, 1); // PCM
    put<quint16>(wav, quint16(channels));
    put<quint32>(wav, quint32(rate));
    put<quint32>(wav, quint32(rate * channels * 2));
    put<quint16>(wav, quint16(channels * 2));
    put<quint16>(wav, 16);
    wav += "data";
    put<quint32>(wav, size);
    return wav + samples;
}

static quint32 sizeAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

static void setSizeAt(QByteArray &bytes, qsizetype at, qsizetype size)
{
    qToLittleEndian<quint32>(quint32(size), bytes.data() + at);
}

/// Puts the sizes of a RIFF file right and tells how long it plays.
static void mendWav(AudioFile &file)
{
    QByteArray &bytes = file.bytes;
    setSizeAt(bytes, 4, bytes.size() - chunkHeader);
    quint32 bytesPerSecond = 0;
    for (qsizetype at = riffHeader; at + chunkHeader <= bytes.size();) {
        const QByteArray name = bytes.sliced(at, 4);
        const qsizetype rest = bytes.size() - at - chunkHeader;
        qsizetype size = sizeAt(bytes, at + 4);
        if (name == "fmt " && size >= 16 && rest >= 16)
            bytesPerSecond = sizeAt(bytes, at + chunkHeader + 8);
        if (name == "data") {
            if (size == 0 || size > rest) {
                size = rest;
                setSizeAt(bytes, at + 4, size);
            }
            if (bytesPerSecond > 0)
                file.length = std::chrono::milliseconds(qint64(size) * 1000 / bytesPerSecond);
            return;
        }
        if (size > rest)
            return; // no chunk we can step over
        at += chunkHeader + size + size % 2;
    }
}

static int rateIn(const QString &mediaType)
{
    for (const QString &part : mediaType.split(u';')) {
        const QString entry = part.trimmed();
        if (entry.startsWith("rate="_L1)) {
            const int rate = entry.sliced(5).toInt();
            if (rate > 0)
                return rate;
        }
    }
    return 24000;
}

static bool isSamples(const QString &type)
{
    for (const QLatin1StringView name :
         {"audio/pcm"_L1, "audio/l16"_L1, "audio/pcm16"_L1, "pcm16"_L1, "audio/x-pcm"_L1}) {
        if (type == name)
            return true;
    }
    return false;
}

static QString suffixOf(const QString &type)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> known[] = {
        {"audio/wav"_L1, "wav"_L1},   {"audio/mpeg"_L1, "mp3"_L1}, {"audio/flac"_L1, "flac"_L1},
        {"audio/aac"_L1, "aac"_L1},   {"audio/ogg"_L1, "ogg"_L1},  {"audio/opus"_L1, "opus"_L1},
        {"audio/aiff"_L1, "aiff"_L1}, {"audio/mp4"_L1, "m4a"_L1},
    };
    for (const auto &[name, suffix] : known) {
        if (type == name)
            return suffix;
    }
    return u"audio"_s;
}

AudioFile audioFile(const QByteArray &bytes, const QString &mediaType)
{
    QString type = mediaType.section(u';', 0, 0).trimmed().toLower();
    const bool riff = bytes.startsWith("RIFF")
        && bytes.sliced(0, std::min<qsizetype>(12, bytes.size())).endsWith("WAVE");
    if (riff) {
        AudioFile file {.bytes = bytes, .mediaType = u"audio/wav"_s, .suffix = u"wav"_s};
        mendWav(file);
        return file;
    }
    if (isSamples(type)) {
        AudioFile file {.bytes = wavOf(bytes, rateIn(mediaType)),
                        .mediaType = u"audio/wav"_s,
                        .suffix = u"wav"_s};
        mendWav(file);
        return file;
    }
    if (type == "audio/mp3"_L1)
        type = u"audio/mpeg"_s;
    if (type.isEmpty() || suffixOf(type) == "audio"_L1) {
        if (const QString told = audioType(bytes); !told.isEmpty())
            type = told == "audio/mp3"_L1 ? u"audio/mpeg"_s : told;
    }
    return {.bytes = bytes, .mediaType = type, .suffix = suffixOf(type)};
}

} // namespace Antiphon
