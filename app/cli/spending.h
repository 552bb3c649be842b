// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "options.h"

#include <antiphon/core/call/record.h>
#include <antiphon/net/purse.h>

namespace Antiphon::Cli {

/// What the calls of one run share: `--budget`, and the budgets of the project \p id under it.
/// Empty: nothing is limited.
[[nodiscard]] std::shared_ptr<Purse> purseFor(const RunOptions &options, Budget budget = {},
                                              const QString &id = {});

/// Notes what \p record did cost, for the project's budgets of a day and in all. Money of the
/// simulator is not noted.
void noteSpending(const CallRecord &record, const QString &project);

} // namespace Antiphon::Cli
