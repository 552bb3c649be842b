// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/icons.h"

#include <QPainter>
#include <QPainterPath>

namespace Antiphon::Ui {

// All glyphs are drawn on a field of 16 x 16 with lines 1.6 wide, as Breeze's small icons are.

static QPainterPath lines(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF &point : points)
        path.lineTo(point);
    return path;
}

static QPainterPath circle(qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), radius, radius);
    return path;
}

static QPainterPath clockPath()
{
    QPainterPath path = circle(5.7);
    path.addPath(lines({{8, 4.6}, {8, 8}, {10.6, 9.4}}));
    return path;
}

static QPainterPath wavePath()
{
    QPainterPath path({1.8, 8});
    path.cubicTo({3.8, 3.4}, {5.4, 3.4}, {8, 8});
    path.cubicTo({10.6, 12.6}, {12.2, 12.6}, {14.2, 8});
    return path;
}

static QPainterPath barsPath()
{
    QPainterPath path = lines({{2.6, 4.2}, {13.4, 4.2}});
    path.addPath(lines({{2.6, 8}, {11, 8}}));
    path.addPath(lines({{2.6, 11.8}, {7, 11.8}}));
    return path;
}

static QPainterPath linkPath()
{
    QPainterPath path = lines({{2, 8}, {6, 8}});
    path.addPath(lines({{10, 8}, {14, 8}}));
    path.addEllipse(QPointF(8, 8), 2, 2);
    return path;
}

static QPainterPath wrenchPath()
{
    QPainterPath path = lines({{3, 13}, {9, 7}});
    path.moveTo(13.6, 5.2);
    path.arcTo(QRectF(8, 2.4, 5.8, 5.8), 0, -250);
    return path;
}

static QPainterPath warningPath()
{
    QPainterPath path = lines({{8, 2.4}, {14.2, 13.4}, {1.8, 13.4}});
    path.closeSubpath();
    path.addPath(lines({{8, 6.4}, {8, 9.4}}));
    path.addEllipse(QPointF(8, 11.4), 0.3, 0.3);
    return path;
}

static QPainterPath coinPath()
{
    QPainterPath path = circle(5.7);
    path.addPath(lines({{8, 5}, {8, 11}}));
    path.addPath(lines({{6.2, 6.6}, {9.8, 6.6}}));
    return path;
}

static QPainterPath flaskPath()
{
    QPainterPath path = lines({{6.4, 2.4},
                               {6.4, 6.6},
                               {3, 12.4},
                               {3.8, 13.6},
                               {12.2, 13.6},
                               {13, 12.4},
                               {9.6, 6.6},
                               {9.6, 2.4}});
    path.addPath(lines({{5.2, 2.4}, {10.8, 2.4}}));
    path.addPath(lines({{4.8, 10}, {11.2, 10}}));
    return path;
}

static QPainterPath crossPath()
{
    QPainterPath path = lines({{4, 4}, {12, 12}});
    path.addPath(lines({{12, 4}, {4, 12}}));
    return path;
}

static QPainterPath pathOf(Glyph glyph)
{
    QPainterPath path;
    switch (glyph) {
    case Glyph::Dot:
        return circle(3.2);
    case Glyph::Ring:
        return circle(5.2);
    case Glyph::Clock:
        return clockPath();
    case Glyph::Pause:
        path = lines({{5.6, 3.6}, {5.6, 12.4}});
        path.addPath(lines({{10.4, 3.6}, {10.4, 12.4}}));
        return path;
    case Glyph::Link:
        return linkPath();
    case Glyph::Wave:
        return wavePath();
    case Glyph::Bars:
        return barsPath();
    case Glyph::Wrench:
        return wrenchPath();
    case Glyph::Check:
        return lines({{2.8, 8.6}, {6.2, 12}, {13.2, 4.4}});
    case Glyph::CheckCut:
        path = lines({{2.4, 7.4}, {5.2, 10.4}, {9.4, 5}});
        path.addPath(lines({{11, 10.6}, {14.2, 10.6}}));
        return path;
    case Glyph::Cross:
        return crossPath();
    case Glyph::Barred:
        path = circle(5.7);
        path.addPath(lines({{4, 4}, {12, 12}}));
        return path;
    case Glyph::Stop:
        path.addRoundedRect(QRectF(4, 4, 8, 8), 1, 1);
        return path;
    case Glyph::Warning:
        return warningPath();
    case Glyph::Information:
        path = circle(5.7);
        path.addPath(lines({{8, 7.6}, {8, 11}}));
        path.addEllipse(QPointF(8, 5.2), 0.3, 0.3);
        return path;
    case Glyph::Coin:
        return coinPath();
    case Glyph::Flask:
        return flaskPath();
    }
    return path;
}

void paintGlyph(QPainter &painter, const QRectF &box, Glyph glyph)
{
    const qreal side = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 16, side / 16);
    const QColor ink = painter.pen().color();
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(glyph == Glyph::Dot || glyph == Glyph::Stop ? QBrush(ink) : QBrush());
    painter.drawPath(pathOf(glyph));
    painter.restore();
}

} // namespace Antiphon::Ui
