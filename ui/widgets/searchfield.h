// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLineEdit;

namespace Antiphon::Ui {

/// Gives a field the sign of a search and a button that empties it, which say so to who hears them.
void makeSearchField(QLineEdit &field);

} // namespace Antiphon::Ui
