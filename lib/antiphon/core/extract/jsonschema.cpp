// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/jsonschema.h>

#include "schemapatterns.h"

#include <antiphon/core/extract/schemaref.h>
#include <antiphon/core/extract/schemawalk.h>
#include <antiphon/core/words.h>

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

namespace Validator = jsoncons::jsonschema;

// Ours keeps the order of members and takes it for part of the value, which JSON Schema does not.
using Unordered = jsoncons::json;

Unordered unordered(const Json &value)
{
    if (value.is_array()) {
        Unordered out(jsoncons::json_array_arg);
        out.reserve(value.size());
        for (const Json &item : value.array_range())
            out.push_back(unordered(item));
        return out;
    }
    if (value.is_object()) {
        Unordered out(jsoncons::json_object_arg);
        for (const auto &member : value.object_range())
            out.insert_or_assign(member.key(), unordered(member.value()));
        return out;
    }
    if (value.is_string())
        return Unordered(value.as_string(), value.tag());
    if (value.is_bool())
        return Unordered(value.as<bool>());
    if (value.is_int64())
        return Unordered(value.as<qint64>());
    if (value.is_uint64())
        return Unordered(value.as<quint64>());
    return value.is_double() ? Unordered(value.as<double>()) : Unordered::null();
}

std::string versionOf(SchemaDraft draft)
{
    return draft == SchemaDraft::Draft7 ? Validator::schema_version::draft7()
                                        : Validator::schema_version::draft202012();
}

SchemaViolation violationOf(const Validator::validation_message &message)
{
    return {.path = fromUtf8(message.instance_location().string()),
            .keyword = fromUtf8(message.keyword()),
            .message = fromUtf8(message.message())};
}

/// Finds a schema that applies itself to the very value it is applied to: the validator would never
/// come to an end.
class CircleSearch {
public:
    explicit CircleSearch(Json &root)
        : m_root(root)
    {
        editSchemas(root, [this](Json &schema, const QString &) { note(schema); });
    }

    bool found()
    {
        return std::ranges::any_of(m_all, [this](const Json *schema) { return visit(*schema, 0); });
    }

private:
    static constexpr int deepest = 500;

    void note(const Json &schema)
    {
        m_all.append(&schema);
        for (const char *key : {"$anchor", "$dynamicAnchor"}) {
            if (const QString name = textOf(schema, key); !name.isEmpty())
                m_named.insert(u'#' + name, &schema);
        }
        QString id = textOf(schema, "$id");
        if (id.endsWith(u'#'))
            id.chop(1);
        if (!id.isEmpty())
            m_named.insert(id, &schema); // "#name" too, which was an anchor in draft 7
    }

    const Json *target(const Json &schema, std::string_view keyword) const
    {
        const QString reference = textOf(schema, keyword);
        const Json *local = localTarget(m_root, reference);
        return local ? local : m_named.value(reference);
    }

    QList<const Json *> applied(const Json &schema) const
    {
        QList<const Json *> all;
        for (const char *keyword : {"$ref", "$dynamicRef", "$recursiveRef"})
            all.append(target(schema, keyword));
        for (const char *keyword : {"allOf", "anyOf", "oneOf"}) {
            if (const Json *parts = find(schema, keyword); parts && parts->is_array()) {
                for (const Json &part : parts->array_range())
                    all.append(&part);
            }
        }
        for (const char *keyword : {"not", "if", "then", "else"})
            all.append(find(schema, keyword));
        if (const Json *parts = find(schema, "dependentSchemas"); parts && parts->is_object()) {
            for (const auto &part : parts->object_range())
                all.append(&part.value());
        }
        return all;
    }

    bool visit(const Json &schema, int depth)
    {
        if (!schema.is_object() || m_done.contains(&schema))
            return false;
        if (m_open.contains(&schema) || depth > deepest)
            return true;
        m_open.insert(&schema);
        const bool circle = std::ranges::any_of(
            applied(schema), [&](const Json *part) { return part && visit(*part, depth + 1); });
        m_open.remove(&schema);
        m_done.insert(&schema);
        return circle;
    }

    const Json &m_root;
    QList<const Json *> m_all;
    QHash<QString, const Json *> m_named;
    QSet<const Json *> m_open;
    QSet<const Json *> m_done;
};

using Compiled = Validator::json_schema<Unordered>;

/// The schema that schemas of a draft are held against; nullptr for a draft that is not ours.
const Compiled *metaSchema(const Json &schema, SchemaDraft fallback)
{
    static const Compiled seven = Validator::make_json_schema<Unordered>(
        Validator::draft7::schema_draft7<Unordered>::get_schema());
    static const Compiled newest = Validator::make_json_schema<Unordered>(
        Validator::draft202012::schema_draft202012<Unordered>::get_schema());
    const QString named = textOf(schema, "$schema");
    if (named.isEmpty())
        return fallback == SchemaDraft::Draft7 ? &seven : &newest;
    if (named.contains("draft-07"_L1))
        return &seven;
    return named.contains("draft/2020-12/schema"_L1) ? &newest : nullptr;
}

/// What makes \p schema no schema: "/properties/a/type: ..."; empty: it is one.
QString faultOf(const Json &schema, SchemaDraft fallback)
{
    QString fault;
    if (const Compiled *meta = metaSchema(schema, fallback)) {
        meta->validate(unordered(schema), [&fault](const Validator::validation_message &message) {
            fault = fromUtf8(message.instance_location().string()) + ": "_L1
                + fromUtf8(message.message());
            return Validator::walk_result::abort;
        });
    }
    return fault;
}

bool hasCircle(Json schema)
{
    return CircleSearch(schema).found();
}

} // namespace

struct JsonSchema::Private {
    Compiled compiled;
};

Result<JsonSchema> JsonSchema::read(const Json &schema, SchemaDraft fallback)
{
    if (hasCircle(schema))
        return fail(ErrorKind::Setup,
                    Words::tr("This JSON Schema cannot be used: a part of it refers to itself for "
                              "the same value, without end."),
                    u"schema"_s);
    try {
        if (const QString fault = faultOf(schema, fallback); !fault.isEmpty())
            return fail(ErrorKind::Setup, Words::tr("This is no JSON Schema: %1").arg(fault),
                        u"schema"_s);
        Validator::evaluation_options options;
        options.default_version(versionOf(fallback));
        JsonSchema out;
        out.d = std::make_shared<Private>(Private {
            .compiled = Validator::make_json_schema<Unordered>(unordered(schema), options)});
        return out;
    } catch (const std::exception &error) {
        return fail(
            ErrorKind::Setup,
            Words::tr("This is no JSON Schema that can be used here: %1. References have to stay "
                      "within the schema.")
                .arg(fromUtf8(error.what())),
            u"schema"_s);
    }
}

QList<SchemaViolation> JsonSchema::violations(const Json &value) const
{
    QList<SchemaViolation> all;
    try {
        d->compiled.validate(unordered(value),
                             [&all](const Validator::validation_message &message) {
                                 all.append(violationOf(message));
                                 return Validator::walk_result::advance;
                             });
    } catch (const std::exception &error) {
        all.append({.keyword = u"$schema"_s, .message = fromUtf8(error.what())});
    }
    return all;
}

bool JsonSchema::accepts(const Json &value) const
{
    try {
        return d->compiled.is_valid(unordered(value));
    } catch (const std::exception &) {
        return false;
    }
}

} // namespace Antiphon
