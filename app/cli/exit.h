// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/record.h>

#include <QList>
#include <QString>

namespace Antiphon::Cli {

/// What the command ends with (cli.md).
enum class Exit {
    Success = 0,
    Failed = 1, ///< A call, check or validation failed.
    Usage = 2,
    Setup = 3, ///< No key, broken file, unknown name.
    Budget = 4,
    Cancelled = 130,
};

/// The exit code of an error that ended the command before anything ran.
[[nodiscard]] Exit exitOf(const Error &error);

/// Of several calls: the first of cancelled, budget, set-up, failed that applies.
[[nodiscard]] Exit exitOf(const QList<CallRecord> &records);

} // namespace Antiphon::Cli
