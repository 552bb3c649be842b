// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/codeeditor.h"

#include <QHelpEvent>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr int indentWidth = 2;

CodeEditor::CodeEditor(const QString &name, const QString &language, QWidget *parent)
    : NumberedEditor(name, language, parent)
{
    setLayoutDirection(Qt::LeftToRight);
    setLineWrapMode(NoWrap);
    updateMarks();
}

void CodeEditor::setMarks(const QList<CodeMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    updateMarks();
}

void CodeEditor::reveal(qsizetype begin, qsizetype length)
{
    const int end = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(int(begin + length), end));
    cursor.setPosition(std::min(int(begin), end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

static ColorRole roleOf(const CodeMark &mark)
{
    return mark.isError ? ColorRole::Negative : ColorRole::Neutral;
}

QList<CodeEditor::Selection> CodeEditor::marksInText() const
{
    QList<Selection> waves;
    for (const CodeMark &mark : m_marks) {
        const QTextBlock block = document()->findBlockByNumber(mark.line - 1);
        if (mark.line < 1 || !block.isValid())
            continue;
        QTextCursor cursor(block);
        const int last = std::max(0, block.length() - 1);
        const int from = std::clamp(mark.column - 1, 0, std::max(0, last - 1));
        cursor.setPosition(block.position() + from);
        cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        if (!cursor.hasSelection() && from < last)
            cursor.setPosition(block.position() + from + 1, QTextCursor::KeepAnchor);
        waves.append(waveUnder(cursor, color(roleOf(mark), palette())));
    }
    return waves;
}

std::optional<ColorRole> CodeEditor::signBefore(int line) const
{
    const auto mark = std::ranges::find(m_marks, line, &CodeMark::line);
    return mark == m_marks.end() ? std::nullopt : std::optional(roleOf(*mark));
}

QString CodeEditor::wordsAbout(int line) const
{
    QStringList texts;
    for (const CodeMark &mark : m_marks) {
        if (mark.line == line)
            texts.append(mark.message);
    }
    return texts.join(u'\n');
}

/// A new line begins where the one before does, further in after an opening bracket.
void CodeEditor::breakLine()
{
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    qsizetype indent = 0;
    while (indent < before.size() && before[indent] == u' ')
        ++indent;
    const QString trimmed = before.trimmed();
    const bool opens = trimmed.endsWith(u'{') || trimmed.endsWith(u'[') || trimmed.endsWith(u'(');
    const QString rest = cursor.block().text().sliced(cursor.positionInBlock()).trimmed();
    const bool closes
        = opens && (rest.startsWith(u'}') || rest.startsWith(u']') || rest.startsWith(u')'));
    cursor.beginEditBlock();
    cursor.insertText(u'\n' + QString(indent + (opens ? indentWidth : 0), u' '));
    if (closes) {
        const int at = cursor.position();
        cursor.insertText(u'\n' + QString(indent, u' '));
        cursor.setPosition(at);
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
}

void CodeEditor::indentSelection(bool out)
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection() && !out) {
        cursor.insertText(QString(indentWidth, u' '));
        return;
    }
    const int first = document()->findBlock(cursor.selectionStart()).blockNumber();
    const int last = document()->findBlock(cursor.selectionEnd()).blockNumber();
    cursor.beginEditBlock();
    for (int number = first; number <= last; ++number) {
        QTextCursor line(document()->findBlockByNumber(number));
        if (!out) {
            line.insertText(QString(indentWidth, u' '));
            continue;
        }
        for (int i = 0; i < indentWidth && line.block().text().startsWith(u' '); ++i)
            line.deleteChar();
    }
    cursor.endEditBlock();
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    const bool plain
        = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isReadOnly()) {
        NumberedEditor::keyPressEvent(event);
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        breakLine();
    } else if (plain && event->key() == Qt::Key_Tab) {
        indentSelection(false);
    } else if (event->key() == Qt::Key_Backtab && event->modifiers() == Qt::ShiftModifier) {
        indentSelection(true);
    } else if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::ControlModifier) {
        focusNextPrevChild(true);
    } else {
        NumberedEditor::keyPressEvent(event);
    }
}

bool CodeEditor::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return NumberedEditor::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint at = viewport()->mapFromGlobal(help->globalPos());
    QToolTip::showText(help->globalPos(), wordsAbout(lineAt(at.y())), this);
    return true;
}

} // namespace Antiphon::Ui
