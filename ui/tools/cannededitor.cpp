// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/cannededitor.h"

#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "tools/tooldocument.h"
#include "tools/toolwords.h"
#include "widgets/listbar.h"

#include <antiphon/core/extract/schemaexample.h>

#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

enum CannedColumn { ArgumentsColumn, ResultColumn, CannedColumns };

CannedEditor::CannedEditor(ToolDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_table(new QTableWidget(0, CannedColumns))
    , m_default(new QLineEdit)
    , m_fault(new QLabel)
{
    setObjectName(u"cannedEditor"_s);
    m_table->setAccessibleName(tr("Results that are written down"));
    m_table->setHorizontalHeaderLabels({tr("For These Arguments"), tr("Result")});
    m_table->verticalHeader()->hide();
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_default->setAccessibleName(tr("Result for all other arguments"));
    m_default->setPlaceholderText(tr("none: the model is told that there is no answer"));
    m_default->setToolTip(tr("Text or JSON. Without it, other arguments get an error."));
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->hide();

    auto *bar = new ListBar(*m_table);
    QAction *add = bar->addInWords(u"list-add"_s, tr("Add Result"));
    add->setToolTip(tr("Add a result for certain arguments"));
    bar->addSpace();
    m_remove = bar->add(u"edit-delete"_s, tr("Delete Result"), QKeySequence::Delete);
    auto *others = new QHBoxLayout;
    auto *label = new QLabel(tr("For all &others"));
    label->setBuddy(m_default);
    others->addWidget(label);
    others->addWidget(m_default, 1);
    auto *rows = new QVBoxLayout(this);
    const int space = gap(*this, 0.6);
    rows->setContentsMargins(space, space, space, space);
    rows->addWidget(bar);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_fault);
    rows->addLayout(others);

    connect(add, &QAction::triggered, this, &CannedEditor::add);
    connect(m_remove, &QAction::triggered, this, &CannedEditor::remove);
    connect(m_table, &QTableWidget::cellChanged, this, &CannedEditor::take);
    connect(m_default, &QLineEdit::editingFinished, this, &CannedEditor::takeDefault);
    connect(&document, &ToolDocument::cannedChanged, this, &CannedEditor::showAll);
    showAll();
}

void CannedEditor::showAll()
{
    const QScopedValueRollback showing(m_showing, true);
    const CannedAnswers &answers = m_document.canned();
    m_table->setRowCount(int(answers.results.size()));
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (int row = 0; row < answers.results.size(); ++row) {
        const CannedAnswers::Entry &entry = answers.results[row];
        const QString texts[] = {jsonCell(entry.arguments), jsonCell(entry.result)};
        for (int column = 0; column < CannedColumns; ++column) {
            QTableWidgetItem *item = m_table->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                item->setFont(fixed);
                m_table->setItem(row, column, item);
            }
            item->setText(texts[column]);
            item->setToolTip(texts[column]);
            item->setIcon({});
        }
    }
    m_default->setText(answers.otherwise ? jsonCell(*answers.otherwise) : QString());
    m_remove->setEnabled(!answers.results.isEmpty());
    tellFault({});
}

void CannedEditor::tellFault(const QString &fault)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
    m_fault->setPalette(colours);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

void CannedEditor::take(int row, int column)
{
    CannedAnswers answers = m_document.canned();
    if (m_showing || row >= answers.results.size())
        return;
    QTableWidgetItem *item = m_table->item(row, column);
    const QString text = item->text().trimmed();
    if (column == ResultColumn) {
        answers.results[row].result = readJsonCell(text);
    } else if (const auto arguments = parseJson(text.toUtf8());
               arguments && arguments->is_object()) {
        answers.results[row].arguments = *arguments;
    } else {
        // What was typed stays to be mended; the result keeps its old arguments.
        const QScopedValueRollback showing(m_showing, true);
        item->setIcon(glyphIcon(Glyph::Cross, ColorRole::Negative));
        const QString why = arguments
            ? tr("it is no object in braces")
            : tr("column %1: %2").arg(arguments.error().column).arg(arguments.error().message);
        item->setToolTip(why);
        tellFault(tr("The arguments in row %L1 are not taken: %2. Write them like {\"city\": "
                     "\"Oslo\"}.")
                      .arg(row + 1)
                      .arg(why));
        return;
    }
    m_document.setCanned(answers, tr("Change Result"));
    showAll();
}

void CannedEditor::takeDefault()
{
    CannedAnswers answers = m_document.canned();
    const QString text = m_default->text().trimmed();
    const QString held = answers.otherwise ? jsonCell(*answers.otherwise) : QString();
    if (m_showing || text == held)
        return;
    answers.otherwise = text.isEmpty() ? std::nullopt : std::optional(readJsonCell(text));
    m_document.setCanned(answers, tr("Change Result"));
}

void CannedEditor::add()
{
    CannedAnswers answers = m_document.canned();
    Json arguments = exampleOf(m_document.tool().definition.parameters);
    if (!arguments.is_object())
        arguments = jsonObject();
    answers.results.append({.arguments = std::move(arguments), .result = Json("")});
    m_document.setCanned(answers, tr("Add Result"));
    m_table->setCurrentCell(int(answers.results.size()) - 1, ArgumentsColumn);
    m_table->editItem(m_table->currentItem());
}

void CannedEditor::remove()
{
    CannedAnswers answers = m_document.canned();
    const int row = m_table->currentRow();
    if (row < 0 || row >= answers.results.size())
        return;
    answers.results.removeAt(row);
    m_document.setCanned(answers, tr("Delete Result"));
}

void CannedEditor::undo()
{
    m_document.undoStack().undo();
}

void CannedEditor::redo()
{
    m_document.undoStack().redo();
}

} // namespace Antiphon::Ui
