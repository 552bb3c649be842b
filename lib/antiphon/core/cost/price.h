// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/usage.h>
#include <antiphon/core/cost/money.h>
#include <antiphon/core/provider/http.h>

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Antiphon {

/// A factor on all prices for how or where a request was served (pricing.md, Multipliers). One of
/// the two is named: `tier` is compared with Usage::tier, `region` with Usage::region; the region
/// "*" stands for any.
struct PriceFactor {
    QString tier = {};
    QString region = {};
    double times = 1;

    friend bool operator==(const PriceFactor &, const PriceFactor &) = default;
};

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
    std::optional<double> searches = {}; ///< USD per thousand searches of the web.
    std::optional<qint64> tierAbove
        = {}; ///< Strictly more input tokens than this: the tier prices, for all tokens.
    std::optional<double> tierInput = {};
    std::optional<double> tierCachedInput = {};
    std::optional<double> tierCacheWrite = {};
    std::optional<double> tierCacheWriteLong = {};
    std::optional<double> tierOutput = {};
    QList<PriceFactor> factors = {};
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

/// When a provider's "peak" prices hold, in UTC; "off_peak" at any other time.
struct PeakHours {
    QList<int> days = {}; ///< 1 is Monday.
    QList<std::pair<QTime, QTime>> spans = {}; ///< The end is outside.

    [[nodiscard]] bool contains(const QDateTime &utc) const;
    friend bool operator==(const PeakHours &, const PeakHours &) = default;
};

/// All known prices with the day they were read.
struct PriceTable {
    QDate asOf = {};
    QList<PriceRow> rows = {};
    QMap<QString, PeakHours> peak = {}; ///< By provider.
    QString source = {}; ///< Of a table that was imported: where from.
};

/// What an attempt was charged by, as it was known that day: later tables change nothing.
struct PriceSnapshot {
    QString model = {}; ///< Of the row; empty: the target's own price alone.
    QString variant = {}; ///< Of the row, unless it is "standard".
    QString source = {};
    QString confidence = {};
    QDate asOf = {};
    Price price = {};
    QMap<QString, Price> others = {}; ///< Of models the service used besides, by their names.

    friend bool operator==(const PriceSnapshot &, const PriceSnapshot &) = default;
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

/// As above at a moment: where the hour decides, the row of that hour.
[[nodiscard]] const PriceRow *findPriceAt(const PriceTable &table, QStringView provider,
                                          QStringView model, const QDateTime &utc);

/// What is remembered of \p row with an attempt.
[[nodiscard]] PriceSnapshot snapshot(const PriceRow &row, const PriceTable &table);

/// A target's own `price` object laid over \p base: keys are the counters of Usage. A flat price
/// of its own ends the tier of \p base.
[[nodiscard]] Result<Price> priceFromJson(const Json &value, const Price &base = {});

/// What \p usage costs. Empty when something that was used has no price, or when input or output
/// was not reported, or when it was served in a way \p price has no factor for: unknown stays
/// unknown. A cost the provider reports itself wins.
[[nodiscard]] std::optional<Money> cost(const Usage &usage, const std::optional<Price> &price);

/// What a gateway says in the head of a whole answer that it cost (LiteLLM's
/// `x-litellm-response-cost`). Zero is what it says of models whose price it does not know.
[[nodiscard]] std::optional<Money> costInHead(const HttpHeaders &headers);

/// As above; with \p steps the sum of what each of them costs at the price of its model.
[[nodiscard]] std::optional<Money> cost(const Usage &usage, const QList<UsageStep> &steps,
                                        const std::optional<PriceSnapshot> &price);

/// One line of a bill.
struct CostLine {
    enum class Kind {
        Input,
        CachedInput,
        CacheWrite,
        CacheWriteLong,
        AudioInput,
        Output,
        AudioOutput,
        ImageOutput,
        Searches, ///< `tokens` counts searches; whatever it was served as, the price is the same.
    };

    Kind kind = Kind::Input;
    QString model = {}; ///< Empty: the one asked for.
    qint64 tokens = 0;
    std::optional<double> usdPerMillion = {}; ///< As charged: tier and factors are in it.
    std::optional<Money> amount = {};

    friend bool operator==(const CostLine &, const CostLine &) = default;
};

/// What cost() adds up, counters of nothing left out; a price nobody knows is empty.
[[nodiscard]] QList<CostLine> bill(const Usage &usage, const QList<UsageStep> &steps,
                                   const std::optional<PriceSnapshot> &price);

/// `{"asOf", "model", ..., "input", ...}`: only what is known.
[[nodiscard]] Json toJson(const PriceSnapshot &price);

} // namespace Antiphon
