// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/cost/price.h>

namespace Antiphon {

/// A price list in LiteLLM's format (model_prices_and_context_window.json): prices in USD per
/// token, under the names of that program. What it has and we have no use for is counted.
struct ImportedPrices {
    PriceTable table = {};
    int skipped = 0; ///< No chat models, or of providers nobody here knows.
};

/// Reads \p value; \p asOf is the day it was read on and \p source where from. An error names the
/// model and member.
[[nodiscard]] Result<ImportedPrices> pricesFromLiteLlm(const Json &value, QDate asOf,
                                                       const QString &source);

/// \p table in the form of a project's prices.json: `{"antiphon": "prices/1", "rows": [...]}`.
[[nodiscard]] Json toJson(const PriceTable &table);

} // namespace Antiphon
