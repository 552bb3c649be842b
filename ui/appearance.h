// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/settings.h>

#include <QPalette>
#include <QStringView>

#include <optional>

namespace Antiphon::Ui {

/// The colours of the window: the system's choice, or one of ours.
using Scheme = ColorScheme;

/// "system", "light", "dark": as `--scheme` spells it.
[[nodiscard]] QString schemeName(Scheme scheme);
[[nodiscard]] std::optional<Scheme> schemeFromName(QStringView name);

/// Every colour group and role set, text at 4.5:1 or better on its background.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

/// The base style, once, before any widget exists: the platform's own where it has one of
/// character, else Fusion. Icons come from the desktop's theme, with Breeze behind it.
void setUpStyle();

/// Palette and icons for \p scheme. May be called at any time; open windows follow.
void applyScheme(Scheme scheme);

[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace Antiphon::Ui
