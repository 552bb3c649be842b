// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "prompt/templatefindings.h"

#include <QPlainTextEdit>

#include <memory>

class QMenu;

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Antiphon::Ui {

class EditorGutter;
class NameCompleter;

/// Edits a template: line numbers and problem signs, colours, wavy underlines, completion of names.
///
/// Shows whatever document it is given; what is wrong with it, it is told.
class TemplateEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TemplateEditor(QWidget *parent = nullptr);
    ~TemplateEditor() override;

    /// Shows \p text, which must outlive the editor or be replaced before it goes.
    void showText(QTextDocument &text);

    /// The result of reading the text: underlines, signs, greyed text.
    void setCheck(const TemplateFindings &check);

    /// What completion offers: variables with a word about each, and snippets.
    void setNames(const QList<std::pair<QString, QString>> &variables, const QStringList &snippets);

    /// Puts the cursor there, both from 1, and shows the place.
    void goTo(int line, int column);

    void setWordWrap(bool wrap);
    void resetZoom();

    /// Opens the list of names at the cursor.
    void complete();

    [[nodiscard]] const QList<TemplateProblem> &problems() const;
    [[nodiscard]] QList<TemplateProblem> problemsInLine(int line) const;

    // For the gutter, which is painted from the editor's blocks.
    [[nodiscard]] int gutterWidth() const;
    void paintGutter(const QRect &exposed);
    void showFixes(int line, const QPoint &globalPos);
    [[nodiscard]] int lineAt(int y) const; ///< From 1; 0 below the text.

Q_SIGNALS:
    void cursorMoved(int line, int column);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    void updateTheme();
    void updateMargins();
    void updateMarks();
    void applyFix(const TemplateFix &fix);
    void addFixes(QMenu &menu, int line);

    EditorGutter *m_gutter;
    NameCompleter *m_completer;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
    TemplateFindings m_check;
};

} // namespace Antiphon::Ui
