// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/icons.h"

#include <breezeicons.h>

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

// Breeze's own style sheet of each file; replacing it is how KDE recolours them, too.
static QByteArray recolored(QByteArray svg, const QColor &text)
{
    const qsizetype at = svg.indexOf(".ColorScheme-Text");
    const qsizetype value = at < 0 ? -1 : svg.indexOf('#', at);
    if (value >= 0 && value + 7 <= svg.size())
        svg.replace(value, 7, text.name(QColor::HexRgb).toLatin1());
    return svg;
}

namespace {

/// Renders one SVG of the compiled-in icons in the palette's text colour.
class BreezeEngine : public QIconEngine {
public:
    explicit BreezeEngine(const QString &name)
        : m_name(name)
    {
        static constexpr std::array folders {"actions/22"_L1, "status/22"_L1,  "places/22"_L1,
                                             "apps/22"_L1,    "actions/16"_L1, "status/16"_L1};
        for (const QLatin1StringView folder : folders) {
            QFile file(u":/icons/breeze/%1/%2.svg"_s.arg(folder, name));
            if (file.open(QIODevice::ReadOnly)) {
                m_svg = file.readAll();
                return;
            }
        }
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role
            = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(recolored(m_svg, palette.color(group, role))).render(&painter);
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    QIconEngine *clone() const override { return new BreezeEngine(*this); }
    QString key() const override { return u"antiphon-breeze"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QString m_name;
    QByteArray m_svg;
};

/// Paints a glyph in its role's colour for the scheme of the moment.
class GlyphEngine : public QIconEngine {
public:
    GlyphEngine(Glyph glyph, ColorRole role)
        : m_glyph(glyph)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        painter->save();
        painter->setPen(mode == QIcon::Selected ? palette.color(QPalette::HighlightedText)
                                                : color(m_role, palette));
        paintGlyph(*painter, rect, m_glyph);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal ratio) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
    ColorRole m_role;
};

} // namespace

QIcon icon(const QString &name)
{
    static const bool ready = [] {
        BreezeIcons::initIcons(); // registers the resource
        return true;
    }();
    Q_UNUSED(ready)
    auto *engine = new BreezeEngine(name);
    if (engine->isNull()) {
        delete engine;
        return {};
    }
    return QIcon(engine);
}

QIcon foldIcon(bool open, Qt::LayoutDirection direction)
{
    return icon(open                               ? u"arrow-down"_s
                    : direction == Qt::RightToLeft ? u"arrow-left"_s
                                                   : u"arrow-right"_s);
}

QIcon glyphIcon(Glyph glyph, ColorRole role)
{
    return QIcon(new GlyphEngine(glyph, role));
}

QPixmap glyphPixmap(Glyph glyph, const QColor &ink, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(ink);
    paintGlyph(painter, QRectF(0, 0, size, size), glyph);
    return pixmap;
}

} // namespace Antiphon::Ui
