// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Antiphon::Ui {

/// JSON or other text to read, highlighted, always left to right, with a search field.
class JsonView : public QWidget {
    Q_OBJECT

public:
    /// \p name is what assistive tools call it: "Request body".
    explicit JsonView(const QString &name, QWidget *parent = nullptr);

    /// Shows \p text; highlighted as \p language ("JSON", "Bash"; empty: not at all).
    void setText(const QString &text, const QString &language = QStringLiteral("JSON"));
    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void startFind();
    void findNext();
    void findPrevious();

protected:
    void changeEvent(QEvent *event) override;

private:
    void find(bool backward);
    void updateTheme();

    QPlainTextEdit *m_text = nullptr;
    QLineEdit *m_search = nullptr;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter = nullptr;
};

} // namespace Antiphon::Ui
