// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/dialect.h>

#include <antiphon/core/extract/schemaref.h>
#include <antiphon/core/extract/schemawalk.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// Writes out what references mean. A model that contains itself cannot be written out: where it
/// comes again it may be anything.
class Inliner {
public:
    explicit Inliner(const Json &root)
        : m_root(root)
    {
    }

    Json run(const Json &schema)
    {
        if (schema.is_array()) {
            Json out = jsonArray();
            for (const Json &item : schema.array_range())
                out.push_back(run(item));
            return out;
        }
        if (!schema.is_object())
            return schema;
        if (const Json *reference = find(schema, "$ref"); reference && reference->is_string())
            return target(schema, toText(*reference));
        Json out = jsonObject();
        for (const auto &member : schema.object_range()) {
            if (member.key() != "$defs" && member.key() != "definitions")
                out.insert_or_assign(member.key(), run(member.value()));
        }
        return out;
    }

    QStringList recursive;

private:
    Json target(const Json &schema, const QString &reference)
    {
        const Json *meant = localTarget(m_root, reference);
        if (!meant)
            return schema;
        if (m_open.contains(reference)) {
            const QString name = referenceName(schema);
            if (!recursive.contains(name))
                recursive.append(name);
            return jsonObject({{"type", Json("object")}});
        }
        m_open.append(reference);
        Json out = run(*meant);
        m_open.removeLast();
        for (const auto &member : schema.object_range()) {
            const bool defines = member.key() == "$defs" || member.key() == "definitions";
            if (member.key() != "$ref" && !defines && out.is_object())
                out.insert_or_assign(member.key(), run(member.value()));
        }
        return out;
    }

    const Json &m_root;
    QStringList m_open;
};

bool takesNull(const Json &root, const Json &schema)
{
    const Json &meant = resolved(root, schema);
    if (typesOf(meant).contains("null"_L1))
        return true;
    const Json *branches = find(meant, "anyOf");
    if (!branches || !branches->is_array())
        return false;
    return std::ranges::any_of(branches->array_range(),
                               [&root](const Json &branch) { return takesNull(root, branch); });
}

/// \p schema that also takes null.
Json nullable(const Json &root, const Json &schema)
{
    if (takesNull(root, schema))
        return schema;
    const Json null = jsonObject({{"type", Json("null")}});
    Json out = schema;
    if (Json *branches = out.contains("anyOf") ? &out["anyOf"] : nullptr;
        branches && branches->is_array()) {
        branches->push_back(null);
        return out;
    }
    const QStringList types = typesOf(schema);
    if (types.isEmpty() || schema.contains("$ref") || schema.contains("const"))
        return jsonObject({{"anyOf", jsonArray({schema, null})}});
    Json all = jsonArray();
    for (const QString &type : types)
        all.push_back(toJson(type));
    all.push_back(Json("null"));
    out.insert_or_assign("type", std::move(all));
    if (out.contains("enum") && out["enum"].is_array())
        out["enum"].push_back(Json::null());
    return out;
}

/// Every property required; those that were not may be null.
void requireAll(const Json &root, Json &schema)
{
    if (!schema.contains("properties") || !schema["properties"].is_object())
        return;
    Json names = jsonArray();
    const Json *required = find(schema, "required");
    const Json before = required ? *required : jsonArray();
    for (auto &property : schema["properties"].object_range()) {
        const Json name(property.key());
        names.push_back(name);
        const auto isName = [&name](const Json &one) { return one == name; };
        if (std::ranges::none_of(before.array_range(), isName))
            property.value() = nullable(root, property.value());
    }
    schema.insert_or_assign("required", std::move(names));
}

class Adapter {
public:
    Adapter(const Json &root, const SchemaRules &rules)
        : m_root(root)
        , m_rules(rules)
    {
    }

    void edit(Json &schema, const QString &pointer)
    {
        rename(schema);
        for (const QString &keyword : m_rules.unknown) {
            if (schema.contains(toUtf8(keyword))) {
                schema.erase(toUtf8(keyword));
                lost[keyword].append(pointer.isEmpty() ? u"/"_s : pointer);
            }
        }
        if (m_rules.bareReferences && schema.contains("$ref") && schema.size() > 1)
            schema = jsonObject({{"$ref", Json(schema.at("$ref"))}});
        if (m_rules.allRequired)
            requireAll(m_root, schema);
        if (m_rules.closed && isObject(schema))
            close(schema, pointer);
    }

    QMap<QString, QStringList> lost; ///< Keyword to places.

private:
    static bool isObject(const Json &schema)
    {
        return schema.contains("properties") || typesOf(schema).contains("object"_L1);
    }

    void close(Json &schema, const QString &pointer)
    {
        const Json *extras = find(schema, "additionalProperties");
        const bool open = extras && !(extras->is_bool() && !extras->as<bool>());
        if (open)
            lost[u"additionalProperties"_s].append(pointer.isEmpty() ? u"/"_s : pointer);
        schema.insert_or_assign("additionalProperties", Json(false));
    }

    void rename(Json &schema) const
    {
        if (m_rules.anyOfOnly && schema.contains("oneOf") && !schema.contains("anyOf")) {
            schema.insert_or_assign("anyOf", Json(schema.at("oneOf")));
            schema.erase("oneOf");
            schema.erase("discriminator");
        }
        const Json *examples = find(schema, "examples");
        if (m_rules.singularExample && examples) {
            if (examples->is_array() && !examples->empty())
                schema.insert_or_assign("example", Json((*examples)[0]));
            schema.erase("examples");
        }
        if (m_rules.enumFormat && schema.contains("enum") && !schema.contains("format")
            && typesOf(schema) == QStringList {u"string"_s})
            schema.insert_or_assign("format", "enum");
    }

    const Json &m_root;
    const SchemaRules &m_rules;
};

} // namespace

AdaptedSchema adaptSchema(const Json &given, const SchemaRules &rules)
{
    AdaptedSchema out {.schema = given};
    if (rules.inlined) {
        Inliner inliner(given);
        out.schema = inliner.run(given);
        for (const QString &name : std::as_const(inliner.recursive))
            out.notices.append(
                Words::tr("The schema's \"%1\" contains itself, which this service cannot be told: "
                          "inside itself it is sent as any object. The answer is still checked.")
                    .arg(name));
    }
    const Json root = out.schema;
    Adapter adapter(root, rules);
    editSchemas(out.schema,
                [&adapter](Json &schema, const QString &at) { adapter.edit(schema, at); });
    for (auto it = adapter.lost.cbegin(); it != adapter.lost.cend(); ++it)
        out.notices.append(
            Words::tr("The schema's \"%1\" at %2 is left out of the request: this service takes no "
                      "such rule. The answer is still checked against it.")
                .arg(it.key(), it.value().join(", "_L1)));
    return out;
}

} // namespace Antiphon
