// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/toolfiles.h>

#include <antiphon/core/words.h>
#include <antiphon/store/project/jsonfile.h>

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr auto toolSuffix = ".tool.json"_L1;

static Result<ToolChoice> choiceOf(const Project &project, const Prompt &prompt)
{
    if (prompt.toolChoice == "none"_L1)
        return ToolChoice {.mode = ToolChoice::Mode::None};
    if (prompt.toolChoice == "required"_L1)
        return ToolChoice {.mode = ToolChoice::Mode::Required};
    const ToolEntry *entry = findTool(project, prompt.toolChoice);
    if (entry && prompt.tools.contains(prompt.toolChoice))
        return ToolChoice {.mode = ToolChoice::Mode::Named, .name = entry->tool.definition.name};
    return fail(ErrorKind::Setup,
                Words::tr("The prompt \"%1\" wants the tool \"%2\" called, which is none of its "
                          "tools.")
                    .arg(prompt.slug, prompt.toolChoice));
}

Result<> addTools(const Project &project, CallInputs &inputs)
{
    for (const ToolEntry &entry : project.tools) {
        inputs.knownTools.append(entry.tool.definition);
        if (entry.tool.definition.kind == ToolDefinition::Kind::Function)
            inputs.handlers.insert(entry.tool.definition.name,
                                   handlerOf(entry.tool, project.folder));
    }
    for (const QString &slug : std::as_const(inputs.prompt.tools)) {
        const ToolEntry *entry = findTool(project, slug);
        if (!entry) {
            QStringList known;
            for (const ToolEntry &other : project.tools)
                known.append(other.tool.slug);
            return fail(ErrorKind::Setup,
                        Words::tr("There is no tool \"%1\", which the prompt \"%2\" names. There "
                                  "are: %3.")
                            .arg(slug, inputs.prompt.slug,
                                 known.isEmpty() ? Words::tr("none") : known.join(", "_L1)));
        }
        inputs.tools.append(entry->tool.definition);
    }
    inputs.toolSteps = inputs.prompt.toolSteps;
    if (inputs.tools.isEmpty() || inputs.prompt.toolChoice == "auto"_L1)
        return {};
    auto choice = choiceOf(project, inputs.prompt);
    if (!choice)
        return std::unexpected(choice.error());
    inputs.toolChoice = *std::move(choice);
    return {};
}

static Result<Json> jsonOf(const QFileInfo &file)
{
    auto value = readProjectJson(file.absolutePath(), file.fileName());
    if (!value)
        return std::unexpected(toError(value.error()));
    return *std::move(value);
}

static Result<Tool> ownTool(const QFileInfo &file, const Json &value)
{
    const QString name = file.fileName();
    const QString slug
        = name.endsWith(toolSuffix) ? name.chopped(toolSuffix.size()) : file.baseName();
    auto tool = toolFromJson(slug, value);
    if (!tool)
        return tool;
    const QDir folder(file.absolutePath());
    if (const QFileInfo canned(folder.filePath(slug + ".canned.json"_L1)); canned.exists()) {
        const auto read = jsonOf(canned);
        if (!read)
            return std::unexpected(read.error());
        auto answers = cannedFromJson(*read);
        if (!answers)
            return std::unexpected(answers.error());
        tool->canned = *std::move(answers);
    }
    const QString script = slug + ".tool.js"_L1;
    if (QFileInfo::exists(folder.filePath(script))) {
        const auto text = readProjectText(folder.path(), script);
        if (!text)
            return std::unexpected(toError(text.error()));
        tool->script = QString::fromUtf8(text->bytes);
    }
    tool->command.folder = folder.path();
    return tool;
}

Result<QList<Tool>> readToolFile(const QString &path)
{
    const QFileInfo file(path);
    const auto value = jsonOf(file);
    if (!value)
        return std::unexpected(value.error());
    const auto within = [&path](Error error) {
        error.message = u"%1: %2"_s.arg(path, error.message);
        return std::unexpected(std::move(error));
    };
    if (value->is_object() && value->contains("antiphon")) {
        auto tool = ownTool(file, *value);
        if (!tool)
            return within(tool.error());
        return QList<Tool> {*std::move(tool)};
    }
    const auto definitions = toolsFromJson(value->is_array() ? *value : jsonArray({*value}));
    if (!definitions)
        return within(definitions.error());
    QList<Tool> tools;
    for (const ToolDefinition &definition : *definitions)
        tools.append({.slug = definition.name, .definition = definition});
    return tools;
}

} // namespace Antiphon
