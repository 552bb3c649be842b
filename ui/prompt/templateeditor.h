// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "prompt/templatefindings.h"
#include "widgets/numberededitor.h"

class QMenu;

namespace Antiphon::Ui {

class NameCompleter;

/// Edits a template: line numbers and problem signs, colours, wavy underlines, completion of names.
///
/// Shows whatever document it is given; what is wrong with it, it is told.
class TemplateEditor : public NumberedEditor {
    Q_OBJECT

public:
    explicit TemplateEditor(QWidget *parent = nullptr);

    /// The result of reading the text: underlines, signs, greyed text.
    void setCheck(const TemplateFindings &check);

    /// What completion offers: variables with a word about each, and snippets.
    void setNames(const QList<std::pair<QString, QString>> &variables, const QStringList &snippets);

    void setWordWrap(bool wrap);
    void resetZoom();

    /// Opens the list of names at the cursor.
    void complete();

    [[nodiscard]] const QList<TemplateProblem> &problems() const;
    [[nodiscard]] QList<TemplateProblem> problemsInLine(int line) const;

protected:
    [[nodiscard]] QList<Selection> marksInText() const override;
    [[nodiscard]] std::optional<ColorRole> signBefore(int line) const override;
    [[nodiscard]] QString wordsAbout(int line) const override;
    void linePressed(int line, const QPoint &globalPos) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    void applyFix(const TemplateFix &fix);
    void addFixes(QMenu &menu, int line);

    NameCompleter *m_completer;
    TemplateFindings m_check;
};

} // namespace Antiphon::Ui
