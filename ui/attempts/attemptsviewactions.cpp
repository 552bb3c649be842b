// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What AttemptsView lets one do with an attempt.

#include "attempts/attemptactions.h"
#include "attempts/attemptsview.h"
#include "widgets/inlinebar.h"

#include <antiphon/core/call/replay.h>

#include <QTreeView>

namespace Antiphon::Ui {

/// Ids of responses read again, out of the way of those of calls.
static constexpr quint64 readingIds = quint64(1) << 62;

void AttemptsView::connectActions()
{
    m_actions = new AttemptActions(this);
    const auto offered = m_place == Place::Trial ? m_actions->ofRecord() : m_actions->all();
    m_details->setActions(offered);
    m_tree->addActions(offered);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_actions, &AttemptActions::sendAgainRequested, this, [this](const Attempt &attempt) {
        m_bar->hide();
        if (const auto id = m_model.call(m_tree->currentIndex()))
            Q_EMIT sendAgainRequested(*id, attempt);
    });
    connect(m_actions, &AttemptActions::readAgainRequested, this, &AttemptsView::readAgain);
    connect(m_actions, &AttemptActions::scriptRequested, this, &AttemptsView::scriptRequested);
    connect(m_actions, &AttemptActions::exportRequested, this, &AttemptsView::exportRequested);
    connect(m_actions, &AttemptActions::policyRequested, this, &AttemptsView::policyRequested);
}

void AttemptsView::tellNotSent(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_bar->showMessage(InlineBar::Kind::Error, tr("Nothing was sent."), error.message);
    m_bar->show();
}

/// Reads the recorded response once more and shows what came of it as a call of its own.
void AttemptsView::readAgain(const Attempt &attempt)
{
    const Result<Replay> replay = replayed(attempt);
    if (!replay) {
        m_bar->showMessage(InlineBar::Kind::Error, replay.error().message);
        m_bar->show();
        return;
    }
    const Cell cell {.id = CallId {readingIds + quint64(m_model.rowCount())},
                     .target = attempt.target,
                     .name
                     = tr("Attempt %1 read again, %2").arg(attempt.number).arg(attempt.target),
                     .model = attempt.model,
                     .provider = attempt.provider,
                     .simulated = attempt.simulated};
    m_model.addReading(cell, attempt, replay->attempt);
    const bool same = replay->differences.isEmpty();
    m_bar->showMessage(same ? InlineBar::Kind::Positive : InlineBar::Kind::Warning,
                       same ? tr("The recorded response reads as it did then. Nothing was sent.")
                            : tr("The recorded response reads otherwise today: %1. Nothing was "
                                 "sent.")
                                  .arg(replay->differences.join(tr(", "))));
    m_bar->show();
    inspect(cell.id);
}

} // namespace Antiphon::Ui
