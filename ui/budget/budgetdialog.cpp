// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budget/budgetdialog.h"

#include "budget/amountfield.h"
#include "theme/colors.h"
#include "theme/metrics.h"
#include "wording/numbers.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QLabel *sentence(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

BudgetDialog::BudgetDialog(const QString &project, const Budget &budget, const SpentMoney &spent,
                           const QStringList &unpriced, QWidget *parent)
    : QDialog(parent)
    , m_before(budget)
    , m_hint(sentence({}))
{
    setObjectName(u"budgetDialog"_s);
    setWindowTitle(tr("Budgets of %1").arg(project));
    auto *about = sentence(tr("Before every attempt the most it may cost is set aside. What would "
                              "go beyond is not begun; what runs is never stopped. Money of the "
                              "simulator counts for the run alone."));
    about->setForegroundRole(QPalette::PlaceholderText);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gap(*this, 2));
    const QStringList heads {{}, tr("Spent"), tr("Warn at"), tr("Stop at")};
    for (int i = 1; i < heads.size(); ++i)
        grid->addWidget(new QLabel(heads[i]), 0, i);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(3, 1);
    addRow(*grid, &Budget::run, tr("One run"),
           tr("All calls that one Run makes, and their repairs"), {}, 1);
    addRow(*grid, &Budget::day, tr("One day"), tr("All runs of a day, in the window and outside"),
           moneyText(spent.day), 5);
    addRow(*grid, &Budget::project, tr("Project"), tr("All runs of the project there have been"),
           moneyText(spent.project), 100);

    auto *buttons = new QDialogButtonBox;
    m_save = buttons->addButton(tr("Save Budgets"), QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(gap(*this, 1.2));
    column->addWidget(about);
    column->addLayout(grid);
    if (!unpriced.isEmpty())
        column->addWidget(sentence(
            tr("Cannot be enforced for %1: no price is known.").arg(unpriced.join(tr(", ")))));
    column->addWidget(m_hint);
    column->addStretch(1);
    column->addWidget(buttons);
    about->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    check();
}

void BudgetDialog::addRow(QGridLayout &grid, SpendingLimit Budget::*limit, const QString &title,
                          const QString &about, const QString &spent, double usual)
{
    auto *label = new QLabel(title);
    label->setToolTip(about);
    const Row row {limit, new AmountField(tr("%1: warn at").arg(title), usual / 2),
                   new AmountField(tr("%1: stop at").arg(title), usual)};
    row.warn->setAmount((m_before.*limit).warn);
    row.stop->setAmount((m_before.*limit).stop);
    const int at = grid.rowCount();
    grid.addWidget(label, at, 0);
    grid.addWidget(new QLabel(spent), at, 1);
    grid.addWidget(row.warn, at, 2);
    grid.addWidget(row.stop, at, 3);
    connect(row.warn, &AmountField::changed, this, &BudgetDialog::check);
    connect(row.stop, &AmountField::changed, this, &BudgetDialog::check);
    m_rows.append(row);
}

Budget BudgetDialog::budget() const
{
    Budget budget = m_before;
    for (const Row &row : m_rows)
        budget.*row.limit = {.warn = row.warn->amount(), .stop = row.stop->amount()};
    return budget;
}

void BudgetDialog::check()
{
    const Budget now = budget();
    m_save->setEnabled(now != m_before);
    bool late = false;
    for (const Row &row : m_rows) {
        const SpendingLimit &limit = now.*row.limit;
        late = late || (limit.warn && limit.stop && *limit.warn > *limit.stop);
    }
    m_hint->setText(late ? tr("An amount to warn at above the one to stop at is never reached.")
                         : QString());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Neutral, palette()));
    m_hint->setPalette(colours);
}

} // namespace Antiphon::Ui
