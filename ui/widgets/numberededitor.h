// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme/colors.h"

#include <QPlainTextEdit>

#include <memory>
#include <optional>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Antiphon::Ui {

/// A text in a language: its colours, a strip with line numbers and signs before it, the current
/// line, and marks in the text. What is marked and what a sign says, who inherits it knows.
class NumberedEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    /// \p name is what assistive tools call it; \p language as KSyntaxHighlighting has it ("JSON",
    /// "JavaScript"; empty: none).
    NumberedEditor(const QString &name, const QString &language, QWidget *parent = nullptr);
    ~NumberedEditor() override;

    /// Shows \p text, which must outlive the editor or be replaced before it goes.
    void showText(QTextDocument &text);

    /// Puts the cursor there, both from 1, and shows the place.
    void goTo(int line, int column);

Q_SIGNALS:
    void cursorMoved(int line, int column);

protected:
    using Selection = QTextEdit::ExtraSelection;

    /// What is marked in the text besides the current line.
    [[nodiscard]] virtual QList<Selection> marksInText() const = 0;

    /// The colour of the sign before \p line, from 1; that of errors has a cross, others a
    /// triangle.
    [[nodiscard]] virtual std::optional<ColorRole> signBefore(int line) const = 0;

    /// What is said about \p line.
    [[nodiscard]] virtual QString wordsAbout(int line) const = 0;

    /// The strip was pressed before \p line.
    virtual void linePressed(int line, const QPoint &globalPos);

    /// There are other marks now.
    void updateMarks();

    /// The line at \p y of the view, from 1; 0 below the text.
    [[nodiscard]] int lineAt(int y) const;

    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Strip;

    [[nodiscard]] int stripWidth() const;
    void paintStrip(const QRect &exposed);
    void updateMargins();
    void showMarks();

    const QString m_language;
    Strip *m_strip;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
};

/// A mark in \p colour under the text from \p cursor's anchor to its position.
[[nodiscard]] QTextEdit::ExtraSelection waveUnder(const QTextCursor &cursor, const QColor &colour);

} // namespace Antiphon::Ui
