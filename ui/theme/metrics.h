// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace Antiphon::Ui {

/// A gap in proportion to the font of \p widget: 1.0 is half a line.
[[nodiscard]] int gap(const QWidget &widget, double share = 1.0);

/// The edge of a small icon beside text.
[[nodiscard]] int smallIcon(const QWidget &widget);

} // namespace Antiphon::Ui
