// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Budgets: what the project has spent, what it may, and what happens when that is used up.

#include "mainwindow.h"

#include "budget/budgetdialog.h"
#include "budget/budgetwords.h"
#include "prompt/promptview.h"
#include "widgets/inlinebar.h"
#include "window/documenttabs.h"
#include "window/runstatus.h"
#include "wording/numbers.h"

#include <antiphon/core/config/modelinfo.h>
#include <antiphon/net/clock.h>
#include <antiphon/store/builtin.h>

#include <QGuiApplication>
#include <QPushButton>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

void MainWindow::connectBudget()
{
    connect(&m_run.spending(), &Spending::changed, this, &MainWindow::showSpending);
    connect(&m_workspace, &Workspace::opened, this, [this] {
        m_run.spending().follow(m_workspace.project().id);
        showSpending();
    });
    connect(&m_workspace, &Workspace::reloaded, this, [this] {
        m_run.setBudget(m_workspace.project().budget);
        showSpending();
    });
    connect(&m_workspace, &Workspace::closed, this, &MainWindow::showSpending,
            Qt::QueuedConnection);
    // The command may have spent something meanwhile, or a day may have passed.
    connect(qApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) {
                if (state == Qt::ApplicationActive)
                    m_run.spending().refresh();
            });
    connect(m_status, &RunStatus::budgetRequested, m_actions[Act::Budgets], &QAction::trigger);
    connect(&m_run, &RunController::runStarted, this,
            [this] { m_spentBefore = m_run.spending().spent(); });
    connect(&m_run, &RunController::runFinished, this, &MainWindow::offerRaise);
    onDialog(Act::Budgets, [this] { editBudgets(); });
}

void MainWindow::showSpending()
{
    const bool open = m_workspace.isOpen();
    m_status->showSpending(open,
                           open ? lookOf(m_run.spending().spent(), m_workspace.project().budget)
                                : SpendingLook {});
}

/// Names of the current prompt's targets that a budget cannot limit.
QStringList MainWindow::unpricedTargets() const
{
    const PromptView *view = m_tabs->current();
    const QList<Provider> providers = builtinProviders();
    const QDate today = m_context.clock.wallNow().date();
    QStringList names;
    for (const QString &slug : view ? view->document().targets() : QStringList()) {
        const TargetEntry *entry = findTarget(m_workspace.project(), slug);
        const Provider *provider
            = entry ? findProvider(providers, entry->target.provider) : nullptr;
        if (!provider)
            continue;
        const ModelInfo model
            = modelInfo(m_workspace.prices(), *provider, entry->target.model, today);
        const Price price = priceFromJson(entry->target.price, model.price).value_or(model.price);
        if (!model.simulated && (!price.input || !price.output))
            names.append(displayName(entry->target));
    }
    return names;
}

void MainWindow::editBudgets()
{
    const Project &project = m_workspace.project();
    BudgetDialog dialog(project.name, project.budget, m_run.spending().spent(), unpricedTargets(),
                        this);
    if (dialog.exec() == QDialog::Accepted && saveBudget(dialog.budget()))
        statusBar()->showMessage(tr("Saved the budgets."), 5000);
}

bool MainWindow::saveBudget(const Budget &budget)
{
    const Result<> saved = m_workspace.saveBudget(budget);
    if (!saved)
        tell(tr("The budgets are not saved."), saved.error());
    return saved.has_value();
}

/// After a run that a budget stopped.
void MainWindow::offerRaise()
{
    const Budget budget = m_workspace.project().budget;
    const auto stop = budgetStop(m_run.records(), budget);
    if (!stop) {
        warnOfSpending();
        return;
    }
    const Money raised = raisedLimit(*stop, m_run.spent(), m_run.refused());
    m_bar->showMessage(InlineBar::Kind::Warning, budgetStopText(*stop),
                       tr("Nothing more is begun. What is here stays."));
    QPushButton *raise = m_bar->addButton(tr("Raise to %1").arg(moneyText(raised)));
    raise->setToolTip(tr("Saves the new budget and makes the calls that were stopped"));
    connect(raise, &QPushButton::clicked, this, [this, after = withLimit(budget, *stop, raised)] {
        m_bar->hide();
        if (saveBudget(after))
            m_run.resume();
    });
    QPushButton *stay = m_bar->addButton(tr("Stop Here"));
    stay->setToolTip(tr("Keeps the budget and leaves the run as it is"));
    connect(stay, &QPushButton::clicked, m_bar, &QWidget::hide);
    m_bar->show();
}

/// After a run that passed an amount to warn at.
void MainWindow::warnOfSpending()
{
    const SpentMoney now = m_run.spent();
    const QStringList warnings = spendingWarnings(m_spentBefore, now, m_workspace.project().budget);
    m_spentBefore = now; // each is told once
    if (warnings.isEmpty())
        return;
    m_bar->showMessage(InlineBar::Kind::Warning, warnings.join(u' '));
    QPushButton *edit = m_bar->addButton(tr("Budgets…"));
    edit->setToolTip(tr("Shows what is spent, and changes what may be"));
    connect(edit, &QPushButton::clicked, m_actions[Act::Budgets], &QAction::trigger);
    m_bar->show();
}

} // namespace Antiphon::Ui
