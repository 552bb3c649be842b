// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

#include <QString>

namespace Antiphon::Ui {

/// Whether \p attempt fits \p filter: words that all have to be found, groups of them separated by
/// OR. `result:429`, `kind:repair`, `target:haiku`, `why:backoff` look in one place, and
/// `result:error` fits everything that failed. An empty filter fits all.
[[nodiscard]] bool fitsFilter(const Attempt &attempt, QStringView filter);

} // namespace Antiphon::Ui
