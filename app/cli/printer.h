// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/record.h>

#include <QList>

namespace Antiphon::Cli {

/// The answers one under the other, each with a line on how it went; a single one stands alone.
[[nodiscard]] QString asText(const QList<CallRecord> &records);

/// The answers side by side in \p width columns of the terminal, with every attempt and its cost.
[[nodiscard]] QString asTable(const QList<CallRecord> &records, int width);

/// "simulated, 3 attempts (2 failed), first text 0.32 s, total 2.4 s, 120 tokens in, 40 out,
/// $0.00028".
[[nodiscard]] QString summary(const CallRecord &record);

/// One line for each attempt: how it ended, what followed and why.
[[nodiscard]] QStringList attemptLines(const CallRecord &record);

/// A tool call with what came of it, as one line.
[[nodiscard]] QString toolLine(const ToolRun &run);

} // namespace Antiphon::Cli
