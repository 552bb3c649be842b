// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/toolview.h"

#include "schema/schemafields.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "tools/cannededitor.h"
#include "tools/commandform.h"
#include "tools/toolform.h"
#include "tools/tooltrial.h"
#include "widgets/emptystate.h"
#include "widgets/inlinebar.h"
#include "widgets/textedits.h"
#include "workspace.h"

#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

enum AnswerPage { CannedPage, ScriptPage, CommandPage, NativePage };

ToolView::ToolView(ToolDocument &document, Workspace &workspace, Settings &settings,
                   QWidget *parent)
    : DocumentView(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_form(new ToolForm(document))
    , m_area(new QScrollArea)
    , m_bar(new InlineBar)
    , m_tabs(new QTabWidget)
    , m_fields(new SchemaFields)
    , m_text(new CodeEditor(tr("Text of the tool"), u"JSON"_s))
    , m_trial(new ToolTrial(document, settings))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"toolView"_s);
    setAccessibleName(tr("Tool %1").arg(document.slug()));
    m_area->setWidget(m_form);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bar->hide();
    m_fields->setForAnswers(false);
    m_text->setObjectName(u"toolText"_s);
    m_text->showText(document.text());
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the tool"));
    m_tabs->addTab(m_fields, tr("Parameters"));
    m_tabs->addTab(makeAnswer(settings), tr("Answer"));
    m_tabs->addTab(m_text, tr("Text"));
    m_tabs->setTabToolTip(0, tr("What the tool is called with, as fields"));
    m_tabs->setTabToolTip(1, tr("What answers: results, a script, a command"));
    m_tabs->setTabToolTip(2, tr("The whole file"));

    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(m_tabs);
    right->addWidget(m_trial);
    right->setChildrenCollapsible(false);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 1);
    m_splitter->addWidget(m_area);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_area->setMinimumWidth(fontMetrics().averageCharWidth() * 34
                            + m_area->verticalScrollBar()->sizeHint().width());
    const int form = std::max(fontMetrics().averageCharWidth() * 46, m_area->minimumWidth());
    m_splitter->setSizes({form, form * 2});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_splitter, 1);
    setFocusProxy(m_form);

    connect(m_form, &ToolForm::answerChosen, this, &ToolView::chooseAnswer);
    connect(m_form, &ToolForm::promptRequested, this, &ToolView::promptRequested);
    connect(m_fields, &SchemaFields::editing, &document, &ToolDocument::readNow);
    connect(m_fields, &SchemaFields::edited, this,
            [this](const Json &schema) { m_document.set("parameters", schema); });
    connect(m_fields, &SchemaFields::nameTaken, this, [this](const QString &name) {
        m_bar->showMessage(InlineBar::Kind::Warning,
                           tr("There is already a field “%1”.").arg(name));
        m_bar->show();
    });
    connect(m_trial, &ToolTrial::scriptFailed, this, &ToolView::markFailure);
    connect(&document, &ToolDocument::changed, this, &ToolView::showDocument);
    connect(&workspace, &Workspace::reloaded, this, &ToolView::showUsers);
    connect(&workspace, &Workspace::modifiedChanged, this, &ToolView::showUsers);
    showDocument();
    showUsers();
    m_fields->select({});
}

ToolView::~ToolView()
{
    // The texts belong to the document, which may go first.
    for (CodeEditor *editor : {m_script, m_text})
        editor->setDocument(nullptr);
}

QWidget *ToolView::makeAnswer(Settings &settings)
{
    m_answer = new QStackedWidget;
    m_answer->addWidget(new CannedEditor(m_document));
    m_answer->addWidget(makeScript());
    auto *command = new QScrollArea;
    command->setWidget(new CommandForm(m_document, settings));
    command->setWidgetResizable(true);
    command->setFrameShape(QFrame::NoFrame);
    m_answer->addWidget(command);
    m_answer->addWidget(new EmptyState(u"network-server"_s,
                                       tr("The model's service runs this tool itself. Nothing "
                                          "answers here."),
                                       {}));
    return m_answer;
}

QWidget *ToolView::makeScript()
{
    m_script = new CodeEditor(tr("Script that answers"), u"JavaScript"_s);
    m_script->setObjectName(u"toolScript"_s);
    m_script->showText(m_document.script());
    m_script->setPlaceholderText(u"export function call(args, context) {\n"
                                 "  return \"…\";\n}"_s);
    m_scriptFault = new QLabel;
    m_scriptFault->setObjectName(u"toolScriptFault"_s);
    m_scriptFault->setWordWrap(true);
    m_scriptFault->setTextFormat(Qt::PlainText);
    m_scriptFault->setContentsMargins(gap(*this), gap(*this, 0.4), gap(*this), gap(*this, 0.4));
    auto *about = new QLabel(
        tr("Exports call(args, context). args are the checked arguments; context has the tool's "
           "name, the attempt and the prompt's values (vars)."));
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    about->setContentsMargins(gap(*this), gap(*this, 0.5), gap(*this), gap(*this, 0.5));
    about->setBuddy(m_script);
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(about);
    rows->addWidget(m_script, 1);
    rows->addWidget(m_scriptFault);
    return page;
}

/// Something to begin with, where the new source has nothing yet.
void ToolView::chooseAnswer(Tool::Answer answer)
{
    if (answer == Tool::Answer::Script && m_document.script().isEmpty()) {
        rewriteText(m_document.script(),
                    u"export function call(args, context) {\n"
                    "  return \"\";\n}\n"_s);
        m_document.readNow();
    }
    showPage(Page::Answer);
}

void ToolView::showPage(Page page)
{
    m_tabs->setCurrentIndex(int(page));
}

static AnswerPage pageOf(const Json &json)
{
    if (json.contains("native"))
        return NativePage;
    switch (toolAnswerNames().indexOf(textOf(json, "answer"))) {
    case int(Tool::Answer::Script):
        return ScriptPage;
    case int(Tool::Answer::Command):
        return CommandPage;
    default:
        return CannedPage;
    }
}

void ToolView::showDocument()
{
    const Json &json = m_document.json();
    const Json *parameters = Antiphon::find(json, "parameters");
    m_fields->setReadable(m_document.canBeRead());
    m_fields->setEnabled(!json.contains("native"));
    m_fields->setSchema(parameters && parameters->is_object()
                            ? *parameters
                            : jsonObject({{"type", Json("object")}, {"properties", jsonObject()}}));
    m_answer->setCurrentIndex(pageOf(json));
    showNameHint();
    showProblems();
}

void ToolView::showProblems()
{
    m_text->setMarks(m_document.marks());
    if (m_failed != m_document.script().toPlainText())
        m_failure.clear();
    const QList<CodeMark> marks = m_document.scriptMarks() + m_failure;
    m_script->setMarks(marks);
    m_scriptFault->setVisible(!marks.isEmpty());
    if (!marks.isEmpty()) {
        const CodeMark &first = marks.first();
        m_scriptFault->setText(
            tr("Line %1, column %2: %3").arg(first.line).arg(first.column).arg(first.message));
        QPalette colours = palette();
        colours.setColor(
            QPalette::WindowText,
            color(first.isError ? ColorRole::Negative : ColorRole::Neutral, palette()));
        m_scriptFault->setPalette(colours);
    }
    const auto sign = [](bool faulty) {
        return faulty ? glyphIcon(Glyph::Cross, ColorRole::Negative) : QIcon();
    };
    const bool script = m_answer->currentIndex() == ScriptPage;
    m_tabs->setTabIcon(int(Page::Answer),
                       sign(script && std::ranges::any_of(marks, &CodeMark::isError)));
    m_tabs->setTabIcon(int(Page::Text), sign(!m_document.marks().isEmpty()));

    m_bar->setVisible(!m_document.marks().isEmpty());
    if (m_document.marks().isEmpty())
        return;
    const CodeMark &first = m_document.marks().first();
    m_bar->showMessage(InlineBar::Kind::Error, first.message,
                       m_document.canBeRead()
                           ? tr("It is not saved like this. Runs use the tool as it was before.")
                           : tr("The fields show the tool as it was before."));
    connect(m_bar->addButton(tr("Show in Text")), &QPushButton::clicked, this,
            [this, first] { goTo(u".json"_s, first.line, first.column); });
}

/// A script that can be read may still fail when it runs.
void ToolView::markFailure(int line, int column, const QString &message)
{
    m_failed = m_document.script().toPlainText();
    m_failure = {{line, std::max(column, 1), true, message}};
    showProblems();
    goTo(u".js"_s, line, column);
}

void ToolView::showUsers()
{
    // As they are edited.
    Project project;
    QHash<QString, QString> titles;
    for (const PromptEntry &entry : m_workspace.project().prompts) {
        project.prompts.append({.prompt = entry.prompt});
        for (const PromptDocument *open : m_workspace.documents()) {
            if (open->slug() == entry.prompt.slug)
                project.prompts.last().prompt = open->prompt();
        }
        titles.insert(entry.prompt.slug,
                      entry.prompt.title.isEmpty() ? entry.prompt.slug : entry.prompt.title);
    }
    QList<std::pair<QString, QString>> users;
    for (const QString &slug : usersOfTool(project, m_document.slug()))
        users.append({slug, titles.value(slug)});
    m_form->setUsers(users);
    showNameHint();
}

/// Names are told apart by models alone, which know nothing of files.
void ToolView::showNameHint()
{
    const QString name = m_document.tool().definition.name;
    const bool taken = std::ranges::any_of(m_workspace.project().tools, [&](const ToolEntry &tool) {
        return tool.tool.slug != m_document.slug() && tool.tool.definition.name == name;
    });
    m_form->setNameHint(taken ? tr("Another tool is called so too. A prompt that has both cannot "
                                   "tell their calls apart.")
                              : QString());
}

void ToolView::goTo(const QString &file, int line, int column)
{
    if (file.endsWith(".js"_L1) && m_answer->currentIndex() == ScriptPage) {
        showPage(Page::Answer);
        m_script->goTo(std::max(line, 1), column);
    } else if (file.endsWith(".canned.json"_L1)) {
        showPage(Page::Answer);
    } else if (line > 0) {
        showPage(Page::Text);
        m_text->goTo(line, column);
    }
}

void ToolView::undo()
{
    m_text->undo();
}

void ToolView::redo()
{
    m_text->redo();
}

void ToolView::showEvent(QShowEvent *event)
{
    DocumentView::showEvent(event);
    showUsers();
}

void ToolView::resizeEvent(QResizeEvent *event)
{
    DocumentView::resizeEvent(event);
    // One above the other where there is no room beside each other.
    const bool narrow = event->size().width() < fontMetrics().averageCharWidth() * 95;
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace Antiphon::Ui
