// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QLabel;
class QStatusBar;
class QToolButton;

namespace Antiphon::Ui {

class ResponsesModel;
class SpendingButton;
struct SpendingLook;

/// The permanent part of the status bar: saved or not, simulated or live, the run's numbers.
class RunStatus : public QObject {
    Q_OBJECT

public:
    RunStatus(QStatusBar &bar, const ResponsesModel &responses);

    void showSaved(bool open, int modified);
    void showMode(int simulated, int live);
    void showCursor(int line, int column);

    /// What the project has spent; hidden while none is \p open.
    void showSpending(bool open, const SpendingLook &look);

    /// Adds up the run as it stands.
    void showRun();

Q_SIGNALS:
    void saveRequested();
    void targetsRequested();
    void attemptsRequested();
    void budgetRequested();

private:
    QToolButton *addButton(QStatusBar &bar, const QString &about);

    const ResponsesModel &m_responses;
    QToolButton *m_saved;
    QToolButton *m_mode;
    QToolButton *m_running;
    QToolButton *m_tokens;
    QToolButton *m_cost;
    SpendingButton *m_spending;
    QLabel *m_cursor;
};

} // namespace Antiphon::Ui
