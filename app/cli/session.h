// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exit.h"
#include "options.h"

#include <antiphon/net/callspec.h>
#include <antiphon/net/feed.h>

#include <functional>

namespace Antiphon::Cli {

/// Runs \p specs on an engine of its own and returns their records in the order of \p specs.
///
/// \p onUpdate sees everything as it happens; the index is the place in \p specs. The first Ctrl+C
/// cancels and keeps what came.
[[nodiscard]] Result<QList<CallRecord>>
runCalls(const QList<CallSpec> &specs, const RunOptions &options,
         const std::function<void(qsizetype index, const CallUpdate &update)> &onUpdate);

} // namespace Antiphon::Cli
