// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/why.h"
#include "attempts/whypanel.h"

#include "scenes.h"

#include <QTest>
#include <QTextFrame>
#include <QTextTable>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class WhyPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstAttemptNeedsNoReason();
    void aReplayTellsWhatItSends();
    void retryAfterIsNamed();
    void aDrawnWaitShowsItsRange();
    void theStopChecksAreSentences();
    void aFinishedCallSaysSo();
    void theTreeHasAShortForm();
    void labelsStandAboveInANarrowPanel();
};

static QString lineOf(const QList<WhySection> &sections, const QString &label)
{
    for (const WhySection &section : sections) {
        for (const WhyLine &line : section.lines) {
            if (line.label == label)
                return line.text;
        }
    }
    return {};
}

void WhyPanelTest::theFirstAttemptNeedsNoReason()
{
    const Attempt first = Scenes::success(1, {}, u"Hi"_s, u"mini"_s);
    const auto sections = whyOf(nullptr, first);
    QCOMPARE(sections.first().title, u"Why attempt 1 happened"_s);
    QCOMPARE(lineOf(sections, u"Reason"_s), u"It is the first attempt of this call."_s);
}

void WhyPanelTest::aReplayTellsWhatItSends()
{
    Original original {.attempt = Scenes::limited(2, {}, u"mini"_s)};
    const Attempt first = Scenes::success(1, {}, u"Hi"_s, u"mini"_s);
    QCOMPARE(lineOf(whyOf(nullptr, first, &original), u"Reason"_s),
             u"The request of attempt 2 was sent again as it was: one request, one answer."_s);
    original.sent = false;
    QCOMPARE(lineOf(whyOf(nullptr, first, &original), u"Reason"_s),
             u"The recorded response of attempt 2 was read again. Nothing was sent."_s);
}

void WhyPanelTest::retryAfterIsNamed()
{
    const Attempt before = Scenes::limited(1, {}, u"mini"_s);
    const Attempt after = Scenes::success(2, std::chrono::milliseconds(1500), u"Hi"_s, u"mini"_s);
    const auto sections = whyOf(&before, after);
    QCOMPARE(lineOf(sections, u"Attempt 1 ended with"_s),
             u"429 rate limit: Rate limit reached for requests"_s);
    QCOMPARE(lineOf(sections, u"Wait"_s),
             u"1 s, as the server asked with the header “retry-after: 1”"_s);
    QCOMPARE(lineOf(sections, u"Rule that matched"_s), u"when.any[0]"_s);
}

void WhyPanelTest::aDrawnWaitShowsItsRange()
{
    const Attempt before = Scenes::dropped(2, {}, u"Half"_s, u"mini"_s);
    const Attempt after = Scenes::success(3, {}, u"Hi"_s, u"mini"_s);
    const auto sections = whyOf(&before, after);
    QCOMPARE(lineOf(sections, u"Wait"_s), u"1.7 s, drawn from 1 to 2 s by exponential backoff"_s);
    QCOMPARE(lineOf(sections, u"Decision"_s), u"try again, with the text from the start"_s);
}

void WhyPanelTest::theStopChecksAreSentences()
{
    const Attempt before = Scenes::dropped(2, {}, u"Half"_s, u"mini"_s);
    const auto sections = whyOf(&before, Scenes::success(3, {}, u"Hi"_s, u"mini"_s));
    QCOMPARE(lineOf(sections, u"Stop checks"_s), u"attempts 2 of 4; elapsed 2.1 of 600 s"_s);
}

void WhyPanelTest::aFinishedCallSaysSo()
{
    const auto sections = whyOf(nullptr, Scenes::success(1, {}, u"Hi"_s, u"mini"_s));
    QCOMPARE(sections.size(), 2);
    QCOMPARE(sections.last().title, u"What followed attempt 1"_s);
    QCOMPARE(lineOf(sections, u"Decision"_s), u"The answer is whole: nothing more to do."_s);
}

void WhyPanelTest::theTreeHasAShortForm()
{
    QCOMPARE(whyNext(Scenes::limited(1, {}, u"mini"_s)), u"Retry-After 1 s"_s);
    QCOMPARE(whyNext(Scenes::dropped(1, {}, {}, u"mini"_s)), u"backoff 1.7 s of 1 to 2"_s);
    QCOMPARE(whyNext(Scenes::success(1, {}, {}, u"mini"_s)), u"finished"_s);
}

static int columnsOf(const WhyPanel &panel)
{
    for (const QTextFrame *frame : panel.document()->rootFrame()->childFrames()) {
        if (const auto *table = qobject_cast<const QTextTable *>(frame))
            return table->columns();
    }
    return 0;
}

void WhyPanelTest::labelsStandAboveInANarrowPanel()
{
    WhyPanel panel;
    panel.resize(800, 300);
    panel.setSections({{u"Why"_s, {{u"Wait"_s, u"1 s"_s}}}});
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QCOMPARE(columnsOf(panel), 2);
    panel.resize(160, 300);
    QTRY_COMPARE(columnsOf(panel), 1);
    QVERIFY(panel.toPlainText().contains("Wait"_L1));
    panel.resize(800, 300);
    QTRY_COMPARE(columnsOf(panel), 2);
}

QTEST_MAIN(WhyPanelTest)
#include "tst_whypanel.moc"
