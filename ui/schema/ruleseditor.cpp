// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/ruleseditor.h"

#include "schema/schemadocument.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/listbar.h"

#include <antiphon/core/script/script.h>

#include <QAction>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

enum Column { Condition, Message, Path, ColumnCount };

RulesEditor::RulesEditor(SchemaDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_about(new QLabel(tr("A value is wrong where a condition is true. Conditions are "
                            "JavaScript over its fields by name; “output” is the whole value.")))
{
    setObjectName(u"rulesEditor"_s);
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_table->setAccessibleName(tr("Rules beyond the schema"));
    m_table->setHorizontalHeaderLabels({tr("Wrong When"), tr("Message"), tr("Field")});
    m_table->verticalHeader()->hide();
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(Condition, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Message, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);

    auto *bar = new ListBar(*m_table);
    const auto *add = bar->addInWords(u"list-add"_s, tr("Add Rule"));
    bar->addSpace();
    m_remove = bar->add(u"edit-delete"_s, tr("Delete Rule"), QKeySequence::Delete);
    auto *rows = new QVBoxLayout(this);
    const int space = gap(*this, 0.6);
    rows->setContentsMargins(space, space, space, space);
    rows->addWidget(m_about);
    rows->addWidget(bar);
    rows->addWidget(m_table, 1);

    connect(add, &QAction::triggered, this, &RulesEditor::add);
    connect(m_remove, &QAction::triggered, this, &RulesEditor::remove);
    connect(m_table, &QTableWidget::cellChanged, this, &RulesEditor::take);
    connect(&document, &SchemaDocument::rulesChanged, this, &RulesEditor::showAll);
    showAll();
}

void RulesEditor::showAll()
{
    const QScopedValueRollback showing(m_showing, true);
    const QList<AnswerRule> &rules = m_document.rules();
    m_table->setRowCount(int(rules.size()));
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (int row = 0; row < rules.size(); ++row) {
        const AnswerRule &rule = rules[row];
        const QString texts[] = {rule.condition, rule.message, rule.path};
        for (int column = 0; column < ColumnCount; ++column) {
            QTableWidgetItem *item = m_table->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                m_table->setItem(row, column, item);
            }
            item->setText(texts[column]);
            item->setToolTip(texts[column]);
            if (column != Message)
                item->setFont(fixed);
        }
        const auto fault = Script(rule.condition, tr("the rule")).check();
        m_table->item(row, Condition)
            ->setIcon(fault ? glyphIcon(Glyph::Cross, ColorRole::Negative) : QIcon());
        if (fault)
            m_table->item(row, Condition)->setToolTip(fault->text());
    }
    m_remove->setEnabled(!rules.isEmpty());
}

void RulesEditor::take(int row, int column)
{
    QList<AnswerRule> rules = m_document.rules();
    if (m_showing || row >= rules.size())
        return;
    const QString text = m_table->item(row, column)->text().trimmed();
    AnswerRule &rule = rules[row];
    if (column == Condition && !text.isEmpty())
        rule.condition = text;
    else if (column == Message)
        rule.message = text;
    else if (column == Path) // a plain name is meant as one
        rule.path = text.isEmpty() || text.startsWith(u'/') ? text : u'/' + text;
    m_document.setRules(rules, tr("Change Rule"));
    showAll();
}

void RulesEditor::add()
{
    QList<AnswerRule> rules = m_document.rules();
    QString field;
    if (const Json *properties = Antiphon::find(m_document.schema(), "properties");
        properties && properties->is_object() && !properties->empty())
        field = fromUtf8(properties->object_range().begin()->key());
    rules.append({.condition = field.isEmpty() ? u"output === null"_s : u"!%1"_s.arg(field),
                  .message = field.isEmpty() ? tr("there has to be a value")
                                             : tr("%1 must not be empty").arg(field),
                  .path = field.isEmpty() ? QString() : u'/' + field});
    m_document.setRules(rules, tr("Add Rule"));
    m_table->setCurrentCell(int(rules.size()) - 1, Condition);
    m_table->editItem(m_table->currentItem());
}

void RulesEditor::remove()
{
    const int row = m_table->currentRow();
    QList<AnswerRule> rules = m_document.rules();
    if (row < 0 || row >= rules.size())
        return;
    rules.removeAt(row);
    m_document.setRules(rules, tr("Delete Rule"));
}

} // namespace Antiphon::Ui
