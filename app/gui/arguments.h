// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace Antiphon {

/// What `antiphon` was told on its command line.
struct Arguments {
    QString folder = {}; ///< Of the project to open.
    bool run = false; ///< Run its first prompt at once.
    QString screenshot = {}; ///< Take a picture of the window there when the run is over, and quit.
    QSize size = {}; ///< Of the window; invalid: as it was last.
    QString scheme = {}; ///< "light", "dark", "system"; empty: the setting.
    QString locale = {}; ///< "de_DE"; empty: the system's.
    bool rightToLeft = false; ///< Mirrors the window, whatever the language.
};

/// Reads \p list (with the program's name first). An error is a sentence for the terminal; --help
/// and --version print and end the program.
[[nodiscard]] std::expected<Arguments, QString> readArguments(const QStringList &list);

} // namespace Antiphon
