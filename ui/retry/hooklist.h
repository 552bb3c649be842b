// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/policy.h>

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Antiphon::Ui {

/// What is done at one moment of a call, a row each: a line for the log, a script, or errors to be
/// collected. A script of several lines is edited as text.
class HookList : public QWidget {
    Q_OBJECT

public:
    /// \p name: of the moment, as in "Before every attempt".
    explicit HookList(const QString &name, QWidget *parent = nullptr);

    void setHooks(const QList<RetryHook> &hooks);

Q_SIGNALS:
    /// \p key: of the row that is typed in; changes of one are one step of undo.
    void edited(const QList<Antiphon::RetryHook> &hooks, const QString &key);
    void textRequested();

private:
    void rebuild();
    void addRow(int row);
    void addText(QHBoxLayout &line, int row);
    void take(int row, const QString &text);
    void change(const QList<RetryHook> &hooks, int focus);
    void showProblem(const QString &problem);

    const QString m_name;
    QList<RetryHook> m_hooks;
    QWidget *m_content = nullptr; ///< The rows.
    QList<QComboBox *> m_kinds; ///< The first control of each.
    QVBoxLayout *m_column;
    QLabel *m_problem;
};

} // namespace Antiphon::Ui
