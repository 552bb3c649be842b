// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/streamtext.h"

#include "theme/colors.h"
#include "theme/metrics.h"

#include <QEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

// One block of this length is laid out in well under a millisecond.
static constexpr qsizetype blockLimit = 2'000;

// User state of a block that goes on where the one before was cut.
static constexpr int continues = 1;

StreamText::StreamText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(gap(*this));
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto); // by paragraph, whatever the window's is
    document()->setDefaultTextOption(option);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_below && isAtEnd()) {
            m_below = false;
            Q_EMIT newTextBelow(false);
        }
    });
}

bool StreamText::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void StreamText::goToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

QTextCharFormat StreamText::mutedFormat() const
{
    QTextCharFormat format;
    format.setForeground(color(ColorRole::Muted, palette()));
    return format;
}

void StreamText::clearAll()
{
    clear();
    m_past.clear();
    m_shown = 0;
    m_begin = 0;
    m_ending.clear();
    m_lineLength = 0;
}

bool StreamText::show(const QList<Past> &past, const QString &text, const QString &ending)
{
    const bool same = past == m_past && text.size() >= m_shown && !m_stale;
    if (same && text.size() == m_shown && m_ending == ending)
        return true;
    const bool onlyMore = same && m_ending.isEmpty();
    const bool follow = isAtEnd();
    if (!onlyMore) {
        clearAll();
        m_stale = false;
        for (const Past &one : past) {
            append(one.text, mutedFormat());
            appendDivider(one.divider);
        }
        m_past = past;
        m_begin = document()->characterCount() - 1;
    }
    qsizetype take = std::min(text.size() - m_shown, pieceLimit);
    if (take > 0 && m_shown + take < text.size() && text[m_shown + take - 1].isHighSurrogate())
        --take;
    append(QStringView(text).sliced(m_shown, take), {});
    m_shown += take;
    const bool whole = m_shown == text.size();
    if (whole && !ending.isEmpty())
        appendDivider(ending);
    if (whole)
        m_ending = ending;

    if (follow)
        goToEnd();
    else if (!std::exchange(m_below, true))
        Q_EMIT newTextBelow(true);
    return whole;
}

/// Where the character at \p offset of the present text stands: cuts count for nothing.
int StreamText::positionOf(qsizetype offset) const
{
    QTextBlock block = document()->findBlock(m_begin);
    for (int at = m_begin; block.isValid(); block = block.next()) {
        at = std::max(at, block.position());
        const int size = block.position() + block.length() - 1 - at;
        if (offset <= size)
            return at + int(offset);
        const bool cut = block.next().isValid() && block.next().userState() == continues;
        offset -= size + (cut ? 0 : 1);
    }
    return document()->characterCount() - 1;
}

void StreamText::select(qsizetype begin, qsizetype length)
{
    QTextCursor cursor(document());
    cursor.setPosition(positionOf(begin + length));
    cursor.setPosition(positionOf(begin), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

// Where to cut at the latest: after a space if there is one near, never inside a character.
static qsizetype cutBefore(QStringView text, qsizetype limit)
{
    const qsizetype space = text.first(limit).lastIndexOf(u' ');
    if (space > limit / 2)
        return space + 1;
    return text[limit - 1].isHighSurrogate() ? limit - 1 : limit;
}

void StreamText::append(QStringView text, const QTextCharFormat &format)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    while (!text.isEmpty()) {
        const qsizetype line = text.indexOf(u'\n');
        const qsizetype room = std::max<qsizetype>(2, blockLimit - m_lineLength);
        const qsizetype length = line < 0 ? text.size() : line;
        if (length > room) {
            const qsizetype cut = cutBefore(text, room);
            cursor.insertText(text.first(cut).toString(), format);
            cursor.insertBlock();
            cursor.block().setUserState(continues);
            m_lineLength = 0;
            text = text.sliced(cut);
            continue;
        }
        cursor.insertText(text.first(length).toString(), format);
        m_lineLength += length;
        if (line < 0)
            break;
        cursor.insertBlock();
        cursor.block().setUserState(-1);
        m_lineLength = 0;
        text = text.sliced(line + 1);
    }
    cursor.endEditBlock();
}

void StreamText::appendDivider(const QString &text)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setForeground(color(ColorRole::Neutral, palette()));
    format.setFontWeight(QFont::DemiBold);
    if (!document()->isEmpty())
        cursor.insertBlock();
    cursor.block().setUserState(-1);
    cursor.insertText(u"── "_s + text + u" ──"_s, format);
    cursor.insertBlock();
    cursor.block().setUserState(-1);
    m_lineLength = 0;
}

void StreamText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    // Greyed texts and dividers carry their colours with them: the next show() writes them anew.
    if (event->type() == QEvent::PaletteChange && !(m_past.isEmpty() && m_ending.isEmpty())) {
        m_stale = true;
        Q_EMIT outdated();
    }
}

/// Who follows the text goes on following it when there is less room for it.
void StreamText::resizeEvent(QResizeEvent *event)
{
    const bool follow = isAtEnd();
    QPlainTextEdit::resizeEvent(event);
    if (follow)
        goToEnd();
}

QMimeData *StreamText::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QString text;
    for (QTextBlock block = document()->findBlock(cursor.selectionStart());
         block.isValid() && block.position() <= cursor.selectionEnd(); block = block.next()) {
        if (block.position() > cursor.selectionStart() && block.userState() != continues)
            text += u'\n';
        const int from = std::max(cursor.selectionStart() - block.position(), 0);
        const int to = std::min(cursor.selectionEnd() - block.position(), block.length() - 1);
        text += QStringView(block.text()).sliced(from, std::max(to - from, 0));
    }
    auto *selection = new QMimeData;
    selection->setText(text);
    return selection;
}

} // namespace Antiphon::Ui
