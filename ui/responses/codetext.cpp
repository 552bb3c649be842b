// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/codetext.h"

#include "prompt/syntax.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QEvent>
#include <QFontDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr int mostLines = 12;

CodeText::CodeText(const QString &name, const QString &text, bool json, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (json)
        m_highlighter = makeHighlighter(u"JSON"_s, document(), palette());
    setPlainText(text);
}

QSize CodeText::sizeHint() const
{
    const int lines = std::clamp(document()->blockCount(), 1, mostLines);
    const int margins = int(document()->documentMargin() * 2) + 2 * frameWidth();
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().lineSpacing() * lines + margins};
}

QSize CodeText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, sizeHint().height()};
}

CodeText::~CodeText() = default;

void CodeText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        updateColours(*m_highlighter, palette());
}

} // namespace Antiphon::Ui
