// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dynamics/dynamicsview.h"

#include "dynamics/resolvedview.h"
#include "prompt/promptdocument.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/codeeditor.h"
#include "widgets/flatbutton.h"
#include "widgets/listbar.h"
#include "workspace.h"

#include <antiphon/core/jsontext.h>

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

using Group = DynamicsModel::Group;

enum DetailsPage { NothingPage, FieldPage, RulePage };

DynamicsView::DynamicsView(PromptDocument &document, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_model(new DynamicsModel(this))
    , m_tabs(new QTabWidget)
    , m_config(new CodeEditor(tr("dynamic.js"), u"JavaScript"_s))
    , m_parser(new CodeEditor(tr("parse.js"), u"JavaScript"_s))
    , m_resolved(new ResolvedView(document, workspace))
{
    setObjectName(u"dynamicsView"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the dynamic configuration"));
    m_tabs->addTab(makeRules(), tr("Rules"));
    m_tabs->addTab(
        makeScript(PromptScript::Config,
                   tr("Exports config(vars, context), which returns what is laid over the prompt: "
                      "call_params, computed_fields, messages, tools, metadata, target."),
                   m_config),
        u"dynamic.js"_s);
    m_tabs->addTab(makeScript(PromptScript::Parser,
                              tr("Exports parse(response), whose result is the value of the "
                                 "answer."),
                              m_parser),
                   u"parse.js"_s);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_tabs);
    splitter->addWidget(m_resolved);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(splitter);

    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(300ms);
    connect(&m_applyTimer, &QTimer::timeout, this, &DynamicsView::applyDetails);
    connect(m_resolved, &ResolvedView::matched, m_model, &DynamicsModel::setMatched);
    connect(&document, &PromptDocument::dynamicsChanged, this, &DynamicsView::showAll);
    connect(m_model, &DynamicsModel::moveRequested, this, &DynamicsView::moveRule,
            Qt::QueuedConnection);
    connect(m_model, &DynamicsModel::enabledRequested, this, [this](int row, bool enabled) {
        Dynamics dynamics = m_document.dynamics();
        dynamics.rules[row].enabled = enabled;
        m_document.setDynamics(dynamics, enabled ? tr("Switch Rule On") : tr("Switch Rule Off"));
    });
    showAll();
    showDetails();
}

DynamicsView::~DynamicsView()
{
    // The texts belong to the document, which may go first.
    for (CodeEditor *editor : {m_config, m_parser})
        editor->setDocument(nullptr);
    disconnect(m_tree->selectionModel(), nullptr, this, nullptr); // the model goes before the rest
}

QWidget *DynamicsView::makeRules()
{
    m_tree = new QTreeView;
    m_tree->setObjectName(u"dynamicsTree"_s);
    m_tree->setAccessibleName(tr("Computed fields and rules"));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(gap(*this));
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 30);

    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(m_tree, 1);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(list);
    splitter->addWidget(makeDetails());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DynamicsView::showDetails);
    return splitter;
}

QWidget *DynamicsView::makeBar()
{
    auto *bar = new ListBar(*m_tree);
    const int space = gap(*this, 0.5);
    bar->setContentsMargins(space, space, space, space);
    QToolButton *add = flatButton(u"list-add"_s, tr("Add a rule or a computed field"));
    add->setText(tr("Add"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(add);
    connect(menu->addAction(tr("&Rule")), &QAction::triggered, this, &DynamicsView::addRule);
    connect(menu->addAction(tr("Computed &Field")), &QAction::triggered, this,
            &DynamicsView::addField);
    connect(menu->addAction(tr("Answer of Another &Prompt")), &QAction::triggered, this,
            &DynamicsView::addQuestion);
    add->setMenu(menu);
    bar->addButton(*add);
    bar->addSpace();
    m_up = bar->add(u"go-up"_s, tr("Move Up"), QKeySequence(u"Alt+Up"_s));
    m_down = bar->add(u"go-down"_s, tr("Move Down"), QKeySequence(u"Alt+Down"_s));
    m_remove = bar->add(u"edit-delete"_s, tr("Delete"), QKeySequence::Delete);
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(m_remove, &QAction::triggered, this, &DynamicsView::remove);
    return bar;
}

static CodeEditor *shortEditor(const QString &name, const QString &language, int lines)
{
    auto *editor = new CodeEditor(name, language);
    editor->setFrameShape(QFrame::StyledPanel);
    editor->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    editor->setMinimumHeight(editor->fontMetrics().lineSpacing() * lines + 2 * gap(*editor));
    return editor;
}

QWidget *DynamicsView::makeDetails()
{
    m_details = new QStackedWidget;
    auto *nothing
        = new QLabel(tr("Rules set parameters, target, tools, schema or retry policy when "
                        "their condition is true. Computed fields are variables worked "
                        "out from others."));
    nothing->setWordWrap(true);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setForegroundRole(QPalette::PlaceholderText);
    nothing->setContentsMargins(gap(*this, 2), 0, gap(*this, 2), 0);
    m_details->addWidget(nothing);

    const auto labelled
        = [](QVBoxLayout &rows, const QString &text, QWidget *field, int stretch = 0) {
              auto *label = new QLabel(text);
              label->setBuddy(field);
              rows.addWidget(label);
              rows.addWidget(field, stretch);
          };
    m_fieldName = new QLineEdit;
    m_fieldName->setAccessibleName(tr("Name of the computed field"));
    m_expression = shortEditor(tr("Expression of the computed field"), u"JavaScript"_s, 3);
    auto *field = new QWidget;
    auto *fieldRows = new QVBoxLayout(field);
    labelled(*fieldRows, tr("Name, as the template uses it"), m_fieldName);
    m_fieldTitle = new QLabel;
    m_fieldTitle->setBuddy(m_expression);
    fieldRows->addWidget(m_fieldTitle);
    fieldRows->addWidget(m_expression, 1);
    m_details->addWidget(field);

    m_when = shortEditor(tr("Condition of the rule"), u"JavaScript"_s, 2);
    m_set = shortEditor(tr("What the rule sets"), u"JSON"_s, 3);
    m_note = new QLineEdit;
    m_note->setAccessibleName(tr("Note about the rule"));
    m_note->setPlaceholderText(tr("Why, for who reads it later"));
    m_addSetting = new QToolButton;
    m_addSetting->setText(tr("Add Setting"));
    m_addSetting->setIcon(icon(u"list-add"_s));
    m_addSetting->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_addSetting->setToolTip(tr("Add a parameter, target, schema or retry policy"));
    m_addSetting->setPopupMode(QToolButton::InstantPopup);
    m_addSetting->setAutoRaise(true);
    m_addSetting->setFocusPolicy(Qt::StrongFocus);
    m_addSetting->setMenu(new QMenu(m_addSetting));
    connect(m_addSetting->menu(), &QMenu::aboutToShow, this, &DynamicsView::fillSettingsMenu);
    auto *rule = new QWidget;
    auto *ruleRows = new QVBoxLayout(rule);
    labelled(*ruleRows, tr("When, over variables, target, attempt and tokens(text)"), m_when, 2);
    auto *setRow = new QHBoxLayout;
    auto *setLabel = new QLabel(tr("Set"));
    setLabel->setBuddy(m_set);
    setRow->addWidget(setLabel);
    setRow->addStretch(1);
    setRow->addWidget(m_addSetting);
    ruleRows->addLayout(setRow);
    ruleRows->addWidget(m_set, 3);
    labelled(*ruleRows, tr("Note"), m_note);
    m_details->addWidget(rule);

    m_fault = new QLabel;
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setContentsMargins(gap(*this), 0, gap(*this), gap(*this, 0.5));
    m_fault->hide();
    auto *pane = new QWidget;
    auto *rows = new QVBoxLayout(pane);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_details, 1);
    rows->addWidget(m_fault);

    const auto soon = [this] {
        if (!m_filling)
            m_applyTimer.start();
    };
    for (CodeEditor *editor : {m_expression, m_when, m_set})
        connect(editor, &QPlainTextEdit::textChanged, this, soon);
    connect(m_fieldName, &QLineEdit::textEdited, this, soon);
    connect(m_note, &QLineEdit::textEdited, this, soon);
    return pane;
}

QWidget *DynamicsView::makeScript(PromptScript which, const QString &about, CodeEditor *editor)
{
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    auto *label = new QLabel(about);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(gap(*this), gap(*this, 0.5), gap(*this), gap(*this, 0.5));
    label->setBuddy(editor);
    rows->addWidget(label);
    editor->showText(m_document.script(which));
    editor->setPlaceholderText(which == PromptScript::Config
                                   ? u"export function config(vars, context) {\n"
                                     "  return { call_params: { temperature: 0 } };\n}"_s
                                   : u"export function parse(response) {\n"
                                     "  return response.content.trim();\n}"_s);
    rows->addWidget(editor, 1);
    return page;
}

void DynamicsView::goTo(PromptScript which, int line, int column)
{
    m_tabs->setCurrentIndex(which == PromptScript::Config ? 1 : 2);
    (which == PromptScript::Config ? m_config : m_parser)->goTo(line, column);
}

std::optional<std::pair<Group, int>> DynamicsView::current() const
{
    const QModelIndex index = m_tree->currentIndex();
    const QVariant row = index.data(DynamicsModel::RowRole);
    if (!row.isValid())
        return {};
    return std::pair(index.data(DynamicsModel::GroupRole).value<Group>(), row.toInt());
}

void DynamicsView::select(Group group, int row)
{
    m_tree->setCurrentIndex(m_model->indexOf(group, row));
    showDetails();
}

void DynamicsView::showAll()
{
    const auto held = current();
    m_model->show(m_document.dynamics());
    m_tree->expandAll();
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
    if (held && !current()) { // the model was reset
        const int last = m_model->rowCount(m_model->index(int(held->first), 0)) - 1;
        m_tree->setCurrentIndex(m_model->indexOf(held->first, std::min(held->second, last)));
    }
    if (!m_applyTimer.isActive() || m_at != current())
        showDetails();
    showScriptFaults();
}

static void put(CodeEditor *editor, const QString &text)
{
    if (editor->toPlainText() != text)
        editor->setPlainText(text);
}

static QString pretty(const Json &value)
{
    return QString::fromUtf8(toPretty(value)).trimmed();
}

void DynamicsView::showDetails()
{
    if (m_applyTimer.isActive() && m_at != current())
        applyDetails(); // what was typed belongs to the row that was current
    const QScopedValueRollback filling(m_filling, true);
    m_at = current();
    const auto at = m_at;
    const Dynamics dynamics = m_document.dynamics();
    const bool rule = at && at->first == Group::Rules && at->second < dynamics.rules.size();
    const bool field = at && at->first == Group::Computed && at->second < dynamics.computed.size();
    m_details->setCurrentIndex(rule ? RulePage : field ? FieldPage : NothingPage);
    m_remove->setEnabled(rule || field);
    m_up->setEnabled((rule || field) && at->second > 0);
    const auto count = rule ? dynamics.rules.size() : dynamics.computed.size();
    m_down->setEnabled((rule || field) && at->second < count - 1);
    if (rule) {
        const DynamicRule &one = dynamics.rules[at->second];
        put(m_when, one.when.source());
        const auto shown = parseJson(m_set->toPlainText().toUtf8());
        if (!shown || *shown != one.set)
            m_set->setPlainText(pretty(one.set));
        if (m_note->text() != one.note)
            m_note->setText(one.note);
    } else if (field) {
        const ComputedField &one = dynamics.computed[at->second];
        if (m_fieldName->text() != one.name)
            m_fieldName->setText(one.name);
        m_fieldTitle->setText(one.question ? tr("Answer of a prompt, as JSON: prompt, inputs as "
                                                "expressions, target")
                                           : tr("Expression, over variables and other fields"));
        const Json all = toJson(dynamics);
        const Json *value = Antiphon::find(*Antiphon::find(all, "computed"), toUtf8(one.name));
        if (!one.question)
            put(m_expression, one.expression.source());
        else if (const auto shown = parseJson(m_expression->toPlainText().toUtf8());
                 value && (!shown || *shown != *value))
            m_expression->setPlainText(pretty(*value));
    }
    showFaults();
}

void DynamicsView::showFaults()
{
    const QString fault
        = m_tree->currentIndex().siblingAtColumn(0).data(DynamicsModel::FaultRole).toString();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
    m_fault->setPalette(colours);

    const auto at = current();
    QList<CodeMark> when;
    QList<CodeMark> expression;
    for (const ScriptError &error : faults(m_document.dynamics())) {
        const QStringList path = error.file.split(u'.');
        const bool here = at
            && ((at->first == Group::Rules && path.value(1) == "rules"_L1
                 && path.value(2).toInt() == at->second)
                || (at->first == Group::Computed && path.value(1) == "computed"_L1
                    && path.value(2) == m_fieldName->text()));
        if (here)
            (at->first == Group::Rules ? when : expression)
                .append({error.line, error.column, true, error.message});
    }
    m_when->setMarks(when);
    m_expression->setMarks(expression);
    m_set->setMarks({});
}

void DynamicsView::showScriptFaults()
{
    const Dynamics dynamics = m_document.dynamics();
    for (const auto &[editor, script, tab] :
         {std::tuple(m_config, &dynamics.config, 1), std::tuple(m_parser, &dynamics.parser, 2)}) {
        QList<CodeMark> marks;
        if (const auto error = script->isEmpty() ? std::nullopt : script->check())
            marks.append({error->line, error->column, true, error->message});
        editor->setMarks(marks);
        m_tabs->setTabIcon(
            tab, marks.isEmpty() ? QIcon() : glyphIcon(Glyph::Cross, ColorRole::Negative));
        m_tabs->setTabToolTip(tab, marks.isEmpty() ? QString() : marks.first().message);
    }
}

} // namespace Antiphon::Ui
