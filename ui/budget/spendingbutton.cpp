// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budget/spendingbutton.h"

#include "theme/metrics.h"
#include "wording/numbers.h"

#include <QEvent>
#include <QPainter>

namespace Antiphon::Ui {

SpendingButton::SpendingButton(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
}

void SpendingButton::setLook(const SpendingLook &look)
{
    m_look = look;
    setText(together(look.text));
    //: read aloud: %1 is "today $0.31 of $1.00"
    setAccessibleName(tr("Spending: %1").arg(look.text));
    setAccessibleDescription(look.about);
    setToolTip(look.about);
    setToolButtonStyle(look.share ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    paintBar();
}

/// The bar is the button's icon: what the text says, seen from afar.
void SpendingButton::paintBar()
{
    if (!m_look.share) {
        setIcon({});
        return;
    }
    const QSize size(fontMetrics().averageCharWidth() * 8, smallIcon(*this));
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height = size.height() / 3.0;
    const QRectF frame(0.5, (size.height() - height) / 2, size.width() - 1, height);
    const QColor colour = color(m_look.role, palette());
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.setBrush(tint(m_look.role, palette()));
    painter.drawRoundedRect(frame, height / 2, height / 2);
    QRectF filled = frame;
    filled.setWidth(frame.width() * *m_look.share);
    if (isRightToLeft())
        filled.moveRight(frame.right());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(filled, std::min(height, filled.width()) / 2, height / 2);
    painter.end();
    setIconSize(size);
    setIcon(QIcon(pixmap));
}

void SpendingButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange
        || type == QEvent::LayoutDirectionChange)
        paintBar();
}

} // namespace Antiphon::Ui
