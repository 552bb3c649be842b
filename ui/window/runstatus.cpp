// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/runstatus.h"

#include "budget/spendingbutton.h"
#include "responses/responsesmodel.h"
#include "theme/icons.h"
#include "wording/figures.h"
#include "wording/numbers.h"

#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

RunStatus::RunStatus(QStatusBar &bar, const ResponsesModel &responses)
    : QObject(&bar)
    , m_responses(responses)
    , m_saved(addButton(bar, tr("Whether everything is saved")))
    , m_mode(addButton(bar, tr("Where a run goes")))
    , m_running(addButton(bar, tr("Calls that are running")))
    , m_tokens(addButton(bar, tr("Tokens of this run")))
    , m_cost(addButton(bar, tr("Cost of this run")))
    , m_spending(new SpendingButton)
    , m_cursor(new QLabel)
{
    m_spending->setObjectName(u"status.spending"_s);
    bar.addPermanentWidget(m_spending);
    connect(m_spending, &QToolButton::clicked, this, &RunStatus::budgetRequested);
    m_cursor->setToolTip(tr("Place of the cursor"));
    bar.addPermanentWidget(m_cursor);
    connect(m_saved, &QToolButton::clicked, this, &RunStatus::saveRequested);
    connect(m_mode, &QToolButton::clicked, this, &RunStatus::targetsRequested);
    for (QToolButton *button : {m_running, m_tokens, m_cost})
        connect(button, &QToolButton::clicked, this, &RunStatus::attemptsRequested);
    showSaved(false, 0);
    showMode(0, 0);
    showSpending(false, {});
    showRun();
}

QToolButton *RunStatus::addButton(QStatusBar &bar, const QString &about)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(about);
    button->setAccessibleDescription(about);
    bar.addPermanentWidget(button);
    return button;
}

static void show(QToolButton *button, const QString &text)
{
    button->setText(text.isEmpty() ? text : together(text));
    button->setAccessibleName(text.isEmpty() ? button->toolTip() : text);
    button->setVisible(!text.isEmpty());
}

void RunStatus::showSaved(bool open, int modified)
{
    m_saved->setIcon(modified > 0 ? glyphIcon(Glyph::Dot, ColorRole::Neutral)
                                  : glyphIcon(Glyph::Check, ColorRole::Positive));
    show(m_saved,
         !open              ? QString()
             : modified > 0 ? tr("%Ln not saved", nullptr, modified)
                            : tr("Saved"));
}

void RunStatus::showMode(int simulated, int live)
{
    m_mode->setIcon(live == 0 ? glyphIcon(Glyph::Flask, ColorRole::Simulated)
                              : glyphIcon(Glyph::Link, ColorRole::Running));
    show(m_mode,
         live > 0 && simulated > 0 ? tr("Simulated + %Ln live", nullptr, live)
             : live > 0            ? tr("%Ln live", nullptr, live)
             : simulated > 0       ? tr("Simulated")
                                   : QString());
}

void RunStatus::showSpending(bool open, const SpendingLook &look)
{
    m_spending->setLook(look);
    m_spending->setVisible(open);
}

void RunStatus::showCursor(int line, int column)
{
    m_cursor->setText(line > 0 ? tr("Line %1, column %2").arg(line).arg(column) : QString());
}

void RunStatus::showRun()
{
    int running = 0;
    qint64 in = 0;
    qint64 out = 0;
    bool about = false;
    Money cost;
    bool simulated = false;
    bool unknown = false;
    for (int row = 0; row < m_responses.rowCount(); ++row) {
        const Response &response = m_responses.response(row);
        const Figures figures = figuresOf(response, m_responses.now());
        running += response.record ? 0 : 1;
        in += inputTokens(figures.usage).value_or(0);
        out += outputTokens(figures.usage).value_or(0);
        about = about || figures.estimated;
        simulated = simulated || figures.simulated;
        if (figures.cost)
            cost = cost + *figures.cost;
        else
            unknown = unknown || figures.costKnown;
    }
    m_running->setIcon(glyphIcon(Glyph::Bars, ColorRole::Running));
    show(m_running, running > 0 ? tr("%Ln running", nullptr, running) : QString());
    const QString tokens
        = tr("%1 in, %2 out", "tokens").arg(isolated(countText(in)), isolated(countText(out)));
    show(m_tokens, in + out == 0 ? QString() : about ? tr("about %1").arg(tokens) : tokens);
    show(m_cost,
         in + out == 0 ? QString()
             : unknown ? tr("at least %1").arg(costText(cost, simulated))
                       : costText(cost, simulated));
}

} // namespace Antiphon::Ui
