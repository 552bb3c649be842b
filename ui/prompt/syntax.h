// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QString>

#include <memory>

class QTextDocument;

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Antiphon::Ui {

/// A highlighter for \p language ("Antiphon Template", "JSON", ...) on \p text, in the colours that
/// fit \p palette. Our own definition comes from the program itself.
[[nodiscard]] std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter>
makeHighlighter(const QString &language, QTextDocument *text, const QPalette &palette);

/// Follows a change of the palette.
void updateColours(KSyntaxHighlighting::SyntaxHighlighter &highlighter, const QPalette &palette);

} // namespace Antiphon::Ui
