// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextDocument>

namespace Antiphon::Ui {

/// Makes \p text say \p after by replacing only what is different: one step of its undo, or with
/// \p join part of the last one. False: it says so already.
bool rewriteText(QTextDocument &text, const QString &after, bool join = false);

} // namespace Antiphon::Ui
