// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/tools/arguments.h>

#include <jsoncons_ext/jsonpatch/jsonpatch.hpp>
#include <jsoncons_ext/jsonschema/jsonschema.hpp>

#include <QCoreApplication>

#include <exception>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(arguments)
};
} // namespace

static std::unexpected<Error> doesNotFit(const ToolDefinition &tool, const QStringList &wrong)
{
    return fail(ErrorKind::Validation,
                Words::tr("The arguments of \"%1\" do not fit its schema: %2")
                    .arg(tool.name, wrong.join("; "_L1)),
                u"schema"_s);
}

// jsoncons throws for a schema that is none and for one it cannot compile.
static Result<Json> checked(const ToolDefinition &tool, Json arguments)
{
    namespace schema = jsoncons::jsonschema;
    try {
        const auto compiled = schema::make_json_schema(tool.parameters);
        QStringList wrong;
        Json patch;
        compiled.validate(
            arguments,
            [&wrong](const schema::validation_message &message) {
                const QString place = fromUtf8(message.instance_location().string());
                wrong.append(place.isEmpty() ? fromUtf8(message.message())
                                             : place + u": "_s + fromUtf8(message.message()));
                return schema::walk_result::advance;
            },
            patch);
        if (!wrong.isEmpty())
            return doesNotFit(tool, wrong);
        if (patch.is_array() && !patch.empty())
            jsoncons::jsonpatch::apply_patch(arguments, patch);
        return arguments;
    } catch (const std::exception &wrong) {
        return fail(ErrorKind::Setup,
                    Words::tr("The schema of the tool \"%1\" cannot be used: %2")
                        .arg(tool.name, QString::fromUtf8(wrong.what())));
    }
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
