// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/cost/budget.h>
#include <antiphon/net/purse.h>

#include <QDialog>

#include <utility>

class QGridLayout;
class QLabel;
class QPushButton;

namespace Antiphon::Ui {

class AmountField;

/// What a project may spend: for a run, a day and in all, each with an amount to warn and to stop
/// at.
class BudgetDialog : public QDialog {
    Q_OBJECT

public:
    /// \p unpriced: names of targets that no budget can limit, since nobody knows their prices.
    BudgetDialog(const QString &project, const Budget &budget, const SpentMoney &spent,
                 const QStringList &unpriced, QWidget *parent = nullptr);

    [[nodiscard]] Budget budget() const;

private:
    struct Row {
        SpendingLimit Budget::*limit = nullptr;
        AmountField *warn = nullptr;
        AmountField *stop = nullptr;
    };

    void addRow(QGridLayout &grid, SpendingLimit Budget::*limit, const QString &title,
                const QString &about, const QString &spent, double usual);
    void check();

    const Budget m_before;
    QList<Row> m_rows;
    QLabel *m_hint;
    QPushButton *m_save;
};

} // namespace Antiphon::Ui
