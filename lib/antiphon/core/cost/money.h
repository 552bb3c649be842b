// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace Antiphon {

/// An amount in units of 10^-12 USD: exact for a fraction of a token's price, never a double.
struct Money {
    qint64 picoUsd = 0;

    friend auto operator<=>(const Money &, const Money &) = default;
    friend Money operator+(Money a, Money b) { return {a.picoUsd + b.picoUsd}; }
    friend Money operator-(Money a, Money b) { return {a.picoUsd - b.picoUsd}; }
};

/// Plain decimal USD without trailing zeros, as in "0.000026"; "0" for nothing. For files and JSON.
[[nodiscard]] QString toDecimal(Money amount);

/// Reads a decimal number of USD exactly; empty for anything else or an amount out of range.
[[nodiscard]] std::optional<Money> moneyFromDecimal(QStringView text);

/// \p tokens at \p usdPerMillion, rounded to the nearest 10^-12 USD.
[[nodiscard]] Money tokenCost(qint64 tokens, double usdPerMillion);

} // namespace Antiphon
