// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/json.h>

#include <QByteArray>
#include <QString>

namespace Antiphon::Cli {

/// Writes results to standard output, as UTF-8 and at once.
void print(const QString &text);
void print(const QByteArray &bytes);

/// Writes progress, warnings and errors to standard error.
void tell(const QString &text);

/// "antiphon-cli: " and the error's text on standard error.
void tell(const Error &error);

/// True when the stream is a terminal.
[[nodiscard]] bool outputIsTerminal();
[[nodiscard]] bool errorIsTerminal();

/// True when a person sits at both ends: questions can be shown and answered.
[[nodiscard]] bool canAsk();

/// Columns of the terminal; COLUMNS, else 120, where there is none.
[[nodiscard]] int terminalWidth();

/// The whole of \p path, "-" being standard input. A Setup error names the file and the reason.
[[nodiscard]] Result<QByteArray> readFile(const QString &path);

/// The same as JSON; an error of the text names the file, line and column.
[[nodiscard]] Result<Json> readJson(const QString &path, int maxDepth = 64);

/// A secret typed without being shown, asked for with \p prompt; without a terminal all of standard
/// input. Line ends around it are no part of it.
[[nodiscard]] Result<QByteArray> readSecret(const QString &prompt);

/// Results into \p path, whole or not at all; an empty path means standard output.
[[nodiscard]] Result<> writeResult(const QString &path, const QByteArray &bytes);

/// How many columns \p text takes in a terminal: wide characters count twice, marks not at all.
[[nodiscard]] int displayWidth(QStringView text);

/// \p text broken into lines of at most \p width columns, at blanks where there are any.
[[nodiscard]] QStringList wrapped(const QString &text, int width);

} // namespace Antiphon::Cli
