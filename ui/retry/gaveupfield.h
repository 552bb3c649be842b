// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/policy.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Antiphon::Ui {

/// What stands in for an answer when a policy gives up: nothing, a value, or what a script gives.
class GaveUpField : public QWidget {
    Q_OBJECT

public:
    explicit GaveUpField(QWidget *parent = nullptr);

    void setHook(const GaveUpHook &hook);

Q_SIGNALS:
    /// \p key: of what is typed; changes of one are one step of undo.
    void edited(const Antiphon::GaveUpHook &hook, const QString &key);
    void textRequested();

private:
    void show(const GaveUpHook &hook);
    void take(const QString &text);

    GaveUpHook m_hook;
    QComboBox *m_kind;
    QLineEdit *m_text;
    QPushButton *m_asText; ///< Of a script of several lines.
    QLabel *m_problem;
};

} // namespace Antiphon::Ui
