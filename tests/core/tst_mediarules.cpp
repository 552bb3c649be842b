// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/mediarules.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Limits of media, checked before anything is sent.
class MediaRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checks_data();
    void checks();
    void readsSizes_data();
    void readsSizes();
};

static QByteArray png(int width, int height)
{
    const auto number = [](int value) {
        return QByteArray::fromHex(QByteArray::number(value, 16).rightJustified(8, '0'));
    };
    return QByteArray("\x89PNG\r\n\x1a\n") + number(13) + "IHDR" + number(width) + number(height);
}

static Message message(const QList<ContentPart> &parts)
{
    return {.parts = parts};
}

void MediaRulesTest::checks_data()
{
    QTest::addColumn<QList<Message>>("messages");
    QTest::addColumn<QString>("says"); // empty: all is well

    const Image small {.mediaType = u"image/png"_s, .bytes = png(10, 20)};
    const auto row = [](const char *name, const QList<ContentPart> &parts, const QString &says) {
        QTest::newRow(name) << QList<Message> {textMessage(Role::User, u"Hi"_s), message(parts)}
                            << says;
    };
    row("an image", {small}, {});
    row("an address", {Image {.url = u"https://example.com/a.png"_s}}, {});
    row("three images", {small, small, small}, u"Message 2: Acme takes at most 2"_s);
    row("another type", {Image {.mediaType = u"image/tiff"_s, .bytes = "x"}},
        u"Message 2: Acme takes no image of type image/tiff. It takes: image/png, image/jpeg."_s);
    row("too many bytes", {Image {.mediaType = u"image/png"_s, .bytes = QByteArray(1000, 'x')}},
        u"Message 2: this image has 1"_s);
    row("too wide", {Image {.mediaType = u"image/png"_s, .bytes = png(101, 20)}},
        u"Message 2: this image is 101 x 20 pixels; Acme takes at most 100 on a side"_s);
    row("too high among several",
        {small, Image {.mediaType = u"image/png"_s, .bytes = png(10, 60)}},
        u"Message 2: this image is 10 x 60 pixels; Acme takes at most 50 on a side with 2"_s);
    row("no audio", {Audio {.mediaType = u"audio/wav"_s, .bytes = "x"}},
        u"Message 2: Acme takes no audio."_s);
    row("text of any kind", {Document {.mediaType = u"text/csv"_s, .bytes = "a,b"}}, {});
    row("a document's address", {Document {.url = u"https://example.com/a.pdf"_s}},
        u"Message 2: Acme does not fetch document from an address"_s);
    row("an image in a tool's result", {ToolResult {.images = {small, small, small}}},
        u"Message 2: Acme takes at most 2"_s);
    row("too much text", {Text {.text = QString(5000, u'x')}}, u"The request would have"_s);
}

void MediaRulesTest::checks()
{
    QFETCH(QList<Message>, messages);
    QFETCH(QString, says);
    const auto json = parseJson(R"({
        "image": {"types": ["image/png", "image/jpeg"], "maxBase64": 1000, "maxCount": 2,
                  "maxSide": 100, "crowd": 1, "crowdSide": 50},
        "audio": false,
        "document": {"types": ["application/pdf", "text/*"], "url": false},
        "maxRequest": 4000})");
    const auto checked = checkMedia(messages, mediaRulesFromJson(*json), u"Acme"_s);
    if (says.isEmpty()) {
        QVERIFY2(checked, qPrintable(checked ? QString() : checked.error().message));
        return;
    }
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::Unsupported);
    QVERIFY2(checked.error().message.startsWith(says), qPrintable(checked.error().message));
    QVERIFY(checkMedia(messages, {}, u"Acme"_s)); // no rules, no refusal
}

void MediaRulesTest::readsSizes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("size");
    QTest::newRow("png") << png(640, 480) << QSize(640, 480);
    QTest::newRow("gif") << QByteArray::fromHex("474946383961800210010000") << QSize(640, 272);
    QTest::newRow("jpeg, behind another segment")
        << QByteArray::fromHex("ffd8ffe000044a46ffc0001108011002800301") << QSize(640, 272);
    QTest::newRow("webp, lossy") << QByteArray::fromHex(
        "52494646000000005745425056503820000000000000009d012a80021001")
                                 << QSize(640, 272);
    QTest::newRow("webp, extended")
        << QByteArray::fromHex("524946460000000057454250565038580a000000000000007f02000f0100")
        << QSize(640, 272);
    QTest::newRow("cut off") << png(640, 480).left(20) << QSize();
    QTest::newRow("jpeg cut off") << QByteArray::fromHex("ffd8ffe0") << QSize();
    QTest::newRow("something else") << QByteArray("%PDF-1.7") << QSize();
}

void MediaRulesTest::readsSizes()
{
    QFETCH(QByteArray, bytes);
    QTEST(imageSize(bytes), "size");
}

QTEST_GUILESS_MAIN(MediaRulesTest)
#include "tst_mediarules.moc"
