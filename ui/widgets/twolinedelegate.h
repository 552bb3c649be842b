// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Antiphon::Ui {

/// Paints an item in two lines: its text with a short remark at the end, and a fainter detail.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// \p remarkRole and \p detailRole hold texts.
    TwoLineDelegate(int remarkRole, int detailRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    int m_remarkRole;
    int m_detailRole;
};

} // namespace Antiphon::Ui
