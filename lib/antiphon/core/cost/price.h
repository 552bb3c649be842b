// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/usage.h>
#include <antiphon/core/cost/money.h>

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace Antiphon {

/// Prices of one model in USD per million tokens. Empty: not published, never zero (pricing.md).
struct Price {
    std::optional<double> input = {};
    std::optional<double> cachedInput = {};
    std::optional<double> cacheWrite = {};
    std::optional<double> cacheWriteLong = {};
    std::optional<double> audioInput = {};
    std::optional<double> output = {};
    std::optional<double> audioOutput = {};
    std::optional<double> imageOutput = {};
    std::optional<qint64> tierAbove
        = {}; ///< Strictly more input tokens than this: the tier prices, for all tokens.
    std::optional<double> tierInput = {};
    std::optional<double> tierCachedInput = {};
    std::optional<double> tierCacheWrite = {};
    std::optional<double> tierCacheWriteLong = {};
    std::optional<double> tierOutput = {};
    bool isVirtual = false; ///< Of the simulator: never real money.

    friend bool operator==(const Price &, const Price &) = default;
};

/// One row of the price table: a model of a provider in a span of days.
struct PriceRow {
    QString provider = {};
    QString model = {};
    QString name = {};
    QString status = {};
    QString variant = QStringLiteral("standard"); ///< Else "peak", "off_peak".
    QDate validFrom = {}; ///< Invalid: since ever.
    QDate validUntil = {}; ///< Invalid: until further notice. Inclusive.
    Price price = {};
    QStringList aliases = {}; ///< Other names it is asked for by, at the same price.
    QDate released = {}; ///< Invalid: not known.
    std::optional<qint64> contextWindow = {};
    std::optional<qint64> maxInputTokens = {}; ///< Only where it is not the whole window.
    std::optional<qint64> maxOutputTokens = {};
    QStringList inputs = {}; ///< "text", "image", "audio", "video", "document".
    QStringList outputs = {};
    bool tools = false;
    bool structuredOutput = false;
    bool reasoning = false;
    std::optional<bool> temperature = {}; ///< Whether it takes one; empty: not known.
    QString confidence = {}; ///< "high", "medium", "low"; low is shown as unverified.
    QString source = {};
    QString note = {};

    friend bool operator==(const PriceRow &, const PriceRow &) = default;
};

/// All known prices with the day they were read.
struct PriceTable {
    QDate asOf = {};
    QList<PriceRow> rows = {};
};

/// Reads resources/prices.json or a project's prices.json (`prices/1`). An error names the row.
[[nodiscard]] Result<PriceTable> priceTableFromJson(const Json &value);

/// \p over's rows replace those of \p base with the same provider, model, variant and start.
[[nodiscard]] PriceTable merged(PriceTable base, const PriceTable &over);

/// The row for \p model as used on \p day (UTC); a dated snapshot ("gpt-4o-mini-2024-07-18") falls
/// back on its family. nullptr when nothing is known.
///
/// Where the price depends on the hour (variants "peak" and "off_peak") it is the peak's: an
/// estimate may be too high, never too low.
[[nodiscard]] const PriceRow *findPrice(const PriceTable &table, QStringView provider,
                                        QStringView model, QDate day);

/// A target's own `price` object laid over \p base: keys are the counters of Usage. A flat price
/// of its own ends the tier of \p base.
[[nodiscard]] Result<Price> priceFromJson(const Json &value, const Price &base = {});

/// What \p usage costs. Empty when something that was used has no price, or when input or output
/// was not reported: unknown stays unknown. A cost the provider reports itself wins.
[[nodiscard]] std::optional<Money> cost(const Usage &usage, const std::optional<Price> &price);

} // namespace Antiphon
