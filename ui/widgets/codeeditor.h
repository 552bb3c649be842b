// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/numberededitor.h"

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
class CodeEditor : public NumberedEditor {
    Q_OBJECT

public:
    /// As NumberedEditor has them.
    explicit CodeEditor(const QString &name, const QString &language, QWidget *parent = nullptr);

    void setMarks(const QList<CodeMark> &marks);
    [[nodiscard]] const QList<CodeMark> &marks() const { return m_marks; }

    /// Selects \p length characters at \p begin and shows them; the focus stays where it is.
    void reveal(qsizetype begin, qsizetype length);

protected:
    [[nodiscard]] QList<Selection> marksInText() const override;
    [[nodiscard]] std::optional<ColorRole> signBefore(int line) const override;
    [[nodiscard]] QString wordsAbout(int line) const override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void indentSelection(bool out);
    void breakLine();

    QList<CodeMark> m_marks;
};

} // namespace Antiphon::Ui
