// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <antiphon/store/consent.h>
#include <antiphon/store/settings.h>
#include <project/projectmodel.h>
#include <project/projectview.h>
#include <prompt/promptdocument.h>
#include <tools/consentsdialog.h>
#include <tools/prompttoolsview.h>
#include <tools/tooldocument.h>
#include <tools/toolview.h>
#include <tools/toolwords.h>
#include <tools/trytool.h>
#include <widgets/codeeditor.h>
#include <widgets/inlinebar.h>
#include <workspace.h>

#include "ui/sampleproject.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

/// The editor of tools and the tools of a prompt, on the sample project.
class ToolViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void editsTheFile();
    void joinsWhatIsTyped();
    void refusesNamesInWords();
    void editsParametersAsFields();
    void showsWhereAScriptIsFaulty();
    void editsResults();
    void saysWhatACommandIs();
    void tries_data();
    void tries();
    void triesInTheWindow();
    void showsWhereAScriptFailed();
    void runsNoCommandWithoutConsent();
    void takesConsentBack();
    void tellsAnOldVerdict();
    void losesItsCrossWhenMended();
    void keepsDrafts();
    void renamesAndComesBack();
    void offersToolsToAPrompt();
    void namesEveryControl();
    void staysWithinItsPlace();

private:
    [[nodiscard]] QByteArray fileText(const QString &file) const;
    [[nodiscard]] std::unique_ptr<ToolView> viewOf(const QString &slug);

    std::unique_ptr<SampleProject> m_sample;
    std::unique_ptr<Workspace> m_workspace;
    Settings m_settings;
};

template<typename Widget>
static Widget *named(const QWidget &view, const QString &name)
{
    for (Widget *widget : view.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    qFatal("There is no \"%s\".", qPrintable(name));
}

/// As a person would: setPlainText() is no edit.
static void typeAll(CodeEditor &editor, const QString &text)
{
    editor.selectAll();
    editor.insertPlainText(text);
}

void ToolViewTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void ToolViewTest::init()
{
    m_workspace.reset();
    m_sample = std::make_unique<SampleProject>();
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(m_sample->folder()));
}

QByteArray ToolViewTest::fileText(const QString &file) const
{
    QFile in(m_sample->folder() + u'/' + file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : "(missing)"_ba;
}

std::unique_ptr<ToolView> ToolViewTest::viewOf(const QString &slug)
{
    ToolDocument *document = m_workspace->tool(slug);
    if (!document)
        qFatal("There is no such tool.");
    auto view = std::make_unique<ToolView>(*document, *m_workspace, m_settings);
    view->resize(1100, 700);
    view->show();
    return view;
}

void ToolViewTest::editsTheFile()
{
    const QByteArray before = fileText(u"tools/find-order.tool.json"_s);
    const auto view = viewOf(u"find-order"_s);
    auto *name = named<QLineEdit>(*view, u"Name of the tool, as models call it"_s);
    QCOMPARE(name->text(), u"find_order"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"seek_order"_s);
    QVERIFY(view->document().isModified());
    QCOMPARE(m_workspace->modifiedNames(), QStringList {u"Tool find-order"_s});
    // Runs use it as it is edited.
    QCOMPARE(findTool(m_workspace->project(), u"find-order")->tool.definition.name,
             u"seek_order"_s);
    QCOMPARE(fileText(u"tools/find-order.tool.json"_s), before);
    QVERIFY(m_workspace->saveAll());
    QVERIFY(!view->document().isModified());
    QByteArray expected = before;
    QCOMPARE(fileText(u"tools/find-order.tool.json"_s),
             expected.replace("\"find_order\"", "\"seek_order\""));

    const QLabel *users = named<QLabel>(*view, u"Prompts that use the tool"_s);
    QVERIFY2(users->text().contains("order-status"_L1), qPrintable(users->text()));
    QSignalSpy prompts(view.get(), &ToolView::promptRequested);
    Q_EMIT const_cast<QLabel *>(users)->linkActivated(u"order-status"_s);
    QCOMPARE(prompts.size(), 1);
}

void ToolViewTest::joinsWhatIsTyped()
{
    const auto view = viewOf(u"find-order"_s);
    const QString before = view->document().text().toPlainText();
    auto *description = named<QPlainTextEdit>(*view, u"Description of the tool"_s);
    description->moveCursor(QTextCursor::End);
    QTest::keyClicks(description, u" Soon."_s);
    QVERIFY2(view->document().text().toPlainText().contains("where it is. Soon."_L1),
             qPrintable(view->document().text().toPlainText()));
    view->undo();
    QCOMPARE(view->document().text().toPlainText(), before);
    QTRY_VERIFY(!description->toPlainText().contains("Soon"_L1));
    QVERIFY(!view->document().isModified());
}

void ToolViewTest::refusesNamesInWords()
{
    const QByteArray before = fileText(u"tools/find-order.tool.json"_s);
    const auto view = viewOf(u"find-order"_s);
    auto *name = named<QLineEdit>(*view, u"Name of the tool, as models call it"_s);
    name->selectAll();
    QTest::keyClicks(name, u"find order"_s);
    QVERIFY(name->accessibleDescription().contains("may only have letters"_L1));
    const auto *bar = view->findChild<InlineBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains("may only have letters"_L1), qPrintable(bar->text()));
    const Result<> saved = view->document().save();
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains("may only have letters"_L1),
             qPrintable(saved.error().message));
    QVERIFY2(saved.error().message.contains("line 5"_L1), qPrintable(saved.error().message));
    QCOMPARE(fileText(u"tools/find-order.tool.json"_s), before);
    // Runs go on with the last one that was a tool.
    QCOMPARE(findTool(m_workspace->project(), u"find-order")->tool.definition.name, u"find"_s);

    name->selectAll();
    QTest::keyClicks(name, u"promise_refund"_s);
    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(name->accessibleDescription().contains("Another tool"_L1));
}

void ToolViewTest::editsParametersAsFields()
{
    const auto view = viewOf(u"find-order"_s);
    auto *tree = view->findChild<QTreeView *>(u"schemaTree"_s);
    for (QAction *action : tree->actions()) {
        if (action->text() == "Add Field"_L1)
            action->trigger();
    }
    const Json *parameters = find(view->document().json(), "parameters");
    QVERIFY(parameters && find(*find(*parameters, "properties"), "field"));
    QVERIFY(view->document().save());
    const Project saved = m_sample->load();
    QCOMPARE(findTool(saved, u"find-order")->tool.definition.parameters, *parameters);
    QVERIFY(fileText(u"tools/find-order.tool.json"_s).contains("\"note\": ")); // stays
}

void ToolViewTest::showsWhereAScriptIsFaulty()
{
    const auto view = viewOf(u"find-order"_s);
    auto *script = view->findChild<CodeEditor *>(u"toolScript"_s);
    view->showPage(ToolView::Page::Answer);
    QVERIFY(script->isVisible());
    QVERIFY(script->marks().isEmpty());
    typeAll(*script, u"export function call(args) {\n  return (;\n}\n"_s);
    view->document().readNow();
    QCOMPARE(script->marks().size(), 1);
    QCOMPARE(script->marks().first().line, 2);
    const auto *fault = view->findChild<QLabel *>(u"toolScriptFault"_s);
    QVERIFY2(fault->text().startsWith("Line 2, column "_L1), qPrintable(fault->text()));
    QCOMPARE(m_workspace->problems().last().file, u"tools/find-order.tool.js"_s);
    QVERIFY(view->document().save()); // it may be half done
    QVERIFY(fileText(u"tools/find-order.tool.js"_s).contains("return (;"));
}

void ToolViewTest::editsResults()
{
    const auto view = viewOf(u"promise-refund"_s);
    view->showPage(ToolView::Page::Answer);
    auto *table = named<QTableWidget>(*view, u"Results that are written down"_s);
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 0);
    auto *add = named<QAbstractButton>(*view, u"Add Result"_s);
    add->click();
    QCOMPARE(table->rowCount(), 1);
    table->item(0, 0)->setText(uR"({"order": "A-1042"})"_s);
    table->item(0, 1)->setText(u"No: it was paid back in May."_s);
    auto *others = named<QLineEdit>(*view, u"Result for all other arguments"_s);
    others->setText(uR"({"days": 5})"_s);
    Q_EMIT others->editingFinished();
    const CannedAnswers answers = view->document().canned();
    QCOMPARE(answers.results.size(), 1);
    QCOMPARE(toBytes(*answers.otherwise), R"({"days":5})"_ba);

    table->item(0, 0)->setText(u"order A-1042"_s); // no JSON: not taken, and told
    QCOMPARE(view->document().canned(), answers);
    QVERIFY(!table->item(0, 0)->icon().isNull());
    QVERIFY(view->document().save());
    const Project saved = m_sample->load();
    QCOMPARE(findTool(saved, u"promise-refund")->tool.canned, answers);
    view->document().undoStack().undo();
    QVERIFY(view->document().isModified());
}

void ToolViewTest::saysWhatACommandIs()
{
    const auto view = viewOf(u"find-order"_s);
    auto *answer = named<QComboBox>(*view, u"Who answers calls of the tool"_s);
    answer->setCurrentIndex(int(Tool::Answer::Command));
    Q_EMIT answer->activated(answer->currentIndex());
    auto *words = named<QPlainTextEdit>(*view, u"Program and its arguments, one to a line"_s);
    QVERIFY(words->isVisible());
    QVERIFY(!view->document().save()); // without a program it is no command
    words->setPlainText(u"echo\nof the order"_s);
    const QLabel *exact = named<QLabel>(*view, u"The exact command"_s);
    QCOMPARE(exact->text(), u"echo \"of the order\""_s);
    const QLabel *consented = named<QLabel>(*view, u"Your consent to the command"_s);
    QVERIFY2(consented->text().startsWith("Not given"_L1), qPrintable(consented->text()));
    QVERIFY(view->document().save());
    const Project saved = m_sample->load();
    QCOMPARE(findTool(saved, u"find-order")->tool.command.words,
             (QStringList {u"echo"_s, u"of the order"_s}));

    ToolCommand command = view->document().tool().command;
    command.folder = m_sample->folder();
    consent(m_settings, u"find_order"_s, command);
    view->hide();
    view->show();
    QVERIFY2(consented->text().startsWith("You have allowed"_L1), qPrintable(consented->text()));
}

void ToolViewTest::tries_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<bool>("isError");
    QTest::addColumn<QString>("text");

    const QString script = u"script"_s;
    const QString city = uR"({"city": "Oslo"})"_s;
    QTest::newRow("script") << script << u"export function call(a) { return {in: a.city}; }"_s
                            << city << false << uR"({"in":"Oslo"})"_s;
    QTest::newRow("a script that throws")
        << script << u"export function call(a) {\n  return a.b.c;\n}"_s << city << true
        << u"line 2"_s;
    QTest::newRow("a script without end")
        << script << u"export function call() { for (;;); }"_s << city << true << u"t.tool.js"_s;
    QTest::newRow("no script") << script << QString() << city << true << u"no script yet"_s;
    QTest::newRow("arguments that do not fit")
        << script << QString() << uR"({"city": 5})"_s << true << u"do not fit its schema"_s;
    QTest::newRow("arguments that are no JSON")
        << script << QString() << u"{city"_s << true << u"no JSON object"_s;
    QTest::newRow("canned") << u"canned"_s << QString() << city << false << u"4 degrees"_s;
    QTest::newRow("canned for nobody")
        << u"canned"_s << QString() << uR"({"city": "Rome"})"_s << true << u"No result"_s;
    QTest::newRow("ask") << u"ask"_s << QString() << city << false << u"offered: 4 degrees"_s;
    QTest::newRow("command") << u"command"_s << QString() << city << true << u"was not run"_s;
}

void ToolViewTest::tries()
{
    QFETCH(const QString, answer);
    QFETCH(const QString, script);
    QFETCH(const QString, arguments);
    QFETCH(const bool, isError);
    QFETCH(const QString, text);
    const Tool tool {
        .slug = u"t"_s,
        .definition = {.name = u"t"_s,
                       .parameters = *parseJson(
                           R"({"type":"object","properties":{"city":{"type":"string"}}})")},
        .answer = Tool::Answer(toolAnswerNames().indexOf(answer)),
        .canned = {.results = {{.arguments = *parseJson(R"({"city": "Oslo"})"),
                                .result = Json("4 degrees")}}},
        .script = script,
        .command = {.words = {u"false"_s}},
    };
    const ToolOutcome outcome = tryTool(tool, arguments, QDateTime::fromSecsSinceEpoch(0));
    QCOMPARE(outcome.isError, isError);
    QVERIFY2(outcome.text.contains(text), qPrintable(outcome.text));
}

void ToolViewTest::triesInTheWindow()
{
    const auto view = viewOf(u"find-order"_s);
    const auto *arguments = view->findChild<CodeEditor *>(u"trialArguments"_s);
    QVERIFY(arguments->toPlainText().contains("A-1042"_L1)); // an example of the schema
    auto *result = view->findChild<QPlainTextEdit *>(u"trialResult"_s);
    view->findChild<QPushButton *>(u"trialRun"_s)->click();
    QVERIFY(result->toPlainText().isEmpty()); // not on this thread
    QTRY_VERIFY(!result->toPlainText().isEmpty());
    const QLabel *verdict = named<QLabel>(*view, u"What came of the trial"_s);
    QVERIFY2(verdict->text().startsWith("Answered in"_L1), qPrintable(result->toPlainText()));
}

void ToolViewTest::showsWhereAScriptFailed()
{
    const auto view = viewOf(u"find-order"_s);
    auto *script = view->findChild<CodeEditor *>(u"toolScript"_s);
    typeAll(*script, u"export function call(args) {\n  console.log(1);\n  return nothing;\n}"_s);
    view->findChild<QPushButton *>(u"trialRun"_s)->click();
    QTRY_COMPARE(script->marks().size(), 1);
    QCOMPARE(script->marks().first().line, 3);
    QCOMPARE(script->textCursor().blockNumber(), 2);
    typeAll(*script, u"export function call(args) { return 1; }"_s);
    QTRY_VERIFY(script->marks().isEmpty()); // that one has not failed
}

void ToolViewTest::runsNoCommandWithoutConsent()
{
    const auto view = viewOf(u"find-order"_s);
    Json json = view->document().json();
    json.insert_or_assign("answer", "command");
    json.insert_or_assign("command", jsonArray({Json("cat")}));
    view->document().edit(json);
    QVERIFY(view->document().marks().isEmpty());
    auto *result = view->findChild<QPlainTextEdit *>(u"trialResult"_s);
    auto *run = view->findChild<QPushButton *>(u"trialRun"_s);
    run->click();
    QVERIFY2(result->toPlainText().contains("has not your consent"_L1),
             qPrintable(result->toPlainText()));
    ToolCommand command = view->document().tool().command;
    command.folder = m_sample->folder();
    consent(m_settings, u"find_order"_s, command);
    run->click();
    QTRY_COMPARE(result->toPlainText(), uR"({"order":"A-1042"})"_s);
}

void ToolViewTest::takesConsentBack()
{
    m_settings.reset(Keys::allowedCommands);
    const auto view = viewOf(u"find-order"_s);
    Json json = view->document().json();
    json.insert_or_assign("answer", "command");
    json.insert_or_assign("command", jsonArray({Json("cat")}));
    view->document().edit(json);
    view->showPage(ToolView::Page::Answer);
    auto *back = view->findChild<QPushButton *>(u"withdrawConsent"_s);
    QVERIFY(!back->isVisible());
    const ToolCommand command {.words = {u"cat"_s}, .folder = m_sample->folder()};
    consent(m_settings, u"find_order"_s, command);
    consent(m_settings, u"other"_s, command);
    view->hide();
    view->show();
    QVERIFY(back->isVisible());
    back->click();
    QVERIFY(!back->isVisible());
    QVERIFY(!isConsented(m_settings, u"find_order"_s, command));

    ConsentsDialog dialog(m_settings);
    dialog.show();
    auto *list = dialog.findChild<QTreeWidget *>(u"consentsList"_s);
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), u"other"_s);
    QCOMPARE(list->topLevelItem(0)->text(1), u"cat"_s);
    auto *remove = named<QPushButton>(dialog, u"Remove the chosen commands"_s);
    QVERIFY(!remove->isEnabled());
    list->setCurrentItem(list->topLevelItem(0));
    QVERIFY(remove->isEnabled());
    remove->click();
    QCOMPARE(list->topLevelItemCount(), 0);
    QVERIFY(!remove->isEnabled());
    QVERIFY(!isConsented(m_settings, u"other"_s, command));
    QVERIFY(consents(m_settings).isEmpty());
}

void ToolViewTest::tellsAnOldVerdict()
{
    const auto view = viewOf(u"find-order"_s);
    view->findChild<QPushButton *>(u"trialRun"_s)->click();
    const QLabel *verdict = named<QLabel>(*view, u"What came of the trial"_s);
    QTRY_VERIFY(verdict->text().startsWith("Answered in"_L1));
    const QString answered = verdict->text();
    const QString old = u"Changed since it was tried"_s;
    view->document().set("description", Json("Another."));
    QCOMPARE(verdict->text(), old);
    view->undo();
    QTRY_COMPARE(verdict->text(), answered); // as it was tried
    typeAll(*view->findChild<CodeEditor *>(u"toolScript"_s), u"export function call() {}"_s);
    QTRY_COMPARE(verdict->text(), old);
    view->findChild<QPushButton *>(u"trialRun"_s)->click();
    QTRY_VERIFY(verdict->text().startsWith("Answered in"_L1));
    view->findChild<CodeEditor *>(u"trialArguments"_s)->setPlainText(u"{}"_s);
    QCOMPARE(verdict->text(), old);
}

void ToolViewTest::losesItsCrossWhenMended()
{
    const auto write = [this](const QString &file, const QByteArray &text) {
        QFile out(m_sample->folder() + u'/' + file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    };
    const QByteArray whole = fileText(u"tools/find-order.tool.json"_s);
    const QString schemaName = u"schemas/"_s + m_sample->load().schemas.firstKey();
    const QString schemaSlug = schemaName.section(u'/', 1);
    const QByteArray schema = fileText(schemaName + u".schema.json"_s);
    write(u"tools/find-order.tool.json"_s, "{ broken");
    write(schemaName + u".schema.json"_s, "{ broken");
    ProjectView view(*m_workspace);
    QVERIFY(m_workspace->reload());
    auto *tree = view.findChild<QTreeView *>(u"projectTree"_s);
    const auto isBroken = [tree](const QString &slug) {
        const QAbstractItemModel &model = *tree->model();
        const QModelIndexList found = model.match(model.index(0, 0), ProjectModel::SlugRole, slug,
                                                  1, Qt::MatchExactly | Qt::MatchRecursive);
        return !found.isEmpty() && found.first().data(ProjectModel::BrokenRole).toBool();
    };
    QVERIFY(isBroken(u"find-order"_s));
    QVERIFY(isBroken(schemaSlug));

    // In the editor.
    ToolDocument *tool = m_workspace->tool(u"find-order"_s);
    tool->text().setPlainText(QString::fromUtf8(whole));
    tool->text().setModified(true);
    tool->readNow();
    QVERIFY(!isBroken(u"find-order"_s)); // runs use it as it is edited
    m_workspace->close(*tool);
    QVERIFY(isBroken(u"find-order"_s)); // the edits were given up
    tool = m_workspace->tool(u"find-order"_s);
    tool->text().setPlainText(QString::fromUtf8(whole));
    tool->text().setModified(true);
    QVERIFY(tool->save());
    QVERIFY(!isBroken(u"find-order"_s));
    m_workspace->close(*tool);
    QVERIFY(!isBroken(u"find-order"_s));
    for (const Problem &problem : m_workspace->problems())
        QVERIFY2(!problem.file.startsWith("tools/"_L1), qPrintable(toText(problem)));

    // On the disk: seen when it is opened, or the window is come back to.
    write(schemaName + u".schema.json"_s, schema);
    QVERIFY(m_workspace->schema(schemaSlug));
    QVERIFY(!isBroken(schemaSlug));
    write(u"tools/find-order.tool.json"_s, "{ broken");
    QVERIFY(m_workspace->reload());
    QVERIFY(isBroken(u"find-order"_s));
    m_workspace->reloadMended();
    QVERIFY(isBroken(u"find-order"_s));
    write(u"tools/find-order.tool.json"_s, whole);
    m_workspace->reloadMended();
    QVERIFY(!isBroken(u"find-order"_s));
}

void ToolViewTest::keepsDrafts()
{
    ToolDocument *document = m_workspace->tool(u"promise-refund"_s);
    document->set("description", Json("Pays back."));
    document->script().setPlainText(u"export function call() {}"_s);
    document->script().setModified(true);
    CannedAnswers answers = document->canned();
    answers.otherwise = Json("Never.");
    document->setCanned(answers, u"x"_s);
    const Json draft = document->draft();
    ToolDocument other(m_sample->load(), u"promise-refund"_s);
    QVERIFY(other.draft().empty());
    other.restore(draft);
    QCOMPARE(other.tool(), document->tool());
    QVERIFY(other.isModified());
    other.reset(m_sample->load(), u"promise-refund"_s);
    QVERIFY(!other.isModified());
}

void ToolViewTest::renamesAndComesBack()
{
    PromptDocument *prompt = m_workspace->document(u"order-status"_s);
    QVERIFY(prompt->toolOffer().tools.contains(u"find-order"_s));
    prompt->setTargets({}); // an edit that is not saved stays
    const auto renamed = m_workspace->renameTool(u"find-order"_s, u"Seek Order"_s);
    QVERIFY(renamed);
    QCOMPARE(*renamed, u"seek-order"_s);
    QVERIFY(prompt->toolOffer().tools.contains(u"seek-order"_s));
    QVERIFY(prompt->isModified());
    QVERIFY(prompt->save());
    QVERIFY(findPrompt(m_sample->load(), u"order-status")->prompt.tools.contains(u"seek-order"_s));

    ToolDocument *tool = m_workspace->tool(*renamed);
    tool->set("description", Json("Edited."));
    const auto removed = m_workspace->removeTool(*renamed);
    QVERIFY(removed);
    QVERIFY(!m_workspace->tool(*renamed));
    QCOMPARE(m_workspace->modifiedNames(), QStringList());
    QVERIFY(m_workspace->restoreTool(*removed));
    QCOMPARE(findTool(m_workspace->project(), *renamed)->tool.script, removed->tool.script);
    QVERIFY(m_workspace->duplicateTool(*renamed));
    QCOMPARE(m_workspace->addTool(u"Ask me"_s).value_or(QString()), u"ask-me"_s);
}

void ToolViewTest::offersToolsToAPrompt()
{
    PromptDocument *document = m_workspace->document(u"summarize"_s);
    PromptToolsView view(*document, *m_workspace);
    view.resize(700, 500);
    view.show();
    auto *list = view.findChild<QTreeWidget *>(u"promptToolsList"_s);
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->checkState(0), Qt::Unchecked);
    list->topLevelItem(0)->setCheckState(0, Qt::Checked);
    QTRY_COMPARE(document->toolOffer().tools, QStringList {u"find-order"_s});
    auto *steps = view.findChild<QSpinBox *>();
    QCOMPARE(steps->value(), 8);
    steps->setValue(3);
    auto *choice = named<QComboBox>(view, u"Whether the model has to call a tool"_s);
    choice->setCurrentIndex(choice->findData(u"required"_s));
    Q_EMIT choice->activated(choice->currentIndex());
    QVERIFY(document->save());
    const Prompt saved = findPrompt(m_sample->load(), u"summarize")->prompt;
    QCOMPARE(saved.tools, QStringList {u"find-order"_s});
    QCOMPARE(saved.toolChoice, u"required"_s);
    QCOMPARE(saved.toolSteps, 3);
    document->undoStack().undo();
    QCOMPARE(document->toolOffer().choice, u"auto"_s);

    QSignalSpy edited(&view, &PromptToolsView::editToolRequested);
    list->setCurrentItem(list->topLevelItem(1));
    view.findChild<QPushButton *>(u"editTool"_s)->click();
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().first().toString(), u"promise-refund"_s);
}

/// What can be used has a name for who does not see it.
void ToolViewTest::namesEveryControl()
{
    const auto view = viewOf(u"find-order"_s);
    for (const QWidget *widget : view->findChildren<QWidget *>()) {
        const bool field = qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTreeView *>(widget);
        const bool inner = qobject_cast<const QComboBox *>(widget->parentWidget())
            || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
        if (field && !inner && widget->focusPolicy() != Qt::NoFocus)
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

/// Pictures go to the folder ANTIPHON_SHOTS, where it is set.
static void keepToolShot(QWidget &view, const QString &what)
{
    QTest::qWait(50);
    const QPixmap picture = view.grab();
    QCOMPARE(picture.size(), view.size());
    const QString folder = qEnvironmentVariable("ANTIPHON_SHOTS");
    if (!folder.isEmpty())
        QVERIFY(picture.save(u"%1/tool-%2.png"_s.arg(folder, what)));
}

void ToolViewTest::staysWithinItsPlace()
{
    const auto view = viewOf(u"find-order"_s);
    keepToolShot(*view, u"parameters"_s);
    view->showPage(ToolView::Page::Answer);
    view->findChild<QPushButton *>(u"trialRun"_s)->click();
    QTRY_VERIFY(!view->findChild<QPlainTextEdit *>(u"trialResult"_s)->toPlainText().isEmpty());
    keepToolShot(*view, u"script"_s);
    view->document().set("name", Json("find order"));
    keepToolShot(*view, u"refused"_s);
    view->document().set("name", Json("find_order"));
    view->document().set("answer", Json("command"));
    view->document().set("command", jsonArray({Json("python3"), Json("tools/find order.py")}));
    keepToolShot(*view, u"command"_s);
    view->resize(620, 700);
    keepToolShot(*view, u"narrow"_s);
    QVERIFY(view->width() <= 640); // it fits beside the docks of a small window
    const auto canned = viewOf(u"promise-refund"_s);
    canned->showPage(ToolView::Page::Answer);
    keepToolShot(*canned, u"canned"_s);

    PromptToolsView offered(*m_workspace->document(u"order-status"_s), *m_workspace);
    offered.resize(620, 420);
    offered.show();
    keepToolShot(offered, u"prompt"_s);
}

QTEST_MAIN(ToolViewTest)
#include "tst_toolview.moc"
