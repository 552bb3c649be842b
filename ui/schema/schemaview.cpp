// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schemaview.h"

#include "schema/ruleseditor.h"
#include "schema/schemaexample.h"
#include "schema/schemafields.h"
#include "schema/schemafit.h"
#include "widgets/factstable.h"
#include "widgets/inlinebar.h"
#include "workspace.h"

#include <antiphon/core/jsontext.h>

#include <QApplication>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

SchemaView::SchemaView(SchemaDocument &document, Workspace &workspace, QWidget *parent)
    : DocumentView(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_fields(new SchemaFields)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"schemaView"_s);
    m_splitter->addWidget(m_fields);
    m_splitter->addWidget(makeText());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 4);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(m_splitter);
    setFocusProxy(m_fields);

    connect(&document, &SchemaDocument::changed, this, &SchemaView::showAll);
    connect(m_fields, &SchemaFields::editing, &document, &SchemaDocument::readNow);
    connect(m_fields, &SchemaFields::edited, &document, &SchemaDocument::edit);
    connect(m_fields, &SchemaFields::fieldSelected, this, &SchemaView::revealCurrent);
    connect(m_fields, &SchemaFields::nameTaken, this, [this](const QString &name) {
        m_bar->showMessage(InlineBar::Kind::Warning,
                           tr("There is already a field “%1”.").arg(name));
        m_bar->show();
    });
    connect(&workspace, &Workspace::reloaded, this, &SchemaView::showFits);
    connect(&workspace.targets(), &TargetEdits::changed, this, &SchemaView::showFits);
    showAll();
    m_fields->select({});
}

SchemaView::~SchemaView()
{
    m_text->setDocument(nullptr); // it belongs to the document, which may go first
}

QWidget *SchemaView::makeText()
{
    m_text = new CodeEditor(tr("JSON Schema"), u"JSON"_s);
    m_text->setObjectName(u"schemaText"_s);
    m_text->showText(m_document.text());
    m_bar = new InlineBar;
    m_bar->hide();
    m_example = new SchemaExample(m_document);
    m_fits = new FactsTable(tr("What each target is told of the schema"),
                            {tr("Target"), tr("Is asked by"), tr("Checked here only")});
    m_rules = new RulesEditor(m_document);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Example, targets and rules"));
    m_tabs->addTab(m_example, tr("Example"));
    m_tabs->addTab(m_fits, tr("Targets"));
    m_tabs->addTab(m_rules, tr("Rules"));

    auto *text = new QWidget;
    auto *rows = new QVBoxLayout(text);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_text, 1);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(text);
    splitter->addWidget(m_tabs);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    // The field at the cursor is the one whose details are shown.
    connect(m_text, &CodeEditor::cursorMoved, this, [this] {
        if (!m_text->hasFocus() || !m_document.canBeRead())
            return;
        const auto spans = jsonSpans(m_text->toPlainText());
        const QScopedValueRollback from(m_fromText, true);
        if (spans)
            m_fields->selectAt(locationAt(*spans, m_text->textCursor().position()));
    });
    return splitter;
}

void SchemaView::showAll()
{
    m_text->setMarks(m_document.marks());
    const QList<CodeMark> &marks = m_document.marks();
    m_bar->setVisible(!marks.isEmpty());
    if (!marks.isEmpty()) {
        const CodeMark &first = marks.first();
        m_bar->showMessage(
            InlineBar::Kind::Error,
            tr("Line %1, column %2: %3").arg(first.line).arg(first.column).arg(first.message),
            m_document.canBeRead() ? QString() : tr("The fields show the schema as it last was."));
    }
    m_fields->setReadable(m_document.canBeRead());
    m_fields->setSchema(m_document.schema());
    showFits();
}

/// Shows in the text what the selected field is made of.
void SchemaView::revealCurrent()
{
    if (m_fromText || m_text->hasFocus())
        return;
    const auto spans = jsonSpans(m_text->toPlainText());
    const JsonSpan *span = spans ? Antiphon::find(*spans, m_fields->selected()) : nullptr;
    if (!span)
        return;
    const qsizetype begin = span->keyBegin >= 0 ? span->keyBegin : span->begin;
    m_text->reveal(begin, m_fields->selected().isEmpty() ? 0 : span->end - begin);
}

void SchemaView::showFits()
{
    QList<QStringList> rows;
    for (const TargetEntry &entry : m_workspace.project().targets) {
        rows.append(fitRow(schemaFit(m_document.schema(), m_document.slug(), {}, entry.target)));
    }
    m_fits->setRows(rows);
}

void SchemaView::goTo(int line, int column)
{
    m_text->goTo(line, column);
}

void SchemaView::undo()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_rules->isAncestorOf(focus))
        m_document.undoStack().undo();
    else
        m_text->undo();
}

void SchemaView::redo()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_rules->isAncestorOf(focus))
        m_document.undoStack().redo();
    else
        m_text->redo();
}

void SchemaView::resizeEvent(QResizeEvent *event)
{
    DocumentView::resizeEvent(event);
    // Beside each other where both stay readable, else one under the other.
    const bool narrow = event->size().width() < fontMetrics().averageCharWidth() * 75;
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace Antiphon::Ui
