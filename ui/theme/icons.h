// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme/colors.h"

#include <QIcon>
#include <QString>

class QPainter;

namespace Antiphon::Ui {

/// The Breeze icon \p name in the colours of the present palette, light or dark, sharp at any
/// scale.
///
/// Drawn from the icons compiled into KF6BreezeIcons: needs neither an installed theme nor a
/// plugin. A null icon for an unknown name, so that a control keeps its text.
[[nodiscard]] QIcon icon(const QString &name);

/// The arrow before what can be folded: down when it is open, else in the direction of reading. (An
/// arrow type of QToolButton stays at the left in layouts from right to left, as of Qt 6.8.)
[[nodiscard]] QIcon foldIcon(bool open, Qt::LayoutDirection direction);

/// A small sign beside a word. Shapes differ, so that none is told by its colour alone.
enum class Glyph {
    Dot,
    Ring,
    Clock,
    Pause,
    Link,
    Wave,
    Bars,
    Wrench,
    Check,
    CheckCut,
    Cross,
    Barred,
    Stop,
    Warning,
    Information,
    Coin,
    Flask,
};

/// Paints \p glyph into \p box, in the painter's pen colour.
void paintGlyph(QPainter &painter, const QRectF &box, Glyph glyph);

[[nodiscard]] QPixmap glyphPixmap(Glyph glyph, const QColor &color, int size, qreal ratio);

/// A glyph that follows the palette between light and dark.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, ColorRole role);

} // namespace Antiphon::Ui
