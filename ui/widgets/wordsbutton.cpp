// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wordsbutton.h"

#include "theme/colors.h"
#include "theme/metrics.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QString separator()
{
    return u"  ·  "_s;
}

WordsButton::WordsButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WordsButton::setParts(const QStringList &parts)
{
    if (m_parts == parts)
        return;
    const int before = heightForWidth(width());
    m_parts = parts;
    setText(parts.join(u", "_s));
    setAccessibleName(text());
    if (heightForWidth(width()) != before)
        updateGeometry();
    update();
}

int WordsButton::margin() const
{
    return gap(*this, 0.5);
}

QStringList WordsButton::lines(int width) const
{
    QStringList lines;
    const int room = width - 4 * margin();
    for (const QString &one : m_parts) {
        // Each part in its own direction, so that numbers stay with their words.
        const QString part
            = layoutDirection() == Qt::RightToLeft ? QChar(0x2068) + one + QChar(0x2069) : one;
        const QString longer = lines.isEmpty() ? part : lines.last() + separator() + part;
        if (lines.isEmpty() || fontMetrics().horizontalAdvance(longer) > room)
            lines.append(part);
        else
            lines.last() = longer;
    }
    return lines;
}

QSize WordsButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_parts.join(separator())) + 4 * margin(),
            heightForWidth(width())};
}

QSize WordsButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, heightForWidth(width())};
}

bool WordsButton::hasHeightForWidth() const
{
    return true;
}

int WordsButton::heightForWidth(int width) const
{
    const auto count = std::max<qsizetype>(1, lines(width).size());
    return int(count) * fontMetrics().lineSpacing() + 2 * margin();
}

void WordsButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool hot = underMouse() || isDown();
    if (hot)
        painter.fillRect(rect(), tint(ColorRole::Muted, palette()));
    painter.setPen(color(hot ? ColorRole::Plain : ColorRole::Muted, palette()));
    QRect line = rect().adjusted(2 * margin(), margin(), -2 * margin(), 0);
    line.setHeight(fontMetrics().lineSpacing());
    const auto alignment
        = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const QStringList all = lines(width());
    for (const QString &words : all) {
        painter.drawText(line, int(alignment),
                         fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(1, 1, -1, -1);
        option.backgroundColor = palette().color(QPalette::Base);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void WordsButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void WordsButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Antiphon::Ui
