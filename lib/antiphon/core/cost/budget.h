// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>
#include <antiphon/core/cost/price.h>

namespace Antiphon {

/// A limit on spending. Empty: none.
struct SpendingLimit {
    std::optional<Money> warn = {};
    std::optional<Money> stop = {}; ///< Nothing starts that might go beyond.

    friend bool operator==(const SpendingLimit &, const SpendingLimit &) = default;
};

/// What may be spent: the `budget` of a project (project-format.md 4.1).
struct Budget {
    SpendingLimit run = {};
    SpendingLimit day = {};
    SpendingLimit project = {};

    [[nodiscard]] bool isEmpty() const { return *this == Budget {}; }
    friend bool operator==(const Budget &, const Budget &) = default;
};

/// Reads `{"run": {"warn": 0.5, "stop": 1}, ...}`, in USD. An error names the field.
[[nodiscard]] Result<Budget> budgetFromJson(const Json &value);

/// The same form, without limits that are not set.
[[nodiscard]] Json toJson(const Budget &budget);

/// An amount for people: "$0.05", with as many digits as it takes to tell it from nothing.
[[nodiscard]] QString usdText(Money amount);

/// A count of the tokens of what \p request sends that is rather too high than too low. Images and
/// other media count as a few thousand each.
[[nodiscard]] qint64 inputBound(const CallRequest &request);

/// The most one attempt may cost: all of its input uncached, and \p output tokens of answer. Empty:
/// there is no price.
[[nodiscard]] std::optional<Money> costBound(const CallRequest &request, qint64 output,
                                             const std::optional<PriceSnapshot> &price);

} // namespace Antiphon
