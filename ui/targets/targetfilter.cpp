// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/targetfilter.h"

#include "targets/targetsmodel.h"

#include <utility>

namespace Antiphon::Ui {

static constexpr int worthFolding = 4;

TargetFilter::TargetFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void TargetFilter::setSourceModel(QAbstractItemModel *model)
{
    QSortFilterProxyModel::setSourceModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &TargetFilter::count);
    connect(model, &QAbstractItemModel::dataChanged, this, &TargetFilter::count);
    count();
}

void TargetFilter::setText(const QString &text)
{
    setFilterFixedString(text);
}

void TargetFilter::setFolded(bool folded)
{
    if (std::exchange(m_folded, folded) != folded)
        invalidateRowsFilter();
}

static bool isFoldable(const QModelIndex &index)
{
    return !index.data(TargetsModel::ReadyRole).toBool()
        && index.data(Qt::CheckStateRole).toInt() != Qt::Checked;
}

void TargetFilter::count()
{
    int foldable = 0;
    const int rows = sourceModel()->rowCount();
    for (int row = 0; row < rows; ++row)
        foldable += isFoldable(sourceModel()->index(row, 0));
    if (foldable < worthFolding || foldable == rows)
        foldable = 0;
    const bool changed = std::exchange(m_foldable, foldable) != foldable;
    invalidateRowsFilter(); // what is chosen counts too, which is not what is searched in
    if (changed)
        Q_EMIT foldableChanged();
}

bool TargetFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!QSortFilterProxyModel::filterAcceptsRow(row, parent))
        return false;
    const bool folding
        = m_folded && m_foldable > 0 && filterRegularExpression().pattern().isEmpty();
    return !folding || !isFoldable(sourceModel()->index(row, 0, parent));
}

} // namespace Antiphon::Ui
