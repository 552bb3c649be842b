// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/answer.h>

#include <algorithm>
#include <cmath>

namespace Antiphon {

using namespace Qt::StringLiterals;

static constexpr int deepest = 8; // levels; below, optional members are left out and lists empty

static const QStringList words {
    u"printer"_s, u"invoice"_s,  u"battery"_s, u"delivery"_s, u"screen"_s,   u"refund"_s,
    u"account"_s, u"keyboard"_s, u"router"_s,  u"warranty"_s, u"password"_s, u"headset"_s,
    u"update"_s,  u"cable"_s,    u"order"_s,   u"monitor"_s,
};

static Json sample(const Json &schema, const Json &root, Draws &draws, int depth);

static const Json &pick(const Json &list, Draws &draws)
{
    return list[std::size_t(drawBetween(draws, 0, int(list.size()) - 1))];
}

static QString pickWord(Draws &draws)
{
    return words[drawBetween(draws, 0, int(words.size()) - 1)];
}

/// `#/$defs/Name` and other pointers into \p root; nullptr where nothing is.
static const Json *resolved(const Json &root, const QString &reference)
{
    if (!reference.startsWith(u'#'))
        return nullptr;
    const Json *at = &root;
    for (QString part : reference.sliced(1).split(u'/', Qt::SkipEmptyParts)) {
        part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        at = find(*at, toUtf8(part));
        if (!at)
            return nullptr;
    }
    return at;
}

/// The type asked for, lower case; the first that is not null of several.
static QString typeOf(const Json &schema)
{
    const Json *type = find(schema, "type");
    if (type && type->is_array()) {
        for (const Json &one : type->array_range()) {
            if (const QString name = toText(one).toLower(); name != u"null")
                return name;
        }
    }
    if (type && type->is_string())
        return toText(*type).toLower(); // Gemini also takes upper case
    if (find(schema, "properties"))
        return u"object"_s;
    if (find(schema, "items") || find(schema, "prefixItems"))
        return u"array"_s;
    return type ? u"null"_s : u"string"_s;
}

static std::optional<double> number(const Json &schema, std::string_view key)
{
    const Json *value = find(schema, key);
    return value && value->is_number() ? std::optional(value->as<double>()) : std::nullopt;
}

static qint64 count(const Json &schema, std::string_view key, qint64 fallback)
{
    const Json *value = find(schema, key);
    return value && value->is<qint64>() ? value->as<qint64>() : fallback;
}

/// The midpoint of the bounds; a bound alone gives a number near it.
static Json sampleNumber(const Json &schema, bool whole, Draws &draws)
{
    const double step = number(schema, "multipleOf").value_or(whole ? 1.0 : 0.0);
    auto low = number(schema, "minimum");
    auto high = number(schema, "maximum");
    const double margin = step > 0 ? step : 1e-3;
    if (const auto above = number(schema, "exclusiveMinimum"))
        low = std::max(low.value_or(*above + margin), *above + margin);
    if (const auto below = number(schema, "exclusiveMaximum"))
        high = std::min(high.value_or(*below - margin), *below - margin);

    const double drawn = whole ? drawBetween(draws, 1, 40) : drawBetween(draws, 10, 400) / 4.0;
    double value = drawn;
    if (low && high)
        value = (*low + *high) / 2;
    else if (low)
        value = *low + drawn;
    else if (high)
        value = *high - drawn;
    if (step > 0) {
        value = std::floor(value / step) * step;
        if (low && value < *low)
            value += step;
    }
    if (whole || (step > 0 && value == std::floor(value) && step == std::floor(step)))
        return Json(qint64(value));
    return Json(value);
}

static QString formatted(const QString &format, Draws &draws)
{
    const auto two = [&](int min, int max) {
        return QString::number(drawBetween(draws, min, max)).rightJustified(2, u'0');
    };
    // One draw a statement: compilers order the operands of + as they like.
    if (format == u"date"_s || format == u"date-time"_s) {
        QString text = u"2026-"_s + two(1, 12);
        text += u'-' + two(1, 28);
        return format == u"date"_s ? text : text + u'T' + two(8, 18) + u":00:00Z"_s;
    }
    if (format == u"time"_s) {
        const QString hour = two(8, 18);
        return hour + u':' + two(0, 59) + u":00Z"_s;
    }
    if (format == u"duration"_s)
        return u"PT"_s + QString::number(drawBetween(draws, 1, 48)) + u'H';
    if (format == u"email"_s)
        return pickWord(draws) + u"@example.com"_s;
    if (format == u"uri"_s || format == u"url"_s)
        return u"https://example.com/"_s + pickWord(draws);
    if (format == u"hostname"_s)
        return pickWord(draws) + u".example.com"_s;
    if (format == u"ipv4"_s)
        return u"192.0.2."_s + QString::number(drawBetween(draws, 1, 254));
    if (format == u"uuid"_s) {
        QString hex = QString::number(draws.nextBits(), 16).rightJustified(16, u'0');
        hex += QString::number(draws.nextBits(), 16).rightJustified(16, u'0');
        return hex.first(8) + u'-' + hex.sliced(8, 4) + u"-4"_s + hex.sliced(13, 3) + u"-8"_s
            + hex.sliced(17, 3) + u'-' + hex.last(12);
    }
    return {};
}

static Json sampleString(const Json &schema, Draws &draws)
{
    QString text = formatted(textOf(schema, "format"), draws);
    if (!text.isEmpty())
        return toJson(text);
    text = pickWord(draws);
    text += u' ' + pickWord(draws);
    while (text.size() < std::min(count(schema, "minLength", 0), qint64(10'000)))
        text += u' ' + pickWord(draws);
    if (const qint64 most = count(schema, "maxLength", -1); most >= 0 && text.size() > most)
        text.truncate(most);
    return toJson(text);
}

static Json sampleArray(const Json &schema, const Json &root, Draws &draws, int depth)
{
    Json out = jsonArray();
    if (const Json *first = find(schema, "prefixItems"); first && first->is_array()) {
        for (const Json &item : first->array_range())
            out.push_back(sample(item, root, draws, depth + 1));
    }
    const Json *items = find(schema, "items");
    if (find(schema, "prefixItems") && (!items || items->is_bool()))
        return out;

    const qint64 least = std::min(count(schema, "minItems", 0), qint64(1000));
    qint64 wanted = std::max(depth >= deepest ? qint64(0) : qint64(2), least);
    if (const qint64 most = count(schema, "maxItems", -1); most >= 0)
        wanted = std::min(wanted, most);
    const Json any = items ? *items : jsonObject({{"type", "string"}});
    const Json *unique = find(schema, "uniqueItems");
    for (int attempt = 0; qint64(out.size()) < wanted && attempt < 200; ++attempt) {
        Json item = sample(any, root, draws, depth + 1);
        const auto range = out.array_range();
        if (unique && *unique == Json(true) && std::ranges::find(range, item) != range.end())
            continue;
        out.push_back(std::move(item));
    }
    return out;
}

static bool isRequired(const Json &schema, std::string_view name)
{
    const Json *required = find(schema, "required");
    return required && required->is_array()
        && std::ranges::any_of(required->array_range(), [&](const Json &one) {
               return one.is_string() && one.as_string_view() == name;
           });
}

static Json sampleObject(const Json &schema, const Json &root, Draws &draws, int depth)
{
    Json out = jsonObject();
    const Json *properties = find(schema, "properties");
    if (properties && properties->is_object()) {
        for (const auto &property : properties->object_range()) {
            if (depth < deepest || isRequired(schema, property.key()))
                out.insert_or_assign(property.key(),
                                     sample(property.value(), root, draws, depth + 1));
        }
    } else if (const Json *rest = find(schema, "additionalProperties");
               rest && rest->is_object() && depth < deepest) {
        for (int i = 0; i < 2; ++i)
            out.insert_or_assign(toUtf8(pickWord(draws)), sample(*rest, root, draws, depth + 1));
    }
    return out;
}

/// One of \p choices, not the null one of an optional value.
static Json sampleChoice(const Json &choices, const Json &root, Draws &draws, int depth)
{
    Json fitting = jsonArray();
    for (const Json &choice : choices.array_range()) {
        if (textOf(choice, "type").toLower() != u"null")
            fitting.push_back(choice);
    }
    return fitting.empty() ? Json(jsoncons::null_type())
                           : sample(pick(fitting, draws), root, draws, depth + 1);
}

static Json sample(const Json &schema, const Json &root, Draws &draws, int depth)
{
    if (!schema.is_object() || depth > 2 * deepest)
        return schema.is_object() ? Json(jsoncons::null_type()) : toJson(pickWord(draws));
    if (const Json *value = find(schema, "const"))
        return *value;
    if (const Json *values = find(schema, "enum"); values && values->is_array() && !values->empty())
        return pick(*values, draws);
    if (const QString reference = textOf(schema, "$ref"); !reference.isEmpty()) {
        const Json *target = resolved(root, reference);
        return target ? sample(*target, root, draws, depth + 1) : Json(jsoncons::null_type());
    }
    for (const std::string_view key : {"anyOf", "oneOf"}) {
        if (const Json *choices = find(schema, key); choices && choices->is_array())
            return sampleChoice(*choices, root, draws, depth);
    }
    if (const Json *all = find(schema, "allOf"); all && all->is_array()) {
        Json together = schema;
        together.erase("allOf");
        for (const Json &one : all->array_range()) {
            const Json *target = resolved(root, textOf(one, "$ref"));
            together = merged(together, target ? *target : one);
        }
        return sample(together, root, draws, depth + 1);
    }

    const QString type = typeOf(schema);
    if (type == u"object")
        return sampleObject(schema, root, draws, depth);
    if (type == u"array")
        return sampleArray(schema, root, draws, depth);
    if (type == u"integer" || type == u"number")
        return sampleNumber(schema, type == u"integer", draws);
    if (type == u"boolean")
        return Json(draws.next() < 0.5);
    return type == u"null" ? Json(jsoncons::null_type()) : sampleString(schema, draws);
}

Json sampleFromSchema(const Json &schema, Draws &draws)
{
    return sample(schema, schema, draws, 0);
}

/// Makes the first number within \p value a text. Returns the top-level key it is under.
static std::optional<std::string> textForNumber(Json &value)
{
    if (value.is_object()) {
        for (auto &member : value.object_range()) {
            if (member.value().is_number()) {
                member.value() = toJson(u"about "_s + fromUtf8(member.value().to_string()));
                return member.key();
            }
        }
        for (auto &member : value.object_range()) {
            if (textForNumber(member.value()))
                return member.key();
        }
    }
    if (value.is_array()) {
        for (Json &item : value.array_range()) {
            if (textForNumber(item))
                return std::string();
        }
    }
    return {};
}

std::optional<Json> spoiled(const Json &value, const Json &schema)
{
    Json out = value;
    const auto changed = textForNumber(out);
    bool removed = false;
    if (const Json *required = find(schema, "required");
        required && required->is_array() && out.is_object()) {
        for (std::size_t i = required->size(); i-- > 0 && !removed;) {
            const std::string name = toUtf8(toText((*required)[i]));
            removed = out.contains(name) && changed != name;
            if (removed)
                out.erase(name);
        }
    }
    return changed || removed ? std::optional(out) : std::nullopt;
}

} // namespace Antiphon
