// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/tools/handler.h>

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Antiphon::Ui {

class CodeText;

/// Tool calls that wait for the person: what is called with which arguments, and what to do.
///
/// Shows one question at a time and is hidden while there is none. Never takes the focus by itself.
class ToolQuestionBar : public QFrame {
    Q_OBJECT

public:
    /// \p name is the answering model's, for assistive tools.
    explicit ToolQuestionBar(const QString &name, QWidget *parent = nullptr);

    void setQuestions(const QList<ToolQuestion> &questions);

Q_SIGNALS:
    /// \p always: the command may run from now on without a question.
    void replied(const Antiphon::ToolQuestion &question, const Antiphon::ToolReply &reply,
                 bool always);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QLayout *makeButtons();
    void showFirst();
    void reply(ToolReply::Kind kind, const QString &text = {});
    void answerByHand();

    QString m_name;
    QList<ToolQuestion> m_questions;
    QLabel *m_title = nullptr;
    QLabel *m_count = nullptr;
    QVBoxLayout *m_argumentsPlace = nullptr;
    CodeText *m_arguments = nullptr;
    QLabel *m_command = nullptr;
    QCheckBox *m_always = nullptr;
    QLineEdit *m_answer = nullptr;
    QPushButton *m_approve = nullptr;
    QPushButton *m_reply = nullptr;
    QPushButton *m_canned = nullptr;
    QPushButton *m_refuse = nullptr;
};

} // namespace Antiphon::Ui
