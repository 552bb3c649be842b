// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/cost/money.h>
#include <antiphon/core/json.h>

#include <optional>

namespace Antiphon {

/// Token counts for one attempt, as the provider billed them.
///
/// The counters are disjoint: a cached token is in `cachedInput` and not in `input`, so that cost
/// is a plain sum. Providers that report totals are taken apart in their codec (OpenAI counts
/// cached tokens inside the prompt, Anthropic beside it). `reasoning` is the exception: it says how
/// much of `output` was reasoning. An empty field means "not reported"; it is not zero and never an
/// estimate.
struct Usage {
    std::optional<qint64> input = {};
    std::optional<qint64> cachedInput = {};
    std::optional<qint64> cacheWrite = {};
    std::optional<qint64> cacheWriteLong = {};
    std::optional<qint64> audioInput = {};
    std::optional<qint64> output = {};
    std::optional<qint64> audioOutput = {};
    std::optional<qint64> imageOutput = {};
    std::optional<qint64> reasoning = {}; ///< A part of `output`, for information.
    std::optional<Money> reportedCost = {}; ///< What the provider itself says it charged.

    friend bool operator==(const Usage &, const Usage &) = default;
};

/// The sum over attempts. A field stays empty only if it is empty on both sides.
[[nodiscard]] Usage operator+(const Usage &a, const Usage &b);

/// Every counter by its name, null where not reported; `reportedCost` only if there is one.
[[nodiscard]] Json toJson(const Usage &usage);

} // namespace Antiphon
