// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/price.h>
#include <antiphon/core/jsonfields.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(price)
};

/// A day, or an invalid one for null and nothing.
QDate readDay(JsonFields &fields, std::string_view key)
{
    const auto *value = fields.member(key);
    if (!value || value->is_null())
        return {};
    const auto day = QDate::fromString(toText(*value), Qt::ISODate);
    if (!day.isValid())
        fields.reject(key, Words::tr("must be a day as in \"2026-11-21\"."));
    return day;
}

std::optional<qint64> readCount(JsonFields &fields, std::string_view key)
{
    const auto *value = fields.member(key);
    if (!value || value->is_null())
        return {};
    return fields.integer(key, 0, 0, 1'000'000'000'000);
}

std::optional<bool> readMaybe(JsonFields &fields, std::string_view key)
{
    const auto *value = fields.member(key);
    if (!value || value->is_null())
        return {};
    return fields.flag(key, false);
}

QString readText(JsonFields &fields, std::string_view key, const QString &fallback = {})
{
    const auto *value = fields.member(key);
    return !value || value->is_null() ? fallback : fields.text(key, fallback);
}

/// One entry of our own table, below its provider and model.
PriceRow readEntry(JsonFields &fields)
{
    PriceRow row;
    row.name = fields.text("name");
    row.status = fields.text("status", u"active"_s);
    row.variant = fields.text("variant", row.variant);
    row.validFrom = readDay(fields, "from");
    row.validUntil = readDay(fields, "until");
    row.aliases = fields.texts("also");
    row.released = readDay(fields, "released");

    row.price.input = fields.number("input");
    row.price.cachedInput = fields.number("cachedInput");
    row.price.cacheWrite = fields.number("cacheWrite");
    row.price.cacheWriteLong = fields.number("cacheWriteLong");
    row.price.audioInput = fields.number("audioInput");
    row.price.output = fields.number("output");
    row.price.audioOutput = fields.number("audioOutput");
    row.price.imageOutput = fields.number("imageOutput");
    auto tier = fields.object("tier");
    row.price.tierAbove = readCount(tier, "above");
    row.price.tierInput = tier.number("input");
    row.price.tierCachedInput = tier.number("cachedInput");
    row.price.tierCacheWrite = tier.number("cacheWrite");
    row.price.tierCacheWriteLong = tier.number("cacheWriteLong");
    row.price.tierOutput = tier.number("output");
    fields.reject(tier.error());

    row.contextWindow = readCount(fields, "context");
    row.maxInputTokens = readCount(fields, "maxInput");
    row.maxOutputTokens = readCount(fields, "maxOutput");
    row.inputs = fields.texts("takes", {u"text"_s});
    row.outputs = fields.texts("gives", {u"text"_s});
    const auto abilities = fields.texts("can");
    row.tools = abilities.contains(u"tools"_s);
    row.structuredOutput = abilities.contains(u"schema"_s);
    row.reasoning = abilities.contains(u"reasoning"_s);
    row.temperature = readMaybe(fields, "temperature");
    row.confidence = fields.text("confidence", u"high"_s);
    row.source = fields.text("source");
    row.note = fields.text("note");
    return row;
}

QStringList modalities(JsonFields &fields, const char *direction)
{
    QStringList out;
    for (const auto *kind : {"text", "image", "audio", "video", "document"}) {
        const auto key = std::string(direction) + kind;
        if (readMaybe(fields, key).value_or(false))
            out.append(fromUtf8(kind));
    }
    return out;
}

/// One row as a project writes it: every fact under its long name.
PriceRow readRow(JsonFields &fields)
{
    PriceRow row;
    row.provider = readText(fields, "provider");
    row.model = readText(fields, "model");
    if (row.provider.isEmpty())
        fields.reject("provider", Words::tr("is missing."));
    if (row.model.isEmpty())
        fields.reject("model", Words::tr("is missing."));
    row.name = readText(fields, "name");
    row.status = readText(fields, "status");
    row.released = QDate::fromString(readText(fields, "released"), Qt::ISODate);
    row.variant = readText(fields, "variant", row.variant);
    row.validFrom = readDay(fields, "valid_from");
    row.validUntil = readDay(fields, "valid_until");

    row.price.input = fields.number("input");
    row.price.cachedInput = fields.number("cached_input");
    row.price.cacheWrite = fields.number("cache_write");
    row.price.cacheWriteLong = fields.number("cache_write_long");
    row.price.audioInput = fields.number("audio_input");
    row.price.output = fields.number("output");
    row.price.audioOutput = fields.number("audio_output");
    row.price.imageOutput = fields.number("image_output");
    row.price.tierAbove = readCount(fields, "tier_above_input_tokens");
    row.price.tierInput = fields.number("tier_input");
    row.price.tierCachedInput = fields.number("tier_cached_input");
    row.price.tierCacheWrite = fields.number("tier_cache_write");
    row.price.tierCacheWriteLong = fields.number("tier_cache_write_long");
    row.price.tierOutput = fields.number("tier_output");

    row.contextWindow = readCount(fields, "context_window");
    row.maxInputTokens = readCount(fields, "max_input_tokens");
    row.maxOutputTokens = readCount(fields, "max_output_tokens");
    row.inputs = modalities(fields, "in_");
    row.outputs = modalities(fields, "out_");
    row.tools = readMaybe(fields, "tools").value_or(false);
    row.structuredOutput = readMaybe(fields, "structured_output").value_or(false);
    row.reasoning = readMaybe(fields, "reasoning").value_or(false);
    row.temperature = readMaybe(fields, "temperature");
    row.confidence = readText(fields, "confidence");
    row.source = readText(fields, "source");
    row.note = readText(fields, "notes");
    return row;
}

std::optional<Error> readRows(const Json &rows, PriceTable &table)
{
    if (!rows.is_array())
        return Error {.message = Words::tr("rows: must be a list.")};
    qsizetype number = 0;
    for (const auto &item : rows.array_range()) {
        JsonFields fields(item, u"rows[%1]"_s.arg(number++));
        auto row = readRow(fields);
        if (fields.error())
            return fields.error();
        table.rows.append(std::move(row));
    }
    return {};
}

/// A model is one entry, or a list of them: one for each span of days or variant.
std::optional<Error> readModel(const Json &value, const QString &provider, const QString &model,
                               PriceTable &table)
{
    const auto path = u"providers.%1.%2"_s.arg(provider, model);
    const auto append = [&](const Json &entry, const QString &entryPath) {
        JsonFields fields(entry, entryPath);
        auto row = readEntry(fields);
        row.provider = provider;
        row.model = model;
        if (!fields.error())
            table.rows.append(std::move(row));
        return fields.error();
    };
    if (!value.is_array())
        return append(value, path);
    qsizetype number = 0;
    for (const auto &entry : value.array_range()) {
        if (auto error = append(entry, u"%1[%2]"_s.arg(path).arg(number++)))
            return error;
    }
    return {};
}

std::optional<Error> readProviders(const Json &providers, PriceTable &table)
{
    if (!providers.is_object())
        return Error {.message = Words::tr("providers: must be an object.")};
    for (const auto &provider : providers.object_range()) {
        const auto id = fromUtf8(provider.key());
        if (!provider.value().is_object())
            return Error {.message = Words::tr("providers.%1: must be an object.").arg(id)};
        for (const auto &model : provider.value().object_range()) {
            if (auto error = readModel(model.value(), id, fromUtf8(model.key()), table))
                return error;
        }
    }
    return {};
}

}

Result<PriceTable> priceTableFromJson(const Json &value)
{
    PriceTable table;
    JsonFields fields(value);
    const auto kind = fields.text("antiphon", u"prices/1"_s);
    if (kind != "prices/1"_L1)
        fields.reject("antiphon", Words::tr("is \"%1\"; prices say \"prices/1\".").arg(kind));
    table.asOf = readDay(fields, "asOf");
    if (const auto *providers = fields.member("providers"))
        fields.reject(readProviders(*providers, table));
    if (const auto *rows = fields.member("rows"))
        fields.reject(readRows(*rows, table));
    if (fields.error())
        return std::unexpected(*fields.error());
    return table;
}

Result<Price> priceFromJson(const Json &value, const Price &base)
{
    auto price = base;
    JsonFields fields(value, u"price"_s);
    bool flat = false;
    const auto replace = [&](std::string_view key, std::optional<double> &rate) {
        if (!find(value, key))
            return;
        rate = fields.number(key);
        flat = true;
    };
    if (!fields.error()) {
        replace("input", price.input);
        replace("cachedInput", price.cachedInput);
        replace("cacheWrite", price.cacheWrite);
        replace("cacheWriteLong", price.cacheWriteLong);
        replace("audioInput", price.audioInput);
        replace("output", price.output);
        replace("audioOutput", price.audioOutput);
        replace("imageOutput", price.imageOutput);
    }
    if (fields.error())
        return std::unexpected(*fields.error());
    if (flat) {
        price.tierAbove = {};
        price.tierInput = price.tierCachedInput = price.tierOutput = {};
        price.tierCacheWrite = price.tierCacheWriteLong = {};
    }
    return price;
}

} // namespace Antiphon
