// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/tools/arguments.h>

#include <antiphon/core/extract/jsonschema.h>
#include <antiphon/core/extract/schemaref.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

static std::unexpected<Error> doesNotFit(const ToolDefinition &tool, const QStringList &wrong)
{
    return fail(ErrorKind::Validation,
                Words::tr("The arguments of \"%1\" do not fit its schema: %2")
                    .arg(tool.name, wrong.join("; "_L1)),
                u"schema"_s);
}

// What a schema names as `default` for members that are not there. Bounded: a schema may refer to
// itself.
static void addDefaults(const Json &root, const Json &schema, Json &value, int depth = 0)
{
    constexpr int deepest = 32;
    if (depth > deepest || !schema.is_object())
        return;
    if (const Json *meant = localTarget(root, textOf(schema, "$ref")))
        addDefaults(root, *meant, value, depth + 1);
    if (value.is_array()) {
        if (const Json *items = find(schema, "items")) {
            for (Json &item : value.array_range())
                addDefaults(root, *items, item, depth + 1);
        }
    }
    const Json *properties = find(schema, "properties");
    if (!value.is_object() || !properties || !properties->is_object())
        return;
    for (const auto &property : properties->object_range()) {
        if (value.contains(property.key()))
            addDefaults(root, property.value(), value.at(property.key()), depth + 1);
        else if (const Json *fallback = find(property.value(), "default"))
            value.insert_or_assign(property.key(), *fallback);
    }
}

static Result<Json> checked(const ToolDefinition &tool, Json arguments)
{
    const auto schema = JsonSchema::read(tool.parameters);
    if (!schema)
        return fail(ErrorKind::Setup,
                    Words::tr("The schema of the tool \"%1\" cannot be used: %2")
                        .arg(tool.name, schema.error().message));
    QStringList wrong;
    for (const SchemaViolation &violation : schema->violations(arguments))
        wrong.append(violation.path.isEmpty() ? violation.message
                                              : violation.path + u": "_s + violation.message);
    if (!wrong.isEmpty())
        return doesNotFit(tool, wrong);
    addDefaults(tool.parameters, tool.parameters, arguments);
    return arguments;
}

Result<Json> toolArguments(const ToolDefinition &tool, const QString &text)
{
    if (tool.kind == ToolDefinition::Kind::Custom)
        return toJson(text);
    Json arguments = jsonObject();
    if (!text.trimmed().isEmpty()) { // no text at all: no arguments
        auto read = parseJson(text.toUtf8());
        if (!read || !read->is_object())
            return fail(
                ErrorKind::Validation,
                Words::tr("The arguments of \"%1\" are no JSON object: %2")
                    .arg(tool.name, read ? Words::tr("another value") : read.error().message),
                u"not-json"_s);
        arguments = *std::move(read);
    }
    if (!tool.parameters.is_object() || tool.parameters.empty())
        return arguments;
    return checked(tool, std::move(arguments));
}

QString toolOutputText(const Json &output)
{
    return output.is_string() ? toText(output) : QString::fromUtf8(toBytes(output));
}

} // namespace Antiphon
