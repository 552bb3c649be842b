// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/budget.h>

#include <antiphon/core/config/dynamicrun.h>
#include <antiphon/core/jsonfields.h>

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

constexpr double pico = 1e12;
constexpr double mostUsd = 9e6; ///< What fits into Money.
constexpr qint64 tokensOfMedia = 3000;

struct TokensOf {
    qint64 operator()(const Text &part) const { return roughTokens(part.text); }
    qint64 operator()(const CacheMarker &) const { return 0; }
    qint64 operator()(const ToolUse &part) const { return roughTokens(part.argumentsText); }
    qint64 operator()(const ToolResult &part) const
    {
        return roughTokens(part.content) + part.images.size() * tokensOfMedia;
    }
    qint64 operator()(const Thinking &part) const
    {
        return roughTokens(part.text) + roughTokens(part.redacted);
    }
    qint64 operator()(const Native &part) const
    {
        return roughTokens(QString::fromUtf8(toBytes(part.value)));
    }
    qint64 operator()(const auto &) const { return tokensOfMedia; }
};

Json limitJson(const SpendingLimit &limit)
{
    Json out = jsonObject();
    if (limit.warn)
        out.insert_or_assign("warn", Json(double(limit.warn->picoUsd) / pico));
    if (limit.stop)
        out.insert_or_assign("stop", Json(double(limit.stop->picoUsd) / pico));
    return out;
}

SpendingLimit readLimit(JsonFields &fields, std::string_view key)
{
    auto part = fields.object(key);
    SpendingLimit limit;
    for (const auto &[name, amount] :
         {std::pair("warn", &limit.warn), std::pair("stop", &limit.stop)}) {
        const Json *value = part.member(name);
        if (value && !value->is_null())
            *amount = Money {std::llround(part.number(name, 0, 0, mostUsd) * pico)};
    }
    fields.reject(part.error());
    return limit;
}

}

Result<Budget> budgetFromJson(const Json &value)
{
    JsonFields fields(value, u"budget"_s);
    const Budget budget {.run = readLimit(fields, "run"),
                         .day = readLimit(fields, "day"),
                         .project = readLimit(fields, "project")};
    if (fields.error())
        return std::unexpected(*fields.error());
    return budget;
}

Json toJson(const Budget &budget)
{
    Json out = jsonObject();
    for (const auto &[name, limit] : {std::pair("run", &budget.run), std::pair("day", &budget.day),
                                      std::pair("project", &budget.project)}) {
        if (*limit != SpendingLimit {})
            out.insert_or_assign(name, limitJson(*limit));
    }
    return out;
}

QString usdText(Money amount)
{
    const double usd = double(amount.picoUsd) / pico;
    int digits = 2;
    for (double unit = 0.01; digits < 8 && usd > 0 && usd < unit * 10; unit /= 10)
        ++digits;
    return u'$' + QLocale().toString(usd, 'f', digits);
}

qint64 inputBound(const CallRequest &request)
{
    qint64 tokens = 16 * request.messages.size(); // of the format around them
    for (const Message &message : request.messages) {
        for (const ContentPart &part : message.parts)
            tokens += std::visit(TokensOf {}, part);
    }
    for (const ToolDefinition &tool : request.tools)
        tokens += roughTokens(QString::fromUtf8(toBytes(tool.parameters)))
            + roughTokens(tool.description) + roughTokens(tool.name);
    if (!request.output.schema.empty())
        tokens += roughTokens(QString::fromUtf8(toBytes(request.output.schema)));
    return tokens + tokens / 4;
}

std::optional<Money> costBound(const CallRequest &request, qint64 output,
                               const std::optional<PriceSnapshot> &price)
{
    if (!price)
        return {};
    return cost({.input = inputBound(request), .output = output}, price->price);
}

} // namespace Antiphon
