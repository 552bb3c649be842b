// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/tools/tool.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Antiphon::Ui {

class ToolDocument;

/// What models are told of a tool, and who answers. Each field is a member of the tool's text.
class ToolForm : public QWidget {
    Q_OBJECT

public:
    explicit ToolForm(ToolDocument &document, QWidget *parent = nullptr);

    /// The prompts that use it, by slug and title.
    void setUsers(const QList<std::pair<QString, QString>> &users);

    /// Something about the name that the tool alone cannot know; empty: nothing.
    void setNameHint(const QString &hint);

Q_SIGNALS:
    /// Somebody else is to answer.
    void answerChosen(Antiphon::Tool::Answer answer);
    void promptRequested(const QString &slug);

private:
    void showDocument();
    void showNameFault();

    ToolDocument &m_document;
    QFormLayout *m_rows;
    QLineEdit *m_name;
    QLabel *m_nameFault;
    QPlainTextEdit *m_description;
    QComboBox *m_answer;
    QLabel *m_about;
    QCheckBox *m_confirm;
    QCheckBox *m_strict;
    QLabel *m_users;
    QString m_nameHint;
    bool m_filling = false;
};

} // namespace Antiphon::Ui
