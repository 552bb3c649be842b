// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Source: BerriAI/litellm, model_prices_and_context_window.json and its sample_spec; read 2026-11.

#include <antiphon/core/cost/litellmprices.h>
#include <antiphon/core/jsonfields.h>
#include <antiphon/core/words.h>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// A provider of theirs, ours, and what their names of its models begin with.
struct Route {
    QLatin1StringView theirs;
    QLatin1StringView ours;
    QLatin1StringView prefix;
};

constexpr std::array routes {
    Route {"openai"_L1, "openai"_L1, "openai/"_L1},
    Route {"anthropic"_L1, "anthropic"_L1, "anthropic/"_L1},
    Route {"gemini"_L1, "google"_L1, "gemini/"_L1},
    Route {"vertex_ai"_L1, "vertex"_L1, "vertex_ai/"_L1}, // and vertex_ai-language-models, ...
    Route {"mistral"_L1, "mistral"_L1, "mistral/"_L1},
    Route {"groq"_L1, "groq"_L1, "groq/"_L1},
    Route {"cohere"_L1, "cohere"_L1, "cohere/"_L1},
    Route {"cohere_chat"_L1, "cohere"_L1, "cohere_chat/"_L1},
    Route {"xai"_L1, "xai"_L1, "xai/"_L1},
    Route {"deepseek"_L1, "deepseek"_L1, "deepseek/"_L1},
    Route {"together_ai"_L1, "together"_L1, "together_ai/"_L1},
    Route {"bedrock"_L1, "bedrock"_L1, "bedrock/"_L1},
    Route {"bedrock_converse"_L1, "bedrock"_L1, "bedrock/"_L1},
    Route {"azure"_L1, "azure"_L1, "azure/"_L1},
    Route {"azure_ai"_L1, "azure"_L1, "azure_ai/"_L1},
    Route {"openrouter"_L1, "openrouter"_L1, "openrouter/"_L1},
};

const Route *routeOf(const QString &provider)
{
    for (const Route &route : routes) {
        if (provider == route.theirs
            || (route.theirs == "vertex_ai"_L1 && provider.startsWith("vertex_ai-"_L1)))
            return &route;
    }
    return nullptr;
}

/// Per token as theirs are, per million as ours: without the noise of the last bit.
std::optional<double> perMillion(JsonFields &fields, std::string_view key)
{
    const auto *value = fields.member(key);
    if (!value || value->is_null())
        return {};
    const auto perToken = fields.number(key);
    return perToken ? std::optional(std::round(*perToken * 1e12) / 1e6) : std::nullopt;
}

/// The long-context prices, whose threshold stands in their names.
void readTier(JsonFields &fields, Price &price)
{
    for (const auto &[name, above] :
         {std::pair {"100k", 100'000}, std::pair {"128k", 128'000}, std::pair {"200k", 200'000},
          std::pair {"256k", 256'000}, std::pair {"272k", 272'000}}) {
        const std::string end = std::string("_above_") + name + "_tokens";
        const auto input = perMillion(fields, "input_cost_per_token" + end);
        if (!input)
            continue;
        price.tierAbove = above;
        price.tierInput = input;
        price.tierOutput = perMillion(fields, "output_cost_per_token" + end);
        price.tierCachedInput = perMillion(fields, "cache_read_input_token_cost" + end);
        price.tierCacheWrite = perMillion(fields, "cache_creation_input_token_cost" + end);
        return;
    }
}

/// They have prices where we have factors; one stands for the other if input and output agree.
void readFactor(JsonFields &fields, const QString &tier, std::string_view ending, Price &price)
{
    const auto input
        = perMillion(fields, std::string("input_cost_per_token_") + std::string(ending));
    const auto output
        = perMillion(fields, std::string("output_cost_per_token_") + std::string(ending));
    if (!input || !output || price.input.value_or(0) <= 0 || price.output.value_or(0) <= 0)
        return;
    const double times = *input / *price.input;
    if (std::abs(times - *output / *price.output) < 0.01 * times)
        price.factors.append({.tier = tier, .times = times});
}

Price readPrice(JsonFields &fields)
{
    Price price {.input = perMillion(fields, "input_cost_per_token"),
                 .cachedInput = perMillion(fields, "cache_read_input_token_cost"),
                 .cacheWrite = perMillion(fields, "cache_creation_input_token_cost"),
                 .cacheWriteLong = perMillion(fields, "cache_creation_input_token_cost_above_1hr"),
                 .audioInput = perMillion(fields, "input_cost_per_audio_token"),
                 .output = perMillion(fields, "output_cost_per_token"),
                 .audioOutput = perMillion(fields, "output_cost_per_audio_token"),
                 .imageOutput = perMillion(fields, "output_cost_per_image_token")};
    if (const auto *searches = fields.member("search_context_cost_per_query")) {
        const Json *each = find(*searches, "search_context_size_medium");
        if (each && each->is_number())
            price.searches = each->as<double>() * 1000;
    }
    readTier(fields, price);
    readFactor(fields, u"batch"_s, "batches", price);
    readFactor(fields, u"flex"_s, "flex", price);
    readFactor(fields, u"priority"_s, "priority", price);
    return price;
}

bool flagOf(const Json &entry, std::string_view key)
{
    const Json *value = find(entry, key);
    return value && value->is_bool() && value->as<bool>();
}

/// They count with texts now and then: "see the provider's page".
std::optional<qint64> countOf(const Json &entry, std::string_view key)
{
    const Json *value = find(entry, key);
    return value && value->is_number() ? std::optional(qRound64(value->as<double>()))
                                       : std::nullopt;
}

PriceRow readModel(const Json &entry, JsonFields &fields)
{
    PriceRow row {.price = readPrice(fields)};
    row.maxInputTokens = countOf(entry, "max_input_tokens");
    row.contextWindow = row.maxInputTokens;
    row.maxOutputTokens = countOf(entry, "max_output_tokens");
    row.inputs = {u"text"_s};
    row.outputs = {u"text"_s};
    for (const auto &[flag, kind] :
         {std::pair {"supports_vision", "image"}, std::pair {"supports_audio_input", "audio"},
          std::pair {"supports_video_input", "video"},
          std::pair {"supports_pdf_input", "document"}}) {
        if (flagOf(entry, flag))
            row.inputs.append(fromUtf8(kind));
    }
    if (flagOf(entry, "supports_audio_output"))
        row.outputs.append(u"audio"_s);
    row.tools = flagOf(entry, "supports_function_calling");
    row.structuredOutput = flagOf(entry, "supports_response_schema");
    row.reasoning = flagOf(entry, "supports_reasoning");
    row.confidence = u"medium"_s;
    return row;
}

} // namespace

Result<ImportedPrices> pricesFromLiteLlm(const Json &value, QDate asOf, const QString &source)
{
    if (!value.is_object())
        return fail(
            ErrorKind::Setup,
            Words::tr("A price list of LiteLLM is an object with a member for each model."));
    ImportedPrices imported;
    imported.table.asOf = asOf;
    imported.table.source = source;
    for (const auto &member : value.object_range()) {
        const Json &entry = member.value();
        QString model = fromUtf8(member.key());
        if (model == "sample_spec"_L1 || !entry.is_object())
            continue;
        const Route *route = routeOf(textOf(entry, "litellm_provider"));
        const QString mode = textOf(entry, "mode", u"chat"_s);
        const bool chats = mode == "chat"_L1 || mode == "responses"_L1;
        if (!route || !chats || !find(entry, "input_cost_per_token")) {
            ++imported.skipped;
            continue;
        }
        JsonFields fields(entry, model);
        PriceRow row = readModel(entry, fields);
        if (fields.error())
            return std::unexpected(*fields.error());
        if (model.startsWith(route->prefix))
            model.remove(0, route->prefix.size());
        row.provider = route->ours;
        row.model = model;
        row.source = source;
        imported.table.rows.append(std::move(row));
    }
    if (imported.table.rows.isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("There is no model with a price in it that this program knows."));
    return imported;
}

static Json rowJson(const PriceRow &row)
{
    Json json = jsonObject({{"provider", toJson(row.provider)}, {"model", toJson(row.model)}});
    const auto text = [&json](std::string_view name, const QString &value) {
        if (!value.isEmpty())
            json.insert_or_assign(name, toJson(value));
    };
    const auto number = [&json](std::string_view name, const auto &value) {
        if (value)
            json.insert_or_assign(name, *value);
    };
    text("name", row.name);
    text("status", row.status);
    if (row.variant != "standard"_L1)
        text("variant", row.variant);
    text("released", row.released.toString(Qt::ISODate));
    text("valid_from", row.validFrom.toString(Qt::ISODate));
    text("valid_until", row.validUntil.toString(Qt::ISODate));
    const Price &price = row.price;
    number("input", price.input);
    number("output", price.output);
    number("cached_input", price.cachedInput);
    number("cache_write", price.cacheWrite);
    number("cache_write_long", price.cacheWriteLong);
    number("audio_input", price.audioInput);
    number("audio_output", price.audioOutput);
    number("image_output", price.imageOutput);
    number("searches", price.searches);
    number("tier_above_input_tokens", price.tierAbove);
    number("tier_input", price.tierInput);
    number("tier_output", price.tierOutput);
    number("tier_cached_input", price.tierCachedInput);
    number("tier_cache_write", price.tierCacheWrite);
    number("tier_cache_write_long", price.tierCacheWriteLong);
    number("context_window", row.contextWindow);
    number("max_input_tokens", row.maxInputTokens);
    number("max_output_tokens", row.maxOutputTokens);
    for (const QString &kind : row.inputs)
        json.insert_or_assign("in_" + toUtf8(kind), true);
    for (const QString &kind : row.outputs)
        json.insert_or_assign("out_" + toUtf8(kind), true);
    for (const auto &[name, able] :
         {std::pair {"tools", row.tools}, std::pair {"structured_output", row.structuredOutput},
          std::pair {"reasoning", row.reasoning}}) {
        if (able)
            json.insert_or_assign(name, true);
    }
    number("temperature", row.temperature);
    if (!price.factors.isEmpty()) {
        Json factors = jsonArray();
        for (const PriceFactor &factor : price.factors)
            factors.push_back(
                jsonObject({{factor.tier.isEmpty() ? "region" : "tier",
                             toJson(factor.tier.isEmpty() ? factor.region : factor.tier)},
                            {"times", Json(factor.times)}}));
        json.insert_or_assign("factors", std::move(factors));
    }
    text("confidence", row.confidence);
    text("source", row.source);
    text("notes", row.note);
    return json;
}

Json toJson(const PriceTable &table)
{
    Json rows = jsonArray();
    for (const PriceRow &row : table.rows)
        rows.push_back(rowJson(row));
    Json json = jsonObject({{"antiphon", Json("prices/1")}});
    if (table.asOf.isValid())
        json.insert_or_assign("asOf", toJson(table.asOf.toString(Qt::ISODate)));
    if (!table.source.isEmpty())
        json.insert_or_assign("source", toJson(table.source));
    json.insert_or_assign("rows", std::move(rows));
    return json;
}

} // namespace Antiphon
