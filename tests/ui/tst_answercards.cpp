// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <responses/answercards.h>
#include <responses/audioplayer.h>
#include <responses/codetext.h>
#include <responses/imagelabel.h>

#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class AnswerCardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNothing();
    void showsToolCalls();
    void showsBrokenArgumentsAsTheyCame();
    void showsImages();
    void showsSpeechWithoutADevice();
    void showsSourcesWithoutLoadingThem();
};

static QStringList labels(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts.append(label->text());
    return texts;
}

void AnswerCardsTest::nothingIsNothing()
{
    AnswerCards cards(u"mini"_s);
    cards.showAttempt({.text = u"Only text."_s});
    QVERIFY(cards.isEmpty());
    QVERIFY(cards.isHidden());
}

void AnswerCardsTest::showsToolCalls()
{
    AnswerCards cards(u"mini"_s);
    cards.showAttempt(
        {.number = 2,
         .toolCalls
         = {{.id = u"c1"_s, .name = u"get_weather"_s, .argumentsText = u"{\"city\":\"Oslo\"}"_s},
            {.name = u"now"_s, .argumentsText = u"{}"_s}}});
    QVERIFY(labels(cards).contains(u"Calls get_weather"_s));
    QVERIFY(labels(cards).contains(u"Calls now"_s));
    const auto code = cards.findChildren<CodeText *>();
    QCOMPARE(code.size(), 1); // no arguments, no box
    QCOMPARE(code[0]->toPlainText(), u"{\n  \"city\": \"Oslo\"\n}"_s);
    QVERIFY(!cards.findChild<QToolButton *>()->accessibleName().isEmpty());
    cards.showAttempt({.number = 3, .text = u"Done."_s});
    QVERIFY(cards.isEmpty());
}

void AnswerCardsTest::showsBrokenArgumentsAsTheyCame()
{
    AnswerCards cards(u"mini"_s);
    cards.showAttempt({.toolCalls = {{.name = u"f"_s, .argumentsText = u"{\"city\":\"Os"_s}}});
    QCOMPARE(cards.findChild<CodeText *>()->toPlainText(), u"{\"city\":\"Os"_s);
}

void AnswerCardsTest::showsImages()
{
    QImage image(8, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    QVERIFY(image.save(&png, "PNG"));
    AnswerCards cards(u"mini"_s);
    cards.showAttempt({.images = {{.mediaType = u"image/png"_s, .bytes = png.data()},
                                  {.mediaType = u"image/png"_s, .bytes = "no image"}}});
    const auto pictures = cards.findChildren<ImageLabel *>();
    QCOMPARE(pictures.size(), 2);
    QCOMPARE(pictures[0]->heightForWidth(100), 4);
    QCOMPARE(pictures[0]->heightForWidth(4), 2);
    pictures[1]->grab(); // says that it cannot be shown
}

void AnswerCardsTest::showsSpeechWithoutADevice()
{
    AnswerCards cards(u"mini"_s);
    cards.showAttempt({.audio = {.mediaType = u"audio/pcm"_s,
                                 .bytes = QByteArray(48000, '\0'),
                                 .transcript = u"Good morning."_s}});
    QVERIFY(labels(cards).contains(u"Good morning."_s));
    auto *player = cards.findChild<AudioPlayer *>();
    QVERIFY(player);
    QVERIFY(labels(*player).contains(u"0:01"_s));
    player->findChild<QToolButton *>()->click(); // without a device it says so, and goes on
}

void AnswerCardsTest::showsSourcesWithoutLoadingThem()
{
    AnswerCards cards(u"mini"_s);
    cards.showAttempt({.citations = {{.title = u"A <b>page</b>"_s,
                                      .url = u"https://example.invalid/a"_s,
                                      .quote = u"so it says"_s}}});
    const QString all = labels(cards).join(u'\n');
    QVERIFY(all.contains(u"A &lt;b&gt;page"_s));
    QVERIFY(all.contains(u"https://example.invalid/a"_s));
    QVERIFY(all.contains(u"so it says"_s));
}

QTEST_MAIN(AnswerCardsTest)
#include "tst_answercards.moc"
