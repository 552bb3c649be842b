// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/retry/decide.h>

namespace Antiphon {

/// The wait before one attempt of a preview. Seconds.
struct PreviewedWait {
    int attempt = 2; ///< The one that follows the wait.
    double min = 0;
    double median = 0;
    double max = 0;
    std::optional<double> drawn = {}; ///< Empty: this draw gave up before.
    double earliest = 0; ///< When the attempt begins, were attempts to take no time.
    double expected = 0;
    double latest = 0;
    QString why = {}; ///< What decide() says of the attempt before it; empty without a draw.

    friend bool operator==(const PreviewedWait &, const PreviewedWait &) = default;
};

/// What a policy does with a failure that never ends (ux.md 3.8).
struct RetryPreview {
    QList<PreviewedWait> waits = {}; ///< All that are possible, the first previewRows of them.
    int attempts = 1; ///< At most.
    bool cut = false; ///< There are more attempts than rows.
    double drawnSeconds = 0; ///< Waited in this draw.
    double longestSeconds = 0; ///< Waited at most.
    bool retried = false; ///< false: such a failure is not tried again at all.
    QString ending = {}; ///< Why there is no further attempt.
    QStringList warnings = {}; ///< Scripts of the policy that failed.

    friend bool operator==(const RetryPreview &, const RetryPreview &) = default;
};

inline constexpr int previewRows = 50;

/// Plays \p policy on one target whose every attempt ends at once with \p failure. \p seed decides
/// the draw; ranges and medians do not depend on it.
[[nodiscard]] RetryPreview previewRetries(const RetryPolicy &policy, const Outcome &failure,
                                          quint64 seed);

} // namespace Antiphon
