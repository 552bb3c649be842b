// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inputs/growingtextedit.h"

#include <QEvent>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace Antiphon::Ui {

GrowingTextEdit::GrowingTextEdit(int leastLines, int mostLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_leastLines(leastLines)
    , m_mostLines(mostLines)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(document(), &QTextDocument::contentsChanged, this, &GrowingTextEdit::fit);
    fit();
}

int GrowingTextEdit::heightOf(int lines) const
{
    return int(std::ceil(lines * fontMetrics().lineSpacing() + 2 * document()->documentMargin()))
        + 2 * frameWidth() + contentsMargins().top() + contentsMargins().bottom();
}

void GrowingTextEdit::fit()
{
    // A plain text document's height is counted in lines as laid out, wrapping included.
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < m_mostLines;
         block = block.next()) {
        blockBoundingRect(block); // lays the block out
        lines += std::max(1, block.lineCount());
    }
    setFixedHeight(heightOf(std::clamp(lines, m_leastLines, m_mostLines)));
}

QSize GrowingTextEdit::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, heightOf(m_leastLines)};
}

QSize GrowingTextEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, heightOf(m_leastLines)};
}

void GrowingTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void GrowingTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace Antiphon::Ui
