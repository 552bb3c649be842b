// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/price.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

using Rate = std::optional<double>;

Rate either(const Rate &own, const Rate &other)
{
    return own ? own : other;
}

/// What is charged per million where \p tiered says whether the request passed the threshold.
Price effective(const Price &price, bool tiered)
{
    if (!tiered)
        return price;
    auto out = price;
    out.input = either(price.tierInput, price.input);
    out.cachedInput = either(price.tierCachedInput, price.cachedInput);
    out.cacheWrite = either(price.tierCacheWrite, price.cacheWrite);
    out.cacheWriteLong = either(price.tierCacheWriteLong, price.cacheWriteLong);
    out.output = either(price.tierOutput, price.output);
    return out;
}

/// What everything is multiplied with; empty where it was served in a way nobody has a price for.
std::optional<double> factorOf(const Usage &usage, const Price &price)
{
    double times = 1;
    if (!usage.tier.isEmpty()) {
        const auto tier = std::ranges::find(price.factors, usage.tier, &PriceFactor::tier);
        if (tier == price.factors.end())
            return {};
        times *= tier->times;
    }
    if (!usage.region.isEmpty()) { // most places cost the same
        const auto region = std::ranges::find_if(price.factors, [&usage](const PriceFactor &f) {
            return f.region == usage.region || f.region == "*"_L1;
        });
        if (region != price.factors.end())
            times *= region->times;
    }
    return times;
}

void addLines(const Usage &usage, const QString &model, const std::optional<Price> &price,
              QList<CostLine> &out)
{
    using Kind = CostLine::Kind;
    const Price base = price.value_or(Price {});
    const qint64 allInput = usage.input.value_or(0) + usage.cachedInput.value_or(0)
        + usage.cacheWrite.value_or(0) + usage.cacheWriteLong.value_or(0)
        + usage.audioInput.value_or(0);
    const auto rates = effective(base, base.tierAbove && allInput > *base.tierAbove);
    const auto factor = factorOf(usage, base);
    const auto write = either(rates.cacheWrite, rates.input);
    const auto add = [&](Kind kind, const std::optional<qint64> &tokens, const Rate &rate) {
        if (!tokens)
            return;
        CostLine line {.kind = kind, .model = model, .tokens = *tokens};
        if (rate && factor)
            line.usdPerMillion = *rate * *factor;
        if (line.usdPerMillion)
            line.amount = tokenCost(*tokens, *line.usdPerMillion);
        else if (*tokens == 0)
            line.amount = Money {};
        out.append(line);
    };
    add(Kind::Input, usage.input, rates.input);
    add(Kind::CachedInput, usage.cachedInput, either(rates.cachedInput, rates.input));
    add(Kind::CacheWrite, usage.cacheWrite, write);
    add(Kind::CacheWriteLong, usage.cacheWriteLong, either(rates.cacheWriteLong, write));
    add(Kind::AudioInput, usage.audioInput, either(rates.audioInput, rates.input));
    add(Kind::Output, usage.output, rates.output);
    add(Kind::AudioOutput, usage.audioOutput, either(rates.audioOutput, rates.output));
    add(Kind::ImageOutput, usage.imageOutput, either(rates.imageOutput, rates.output));
}

void addSearches(const Usage &usage, const std::optional<Price> &price, QList<CostLine> &out)
{
    if (!usage.searches)
        return;
    CostLine line {.kind = CostLine::Kind::Searches, .tokens = *usage.searches};
    if (price && price->searches)
        line.usdPerMillion = *price->searches * 1000;
    if (line.usdPerMillion)
        line.amount = tokenCost(line.tokens, *line.usdPerMillion);
    else if (line.tokens == 0)
        line.amount = Money {};
    out.append(line);
}

std::optional<Money> total(const QList<CostLine> &lines)
{
    Money sum;
    for (const CostLine &line : lines) {
        if (!line.amount)
            return {};
        sum = sum + *line.amount;
    }
    return sum;
}

} // namespace

std::optional<Money> cost(const Usage &usage, const std::optional<Price> &price)
{
    if (usage.reportedCost)
        return usage.reportedCost;
    if (!price || !usage.input || !usage.output)
        return {};
    QList<CostLine> lines;
    addLines(usage, {}, price, lines);
    addSearches(usage, price, lines);
    return total(lines);
}

std::optional<Money> costInHead(const HttpHeaders &headers)
{
    const QByteArray said = headerValue(headers, "x-litellm-response-cost");
    bool isNumber = false;
    const double usd = said.trimmed().toDouble(&isNumber); // it may have an exponent
    if (!isNumber || !(usd > 0) || usd > 1e6)
        return {};
    return Money {qRound64(usd * 1e12)};
}

std::optional<Money> cost(const Usage &usage, const QList<UsageStep> &steps,
                          const std::optional<PriceSnapshot> &price)
{
    if (usage.reportedCost)
        return usage.reportedCost;
    if (!price || !usage.input || !usage.output)
        return {};
    return total(bill(usage, steps, price));
}

QList<CostLine> bill(const Usage &usage, const QList<UsageStep> &steps,
                     const std::optional<PriceSnapshot> &price)
{
    const auto base = price ? std::optional(price->price) : std::nullopt;
    QList<CostLine> lines;
    if (steps.isEmpty())
        addLines(usage, {}, base, lines);
    for (const UsageStep &step : steps) {
        Usage one = step.usage; // how it was served is said of the whole
        one.tier = usage.tier;
        one.region = usage.region;
        if (step.model.isEmpty()) {
            addLines(one, {}, base, lines);
            continue;
        }
        std::optional<Price> other;
        if (price && price->others.contains(step.model))
            other = price->others.value(step.model);
        addLines(one, step.model, other, lines);
    }
    addSearches(usage, base, lines);
    return lines;
}

} // namespace Antiphon
