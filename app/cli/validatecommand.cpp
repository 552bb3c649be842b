// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "options.h"
#include "terminal.h"

#include <antiphon/core/extract/check.h>
#include <antiphon/core/words.h>

#include <QFile>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {

constexpr int deepest = 256;

struct ValidateArguments {
    std::string schema;
    std::string instances = "-";
    std::string draft;
    bool lax = false;
    bool json = false;
};

/// One line of input, answered.
struct Answer {
    bool valid = false;
    QList<SchemaViolation> violations = {};
    std::optional<Error> error = {}; ///< No schema, or no JSON.
};

struct LoadedSchema {
    Json source = {};
    JsonSchema compiled = {};
};

SchemaDraft draftOf(const QString &name)
{
    return name == "draft7"_L1 ? SchemaDraft::Draft7 : SchemaDraft::Draft202012;
}

Result<LoadedSchema> loadSchema(const Json &source, const QString &draft)
{
    auto compiled = JsonSchema::read(source, draftOf(draft));
    if (!compiled)
        return std::unexpected(compiled.error());
    return LoadedSchema {source, *std::move(compiled)};
}

Result<LoadedSchema> schemaFile(const ValidateArguments &arguments)
{
    const QString path = text(arguments.schema);
    const auto source = readJson(path, deepest);
    if (!source)
        return std::unexpected(source.error());
    auto loaded = loadSchema(*source, text(arguments.draft));
    if (!loaded)
        return fail(ErrorKind::Setup, u"%1: %2"_s.arg(path, loaded.error().message));
    return loaded;
}

Answer answerFor(const Json &instance, const LoadedSchema &schema, bool lax)
{
    if (!lax) {
        const auto violations = schema.compiled.violations(instance);
        return {.valid = violations.isEmpty(), .violations = violations};
    }
    const Checked checked = checkValue(instance, schema.source, schema.compiled);
    Answer answer {.valid = checked.issues.isEmpty()};
    for (const ValidationIssue &issue : checked.issues)
        answer.violations.append({pointerText(issue.location), issue.type, issue.message});
    return answer;
}

/// A line that brings its own schema: {"schema", "instance", "draft"}.
Answer answerAlone(const Json &line, bool lax)
{
    const Json *schema = find(line, "schema");
    const Json *instance = find(line, "instance");
    if (!schema || !instance)
        return {.error
                = Error {.kind = ErrorKind::Setup,
                         .message = Words::tr("Without --schema every line is an object with the "
                                              "members \"schema\" and \"instance\".")}};
    const auto loaded = loadSchema(*schema, textOf(line, "draft"));
    if (!loaded)
        return {.error = loaded.error()};
    return answerFor(*instance, *loaded, lax);
}

QByteArray lineOf(const Answer &answer, bool json)
{
    if (!json)
        return answer.error ? "error" : answer.valid ? "true" : "false";
    if (answer.error)
        return toBytes(
            jsonObject({{"valid", Json::null()}, {"error", toJson(answer.error->message)}}));
    Json errors = jsonArray();
    for (const SchemaViolation &violation : answer.violations)
        errors.push_back(jsonObject({{"path", toJson(violation.path)},
                                     {"keyword", toJson(violation.keyword)},
                                     {"message", toJson(violation.message)}}));
    Json out = jsonObject({{"valid", Json(answer.valid)}});
    if (!answer.valid)
        out.insert_or_assign("errors", std::move(errors));
    return toBytes(out);
}

Exit worse(Exit a, Exit b)
{
    return a == Exit::Setup || b == Exit::Success ? a : b;
}

Exit validateLines(QIODevice &in, const std::optional<LoadedSchema> &schema,
                   const ValidateArguments &arguments)
{
    Exit exit = Exit::Success;
    qsizetype number = 0;
    while (!in.atEnd()) {
        const QByteArray line = in.readLine().trimmed();
        ++number;
        if (line.isEmpty())
            continue;
        Answer answer;
        if (const auto value = parseJson(line, deepest); !value)
            answer.error = value.error().toError(Words::tr("Instance %1").arg(number));
        else
            answer = schema ? answerFor(*value, *schema, arguments.lax)
                            : answerAlone(*value, arguments.lax);
        if (answer.error)
            tell(*answer.error);
        exit = worse(exit,
                     answer.error       ? Exit::Setup
                         : answer.valid ? Exit::Success
                                        : Exit::Failed);
        print(lineOf(answer, arguments.json) + "\n");
    }
    return exit;
}

Exit validate(const ValidateArguments &arguments)
{
    std::optional<LoadedSchema> schema;
    if (!arguments.schema.empty()) {
        auto loaded = schemaFile(arguments);
        if (!loaded) {
            tell(loaded.error());
            return exitOf(loaded.error());
        }
        schema = *std::move(loaded);
    }
    QFile in(text(arguments.instances));
    const bool standard = arguments.instances == "-";
    if (!(standard ? in.open(stdin, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly))) {
        const Error error {
            .kind = ErrorKind::Setup,
            .message = Words::tr("%1 cannot be read: %2.").arg(in.fileName(), in.errorString())};
        tell(error);
        return exitOf(error);
    }
    return validateLines(in, schema, arguments);
}

} // namespace

void addValidateCommand(CLI::App &app, Action &action)
{
    auto arguments = std::make_shared<ValidateArguments>();
    auto *command = app.add_subcommand(
        "validate", Words::tr("Hold JSON texts, one a line, against a JSON Schema").toStdString());
    command->add_option(
        "--schema", arguments->schema,
        Words::tr("The schema; without it each line is {\"schema\", \"instance\", \"draft\"}")
            .toStdString());
    command
        ->add_option("--draft", arguments->draft,
                     Words::tr("The draft of a schema that names none").toStdString())
        ->check(CLI::IsMember({"draft7", "draft2020-12"}));
    command->add_flag("--lax", arguments->lax,
                      Words::tr("Also take what can be turned into the right type, as answers are")
                          .toStdString());
    command->add_flag("--json", arguments->json,
                      Words::tr("An object with all errors for every line").toStdString());
    command->add_option("instances", arguments->instances,
                        Words::tr("A file, or - for standard input").toStdString());
    command->callback(
        [&action, arguments] { action = [arguments] { return validate(*arguments); }; });
}

} // namespace Antiphon::Cli
