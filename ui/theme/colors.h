// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QList>
#include <QPalette>

namespace Antiphon::Ui {

/// What a colour means. Widgets name roles; the values for light and dark stand in one table.
enum class ColorRole {
    Plain, ///< Ordinary text.
    Muted, ///< Text of lesser weight: footers, given-up answers.
    Positive,
    Neutral, ///< Needs a look; not an error.
    Negative,
    Running,
    Waiting,
    Thinking,
    Simulated,
    Queued,
    Held,
    Connecting,
    Checking,
};

[[nodiscard]] QList<ColorRole> allColorRoles();

/// \p role on the window's or a text's background; at least 4.5:1 against both.
[[nodiscard]] QColor color(ColorRole role, bool dark);

/// A faint fill behind text in the colour of \p role, on \p base. Keeps the text's 4.5:1.
[[nodiscard]] QColor tint(ColorRole role, bool dark, const QColor &base);

/// The contrast of WCAG 2: 1 for equal colours, 21 for black on white.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// The same for the scheme \p palette belongs to.
[[nodiscard]] QColor color(ColorRole role, const QPalette &palette);
[[nodiscard]] QColor tint(ColorRole role, const QPalette &palette);

} // namespace Antiphon::Ui
