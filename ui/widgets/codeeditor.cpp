// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/codeeditor.h"

#include "prompt/syntax.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr int indentWidth = 2;

namespace {

/// The strip before the text.
class Gutter : public QWidget {
public:
    explicit Gutter(CodeEditor &editor)
        : QWidget(&editor)
        , m_editor(editor)
    {
        setAccessibleName(CodeEditor::tr("Line numbers and problems"));
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor.paintGutter(event->rect()); }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), m_editor.marksInLineAt(help->y()), this);
        return true;
    }

private:
    CodeEditor &m_editor;
};

} // namespace

CodeEditor::CodeEditor(const QString &name, const QString &language, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_language(language)
    , m_gutter(new Gutter(*this))
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setLineWrapMode(NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    document()->setDocumentMargin(gap(*this, 0.75));
    if (!language.isEmpty())
        m_highlighter = makeHighlighter(language, document(), palette());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::updateMargins);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        if (dy)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        updateSelections();
        const QTextCursor cursor = textCursor();
        Q_EMIT cursorMoved(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    });
    updateMargins();
    updateSelections();
}

CodeEditor::~CodeEditor()
{
    // The highlighter goes with it, which would be told as a change of the text.
    blockSignals(true);
    if (QTextDocument *text = m_highlighter ? m_highlighter->document() : nullptr) {
        const QSignalBlocker quiet(text);
        m_highlighter.reset();
    }
}

void CodeEditor::showText(QTextDocument &text)
{
    text.setDefaultFont(font());
    m_highlighter.reset();
    setDocument(&text);
    if (!m_language.isEmpty())
        m_highlighter = makeHighlighter(m_language, &text, palette());
    updateMargins();
    updateSelections();
}

void CodeEditor::setMarks(const QList<CodeMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    updateSelections();
    m_gutter->update();
}

void CodeEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::max(0, line - 1));
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
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

void CodeEditor::updateSelections()
{
    QList<QTextEdit::ExtraSelection> selections;
    if (!isReadOnly()) {
        QTextEdit::ExtraSelection line;
        line.cursor = textCursor();
        line.cursor.clearSelection();
        line.format.setBackground(palette().alternateBase());
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.append(line);
    }
    for (const CodeMark &mark : std::as_const(m_marks)) {
        const QTextBlock block = document()->findBlockByNumber(mark.line - 1);
        if (mark.line < 1 || !block.isValid())
            continue;
        QTextEdit::ExtraSelection wave;
        wave.cursor = QTextCursor(block);
        const int last = std::max(0, block.length() - 1);
        const int from = std::clamp(mark.column - 1, 0, std::max(0, last - 1));
        wave.cursor.setPosition(block.position() + from);
        wave.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        if (!wave.cursor.hasSelection() && from < last)
            wave.cursor.setPosition(block.position() + from + 1, QTextCursor::KeepAnchor);
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(
            color(mark.isError ? ColorRole::Negative : ColorRole::Neutral, palette()));
        selections.append(wave);
    }
    setExtraSelections(selections);
}

int CodeEditor::gutterWidth() const
{
    const qsizetype digits = std::max<qsizetype>(2, QString::number(blockCount()).size());
    return int(digits) * fontMetrics().horizontalAdvance(u'9') + smallIcon(*this) + gap(*this, 1.6);
}

void CodeEditor::updateMargins()
{
    const int width = gutterWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect contents = contentsRect();
    m_gutter->setGeometry(contents.left(), contents.top(), width, contents.height());
}

void CodeEditor::paintGutter(const QRect &exposed)
{
    QPainter painter(m_gutter);
    painter.fillRect(exposed, palette().base());
    painter.setFont(font());
    const int sign = smallIcon(*this);
    const int space = gap(*this, 0.4);
    const int current = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && place.top() <= exposed.bottom(); block = block.next()) {
        place = blockBoundingGeometry(block).translated(contentOffset());
        const QRect row(0, int(place.top()), m_gutter->width(), fontMetrics().height());
        painter.setPen(block.blockNumber() == current ? palette().text().color()
                                                      : palette().placeholderText().color());
        painter.drawText(row.adjusted(0, 0, -2 * space, 0),
                         int(Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip),
                         QString::number(block.blockNumber() + 1));
        const auto mark = std::ranges::find(m_marks, block.blockNumber() + 1, &CodeMark::line);
        if (mark == m_marks.end())
            continue;
        painter.setPen(color(mark->isError ? ColorRole::Negative : ColorRole::Neutral, palette()));
        paintGlyph(painter, QRectF(space, row.center().y() - sign / 2.0, sign, sign),
                   mark->isError ? Glyph::Cross : Glyph::Warning);
    }
}

QString CodeEditor::marksInLineAt(int y) const
{
    const int line = cursorForPosition({0, y}).blockNumber() + 1;
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
        QPlainTextEdit::keyPressEvent(event);
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        breakLine();
    } else if (plain && event->key() == Qt::Key_Tab) {
        indentSelection(false);
    } else if (event->key() == Qt::Key_Backtab && event->modifiers() == Qt::ShiftModifier) {
        indentSelection(true);
    } else if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::ControlModifier) {
        focusNextPrevChild(true);
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

bool CodeEditor::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint at = viewport()->mapFromGlobal(help->globalPos());
    QToolTip::showText(help->globalPos(), marksInLineAt(at.y()), this);
    return true;
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargins();
}

void CodeEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        if (m_highlighter)
            updateColours(*m_highlighter, palette());
        updateSelections();
        m_gutter->update();
    }
    if (event->type() == QEvent::FontChange)
        updateMargins();
}

} // namespace Antiphon::Ui
