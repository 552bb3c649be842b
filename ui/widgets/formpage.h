// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QFormLayout;
class QLabel;
class QWidget;

namespace Antiphon::Ui {

/// A form at the top of \p page, whose rows keep together where there is room left over.
[[nodiscard]] QFormLayout *makeForm(QWidget &page);

/// Lets \p label take the width there is: a form leaves one that wraps as narrow as it can be.
void widen(QLabel &label);

} // namespace Antiphon::Ui
