// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/statuschip.h"

#include "theme/metrics.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Antiphon::Ui {

StatusChip::StatusChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusChip::setState(Glyph glyph, ColorRole role, const QString &text)
{
    if (m_glyph == glyph && m_role == role && m_text == text)
        return;
    const bool sameWidth = m_text.size() == text.size();
    m_glyph = glyph;
    m_role = role;
    m_text = text;
    setAccessibleName(text);
    setToolTip(text);
    if (!sameWidth)
        updateGeometry();
    update();
}

QString StatusChip::text() const
{
    return m_text;
}

int StatusChip::padding() const
{
    return gap(*this, 0.75);
}

int StatusChip::glyphSize() const
{
    return qRound(fontMetrics().ascent() * 1.0);
}

QSize StatusChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + glyphSize() + 3 * padding(),
            fontMetrics().height() + gap(*this, 0.5)};
}

QSize StatusChip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), glyphSize() + 2 * padding()), sizeHint().height()};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = color(m_role, palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint(m_role, palette()));
    const qreal radius = height() / 2.0;
    painter.drawRoundedRect(rect(), radius, radius);

    const QRect sign(padding(), (height() - glyphSize()) / 2, glyphSize(), glyphSize());
    const QRect words(sign.right() + padding() * 2 / 3, 0,
                      width() - sign.right() - padding() * 5 / 3, height());
    painter.setPen(ink);
    paintGlyph(painter, QStyle::visualRect(layoutDirection(), rect(), sign), m_glyph);
    painter.setPen(ink);
    painter.drawText(
        QStyle::visualRect(layoutDirection(), rect(), words),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        fontMetrics().elidedText(m_text, Qt::ElideRight, words.width()));
}

} // namespace Antiphon::Ui
