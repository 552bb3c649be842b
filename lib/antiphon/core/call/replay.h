// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/provider/provider.h>

namespace Antiphon {

/// What one piece of a recorded answer said.
struct ReplayedPiece {
    Chunk chunk = {};
    StreamEvents events = {};

    friend bool operator==(const ReplayedPiece &, const ReplayedPiece &) = default;
};

/// A recorded answer, read again.
struct Replay {
    Attempt attempt = {}; ///< As it would end today; request, times and costs as recorded.
    QList<ReplayedPiece> pieces = {};
    QStringList differences = {}; ///< Names of what came out otherwise than it is recorded.
};

/// Sends the recorded response of \p attempt through its codec again, piece by piece as it came.
/// Nothing goes out. A Setup error when there is no response, or its format is not known.
///
/// Where a secret was masked in the record, the bytes are no longer those that came.
[[nodiscard]] Result<Replay> replayed(const Attempt &attempt, const Quirks &quirks = {});

} // namespace Antiphon
