// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/answerchooser.h"
#include "responses/markdownview.h"
#include "responses/responsecolumn.h"
#include "responses/responsesview.h"
#include "responses/streamtext.h"
#include "responses/toolquestionbar.h"
#include "widgets/inlinebar.h"
#include "widgets/statuschip.h"
#include "widgets/wordsbutton.h"

#include "scenes.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ResponseColumnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAreFoundByName();
    void aWaitOffersTryNowAndStop();
    void onlyWhatTheWindowKnowsIsOffered();
    void aGivenUpTextStaysAboveADivider();
    void aCancelledTextSaysSo();
    void aRefusalIsNotSaidTwice();
    void longParagraphsAreCutButCopiedWhole();
    void surrogatesAreNeverTorn();
    void readingIsNotDisturbed();
    void lessRoomIsStillFollowed();
    void nothingIsLoadedForMarkdown();
    void directionFollowsTheParagraph();
    void aHiddenColumnGetsNoText();
    void twoMegabytesArriveInPieces();
    void aToolCallWaitsForThePerson();
    void aCommandIsShownAsItRuns();
    void anAnswerIsGoneOnFrom();
    void oneOfSeveralAnswersIsChosen();
};

namespace {

struct Scene {
    std::chrono::milliseconds time {};
    ResponsesModel model {[this] { return time; }};
    ResponsesView view {model};
    Cell mini = Scenes::cell(1, u"mini"_s, u"gpt-4o-mini"_s);

    Scene()
    {
        view.resize(900, 500);
        view.show();
        model.setCells({mini, Scenes::cell(2, u"flaky"_s, u"flaky"_s, true)});
        QApplication::processEvents();
    }

    void apply(const std::vector<CallUpdate> &updates) { model.apply(updates); }

    template<typename T>
    T *find(const QString &name)
    {
        return view.findChild<T *>(name);
    }

    ResponseColumn *column() { return find<ResponseColumn>(u"responseColumn/mini"_s); }
    StreamText *text() { return column()->findChildren<StreamText *>().last(); }
};

QPushButton *button(QWidget *in, const QString &text)
{
    for (QPushButton *one : in->findChildren<QPushButton *>()) {
        if (one->text() == text && one->isVisible())
            return one;
    }
    return nullptr;
}

} // namespace

void ResponseColumnTest::partsAreFoundByName()
{
    Scene scene;
    QVERIFY(scene.column());
    auto *chip = scene.find<StatusChip>(u"statusChip/mini"_s);
    QVERIFY(chip);
    QCOMPARE(chip->text(), u"Queued"_s);
    scene.apply({{.id = CallId {1}, .text = u"Hello"_s, .state = CallState::Streaming}});
    QCOMPARE(chip->text(), u"Streaming"_s);
    QCOMPARE(scene.text()->toPlainText(), u"Hello"_s);
    QCOMPARE(scene.column()->accessibleName(), u"Response from mini, streaming, 2 tokens"_s);
}

void ResponseColumnTest::aWaitOffersTryNowAndStop()
{
    Scene scene;
    QSignalSpy now(&scene.view, &ResponsesView::retryNowRequested);
    QSignalSpy stop(&scene.view, &ResponsesView::cancelRequested);
    QVERIFY(!button(scene.column(), u"Try Now"_s));
    scene.apply({{.id = CallId {1},
                  .state = CallState::Backoff,
                  .attempt = 1,
                  .ended = {Scenes::limited(1, 0ms, u"mini"_s)},
                  .waiting = 3200ms}});
    QVERIFY(button(scene.column(), u"Try Now"_s));
    button(scene.column(), u"Try Now"_s)->click();
    button(scene.column(), u"Stop"_s)->click();
    QCOMPARE(now.size(), 1);
    QCOMPARE(stop.size(), 1);
}

void ResponseColumnTest::onlyWhatTheWindowKnowsIsOffered()
{
    for (const bool known : {false, true}) {
        Scene scene;
        if (known)
            scene.view.setOffers({Remedy::RunAgain});
        Attempt failed = Scenes::limited(1, 0ms, u"mini"_s);
        failed.decision.reset();
        scene.apply({{.id = CallId {1}, .finished = Scenes::record(scene.mini, {failed})}});
        QCOMPARE(button(scene.column(), u"Run Again"_s) != nullptr, known);
        auto *bar = scene.find<InlineBar>(u"inlineBar/mini"_s);
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().startsWith(u"Example AI limits requests."_s));
    }
}

void ResponseColumnTest::aGivenUpTextStaysAboveADivider()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .text = u"Half"_s, .attempt = 1}});
    scene.apply({{.id = CallId {1},
                  .restarted = true,
                  .text = u"Whole"_s,
                  .attempt = 2,
                  .ended = {Scenes::dropped(1, {}, u"Half"_s, u"mini"_s)}}});
    QCOMPARE(scene.text()->toPlainText(), u"Half\n── Attempt 1: dropped after 1.60 s ──\nWhole"_s);
}

void ResponseColumnTest::aCancelledTextSaysSo()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .text = u"Half"_s, .attempt = 1}});
    Attempt attempt = Scenes::success(1, {}, u"Half"_s, u"mini"_s);
    attempt.state = CallState::Cancelled;
    attempt.error = Error {.kind = ErrorKind::Cancelled};
    scene.apply({{.id = CallId {1}, .finished = Scenes::record(scene.mini, {attempt})}});
    QCOMPARE(scene.text()->toPlainText().trimmed(), u"Half\n── Cancelled after 1.84 s ──"_s);
    QVERIFY(!scene.find<InlineBar>(u"inlineBar/mini"_s)->isVisible());
}

void ResponseColumnTest::aRefusalIsNotSaidTwice()
{
    for (const bool streamed : {true, false}) {
        Scene scene;
        const QString said = u"I would rather not."_s;
        const QString text = streamed ? said : QString();
        scene.apply({{.id = CallId {1}, .text = text, .attempt = 1}});
        Attempt attempt = Scenes::success(1, {}, text, u"mini"_s);
        attempt.state = CallState::Refused;
        attempt.error = Error {.kind = ErrorKind::Filtered, .message = said};
        scene.apply({{.id = CallId {1}, .finished = Scenes::record(scene.mini, {attempt})}});
        const auto *bar = scene.find<InlineBar>(u"inlineBar/mini"_s);
        QVERIFY(bar->text().startsWith(u"The model declined to answer."_s));
        QCOMPARE(bar->text().contains(said), !streamed);
    }
}

void ResponseColumnTest::longParagraphsAreCutButCopiedWhole()
{
    Scene scene;
    QString paragraph;
    for (int i = 0; paragraph.size() < 200'000; ++i)
        paragraph += u"word%1 "_s.arg(i);
    scene.apply({{.id = CallId {1}, .text = paragraph}});
    QVERIFY(QTest::qWaitFor(
        [&] { return scene.text()->document()->characterCount() > paragraph.size(); }));
    QVERIFY(scene.text()->blockCount() > 90);
    scene.text()->selectAll();
    scene.text()->copy();
    QCOMPARE(QApplication::clipboard()->text(), paragraph);
}

void ResponseColumnTest::surrogatesAreNeverTorn()
{
    StreamText text;
    QString faces;
    for (int i = 0; i < 30'000; ++i)
        faces += u"😀"_s;
    faces.prepend(u'x'); // every even place now falls inside a pair
    while (!text.show({}, faces)) { }
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next())
        QVERIFY(block.text().isEmpty() || !block.text().back().isHighSurrogate());
}

void ResponseColumnTest::readingIsNotDisturbed()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .text = u"line\n"_s.repeated(200)}});
    QVERIFY(scene.text()->isAtEnd());
    QVERIFY(!button(scene.column(), u"New text below"_s));
    scene.text()->verticalScrollBar()->setValue(10);
    scene.apply({{.id = CallId {1}, .text = u"more\n"_s}});
    QCOMPARE(scene.text()->verticalScrollBar()->value(), 10);
    auto *more = button(scene.column(), u"New text below"_s);
    QVERIFY(more);
    more->click();
    QVERIFY(scene.text()->isAtEnd());
    QVERIFY(!button(scene.column(), u"New text below"_s));
}

void ResponseColumnTest::lessRoomIsStillFollowed()
{
    StreamText text;
    text.resize(300, 300);
    static_cast<QWidget &>(text).show();
    text.show({}, u"a line of words\n"_s.repeated(100));
    QCOMPARE(text.verticalScrollBar()->value(), text.verticalScrollBar()->maximum());
    text.resize(300, 150);
    QCOMPARE(text.verticalScrollBar()->value(), text.verticalScrollBar()->maximum());
    text.verticalScrollBar()->setValue(3);
    text.resize(300, 200);
    QCOMPARE(text.verticalScrollBar()->value(), 3);
}

void ResponseColumnTest::nothingIsLoadedForMarkdown()
{
    MarkdownView view;
    view.setText(
        u"![x](https://example.com/a.png) <img src='file:///etc/hosts'> [go](https://e.com)"_s,
        true);
    QVERIFY(
        !view.loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hosts"_s)).isValid());
    QVERIFY(view.document()
                ->resource(QTextDocument::ImageResource, QUrl(u"https://example.com/a.png"_s))
                .isNull());
    QVERIFY(view.toPlainText().contains(u"<img"_s)); // HTML is text, not a tag
}

void ResponseColumnTest::directionFollowsTheParagraph()
{
    StreamText text;
    text.show({}, u"Left to right\nשלום עולם\n"_s);
    QCOMPARE(text.document()->findBlockByNumber(0).textDirection(), Qt::LeftToRight);
    QCOMPARE(text.document()->findBlockByNumber(1).textDirection(), Qt::RightToLeft);
}

void ResponseColumnTest::aHiddenColumnGetsNoText()
{
    Scene scene;
    scene.view.hide();
    scene.apply({{.id = CallId {1}, .text = u"unseen"_s}});
    QCOMPARE(scene.text()->toPlainText(), QString());
    scene.view.show();
    QVERIFY(QTest::qWaitFor([&] { return scene.text()->toPlainText() == u"unseen"_s; }));
}

void ResponseColumnTest::twoMegabytesArriveInPieces()
{
    Scene scene;
    QElapsedTimer timer;
    timer.start();
    scene.apply({{.id = CallId {1}, .text = u"A line of some length.\n"_s.repeated(90'000)}});
    const qint64 first = timer.elapsed();
    QVERIFY(QTest::qWaitFor([&] { return scene.text()->blockCount() > 90'000; }, 20'000));
    qInfo("2 MB: first frame %lld ms, whole text %lld ms", first, timer.elapsed());
}

static ToolQuestion question(int index, const QString &name, bool canApprove)
{
    return {.attempt = 1,
            .index = index,
            .call = {.id = u"c"_s, .name = name},
            .arguments = jsonObject({{"city", Json("Oslo")}}),
            .canApprove = canApprove};
}

void ResponseColumnTest::aToolCallWaitsForThePerson()
{
    Scene scene;
    QSignalSpy replied(&scene.view, &ResponsesView::toolReplied);
    auto *bar = scene.column()->findChild<ToolQuestionBar *>();
    QVERIFY(bar && !bar->isVisible());
    scene.apply({{.id = CallId {1},
                  .state = CallState::Tool,
                  .questions = QList<ToolQuestion> {question(0, u"pay"_s, true),
                                                    question(1, u"ask"_s, false)}}});
    QVERIFY(bar->isVisible());
    QVERIFY(button(scene.column(), u"Stop"_s));
    QVERIFY(!bar->findChild<QLineEdit *>()->isVisible());
    QTest::mouseClick(button(bar, u"Approve"_s), Qt::LeftButton);
    QCOMPARE(replied.size(), 1);
    QCOMPARE(replied[0][0].value<CallId>(), CallId {1});
    QCOMPARE(replied[0][1].value<ToolQuestion>().index, 0);
    QCOMPARE(replied[0][2].value<ToolReply>(), ToolReply {.kind = ToolReply::Kind::Approve});

    // The next one is there at once, before the engine knows.
    QVERIFY(!button(bar, u"Approve"_s));
    QVERIFY(bar->findChild<QLineEdit *>()->isVisible());
    QVERIFY(!button(bar, u"Answer"_s)->isEnabled());
    QTest::keyClicks(bar->findChild<QLineEdit *>(), u"Rain"_s);
    scene.apply(
        {{.id = CallId {1}, .questions = QList<ToolQuestion> {question(1, u"ask"_s, false)}}});
    QCOMPARE(bar->findChild<QLineEdit *>()->text(), u"Rain"_s); // nobody types for nothing
    QTest::mouseClick(button(bar, u"Answer"_s), Qt::LeftButton);
    QCOMPARE(replied.size(), 2);
    QCOMPARE(replied[1][2].value<ToolReply>(),
             (ToolReply {.kind = ToolReply::Kind::Answer, .text = u"Rain"_s}));
    QVERIFY(!bar->isVisible());
}

void ResponseColumnTest::aCommandIsShownAsItRuns()
{
    Scene scene;
    QSignalSpy replied(&scene.view, &ResponsesView::toolReplied);
    ToolQuestion asked = question(0, u"find"_s, true);
    asked.runs = u"python3 find.py"_s;
    scene.apply(
        {{.id = CallId {1}, .state = CallState::Tool, .questions = QList<ToolQuestion> {asked}}});
    auto *bar = scene.column()->findChild<ToolQuestionBar *>();
    bool shown = false;
    for (const QLabel *label : bar->findChildren<QLabel *>())
        shown = shown || (label->isVisible() && label->text().contains("python3 find.py"_L1));
    QVERIFY(shown);
    bar->findChild<QCheckBox *>()->setChecked(true);
    QTest::mouseClick(button(bar, u"Refuse"_s), Qt::LeftButton);
    QCOMPARE(replied[0][3].toBool(), false); // refusing allows nothing
    scene.apply({{.id = CallId {1}, .questions = QList<ToolQuestion> {}}});
    scene.apply({{.id = CallId {1}, .questions = QList<ToolQuestion> {asked}}});
    QVERIFY(!bar->findChild<QCheckBox *>()->isChecked());
    bar->findChild<QCheckBox *>()->setChecked(true);
    QTest::mouseClick(button(bar, u"Approve"_s), Qt::LeftButton);
    QCOMPARE(replied[1][3].toBool(), true);
}

void ResponseColumnTest::anAnswerIsGoneOnFrom()
{
    Scene scene;
    QSignalSpy asked(&scene.view, &ResponsesView::replyRequested);
    CallRecord record {.state = CallState::Done, .attempts = {{.text = u"Blue."_s}}};
    record.attempts[0].asked.messages = {textMessage(Role::User, u"Colour?"_s)};
    scene.apply({{.id = CallId {1}, .text = u"Blue."_s, .finished = record}});
    auto *line = scene.find<QLineEdit>(u"reply/mini"_s);
    QVERIFY(!line->isVisible());
    QTest::mouseClick(button(scene.column(), u"Reply"_s), Qt::LeftButton);
    QVERIFY(line->isVisible());
    QTest::keyClicks(line, u"Why?"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][1].toString(), u"Why?"_s);
    scene.model.goOn(CallId {1}, CallId {9}, u"Why?"_s);
    QVERIFY(!line->isVisible());
    QVERIFY(!button(scene.column(), u"Reply"_s)); // not before it is over again
    QSignalSpy cancelled(&scene.view, &ResponsesView::cancelRequested);
    scene.apply({{.id = CallId {9}, .state = CallState::Backoff, .waiting = 2s}});
    QTest::mouseClick(button(scene.column(), u"Stop"_s), Qt::LeftButton);
    QCOMPARE(cancelled[0][0].value<CallId>(), CallId {9});
}

void ResponseColumnTest::oneOfSeveralAnswersIsChosen()
{
    Scene scene;
    Attempt attempt = Scenes::success(1, 0ms, u"One."_s, u"mini"_s);
    attempt.codec = u"openai-chat"_s;
    attempt.exchange.head = {.status = 200, .headers = {{"content-type", "application/json"}}};
    attempt.exchange.body = R"({"choices": [
        {"index": 0, "message": {"role": "assistant", "content": "One."}, "finish_reason": "stop"},
        {"index": 1, "message": {"role": "assistant", "content": "Two, longer"},
         "finish_reason": "length"}]})";
    attempt.exchange.chunks.clear();
    attempt.asked.messages = {textMessage(Role::User, u"Count."_s)};
    attempt.asked.parameters.extra.insert_or_assign("n", 2);
    auto *chooser = scene.column()->findChild<AnswerChooser *>();
    QVERIFY(!chooser->isVisible());
    const CallRecord record {.state = CallState::Done, .attempts = {attempt}};
    scene.apply({{.id = CallId {1}, .text = u"One."_s, .finished = record}});
    QVERIFY(chooser->isVisible());
    QVERIFY(!chooser->accessibleName().isEmpty());
    QCOMPARE(chooser->currentText(), u"Answer 1 of 2, done"_s);
    QCOMPARE(scene.text()->toPlainText(), u"One."_s);
    QVERIFY(button(scene.column(), u"Reply"_s));

    chooser->setFocus();
    QTest::keyClick(chooser, Qt::Key_Down);
    QTRY_VERIFY(scene.text()->toPlainText().startsWith(u"Two, longer"_s));
    QCOMPARE(chooser->currentText(), u"Answer 2 of 2, done, truncated"_s);
    QSignalSpy asked(&scene.view, &ResponsesView::replyRequested);
    QTest::mouseClick(button(scene.column(), u"Reply"_s), Qt::LeftButton);
    auto *line = scene.find<QLineEdit>(u"reply/mini"_s);
    QTest::keyClicks(line, u"Why?"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][2].toInt(), 1); // that one is gone on from
    chooser->setFocus();
    for (QAction *action : scene.column()->findChildren<QAction *>()) {
        if (action->text() == "Copy"_L1)
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Two, longer"_s);
    QTest::keyClick(chooser, Qt::Key_Up);
    QTRY_COMPARE(scene.text()->toPlainText(), u"One."_s);
}

QTEST_MAIN(ResponseColumnTest)
#include "tst_responsecolumn.moc"
