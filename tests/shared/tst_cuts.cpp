// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/json.h>
#include <antiphon/core/provider/framing.h>

#include <QDir>
#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Streams of real providers, cut in two at every byte: the frames are always the same.
///
/// Codecs are given frames one after the other and know nothing of bytes, so the events are the
/// same too; tst_recordings proves that for cuts at all bytes at once. A copy of the framer from
/// before each line (or message) stands for all that came before it, so that a cut costs two lines
/// and not the whole body. Lines longer than 800 bytes, as those of images, are cut at each of
/// their first and last 400 bytes and at every 61st between.
class CutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void CutsTest::cuts_data()
{
    QTest::addColumn<QString>("folder");

    const QString shared = qEnvironmentVariable("ANTIPHON_SHARED");
    const QDir recorded(shared + "/fixtures/recorded"_L1);
    if (shared.isEmpty() || !recorded.exists()) {
        puts("SKIPPED: no recorded traffic: ANTIPHON_SHARED names no folder with it");
        QSKIP("no recorded traffic");
    }
    for (const QString &name : recorded.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << recorded.filePath(name);
}

static QByteArray bodyOf(const Json &response)
{
    if (const Json *text = find(response, "body_text"))
        return toText(*text).toUtf8();
    return QByteArray::fromBase64(textOf(response, "body_base64").toLatin1());
}

static Framing framingOf(const QByteArray &body)
{
    if (body.startsWith('\0'))
        return Framing::AwsEventStream;
    if (body.startsWith('['))
        return Framing::JsonArray;
    return body.startsWith('{') ? Framing::JsonLines : Framing::ServerSentEvents;
}

// Where the line or message that begins at \p begin ends.
static qsizetype endOf(const QByteArray &body, qsizetype begin, Framing framing)
{
    qsizetype end = 0;
    if (framing == Framing::AwsEventStream && begin + 4 <= body.size())
        end = begin + qFromBigEndian<qint32>(body.constData() + begin);
    else if (framing != Framing::AwsEventStream)
        end = body.indexOf('\n', begin) + 1;
    return end <= begin || end > body.size() ? body.size() : end;
}

static bool isTried(qsizetype cut, qsizetype begin, qsizetype end)
{
    constexpr qsizetype edge = 400;
    return cut - begin <= edge || end - cut <= edge || cut % 61 == 0;
}

// The first cut that gives other frames; -1: none does.
static qsizetype firstBadCut(const QByteArray &body, Framing framing)
{
    Framer before = makeFramer(framing);
    QList<Frame> pieces;
    for (qsizetype begin = 0; begin < body.size();) {
        const qsizetype end = endOf(body, begin, framing);
        const qsizetype beyond = end < body.size() ? endOf(body, end, framing) : end;
        const QByteArrayView line = QByteArrayView(body).first(beyond).sliced(begin);
        const auto framed = [&](qsizetype cut) {
            Framer framer = before;
            QList<Frame> frames;
            feed(framer, line.first(cut), frames);
            feed(framer, line.sliced(cut), frames);
            return frames;
        };
        const QList<Frame> wanted = framed(0);
        for (qsizetype cut = begin + 1; cut < end; ++cut) {
            if (isTried(cut, begin, end) && framed(cut - begin) != wanted)
                return cut;
        }
        feed(before, line.first(end - begin), pieces);
        begin = end;
    }
    finish(before, pieces);
    Framer whole = makeFramer(framing);
    QList<Frame> frames;
    feed(whole, body, frames);
    finish(whole, frames);
    return frames == pieces ? -1 : 0;
}

void CutsTest::cuts()
{
    QFETCH(QString, folder);

    int streams = 0;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files)) {
        const auto fixture = parseJson(contents(dir.filePath(name)), 256);
        QVERIFY2(fixture, qPrintable(name));
        const QByteArray body = bodyOf(*find(*fixture, "response"));
        const Framing framing = framingOf(body);
        if (framing == Framing::JsonLines && body.trimmed().count('\n') == 0)
            continue; // an answer in one piece is put together and not framed
        ++streams;
        const qsizetype bad = firstBadCut(body, framing);
        QVERIFY2(bad < 0, qPrintable(u"%1, cut at byte %2"_s.arg(name).arg(bad)));
    }
    qInfo("%d streams", streams);
}

QTEST_GUILESS_MAIN(CutsTest)
#include "tst_cuts.moc"
