// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>
#include <antiphon/core/retry/retrying.h>

namespace Antiphon {

/// The failures of all attempts in order: of a success, what it took to get there.
[[nodiscard]] QList<Error> failures(const CallRecord &record);

/// The failures that were passed on to another target (retries.md 3): one for each target that was
/// given up. Of a call that failed on the last target too, that one as well.
[[nodiscard]] QList<Error> caught(const CallRecord &record);

/// What a call ends with that failed on all of its targets: of the last one's kind, with the code
/// "fallback-error", and all of caught() in its text and causes.
[[nodiscard]] Error fallbackError(const CallRecord &record);

/// What the call failed with: CallRecord::error, else that of the last attempt; empty: it did not.
[[nodiscard]] std::optional<Error> errorOf(const CallRecord &record);

/// What is known to have been spent on \p record, in real money: what the simulator answered and
/// what has no known cost is left out, calls made for it are not.
[[nodiscard]] Money realCost(const CallRecord &record);

/// How many attempts, how long they waited for each other, when the last failed one had ended.
[[nodiscard]] RetryStatistics statistics(const CallRecord &record);

} // namespace Antiphon
