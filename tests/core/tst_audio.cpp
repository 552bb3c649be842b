// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/media/audio.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Half a second of silence.
static const QByteArray samples(24000, '\0');

class AudioTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesGetAHeader_data();
    void samplesGetAHeader();
    void sizesAreMended_data();
    void sizesAreMended();
    void otherChunksAreSteppedOver();
    void theRestStays_data();
    void theRestStays();
};

void AudioTest::samplesGetAHeader_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("rate");

    QTest::newRow("OpenAI") << u"audio/pcm"_s << 24000;
    QTest::newRow("the name of the parameter") << u"pcm16"_s << 24000;
    QTest::newRow("Gemini") << u"audio/L16;codec=pcm;rate=16000"_s << 16000;
    QTest::newRow("a blank before the rate") << u"audio/L16; rate=48000"_s << 48000;
}

void AudioTest::samplesGetAHeader()
{
    QFETCH(QString, type);
    QFETCH(int, rate);
    const AudioFile file = audioFile(samples, type);
    QCOMPARE(file.bytes, wavOf(samples, rate));
    QCOMPARE(file.suffix, u"wav"_s);
    QCOMPARE(file.length, std::chrono::milliseconds(samples.size() * 1000 / (rate * 2)));
}

void AudioTest::sizesAreMended_data()
{
    QTest::addColumn<QByteArray>("size");

    QTest::newRow("right") << QByteArray::fromHex("c05d0000");
    QTest::newRow("none") << QByteArray(4, '\0');
    QTest::newRow("unknown") << QByteArray(4, '\xff');
    QTest::newRow("too much") << QByteArray::fromHex("00000100");
}

void AudioTest::sizesAreMended()
{
    QFETCH(QByteArray, size);
    const QByteArray whole = wavOf(samples);
    QByteArray given = whole;
    given.replace(4, 4, QByteArray(4, '\xff'));
    given.replace(40, 4, size);
    const AudioFile file = audioFile(given, u"audio/wav"_s);
    QCOMPARE(file.bytes, whole);
    QCOMPARE(file.length, 500ms);
}

void AudioTest::otherChunksAreSteppedOver()
{
    QByteArray given = wavOf(samples);
    const QByteArray list("LIST\x03\0\0\0abc\0", 12);
    given.insert(36, list);
    const AudioFile file = audioFile(given, {});
    QCOMPARE(file.bytes.size(), given.size());
    QCOMPARE(file.length, 500ms);
    // A file that ends anywhere is no reason to read past it.
    for (qsizetype size = 0; size < 64; ++size)
        std::ignore = audioFile(given.first(size), u"audio/wav"_s);
}

void AudioTest::theRestStays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QString>("suffix");

    QTest::newRow("mp3") << QByteArray("ID3\x04 and so on") << u"audio/mp3"_s << u"audio/mpeg"_s
                         << u"mp3"_s;
    QTest::newRow("flac") << QByteArray("fLaC and so on") << u"audio/flac"_s << u"audio/flac"_s
                          << u"flac"_s;
    QTest::newRow("who knows") << QByteArray("????") << u"audio/other"_s << u"audio/other"_s
                               << u"audio"_s;
}

void AudioTest::theRestStays()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, type);
    QFETCH(QString, mediaType);
    QFETCH(QString, suffix);
    QCOMPARE(audioFile(bytes, type),
             (AudioFile {.bytes = bytes, .mediaType = mediaType, .suffix = suffix}));
}

QTEST_GUILESS_MAIN(AudioTest)
#include "tst_audio.moc"
