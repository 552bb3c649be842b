// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/price.h>
#include <antiphon/core/jsonfields.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

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
    row.price.searches = fields.number("searches");
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
    row.price.searches = fields.number("searches");
    row.price.tierAbove = readCount(fields, "tier_above_input_tokens");
    row.price.tierInput = fields.number("tier_input");
    row.price.tierCachedInput = fields.number("tier_cached_input");
    row.price.tierCacheWrite = fields.number("tier_cache_write");
    row.price.tierCacheWriteLong = fields.number("tier_cache_write_long");
    if (const auto *factors = fields.member("factors"); factors && factors->is_array()) {
        for (const auto &item : factors->array_range()) {
            JsonFields factor(item, fields.pathOf("factors"));
            row.price.factors.append({.tier = factor.text("tier"),
                                      .region = factor.text("region"),
                                      .times = factor.number("times", 1, 0, 100)});
            fields.reject(factor.error());
        }
    }
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

/// `{"openai": [{"tier": "flex", "times": 0.5, "models": ["gpt-5*"]}]}` into the rows they are for:
/// of several that fit a model the first counts.
std::optional<Error> readFactors(const Json &factors, PriceTable &table)
{
    if (!factors.is_object())
        return Error {.message = Words::tr("factors: must be an object.")};
    for (const auto &provider : factors.object_range()) {
        const auto path = u"factors."_s + fromUtf8(provider.key());
        if (!provider.value().is_array())
            return Error {.message = Words::tr("%1: must be a list.").arg(path)};
        qsizetype number = 0;
        for (const auto &item : provider.value().array_range()) {
            JsonFields fields(item, u"%1[%2]"_s.arg(path).arg(number++));
            const PriceFactor factor {.tier = fields.text("tier"),
                                      .region = fields.text("region"),
                                      .times = fields.number("times", 1, 0, 100)};
            const auto models = fields.texts("models");
            if (factor.tier.isEmpty() == factor.region.isEmpty())
                fields.reject("tier", Words::tr("either a tier or a region is to be named."));
            if (fields.error())
                return fields.error();
            for (PriceRow &row : table.rows) {
                const bool named
                    = models.isEmpty() || std::ranges::any_of(models, [&row](const QString &name) {
                          return name.endsWith(u'*')
                              ? row.model.startsWith(QStringView(name).chopped(1))
                              : row.model == name;
                      });
                const bool taken
                    = std::ranges::any_of(row.price.factors, [&factor](const PriceFactor &other) {
                          return other.tier == factor.tier && other.region == factor.region;
                      });
                if (named && !taken && row.provider == fromUtf8(provider.key()))
                    row.price.factors.append(factor);
            }
        }
    }
    return {};
}

/// `{"anthropic": 10}`: USD per thousand searches, for all rows of a provider that name no other.
std::optional<Error> readSearches(const Json &all, PriceTable &table)
{
    JsonFields fields(all, u"searches"_s);
    if (!all.is_object())
        return Error {.message = Words::tr("searches: must be an object.")};
    for (const auto &provider : all.object_range()) {
        const auto price = fields.number(provider.key());
        for (PriceRow &row : table.rows) {
            if (row.provider == fromUtf8(provider.key()) && !row.price.searches)
                row.price.searches = price;
        }
    }
    return fields.error();
}

/// `{"deepseek": {"days": [1, 2], "utc": ["01:00-04:00"]}}`
std::optional<Error> readPeakHours(const Json &all, PriceTable &table)
{
    if (!all.is_object())
        return Error {.message = Words::tr("peakHours: must be an object.")};
    for (const auto &provider : all.object_range()) {
        const auto id = fromUtf8(provider.key());
        JsonFields fields(provider.value(), u"peakHours."_s + id);
        PeakHours hours;
        const auto *days = fields.member("days");
        if (days && days->is_array()) {
            for (const auto &day : days->array_range())
                hours.days.append(day.is_number() ? day.as<int>() : 0);
        }
        const auto spans = fields.texts("utc");
        for (const auto &span : spans) {
            const auto begin = QTime::fromString(span.section(u'-', 0, 0), u"HH:mm"_s);
            const auto end = QTime::fromString(span.section(u'-', 1), u"HH:mm"_s);
            if (!begin.isValid() || !end.isValid())
                fields.reject("utc", Words::tr("must be times as in \"01:00-04:00\"."));
            hours.spans.append({begin, end});
        }
        if (fields.error())
            return fields.error();
        table.peak.insert(id, hours);
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
    if (const auto *factors = fields.member("factors"))
        fields.reject(readFactors(*factors, table));
    if (const auto *searches = fields.member("searches"))
        fields.reject(readSearches(*searches, table));
    if (const auto *hours = fields.member("peakHours"))
        fields.reject(readPeakHours(*hours, table));
    table.source = fields.text("source");
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
        if (find(value, "searches"))
            price.searches = fields.number("searches");
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

static void putPrice(Json &json, const Price &price)
{
    const auto put = [&json](std::string_view name, const auto &value) {
        if (value)
            json.insert_or_assign(name, *value);
    };
    put("input", price.input);
    put("cachedInput", price.cachedInput);
    put("cacheWrite", price.cacheWrite);
    put("cacheWriteLong", price.cacheWriteLong);
    put("audioInput", price.audioInput);
    put("output", price.output);
    put("audioOutput", price.audioOutput);
    put("imageOutput", price.imageOutput);
    put("searches", price.searches);
    if (price.tierAbove) {
        Json tier = jsonObject({{"above", Json(*price.tierAbove)}});
        const auto putTier = [&tier](std::string_view name, const std::optional<double> &value) {
            if (value)
                tier.insert_or_assign(name, *value);
        };
        putTier("input", price.tierInput);
        putTier("cachedInput", price.tierCachedInput);
        putTier("cacheWrite", price.tierCacheWrite);
        putTier("cacheWriteLong", price.tierCacheWriteLong);
        putTier("output", price.tierOutput);
        json.insert_or_assign("tier", std::move(tier));
    }
    Json factors = jsonArray();
    for (const PriceFactor &factor : price.factors)
        factors.push_back(
            factor.tier.isEmpty()
                ? jsonObject({{"region", toJson(factor.region)}, {"times", Json(factor.times)}})
                : jsonObject({{"tier", toJson(factor.tier)}, {"times", Json(factor.times)}}));
    if (!factors.empty())
        json.insert_or_assign("factors", std::move(factors));
}

Json toJson(const PriceSnapshot &snapshot)
{
    Json json = jsonObject();
    const auto put = [&json](std::string_view name, const QString &text) {
        if (!text.isEmpty())
            json.insert_or_assign(name, toJson(text));
    };
    put("model", snapshot.model);
    put("variant", snapshot.variant);
    put("asOf", snapshot.asOf.toString(Qt::ISODate));
    put("confidence", snapshot.confidence);
    put("source", snapshot.source);
    if (snapshot.price.isVirtual)
        json.insert_or_assign("virtual", true);
    putPrice(json, snapshot.price);
    for (const auto &[model, price] : snapshot.others.asKeyValueRange()) {
        Json other = jsonObject({{"model", toJson(model)}});
        putPrice(other, price);
        if (!json.contains("others"))
            json.insert_or_assign("others", jsonArray());
        json["others"].push_back(std::move(other));
    }
    return json;
}

} // namespace Antiphon
