// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/schemaexample.h>

#include <antiphon/core/extract/schemaref.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr int deepest = 12; // of a schema that refers to itself

namespace {

/// Makes values that fit a schema.
class Maker {
public:
    explicit Maker(const Json &root)
        : m_root(root)
    {
    }

    Json value(const Json &given, int depth) const
    {
        const Json &schema = resolved(m_root, given);
        if (!schema.is_object() || depth > deepest)
            return Json::null();
        if (const Json *said = named(schema))
            return *said;
        for (const char *key : {"anyOf", "oneOf"}) {
            if (const Json *branches = find(schema, key); branches && branches->is_array())
                return branch(*branches, depth);
        }
        if (const Json *all = find(schema, "allOf"); all && all->is_array() && !all->empty())
            return allOf(schema, *all, depth);
        return ofType(schema, depth);
    }

private:
    static const Json *named(const Json &schema)
    {
        for (const char *key : {"examples", "enum"}) {
            const Json *list = find(schema, key);
            if (list && list->is_array() && !list->empty())
                return &(*list)[0];
        }
        for (const char *key : {"example", "default", "const"}) {
            if (const Json *said = find(schema, key))
                return said;
        }
        return nullptr;
    }

    /// The first that is not null, and not deeper than need be.
    Json branch(const Json &branches, int depth) const
    {
        for (const Json &one : branches.array_range()) {
            if (typesOf(resolved(m_root, one)) != QStringList {u"null"_s})
                return value(one, depth + 1);
        }
        return Json::null();
    }

    Json allOf(const Json &schema, const Json &all, int depth) const
    {
        Json own = schema;
        own.erase("allOf");
        Json out = ofType(own, depth);
        for (const Json &one : all.array_range()) {
            const Json more = value(one, depth + 1);
            out = out.is_object() && more.is_object() ? merged(out, more) : more;
        }
        return out;
    }

    static QString typeOf(const Json &schema)
    {
        for (const QString &type : typesOf(schema)) {
            if (type != "null"_L1)
                return type;
        }
        if (!typesOf(schema).isEmpty())
            return u"null"_s;
        return find(schema, "properties") ? u"object"_s
            : find(schema, "items")       ? u"array"_s
                                          : u"string"_s;
    }

    Json ofType(const Json &schema, int depth) const
    {
        const QString type = typeOf(schema);
        if (type == "object"_L1)
            return object(schema, depth);
        if (type == "array"_L1)
            return array(schema, depth);
        if (type == "boolean"_L1)
            return Json(true);
        if (type == "integer"_L1 || type == "number"_L1)
            return number(schema, type == "integer"_L1);
        return type == "null"_L1 ? Json::null() : text(schema);
    }

    Json object(const Json &schema, int depth) const
    {
        Json out = jsonObject();
        const Json *properties = find(schema, "properties");
        if (!properties || !properties->is_object())
            return out;
        for (const auto &property : properties->object_range()) {
            // What would go on for ever is left out.
            if (depth < deepest - 1)
                out.insert_or_assign(property.key(), value(property.value(), depth + 1));
        }
        return out;
    }

    Json array(const Json &schema, int depth) const
    {
        Json out = jsonArray();
        const Json *items = find(schema, "items");
        const Json *least = find(schema, "minItems");
        const auto count = least && least->is<int>() ? std::clamp(least->as<int>(), 1, 20) : 1;
        for (int i = 0; items && items->is_object() && i < count && depth < 6; ++i)
            out.push_back(value(*items, depth + 1));
        return out;
    }

    static Json number(const Json &schema, bool whole)
    {
        const auto bound = [&schema](const char *key) -> std::optional<double> {
            const Json *value = find(schema, key);
            return value && value->is_number() ? std::optional(value->as<double>()) : std::nullopt;
        };
        double value = whole ? 1 : 1.5;
        if (const auto least = bound("minimum"))
            value = std::max(value, *least);
        if (const auto above = bound("exclusiveMinimum"); above && value <= *above)
            value = *above + 1;
        if (const auto most = bound("maximum"))
            value = std::min(value, *most);
        if (const auto below = bound("exclusiveMaximum"); below && value >= *below)
            value = *below - 1;
        if (const auto step = bound("multipleOf"); step && *step > 0)
            value = std::ceil(value / *step) * *step;
        return whole ? Json(qint64(std::llround(value))) : Json(value);
    }

    static Json text(const Json &schema)
    {
        static const QMap<QString, QString> formats {
            {u"date"_s, u"2026-01-31"_s},
            {u"date-time"_s, u"2026-01-31T09:30:00Z"_s},
            {u"time"_s, u"09:30:00"_s},
            {u"email"_s, u"anna@example.com"_s},
            {u"uri"_s, u"https://example.com"_s},
            {u"uuid"_s, u"5f3c1b9e-0c5d-4c3a-9d1e-6a1f0f6f2b7a"_s},
        };
        QString text = formats.value(textOf(schema, "format"), u"text"_s);
        const Json *least = find(schema, "minLength");
        const Json *most = find(schema, "maxLength");
        while (least && least->is<int>() && text.size() < std::min(least->as<int>(), 500))
            text += u" text"_s;
        if (most && most->is<int>() && most->as<int>() >= 0)
            text.truncate(most->as<int>());
        return toJson(QStringView(text));
    }

    const Json &m_root;
};

} // namespace

Json exampleOf(const Json &schema)
{
    return Maker(schema).value(schema, 0);
}

static QString typeName(const Json &value)
{
    if (value.is_null())
        return u"null"_s;
    if (value.is_bool())
        return u"boolean"_s;
    if (value.is<qint64>() || value.is<quint64>())
        return u"integer"_s;
    if (value.is_number())
        return u"number"_s;
    if (value.is_string())
        return u"string"_s;
    return value.is_array() ? u"array"_s : u"object"_s;
}

/// One schema for what \p a or \p b describes, both inferred.
static Json united(const Json &a, const Json &b)
{
    const QString one = textOf(a, "type");
    const QString other = textOf(b, "type");
    if (one == "null"_L1 || other == "null"_L1) {
        Json out = one == "null"_L1 ? b : a;
        QStringList types = typesOf(out);
        if (types.isEmpty() || types.contains("null"_L1))
            return out;
        types.append(u"null"_s);
        Json list = jsonArray();
        for (const QString &type : std::as_const(types))
            list.push_back(toJson(QStringView(type)));
        out.insert_or_assign("type", std::move(list));
        return out;
    }
    if (one != other) {
        const bool numbers = QStringList {u"integer"_s, u"number"_s}.contains(one)
            && QStringList {u"integer"_s, u"number"_s}.contains(other);
        return numbers ? jsonObject({{"type", Json("number")}}) : jsonObject();
    }
    if (one == "array"_L1) {
        const Json *items = find(a, "items");
        const Json *more = find(b, "items");
        if (items && more)
            return jsonObject({{"type", Json("array")}, {"items", united(*items, *more)}});
        return items ? a : b;
    }
    if (one != "object"_L1)
        return a;
    Json properties = *find(a, "properties");
    const Json &others = *find(b, "properties");
    for (const auto &member : others.object_range()) {
        const Json *held = find(properties, member.key());
        properties.insert_or_assign(member.key(),
                                    held ? united(*held, member.value()) : member.value());
    }
    Json required = jsonArray();
    if (const Json *list = find(a, "required")) {
        const Json *also = find(b, "required");
        for (const Json &name : list->array_range()) {
            const auto same = [&name](const Json &other) { return other == name; };
            const auto second = also ? also->array_range() : list->array_range();
            if (also && std::any_of(second.begin(), second.end(), same))
                required.push_back(name);
        }
    }
    Json out = jsonObject({{"type", Json("object")}, {"properties", std::move(properties)}});
    if (!required.empty())
        out.insert_or_assign("required", std::move(required));
    return out;
}

static Json inferredObject(const Json &example, const Json &known, const Json &root);

static Json inferred(const Json &example, const Json &knownHere, const Json &root)
{
    const Json &known = resolved(root, knownHere);
    const QString type = typeName(example);
    const QStringList knownTypes = typesOf(known);
    const bool fits
        = knownTypes.contains(type) || (type == "integer"_L1 && knownTypes.contains("number"_L1));
    if (type == "object"_L1)
        return inferredObject(example, fits ? known : Json::null(), root);
    if (type == "array"_L1) {
        const Json *knownItems = fits ? find(known, "items") : nullptr;
        Json out = fits ? known : jsonObject({{"type", Json("array")}});
        Json items = Json::null();
        for (const Json &item : example.array_range()) {
            const Json one = inferred(item, knownItems ? *knownItems : Json::null(), root);
            items = items.is_null() ? one : united(items, one);
        }
        if (!items.is_null())
            out.insert_or_assign("items", std::move(items));
        return out;
    }
    const bool union_ = known.is_object() && (find(known, "anyOf") || find(known, "oneOf"));
    if ((fits || union_ || (known.is_object() && find(known, "enum"))))
        return knownHere;
    return jsonObject({{"type", toJson(QStringView(type))}});
}

static Json inferredObject(const Json &example, const Json &known, const Json &root)
{
    const Json *knownProperties = find(known, "properties");
    Json properties = jsonObject();
    Json required = jsonArray();
    for (const auto &member : example.object_range()) {
        const Json *was = knownProperties ? find(*knownProperties, member.key()) : nullptr;
        properties.insert_or_assign(member.key(),
                                    inferred(member.value(), was ? *was : Json::null(), root));
        required.push_back(Json(member.key()));
    }
    Json out = known.is_object() ? known : jsonObject({{"type", Json("object")}});
    out.insert_or_assign("properties", std::move(properties));
    if (!required.empty())
        out.insert_or_assign("required", std::move(required));
    return out;
}

Json inferredSchema(const Json &example, const Json &known)
{
    return inferred(example, known, known);
}

} // namespace Antiphon
