// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schemaedits.h"

#include <antiphon/core/extract/schemaref.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

const Json *branchesOf(const Json &schema)
{
    for (const char *key : {"anyOf", "oneOf"}) {
        if (const Json *branches = find(schema, key); branches && branches->is_array())
            return branches;
    }
    return nullptr;
}

static bool isNull(const Json &schema)
{
    return typesOf(schema) == QStringList {u"null"_s};
}

const Json &withoutNull(const Json &schema)
{
    const Json *branches = branchesOf(schema);
    if (!branches || branches->size() != 2)
        return schema;
    const bool first = isNull((*branches)[0]);
    const bool second = isNull((*branches)[1]);
    return first == second ? schema : (*branches)[first ? 1 : 0];
}

bool isNullable(const Json &schema)
{
    if (&withoutNull(schema) != &schema)
        return true;
    if (const Json *choices = find(schema, "enum"); choices && choices->is_array()) {
        const auto values = choices->array_range();
        return std::any_of(values.begin(), values.end(),
                           [](const Json &value) { return value.is_null(); });
    }
    const QStringList types = typesOf(schema);
    return types.size() > 1 && types.contains("null"_L1);
}

QString typeId(const Json &given)
{
    const Json &schema = withoutNull(given);
    if (const QString reference = textOf(schema, "$ref"); !reference.isEmpty())
        return reference;
    if (find(schema, "enum"))
        return u"enum"_s;
    if (branchesOf(schema))
        return u"union"_s;
    QStringList types = typesOf(schema);
    if (types.size() > 1)
        types.removeAll(u"null"_s);
    if (types.size() == 1)
        return types.first();
    if (types.isEmpty() && schema.is_object() && find(schema, "properties"))
        return u"object"_s;
    return types.isEmpty() ? u"any"_s : u"union"_s;
}

template<typename J>
static J *part(J &root, const Location &location)
{
    J *at = &root;
    for (const LocationStep &step : location) {
        if (const auto *key = std::get_if<QString>(&step)) {
            const std::string name = toUtf8(*key);
            at = at->is_object() && at->contains(name) ? &(*at)[name] : nullptr;
        } else {
            const auto index = size_t(std::get<qint64>(step));
            at = at->is_array() && index < at->size() ? &(*at)[index] : nullptr;
        }
        if (!at)
            return nullptr;
    }
    return at;
}

Json *partAt(Json &root, const Location &location)
{
    return part(root, location);
}

const Json *partAt(const Json &root, const Location &location)
{
    const Json *at = &root;
    for (const LocationStep &step : location) {
        if (const auto *key = std::get_if<QString>(&step)) {
            at = find(*at, toUtf8(*key));
        } else {
            const auto index = size_t(std::get<qint64>(step));
            at = at->is_array() && index < at->size() ? &(*at)[index] : nullptr;
        }
        if (!at)
            return nullptr;
    }
    return at;
}

/// Words about a value that stay whatever its type becomes.
static const QStringList &lastingKeywords()
{
    static const QStringList names {
        u"title"_s,   u"description"_s, u"$comment"_s, u"deprecated"_s,  u"x-from-arguments"_s,
        u"$schema"_s, u"$id"_s,         u"$defs"_s,    u"definitions"_s, u"note"_s};
    return names;
}

static Json typed(const QString &type)
{
    if (type == "any"_L1)
        return jsonObject();
    if (type == "enum"_L1)
        return jsonObject({{"enum", jsonArray({Json("first"), Json("second")})}});
    if (type == "union"_L1)
        return jsonObject({{"anyOf",
                            jsonArray({jsonObject({{"type", Json("string")}}),
                                       jsonObject({{"type", Json("number")}})})}});
    if (type.startsWith(u'#'))
        return jsonObject({{"$ref", toJson(QStringView(type))}});
    Json schema = jsonObject({{"type", toJson(QStringView(type))}});
    if (type == "array"_L1)
        schema.insert_or_assign("items", jsonObject({{"type", Json("string")}}));
    if (type == "object"_L1)
        schema.insert_or_assign("properties", jsonObject());
    return schema;
}

static void makeNullable(Json &schema)
{
    if (Json *choices = partAt(schema, {u"enum"_s}); choices && choices->is_array()) {
        choices->push_back(Json::null());
        return;
    }
    QStringList types = typesOf(schema);
    if (!types.isEmpty()) {
        Json list = jsonArray();
        for (const QString &type : std::as_const(types))
            list.push_back(toJson(QStringView(type)));
        list.push_back(Json("null"));
        schema.insert_or_assign("type", std::move(list));
        return;
    }
    if (Json *branches = partAt(schema, {u"anyOf"_s}); branches && branches->is_array()) {
        branches->push_back(jsonObject({{"type", Json("null")}}));
        return;
    }
    if (!find(schema, "$ref"))
        return; // anything may be null already
    schema = jsonObject({{"anyOf", jsonArray({schema, jsonObject({{"type", Json("null")}})})}});
}

static void takeNull(Json &schema)
{
    const Json inner = withoutNull(schema);
    if (&withoutNull(schema) != &schema) {
        Json bare = inner;
        schema.erase("anyOf");
        schema.erase("oneOf");
        for (const auto &member : bare.object_range())
            schema.insert_or_assign(member.key(), member.value());
        return;
    }
    if (Json *choices = partAt(schema, {u"enum"_s}); choices && choices->is_array()) {
        Json rest = jsonArray();
        for (const Json &value : choices->array_range()) {
            if (!value.is_null())
                rest.push_back(value);
        }
        *choices = std::move(rest);
    }
    QStringList types = typesOf(schema);
    if (types.size() > 1 && types.removeAll(u"null"_s) > 0 && types.size() == 1)
        schema.insert_or_assign("type", toJson(QStringView(types.first())));
}

Json withType(const Json &schema, const QString &type, bool nullable)
{
    Json out = schema.is_object() ? schema : jsonObject();
    if (typeId(out) != type) {
        Json next = typed(type);
        Json kept = jsonObject();
        bool placed = false;
        // The type stands where the old one stood, words about the value keep their place.
        const auto place = [&] {
            if (!std::exchange(placed, true)) {
                for (const auto &member : next.object_range())
                    kept.insert_or_assign(member.key(), member.value());
            }
        };
        for (const auto &member : out.object_range()) {
            if (lastingKeywords().contains(fromUtf8(member.key())))
                kept.insert_or_assign(member.key(), member.value());
            else
                place();
        }
        place();
        out = std::move(kept);
    }
    if (nullable != isNullable(out))
        nullable ? makeNullable(out) : takeNull(out);
    return out;
}

QStringList otherKeywords(const Json &schema)
{
    static const QStringList shown {
        u"type"_s,      u"description"_s, u"title"_s,   u"enum"_s,       u"properties"_s,
        u"required"_s,  u"items"_s,       u"minimum"_s, u"maximum"_s,    u"minLength"_s,
        u"maxLength"_s, u"pattern"_s,     u"format"_s,  u"minItems"_s,   u"maxItems"_s,
        u"examples"_s,  u"$ref"_s,        u"anyOf"_s,   u"oneOf"_s,      u"x-from-arguments"_s,
        u"default"_s,   u"$defs"_s,       u"$schema"_s, u"definitions"_s};
    QStringList other;
    if (!schema.is_object())
        return other;
    for (const auto &member : schema.object_range()) {
        const QString key = fromUtf8(member.key());
        if (!shown.contains(key))
            other.append(key);
    }
    return other;
}

void addProperty(Json &object, const QString &name, const Json &schema, bool required)
{
    Json properties = find(object, "properties") ? *find(object, "properties") : jsonObject();
    properties.insert_or_assign(toUtf8(name), schema);
    object.insert_or_assign("properties", std::move(properties));
    if (required)
        setRequired(object, name, true);
}

void removeProperty(Json &object, const QString &name)
{
    if (Json *properties = partAt(object, {u"properties"_s}))
        properties->erase(toUtf8(name));
    setRequired(object, name, false);
}

void renameProperty(Json &object, const QString &from, const QString &to)
{
    const Json *properties = find(object, "properties");
    if (!properties || from == to)
        return;
    Json next = jsonObject();
    for (const auto &member : properties->object_range())
        next.insert_or_assign(fromUtf8(member.key()) == from ? toUtf8(to)
                                                             : std::string(member.key()),
                              member.value());
    object.insert_or_assign("properties", std::move(next));
    Json *required = partAt(object, {u"required"_s});
    if (!required || !required->is_array())
        return;
    for (size_t i = 0; i < required->size(); ++i) {
        if (toText((*required)[i]) == from)
            (*required)[i] = toJson(QStringView(to));
    }
}

void moveProperty(Json &object, const QString &name, qsizetype to)
{
    const Json *properties = find(object, "properties");
    const Json *moved = properties ? find(*properties, toUtf8(name)) : nullptr;
    if (!moved)
        return;
    QStringList order;
    for (const auto &member : properties->object_range())
        order.append(fromUtf8(member.key()));
    order.move(order.indexOf(name), std::clamp<qsizetype>(to, 0, order.size() - 1));
    Json next = jsonObject();
    for (const QString &key : std::as_const(order))
        next.insert_or_assign(toUtf8(key), *find(*properties, toUtf8(key)));
    object.insert_or_assign("properties", std::move(next));
}

bool isRequired(const Json &object, const QString &name)
{
    const Json *required = find(object, "required");
    if (!required || !required->is_array())
        return false;
    const auto names = required->array_range();
    return std::any_of(names.begin(), names.end(),
                       [&name](const Json &one) { return toText(one) == name; });
}

void setRequired(Json &object, const QString &name, bool wanted)
{
    if (isRequired(object, name) == wanted)
        return;
    Json next = jsonArray();
    // In the order of the properties, as people write it.
    const Json *properties = find(object, "properties");
    const Json *required = find(object, "required");
    if (properties && properties->is_object()) {
        for (const auto &member : properties->object_range()) {
            const QString key = fromUtf8(member.key());
            if (key == name ? wanted : isRequired(object, key))
                next.push_back(Json(member.key()));
        }
    }
    if (required && required->is_array()) {
        for (const Json &one : required->array_range()) { // of what is no property
            const bool known = properties && find(*properties, toUtf8(toText(one)));
            if (!known && toText(one) != name)
                next.push_back(one);
        }
    }
    setKeyword(object, "required", next.empty() ? std::nullopt : std::optional(next));
}

void setKeyword(Json &schema, std::string_view key, const std::optional<Json> &value)
{
    if (value)
        schema.insert_or_assign(key, *value);
    else if (schema.is_object())
        schema.erase(key);
}

QString freePropertyName(const Json &object, const QString &wanted)
{
    const Json *properties = find(object, "properties");
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? wanted : wanted + QString::number(number);
        if (!properties || !find(*properties, toUtf8(name)))
            return name;
    }
}

} // namespace Antiphon::Ui
