// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/cost/money.h>
#include <antiphon/core/json.h>

#include <QList>
#include <QString>

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
    std::optional<qint64> searches = {}; ///< Searches of the web it made, charged by the piece.
    std::optional<Money> reportedCost = {}; ///< What the provider itself says it charged.
    QString tier
        = {}; ///< What it was served as: "flex", "priority", "batch", "fast"; empty: usual.
    QString region = {}; ///< Where it was kept, if that costs: "us"; empty: anywhere.

    friend bool operator==(const Usage &, const Usage &) = default;
};

/// One step of an answer for which the service ran a model more than once (compaction, an adviser,
/// a change of model): each is charged by itself.
struct UsageStep {
    QString model = {}; ///< Empty: the one that was asked for.
    Usage usage = {};

    friend bool operator==(const UsageStep &, const UsageStep &) = default;
};

/// The word for a service tier in Usage::tier, whatever the provider calls it: "ON_DEMAND_FLEX" is
/// "flex"; empty for the usual one.
[[nodiscard]] QString tierName(QStringView raw);

/// The sum over attempts. A field stays empty only if it is empty on both sides.
[[nodiscard]] Usage operator+(const Usage &a, const Usage &b);

/// `[{"model", "usage"}]`; model null for the one asked for.
[[nodiscard]] Json toJson(const QList<UsageStep> &steps);

/// Every counter by its name, null where not reported; `searches`, `reportedCost`, `tier` and
/// `region` only if there are any.
[[nodiscard]] Json toJson(const Usage &usage);

} // namespace Antiphon
