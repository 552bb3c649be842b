// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calmstyle.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace Antiphon::Ui {

CalmStyle::CalmStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

static QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share,
                            a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

/// The line around a field: quiet, but 3:1 where it is all that shows a control.
static QColor outline(const QStyleOption &option, float strength)
{
    const QPalette &colours = option.palette;
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_Enabled)
        return colours.color(QPalette::Highlight);
    return mixed(colours.color(QPalette::Base), colours.color(QPalette::WindowText), strength);
}

static void drawField(const QStyleOption &option, QPainter &painter, bool filled)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline(option, 0.28F));
    painter.setBrush(filled ? option.palette.brush(QPalette::Base) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
}

static void drawCheck(const QStyleOption &option, QPainter &painter)
{
    const bool on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QPalette &colours = option.palette;
    const QColor fill = !on && !partly ? colours.color(QPalette::Base)
        : enabled                      ? colours.color(QPalette::Accent)
                                       : colours.color(QPalette::Mid);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    // On a selected row the fill is the row's colour: a light line sets it off.
    const bool selected = option.state & QStyle::State_Selected;
    painter.setPen(selected           ? colours.color(QPalette::HighlightedText)
                       : on || partly ? fill
                                      : outline(option, 0.55F));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(colours.color(QPalette::HighlightedText), box.width() / 7, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    if (on)
        painter.drawPolyline(QList<QPointF> {at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    else if (partly)
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
    painter.restore();
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*option, *painter);
        return;
    case PE_FrameLineEdit:
        drawField(*option, *painter, false);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            drawField(*option, *painter, true);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    if (element == CE_ShapedFrame) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->frameShape == QFrame::StyledPanel) {
            drawField(*option, *painter, false);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returned) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0; // words of our own have none, so the standard ones have none either
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return QProxyStyle::pixelMetric(PM_SmallIconSize, option, widget);
    case PM_MenuBarItemSpacing:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace Antiphon::Ui
