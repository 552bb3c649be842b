// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTreeWidget>

namespace Antiphon::Ui {

/// Facts to read: rows of plain text, copied as tab-separated lines.
class FactsTable : public QTreeWidget {
    Q_OBJECT

public:
    /// \p name is what assistive tools call it; columns of \p numbers are aligned to their end.
    FactsTable(const QString &name, const QStringList &headers, const QList<int> &numbers = {},
               QWidget *parent = nullptr);

    void setRows(const QList<QStringList> &rows);

    /// Shows only rows that contain \p text, whatever its case.
    void setFilter(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void hideRows();

    QList<int> m_numbers;
    QList<QStringList> m_rows;
    QString m_filter;
};

} // namespace Antiphon::Ui
