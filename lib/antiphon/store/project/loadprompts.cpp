// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/loader.h>

#include <antiphon/core/words.h>
#include <antiphon/store/project/inputsfile.h>
#include <antiphon/store/project/projectjson.h>

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Source = ProjectSource;

void Loader::loadPrompts()
{
    for (const QString &slug : slugs(u"prompts"_s, {})) {
        const QString folder = u"prompts/"_s + slug;
        const auto source = read(folder + u"/prompt.json"_s, "prompt");
        if (!source)
            continue;
        auto prompt = promptFromJson(slug, source->value);
        if (!prompt) {
            report(*source, {}, prompt.error().message);
            continue;
        }
        PromptEntry entry {.prompt = *std::move(prompt), .file = source->value};
        entry.prompt.id = uniqueId(*source);
        loadVariants(entry, folder, *source);
        if (!entry.variants.contains(u"default"_s))
            continue;
        entry.prompt.text = entry.variants.value(u"default"_s);
        loadScripts(entry, folder, *source);
        loadInputs(entry, folder);
        m_project.prompts.append(std::move(entry));
        m_sources.append(*source);
    }
}

void Loader::loadVariants(PromptEntry &entry, const QString &folder, const Source &source)
{
    const auto files = variantFilesOf(source.value);
    for (const auto &[name, file] : files.asKeyValueRange()) {
        // A variant stays in its prompt's folder, so that moving the folder moves it whole.
        if (file.contains(u'/') || file.isEmpty()) {
            report(source, {u"variants"_s, name},
                   Words::tr("\"variants.%1\" must be the name of a file beside prompt.json.")
                       .arg(name));
            continue;
        }
        if (const auto text = readText(folder + u'/' + file)) {
            entry.variants.insert(name, *text);
            entry.variantFiles.insert(name, file);
        }
    }
    if (!files.contains(u"default"_s))
        report(source, {u"variants"_s},
               Words::tr(
                   "\"variants\" needs a \"default\", the text that is used when none is chosen."));
}

/// dynamic.js and parse.js. Scripts with faults are kept, so that they can be mended in the window;
/// a call that needs them fails with the same words.
void Loader::loadScripts(PromptEntry &entry, const QString &folder, const Source &source)
{
    Dynamics &dynamics = entry.prompt.dynamics;
    for (const auto &[name, script] : {std::pair(u"dynamic.js"_s, &dynamics.config),
                                       std::pair(u"parse.js"_s, &dynamics.parser)}) {
        const QString file = folder + u'/' + name;
        if (!QFileInfo::exists(QDir(m_project.folder).filePath(file)))
            continue;
        if (const auto text = readText(file))
            *script = Script(*text, name, Script::Form::Module);
    }
    for (const ScriptError &fault : faults(dynamics)) {
        if (fault.file.endsWith(".js"_L1))
            m_project.problems.append({.file = folder + u'/' + fault.file,
                                       .line = fault.line,
                                       .column = fault.column,
                                       .message = fault.message});
        else
            report(source, stepsOf(fault.file), fault.message);
    }
}

void Loader::loadInputs(PromptEntry &entry, const QString &folder)
{
    for (const QString &slug : slugs(folder + u"/inputs"_s, u".json"_s)) {
        const auto source = read(u"%1/inputs/%2.json"_s.arg(folder, slug), "inputs");
        if (!source)
            continue;
        auto values = readInputs(m_project.folder, folder, source->value);
        for (const InputsProblem &problem : values.problems)
            report(*source, problem.path, problem.message);
        if (values.problems.isEmpty())
            entry.inputs.append({slug, std::move(values.values), source->value});
    }
}

} // namespace Antiphon
