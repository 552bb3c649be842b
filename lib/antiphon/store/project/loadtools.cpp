// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/script/script.h>
#include <antiphon/core/words.h>
#include <antiphon/store/project/loader.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

void Loader::loadTools()
{
    QStringList names;
    for (const QString &slug : slugs(u"tools"_s, u".tool.json"_s)) {
        const auto source = read(u"tools/%1.tool.json"_s.arg(slug), "tool");
        if (!source)
            continue;
        auto tool = toolFromJson(slug, source->value);
        if (!tool) {
            report(*source, {}, tool.error().message);
            continue;
        }
        tool->id = uniqueId(*source);
        if (names.contains(tool->definition.name))
            report(
                *source, {u"name"_s},
                Words::tr("Another tool is called \"%1\" too. A prompt that has both cannot tell "
                          "their calls apart.")
                    .arg(tool->definition.name),
                Problem::Severity::Warning);
        names.append(tool->definition.name);
        ToolEntry entry {.file = source->value};
        loadAnswers(*tool, entry, *source);
        entry.tool = *std::move(tool);
        m_project.tools.append(std::move(entry));
    }
}

/// Canned answers and script. One that is broken is said here; the tool stays and answers with what
/// is wrong.
void Loader::loadAnswers(Tool &tool, ToolEntry &entry, const Source &source)
{
    const QDir folder(m_project.folder);
    const QString cannedFile = u"tools/%1.canned.json"_s.arg(tool.slug);
    const QString scriptFile = u"tools/%1.tool.js"_s.arg(tool.slug);
    if (QFileInfo::exists(folder.filePath(cannedFile))) {
        if (const auto canned = read(cannedFile, "canned")) {
            entry.cannedFile = canned->value;
            if (auto answers = cannedFromJson(canned->value))
                tool.canned = *std::move(answers);
            else
                report(*canned, {}, answers.error().message);
        }
    } else if (tool.answer == Tool::Answer::Canned) {
        report(source, {u"answer"_s},
               Words::tr("There are no canned answers: add %1.").arg(cannedFile),
               Problem::Severity::Warning);
    }
    if (QFileInfo::exists(folder.filePath(scriptFile))) {
        if (const auto text = readText(scriptFile))
            tool.script = *text;
        const Script script(tool.script, scriptFile, Script::Form::Module);
        if (const auto fault = script.check())
            m_project.problems.append({.file = scriptFile,
                                       .line = fault->line,
                                       .column = fault->column,
                                       .message = fault->message});
    } else if (tool.answer == Tool::Answer::Script) {
        report(source, {u"answer"_s}, Words::tr("There is no script: add %1.").arg(scriptFile),
               Problem::Severity::Warning);
    }
}

/// What a prompt and its rules name must be there.
void Loader::checkTools(const PromptEntry &entry, const Source &source)
{
    const auto isKnown = [this](const QString &slug) {
        return std::ranges::any_of(m_project.tools, [&slug](const ToolEntry &tool) {
            return tool.tool.slug == slug || tool.tool.definition.name == slug;
        });
    };
    const QString missing = Words::tr("There is no tool \"%1\". Add tools/%1.tool.json or take the "
                                      "name out.");
    const Prompt &prompt = entry.prompt;
    for (qsizetype i = 0; i < prompt.tools.size(); ++i) {
        if (!findTool(m_project, prompt.tools[i]))
            report(source, {u"tools"_s, QString::number(i)}, missing.arg(prompt.tools[i]),
                   Problem::Severity::Warning);
    }
    static const QStringList modes {u"auto"_s, u"none"_s, u"required"_s};
    if (!modes.contains(prompt.toolChoice) && !prompt.tools.contains(prompt.toolChoice))
        report(
            source, {u"toolChoice"_s},
            Words::tr("\"%1\" is no tool of this prompt, nor \"auto\", \"none\" or \"required\".")
                .arg(prompt.toolChoice),
            Problem::Severity::Warning);
    for (qsizetype i = 0; i < prompt.dynamics.rules.size(); ++i) {
        const Json *named = find(prompt.dynamics.rules[i].set, "tools");
        for (size_t k = 0; named && named->is_array() && k < named->size(); ++k) {
            const QString slug = toText((*named)[k]);
            if ((*named)[k].is_string() && !isKnown(slug))
                report(source,
                       {u"dynamic"_s, u"rules"_s, QString::number(i), u"set"_s, u"tools"_s,
                        QString::number(k)},
                       missing.arg(slug), Problem::Severity::Warning);
        }
    }
}

const ToolEntry *findTool(const Project &project, QStringView slug)
{
    const auto found = std::ranges::find_if(
        project.tools, [&](const ToolEntry &entry) { return entry.tool.slug == slug; });
    return found == project.tools.end() ? nullptr : &*found;
}

} // namespace Antiphon
