// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTextDocument;

namespace Antiphon::Ui {

/// Edits a snippet, or a new one: text that prompts take in with {>name}.
class SnippetDialog : public QDialog {
    Q_OBJECT

public:
    /// \p name empty: a new one, whose name is asked for and must not be in \p taken.
    SnippetDialog(const QString &name, const QString &text, const QStringList &taken,
                  QWidget *parent = nullptr);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString text() const;

private:
    void check();

    const QStringList m_taken;
    QLineEdit *m_name;
    QTextDocument *m_text;
    QPushButton *m_save;
};

} // namespace Antiphon::Ui
