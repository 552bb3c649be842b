// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/factstable.h"

#include "theme/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace Antiphon::Ui {

FactsTable::FactsTable(const QString &name, const QStringList &headers, const QList<int> &numbers,
                       QWidget *parent)
    : QTreeWidget(parent)
    , m_numbers(numbers)
{
    setAccessibleName(name);
    setColumnCount(int(headers.size()));
    setHeaderLabels(headers);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    header()->setStretchLastSection(true);
    for (const int column : numbers)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

void FactsTable::setRows(const QList<QStringList> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    clear();
    QList<QTreeWidgetItem *> items;
    items.reserve(rows.size());
    for (const QStringList &row : rows) {
        auto *item = new QTreeWidgetItem(row);
        for (const int column : std::as_const(m_numbers))
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        for (int column = 0; column < row.size(); ++column)
            item->setToolTip(column, row[column].left(500));
        items.append(item);
    }
    addTopLevelItems(items);
    for (int column = 0; column + 1 < columnCount(); ++column)
        resizeColumnToContents(column);
    for (int column = 0; column + 1 < columnCount(); ++column)
        setColumnWidth(column, columnWidth(column) + gap(*this));
    hideRows();
}

void FactsTable::setFilter(const QString &text)
{
    m_filter = text;
    hideRows();
}

void FactsTable::hideRows()
{
    for (int row = 0; row < topLevelItemCount(); ++row)
        topLevelItem(row)->setHidden(m_rows[row].filter(m_filter, Qt::CaseInsensitive).isEmpty());
}

void FactsTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTreeWidget::keyPressEvent(event);
        return;
    }
    QStringList lines;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->isSelected())
            lines << m_rows[row].join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace Antiphon::Ui
