// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QPlainTextEdit>

#include <memory>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Antiphon::Ui {

class PolicyDocument;

/// A policy as text. What is typed goes into the document, whose undo is the only one.
class PolicyText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PolicyText(PolicyDocument &document, QWidget *parent = nullptr);
    ~PolicyText() override;

    /// Puts the cursor at \p line and \p column, from 1, and takes the focus.
    void goTo(int line, int column);

public Q_SLOTS:
    void undo();
    void redo();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showText();
    void showProblems();
    void takeText();

    PolicyDocument &m_document;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
    QElapsedTimer m_pause; ///< Since the last keystroke: a pause begins a new step of undo.
    int m_step = 0;
    bool m_showing = false;
};

} // namespace Antiphon::Ui
