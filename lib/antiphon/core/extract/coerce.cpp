// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/coerce.h>

#include <antiphon/core/extract/schemaref.h>

#include "scalars.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

// Deep enough for any answer; a schema that refers to itself without going into the value ends
// here.
constexpr int deepest = 400;

// Alternatives within alternatives multiply; beyond this the value is taken as it is, and the
// validator has the word.
constexpr int mostRuns = 200'000;

class Coercer {
public:
    Coercer(const Json &root, const CoerceOptions &options, int &runs)
        : m_root(root)
        , m_options(options)
        , m_runs(&runs)
    {
    }

    Json run(const Json &value, const Json &schema)
    {
        if (m_options.open && value.is_null())
            return value;
        ++m_depth;
        const bool beyond = m_depth > deepest || ++*m_runs > mostRuns;
        Json out = beyond || !schema.is_object() ? value : byKeyword(value, schema);
        --m_depth;
        return out;
    }

    QList<ValidationIssue> issues;
    QList<Conversion> conversions;
    QList<Location> leftOut;
    Location location;
    bool named = false; ///< The schema came by a reference.
    bool shared = false; ///< Several schemas describe this object: no member is unknown.

private:
    Json byKeyword(const Json &value, const Json &schema);
    Json byReference(const Json &value, const Json &schema, const QString &reference);
    Json byChoice(const Json &value, const Json &choices, bool isNamed);
    Json byTypes(const Json &value, const Json &schema);
    Json byType(const Json &value, const Json &schema, const QString &type);
    Json object(const Json &value, const Json &schema);
    void members(const Json &value, const Json &schema, Json &out);
    void missing(const Json &value, const Json &schema, const std::string &key,
                 const Json &property, Json &out);
    void extras(const Json &value, const Json &schema, Json &out);
    Json list(const Json &value, const Json &schema);
    void countItems(const Json &value, const Json &schema);
    Json scalar(const Json &value, const Json &schema, const QString &type);
    Json anyOf(const Json &value, const Json &branches);
    [[nodiscard]] QString label(const Json &branch) const;
    [[nodiscard]] bool isNullable(const Json &schema) const;
    [[nodiscard]] bool isOpen() const
    {
        return m_options.open && isAbove(location, *m_options.open);
    }
    void reject(const QString &type, const QString &message, const Json &input)
    {
        issues.append({location, type, message, input});
    }

    [[nodiscard]] Coercer fresh() const
    {
        Coercer other(m_root, m_options, *m_runs);
        other.location = location;
        other.shared = shared;
        other.m_depth = m_depth;
        return other;
    }

    const Json &m_root;
    const CoerceOptions &m_options;
    int *m_runs;
    int m_depth = 0;
};

Json Coercer::byKeyword(const Json &given, const Json &schema)
{
    const bool isNamed = std::exchange(named, false);
    Json value = given;
    const bool several = schema.contains("allOf") || schema.contains("$ref")
        || schema.contains("anyOf") || schema.contains("oneOf") || schema.contains("if")
        || schema.contains("dependentSchemas") || schema.contains("patternProperties")
        || schema.contains("unevaluatedProperties");
    const bool own = schema.contains("properties") || schema.contains("additionalProperties");
    const bool before = std::exchange(shared, shared || (several && own));

    if (const Json *reference = find(schema, "$ref"); reference && reference->is_string())
        value = byReference(value, schema, toText(*reference));
    if (const Json *all = find(schema, "allOf"); all && all->is_array()) {
        const bool alone = all->size() == 1 && !own;
        const bool was = std::exchange(shared, shared || !alone);
        for (const Json &part : all->array_range()) {
            named = isNamed && alone;
            value = run(value, part);
        }
        shared = was;
    }
    for (const char *key : {"anyOf", "oneOf"}) {
        if (const Json *branches = find(schema, key); branches && branches->is_array())
            value = anyOf(value, *branches);
    }
    if (const Json *choices = find(schema, "enum"); choices && choices->is_array())
        value = byChoice(value, *choices, isNamed);
    else if (const Json *only = find(schema, "const"))
        value = byChoice(value, jsonArray({*only}), false);
    else
        value = byTypes(value, schema);
    shared = before;
    return value;
}

Json Coercer::byReference(const Json &value, const Json &schema, const QString &reference)
{
    const Json *target = localTarget(m_root, reference);
    if (!target || target == &schema)
        return value; // left to the validator
    named = true;
    Json out = run(value, *target);
    named = false;
    return out;
}

Json Coercer::byChoice(const Json &value, const Json &choices, bool isNamed)
{
    if (isOpen())
        return value; // half a word is no wrong word
    const auto same = [&value](const Json &choice) { return sameValue(choice, value); };
    if (std::ranges::any_of(choices.array_range(), same))
        return value;
    reject(isNamed ? u"enum"_s : u"literal_error"_s, u"Input should be "_s + choicesText(choices),
           value);
    return value;
}

Json Coercer::byTypes(const Json &value, const Json &schema)
{
    const QStringList types = typesOf(schema);
    if (types.isEmpty()) {
        if (value.is_object() && schema.contains("properties"))
            return object(value, schema);
        if (value.is_array())
            return list(value, schema);
        return scalar(value, schema, {});
    }
    if (types.size() == 1)
        return byType(value, schema, types.first());

    // Several types are alternatives.
    Json branches = jsonArray();
    for (const QString &type : types) {
        Json branch = schema;
        branch.insert_or_assign("type", toJson(type));
        branches.push_back(std::move(branch));
    }
    return anyOf(value, branches);
}

Json Coercer::byType(const Json &value, const Json &schema, const QString &type)
{
    if (type == "object"_L1)
        return object(value, schema);
    if (type == "array"_L1) {
        if (value.is_array())
            return list(value, schema);
        reject(u"list_type"_s, u"Input should be a valid list"_s, value);
        return value;
    }
    return scalar(value, schema, type);
}

Json Coercer::object(const Json &value, const Json &schema)
{
    if (!value.is_object()) {
        const bool model = schema.contains("properties");
        reject(model ? u"model_type"_s : u"dict_type"_s, u"Input should be a valid dictionary"_s,
               value);
        return value;
    }
    Json out = jsonObject();
    members(value, schema, out);
    extras(value, schema, out);
    return out;
}

void Coercer::members(const Json &value, const Json &schema, Json &out)
{
    const Json *properties = find(schema, "properties");
    if (!properties || !properties->is_object())
        return;
    for (const auto &property : properties->object_range()) {
        location.append(fromUtf8(property.key()));
        const bool was = std::exchange(shared, false);
        if (const Json *member = find(value, property.key()))
            out.insert_or_assign(property.key(), run(*member, property.value()));
        else
            missing(value, schema, property.key(), property.value(), out);
        shared = was;
        location.removeLast();
    }
}

void Coercer::missing(const Json &value, const Json &schema, const std::string &key,
                      const Json &property, Json &out)
{
    if (m_options.open) {
        out.insert_or_assign(key, Json::null());
        return;
    }
    const Json *required = find(schema, "required");
    const auto isKey = [&key](const Json &name) { return name.is_string() && name == Json(key); };
    if (required && required->is_array() && std::ranges::any_of(required->array_range(), isKey)) {
        reject(u"missing"_s, u"Field required"_s, value);
        return;
    }
    const Json *fallback = find(property, "default");
    if (fallback && m_options.lax)
        out.insert_or_assign(key, *fallback);
}

// Members that no property describes: checked, refused, kept or left out.
void Coercer::extras(const Json &value, const Json &schema, Json &out)
{
    const Json *rule = find(schema, "additionalProperties");
    const Json *properties = find(schema, "properties");
    const bool refused = rule && rule->is_bool() && !rule->as<bool>();
    const bool keeps = !m_options.lax || shared || rule || !properties;
    for (const auto &member : value.object_range()) {
        if (properties && properties->contains(member.key()))
            continue;
        if (refused && !schema.contains("patternProperties")) {
            location.append(fromUtf8(member.key()));
            reject(u"extra_forbidden"_s, u"Extra inputs are not permitted"_s, member.value());
            location.removeLast();
        }
        if (rule && rule->is_object() && !schema.contains("patternProperties")) {
            location.append(fromUtf8(member.key()));
            const bool was = std::exchange(shared, false);
            out.insert_or_assign(member.key(), run(member.value(), *rule));
            shared = was;
            location.removeLast();
        } else if (keeps) {
            out.insert_or_assign(member.key(), member.value());
        } else {
            leftOut.append(location + Location {fromUtf8(member.key())});
        }
    }
}

Json Coercer::list(const Json &value, const Json &schema)
{
    static const Json anything = jsonObject();
    const Json *prefix = find(schema, "prefixItems");
    const Json *items = find(schema, "items");
    if (items && items->is_array()) // draft 7
        std::swap(prefix, items);
    const size_t fixed = prefix && prefix->is_array() ? prefix->size() : 0;
    const bool was = std::exchange(shared, false);
    Json out = jsonArray();
    for (size_t i = 0; i < value.size(); ++i) {
        const Json *rule = i < fixed ? &(*prefix)[i] : items;
        location.append(qint64(i));
        out.push_back(run(value[i], rule ? *rule : anything));
        location.removeLast();
    }
    shared = was;
    countItems(value, schema);
    return out;
}

void Coercer::countItems(const Json &value, const Json &schema)
{
    if (isOpen())
        return;
    const auto say = [&](const Json &bound, QLatin1StringView words, const QString &type) {
        const bool one = bound == Json(1);
        reject(type,
               u"List should have %1 %2 item%3 after validation, not %4"_s
                   .arg(words, fromUtf8(bound.to_string()), one ? QString() : u"s"_s)
                   .arg(value.size()),
               value);
    };
    if (const Json *least = find(schema, "minItems");
        least && least->is_number() && double(value.size()) < least->as<double>())
        say(*least, "at least"_L1, u"too_short"_s);
    if (const Json *most = find(schema, "maxItems");
        most && most->is_number() && double(value.size()) > most->as<double>())
        say(*most, "at most"_L1, u"too_long"_s);
}

Json Coercer::scalar(const Json &value, const Json &schema, const QString &type)
{
    if (isOpen() && (type == "integer"_L1 || type == "number"_L1) && mayBecomeNumber(value))
        return isText(value) ? Json::null() : value;
    if (isOpen() && type == "boolean"_L1 && value.is_string())
        return Json::null();
    auto out = scalarOf(value, type, m_options.lax);
    if (!out) {
        reject(out.error().type, out.error().message, value);
        return value;
    }
    if (*out != value)
        conversions.append({location, value, *out});
    if (!isOpen()) {
        for (const Mismatch &mismatch : scalarMismatches(*out, schema))
            reject(mismatch.type, mismatch.message, value);
    }
    return *std::move(out);
}

bool Coercer::isNullable(const Json &schema) const
{
    return typesOf(resolved(m_root, schema)) == QStringList {u"null"_s};
}

// What a branch is called in locations: "int", "list", "Book".
QString Coercer::label(const Json &branch) const
{
    if (const QString name = referenceName(branch); !name.isEmpty())
        return name;
    if (const QString title = textOf(branch, "title"); !title.isEmpty())
        return title;
    static const QMap<QString, QString> names {{u"string"_s, u"str"_s},   {u"integer"_s, u"int"_s},
                                               {u"number"_s, u"float"_s}, {u"boolean"_s, u"bool"_s},
                                               {u"array"_s, u"list"_s},   {u"object"_s, u"dict"_s},
                                               {u"null"_s, u"none"_s}};
    const QString type = typesOf(branch).value(0);
    if (type == "array"_L1) {
        if (const Json *items = find(branch, "items"); items && items->is_object())
            return u"list[%1]"_s.arg(label(*items));
    }
    return names.value(type, branch.contains("enum") ? u"literal"_s : type);
}

// The first branch the value fits as it is, else the first it can be made to fit.
Json Coercer::anyOf(const Json &value, const Json &branches)
{
    QList<const Json *> valued;
    for (const Json &branch : branches.array_range()) {
        if (!isNullable(branch))
            valued.append(&branch);
    }
    if (value.is_null() && valued.size() < qsizetype(branches.size()))
        return value;
    std::optional<Json> fit;
    QList<Conversion> converted;
    QList<Location> dropped;
    QList<ValidationIssue> wrong;
    for (const Json *branch : std::as_const(valued)) {
        Coercer attempt = fresh();
        Json out = attempt.run(value, *branch);
        if (attempt.issues.isEmpty() && attempt.conversions.isEmpty()) {
            leftOut += attempt.leftOut;
            return out;
        }
        if (attempt.issues.isEmpty() && !fit) {
            fit = std::move(out);
            converted = std::move(attempt.conversions);
            dropped = std::move(attempt.leftOut);
        }
        for (ValidationIssue &issue : attempt.issues) {
            if (valued.size() > 1)
                issue.location.insert(location.size(), label(*branch));
            wrong.append(issue);
        }
    }
    if (fit) {
        conversions += converted;
        leftOut += dropped;
        return *std::move(fit);
    }
    if (isOpen() && !value.is_string())
        return value; // which branch is meant may only show later
    issues += wrong;
    return value;
}

} // namespace

Coerced coerce(const Json &value, const Json &schema, const CoerceOptions &options)
{
    int runs = 0;
    Coercer coercer(schema, options, runs);
    Json out = coercer.run(value, schema);
    return {.value = std::move(out),
            .issues = std::move(coercer.issues),
            .conversions = std::move(coercer.conversions),
            .leftOut = std::move(coercer.leftOut)};
}

} // namespace Antiphon
