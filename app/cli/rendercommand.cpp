// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "options.h"
#include "terminal.h"

#include <antiphon/core/words.h>
#include <antiphon/store/project/media.h>

#include <QDir>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {

struct RenderArguments {
    std::string file;
    std::string snippets;
    std::string dialect = "v1";
    bool compat = false;
    bool anchoredRoles = false;
    bool preserveIndentation = false;
    bool json = false;
    RunOptions run;
};

TemplateOptions optionsOf(const RenderArguments &arguments)
{
    TemplateOptions options;
    if (arguments.dialect == "v0")
        options.dialect = TemplateOptions::Dialect::V0;
    if (arguments.anchoredRoles)
        options.roles = TemplateOptions::Roles::Anchored;
    if (arguments.preserveIndentation)
        options.indentation = TemplateOptions::Indentation::Preserve;
    if (arguments.compat)
        options.whenEmpty = TemplateOptions::WhenEmpty::Compat;
    options.compat = arguments.compat;
    return options;
}

// The snippets of a folder; without one named, those of the project that the template is part of.
Snippets snippetsFor(const RenderArguments &arguments)
{
    QDir folder(text(arguments.snippets));
    if (arguments.snippets.empty()) {
        folder = QFileInfo(text(arguments.file)).absoluteDir();
        while (!folder.exists(u"antiphon.json"_s)) {
            if (!folder.cdUp())
                return {};
        }
        folder = QDir(folder.filePath(u"snippets"_s));
    }
    Snippets snippets;
    for (const QFileInfo &file : folder.entryInfoList({u"*.tmpl"_s}, QDir::Files)) {
        if (const auto source = readFile(file.filePath()))
            snippets.insert(file.completeBaseName(), QString::fromUtf8(*source));
    }
    return snippets;
}

Json errorJson(const TemplateError &error)
{
    return jsonObject({{"error",
                        jsonObject({{"kind", toJson(templateErrorKindName(error.kind))},
                                    {"name", toJson(error.name)},
                                    {"line", Json(error.line)},
                                    {"column", Json(error.column)},
                                    {"message", toJson(error.message)}})}});
}

Json renderedJson(const Rendered &rendered)
{
    Json warnings = jsonArray();
    for (const TemplateWarning &warning : rendered.warnings) {
        warnings.push_back(jsonObject({{"kind", toJson(warning.kind)},
                                       {"line", Json(warning.line)},
                                       {"column", Json(warning.column)},
                                       {"message", toJson(warning.message)}}));
    }
    return jsonObject({{"messages", toJson(rendered.messages)}, {"warnings", std::move(warnings)}});
}

QString renderedText(const Rendered &rendered)
{
    QString all;
    for (const Message &message : rendered.messages) {
        const Json json = toJson(message);
        const Json *content = find(json, "content");
        all += u"%1:\n%2\n\n"_s.arg(
            roleName(message.role).toUpper(),
            content && content->is_string() ? toText(*content) : QString::fromUtf8(toPretty(json)));
    }
    return all;
}

Exit report(const TemplateError &error, const QString &file, bool json)
{
    if (json)
        print(toBytes(errorJson(error)) + "\n");
    else
        tell(u"%1:%2:%3: %4\n"_s.arg(file).arg(error.line).arg(error.column).arg(error.message));
    return Exit::Failed;
}

Exit renderFile(const RenderArguments &arguments)
{
    const QString file = text(arguments.file);
    const auto source = readFile(file);
    const auto variables = variablesOf(arguments.run);
    if (!source || !variables) {
        const Error &error = source ? variables.error() : source.error();
        tell(error);
        return exitOf(error);
    }
    const auto parsed
        = Template::parse(QString::fromUtf8(*source), optionsOf(arguments), snippetsFor(arguments));
    if (!parsed)
        return report(parsed.error(), file, arguments.json);
    const QString folder = file == "-"_L1 ? u"."_s : QFileInfo(file).path();
    const auto rendered = render(*parsed, *variables, mediaLoader(folder));
    if (!rendered)
        return report(rendered.error(), file, arguments.json);
    if (arguments.json) {
        print(toBytes(renderedJson(*rendered)) + "\n");
        return Exit::Success;
    }
    print(renderedText(*rendered));
    for (const TemplateWarning &warning : rendered->warnings)
        tell(Words::tr("%1:%2:%3: warning: %4\n")
                 .arg(file)
                 .arg(warning.line)
                 .arg(warning.column)
                 .arg(warning.message));
    return Exit::Success;
}

} // namespace

void addRenderCommand(CLI::App &app, Action &action)
{
    auto arguments = std::make_shared<RenderArguments>();
    auto *command = app.add_subcommand(
        "render", Words::tr("A template and variables: the exact messages").toStdString());
    command
        ->add_option("TEMPLATE", arguments->file,
                     Words::tr("The template's file (- for standard input)").toStdString())
        ->required();
    command
        ->add_option("--snippets", arguments->snippets,
                     Words::tr("A folder of snippets (default: those of the template's project)")
                         .toStdString())
        ->type_name("DIR");
    command->add_option("--dialect", arguments->dialect, Words::tr("v1 or v0").toStdString())
        ->check(CLI::IsMember({"v0", "v1"}));
    command->add_flag("--compat", arguments->compat,
                      Words::tr("Every original behaviour, also the bugs").toStdString());
    command->add_flag("--anchored-roles", arguments->anchoredRoles,
                      Words::tr("Role words count at the start of a line only").toStdString());
    command->add_flag("--preserve-indentation", arguments->preserveIndentation,
                      Words::tr("Keep the indentation within sections").toStdString());
    command->add_flag("--json", arguments->json,
                      Words::tr("Messages, warnings and errors as JSON").toStdString());
    addVariableOptions(*command, arguments->run);
    command->callback(
        [&action, arguments] { action = [arguments] { return renderFile(*arguments); }; });
}

} // namespace Antiphon::Cli
