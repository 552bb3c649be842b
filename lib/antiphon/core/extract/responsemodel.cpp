// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/responsemodel.h>

#include <antiphon/core/extract/schemaref.h>
#include <antiphon/core/extract/schemawalk.h>
#include <antiphon/core/words.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

constexpr const char *fromArgumentsKey = "x-from-arguments";

// What models read is English and the same everywhere, so that answers can be compared.
QString usualDescription()
{
    return u"Correctly formatted and typed parameters extracted from the completion. Must include "
           "required parameters and may exclude optional parameters unless present in the text."_s;
}

/// What a tool may be called everywhere: letters, digits, `_` and `-`, at most 64.
QString toolName(const QString &text)
{
    static const QRegularExpression others(u"[^A-Za-z0-9_-]+"_s);
    QString name = text.trimmed();
    name.replace(others, u"_"_s);
    return name.left(64);
}

QString typeName(const Json &root, const Json &schema)
{
    static const QMap<QString, QString> names {{u"string"_s, u"str"_s},   {u"integer"_s, u"int"_s},
                                               {u"number"_s, u"float"_s}, {u"boolean"_s, u"bool"_s},
                                               {u"array"_s, u"list"_s},   {u"object"_s, u"dict"_s}};
    const Json &meant = resolved(root, schema);
    if (meant.contains("enum"))
        return u"Literal"_s;
    if (meant.contains("anyOf") || meant.contains("oneOf"))
        return u"Union"_s;
    return names.value(typesOf(meant).value(0), u"answer"_s);
}

QString nameOf(const Json &schema, const QString &given)
{
    const Json &meant = resolved(schema, schema);
    for (const QString &candidate : {textOf(schema, "title"), textOf(meant, "title"), given,
                                     referenceName(schema), typeName(schema, schema)}) {
        if (const QString name = toolName(candidate); !name.isEmpty())
            return name;
    }
    return u"answer"_s;
}

/// A whole `{"$ref": "#/$defs/Book"}` is its target; the definitions stay beside it.
Json unfolded(const Json &schema)
{
    const Json &meant = resolved(schema, schema);
    if (&meant == &schema)
        return schema;
    Json out = meant;
    for (const char *key : {"$defs", "definitions"}) {
        if (const Json *definitions = find(schema, key))
            out.insert_or_assign(key, *definitions);
    }
    return out;
}

/// `{"value": ...}` around \p schema; its definitions go to the top.
Json wrapped(Json schema)
{
    Json out = jsonObject();
    for (const char *key : {"$schema", "$defs", "definitions"}) {
        if (!schema.contains(key))
            continue;
        out.insert_or_assign(key, schema.at(key));
        schema.erase(key);
    }
    schema.erase("title");
    schema.erase("description"); // the tool's
    out.insert_or_assign("properties", jsonObject({{"value", std::move(schema)}}));
    out.insert_or_assign("required", jsonArray({Json("value")}));
    out.insert_or_assign("type", "object");
    return out;
}

void removeRequired(Json &schema, std::string_view name)
{
    const Json *required = find(schema, "required");
    if (!required || !required->is_array())
        return;
    Json left = jsonArray();
    for (const Json &one : required->array_range()) {
        if (one.as<std::string>() != name)
            left.push_back(one);
    }
    schema.insert_or_assign("required", std::move(left));
}

QStringList takeMarked(Json &schema)
{
    QStringList names;
    const Json *properties = find(schema, "properties");
    if (!properties || !properties->is_object())
        return names;
    for (const auto &property : properties->object_range()) {
        const Json *mark = find(property.value(), fromArgumentsKey);
        if (mark && mark->is_bool() && mark->as<bool>())
            names.append(fromUtf8(property.key()));
    }
    for (const QString &name : std::as_const(names)) {
        schema["properties"].erase(toUtf8(name));
        removeRequired(schema, toUtf8(name));
    }
    return names;
}

} // namespace

Result<ResponseModel> responseModel(const Json &given, const QString &name)
{
    if (!given.is_object())
        return fail(ErrorKind::Setup, Words::tr("The schema of the answer is not a JSON object."),
                    u"schema"_s);
    ResponseModel model {.name = nameOf(given, name)};
    Json schema = unfolded(given);
    model.description = textOf(schema, "description", usualDescription());
    const bool isObject = isObjectSchema(schema, schema) && schema.contains("properties");
    const bool bareObject = isObjectSchema(schema, schema)
        && !schema.contains("additionalProperties") && !schema.contains("patternProperties");
    model.wrapped = !isObject && !bareObject;
    if (model.wrapped)
        schema = wrapped(std::move(schema));
    else
        schema.erase("description");
    editSchemas(schema, [](Json &part, const QString &) { part.erase("title"); });
    model.schema = schema;
    model.asked = std::move(schema);
    model.asked.erase("$schema");
    model.fromArguments = takeMarked(model.asked);
    editSchemas(model.asked, [](Json &part, const QString &) { part.erase(fromArgumentsKey); });
    return model;
}

ToolDefinition answerTool(const ResponseModel &model)
{
    return {.name = model.name, .description = model.description, .parameters = model.asked};
}

QString jsonInstruction(const Json &schema)
{
    // The very words of Mirascope, so that a prompt gives the same answers here as there.
    if (schema.is_null())
        return u"For your final response, output ONLY a valid JSON dict that adheres to the schema"_s;
    jsoncons::json_options options;
    options.indent_size(2);
    options.spaces_around_comma(jsoncons::spaces_option::no_spaces);
    options.object_array_line_splits(jsoncons::line_split_kind::multi_line);
    options.array_array_line_splits(jsoncons::line_split_kind::multi_line);
    options.array_object_line_splits(jsoncons::line_split_kind::multi_line);
    options.object_object_line_splits(jsoncons::line_split_kind::multi_line);
    std::string text;
    schema.dump_pretty(text, options);
    return u"For your final response, output ONLY a valid JSON dict (NOT THE SCHEMA) from the "
           "content that adheres to this schema:\n"_s
        + fromUtf8(text);
}

Json withArguments(const ResponseModel &model, Json value, const Json &arguments)
{
    if (!value.is_object())
        return value;
    for (const QString &name : model.fromArguments) {
        if (const Json *argument = find(arguments, toUtf8(name)))
            value.insert_or_assign(toUtf8(name), *argument);
    }
    return value;
}

} // namespace Antiphon
