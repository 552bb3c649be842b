// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Antiphon::Ui {

/// Something to be said about a place in a text. Line and column count from 1; line 0: the whole.
struct CodeMark {
    int line = 0;
    int column = 1;
    bool isError = true; ///< Else a warning.
    QString message = {};

    friend bool operator==(const CodeMark &, const CodeMark &) = default;
};

/// Edits JSON or a script: line numbers, colours, wavy underlines and signs where something is
/// wrong. Always left to right. Return keeps the indentation, Tab indents, Ctrl+Tab leaves.
class CodeEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    /// \p name is what assistive tools call it; \p language as KSyntaxHighlighting has it ("JSON",
    /// "JavaScript"; empty: none).
    explicit CodeEditor(const QString &name, const QString &language, QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// Shows \p text, which must outlive the editor or be replaced before it goes.
    void showText(QTextDocument &text);

    void setMarks(const QList<CodeMark> &marks);
    [[nodiscard]] const QList<CodeMark> &marks() const { return m_marks; }

    /// Puts the cursor there, both from 1, and shows the place.
    void goTo(int line, int column);

    /// Selects \p length characters at \p begin and shows them; the focus stays where it is.
    void reveal(qsizetype begin, qsizetype length);

    // For the strip of line numbers.
    [[nodiscard]] int gutterWidth() const;
    void paintGutter(const QRect &exposed);
    [[nodiscard]] QString marksInLineAt(int y) const;

Q_SIGNALS:
    void cursorMoved(int line, int column);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void updateMargins();
    void updateSelections();
    void indentSelection(bool out);
    void breakLine();

    const QString m_language;
    QWidget *m_gutter;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
    QList<CodeMark> m_marks;
};

} // namespace Antiphon::Ui
