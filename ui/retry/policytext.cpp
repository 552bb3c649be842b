// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policytext.h"

#include "prompt/syntax.h"
#include "retry/policydocument.h"
#include "theme/colors.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QToolTip>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr auto typingPause = std::chrono::milliseconds(1000);

PolicyText::PolicyText(PolicyDocument &document, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_document(document)
{
    setObjectName(u"policyText"_s);
    setAccessibleName(tr("Text of the policy"));
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    m_highlighter = makeHighlighter(u"JSON"_s, QPlainTextEdit::document(), palette());
    connect(this, &QPlainTextEdit::textChanged, this, &PolicyText::takeText);
    connect(&m_document, &PolicyDocument::changed, this, &PolicyText::showText);
    showText();
}

PolicyText::~PolicyText() = default;

void PolicyText::takeText()
{
    if (m_showing)
        return;
    if (!m_pause.isValid() || m_pause.durationElapsed() > typingPause)
        ++m_step;
    m_pause.start();
    m_document.setText(toPlainText(), u"text %1"_s.arg(m_step));
}

void PolicyText::showText()
{
    if (toPlainText() != m_document.text()) {
        const QScopedValueRollback showing(m_showing, true);
        const int at = textCursor().position();
        setPlainText(m_document.text());
        QTextCursor cursor = textCursor();
        cursor.setPosition(std::min(at, QPlainTextEdit::document()->characterCount() - 1));
        setTextCursor(cursor);
        m_pause.invalidate();
    }
    showProblems();
}

/// Lines with something wrong are tinted; the tooltip says what it is.
void PolicyText::showProblems()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const Problem &problem : m_document.problems()) {
        const QTextBlock block
            = QPlainTextEdit::document()->findBlockByNumber(std::max(problem.line, 1) - 1);
        if (!block.isValid())
            continue;
        const bool error = problem.severity == Problem::Severity::Error;
        const ColorRole role = error ? ColorRole::Negative : ColorRole::Neutral;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(tint(role, palette()));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

bool PolicyText::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint at = viewport()->mapFrom(this, help->pos());
    const int line = cursorForPosition(at).blockNumber() + 1;
    QStringList words;
    for (const Problem &problem : m_document.problems()) {
        if (std::max(problem.line, 1) == line)
            words.append(problem.message);
    }
    QToolTip::showText(help->globalPos(), words.join(u'\n'), this);
    return true;
}

void PolicyText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        undo();
    else if (event->matches(QKeySequence::Redo))
        redo();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void PolicyText::undo()
{
    m_document.undoStack().undo();
}

void PolicyText::redo()
{
    m_document.undoStack().redo();
}

void PolicyText::goTo(int line, int column)
{
    const QTextBlock block = QPlainTextEdit::document()->findBlockByNumber(std::max(line, 1) - 1);
    QTextCursor cursor(block.isValid() ? block : QPlainTextEdit::document()->lastBlock());
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor,
                        std::clamp(column - 1, 0, std::max(0, cursor.block().length() - 1)));
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void PolicyText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        updateColours(*m_highlighter, palette());
        showProblems();
    }
}

} // namespace Antiphon::Ui
