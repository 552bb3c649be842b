// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

namespace Antiphon::Ui {

/// The targets that a list shows: those that match a search, and without one only those that could
/// be run, as long as the others are folded away.
///
/// Targets that are chosen are always shown. A few that are not ready are not worth folding, and
/// where none is ready nothing is.
class TargetFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit TargetFilter(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *model) override;

    void setText(const QString &text);
    void setFolded(bool folded);

    /// How many are folded away, or would be; 0 where nothing is to be folded.
    [[nodiscard]] int foldable() const { return m_foldable; }

Q_SIGNALS:
    void foldableChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void count();

    bool m_folded = true;
    int m_foldable = 0;
};

} // namespace Antiphon::Ui
