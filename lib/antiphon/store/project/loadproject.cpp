// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/loader.h>

#include <antiphon/core/extract/extraction.h>
#include <antiphon/core/extract/jsonschema.h>
#include <antiphon/core/retry/presets.h>
#include <antiphon/core/words.h>
#include <antiphon/store/project/projectjson.h>

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Source = ProjectSource;

Result<Project> Loader::load()
{
    const QFileInfo info(m_project.folder);
    const QString manifest = u"antiphon.json"_s;
    if (!info.isDir())
        return fail(ErrorKind::Setup, Words::tr("There is no folder %1.").arg(m_project.folder),
                    u"no-project"_s);
    m_project.folder = info.absoluteFilePath();
    m_project.name = QDir(m_project.folder).dirName();
    if (!QFileInfo::exists(QDir(m_project.folder).filePath(manifest)))
        return fail(
            ErrorKind::Setup,
            Words::tr("%1 is no Antiphon project: it has no antiphon.json. Open another folder, "
                      "or make a project there.")
                .arg(m_project.folder),
            u"no-project"_s);
    const auto source = read(manifest, "project");
    if (!source) {
        const auto isError
            = [](const Problem &p) { return p.severity == Problem::Severity::Error; };
        return std::unexpected(toError(*std::ranges::find_if(m_project.problems, isError)));
    }
    if (const auto done = readManifest(source->value, m_project); !done)
        return std::unexpected(toError({.file = manifest, .message = done.error().message}));
    m_project.file = source->value;
    if (const Json *format = find(source->value, "format"); format && format->as<int>() > 1) {
        m_project.readOnly = true;
        report(
            *source, {u"format"_s},
            Words::tr("This project was written by a newer Antiphon (format %1). It is opened read "
                      "only.")
                .arg(format->as<int>()),
            Problem::Severity::Warning);
    }
    m_sources.append(*source);
    m_ids.insert(m_project.id);

    loadSnippets();
    loadDatasets();
    loadSchemas();
    loadRules();
    loadPolicies();
    loadTools();
    loadTargets();
    loadPrompts();
    checkReferences();
    checkPrices();
    if (!m_crlf.isEmpty())
        m_project.problems.append(
            {.severity = Problem::Severity::Hint,
             .file = m_crlf.first(),
             .message
             = Words::tr("%n file(s) have Windows line ends; they get plain ones when they are "
                         "saved.",
                         nullptr, int(m_crlf.size()))});
    return std::move(m_project);
}

void Loader::loadSnippets()
{
    for (const QString &slug : slugs(u"snippets"_s, u".tmpl"_s)) {
        if (const auto text = readText(u"snippets/%1.tmpl"_s.arg(slug)))
            m_project.snippets.insert(slug, *text);
    }
}

/// Their names alone: they may be long, and are read where their rows are needed.
void Loader::loadDatasets()
{
    m_project.datasets = slugs(u"datasets"_s, u".csv"_s) + slugs(u"datasets"_s, u".jsonl"_s);
    m_project.datasets.sort();
    m_project.datasets.removeDuplicates();
}

void Loader::loadSchemas()
{
    for (const QString &slug : slugs(u"schemas"_s, u".schema.json"_s)) {
        const auto source = readPlain(u"schemas/%1.schema.json"_s.arg(slug));
        if (!source)
            continue;
        if (const auto schema = JsonSchema::read(source->value); !schema)
            report(*source, {}, schema.error().message);
        else
            m_project.schemas.insert(slug, source->value);
    }
}

void Loader::loadRules()
{
    for (const QString &slug : slugs(u"schemas"_s, u".rules.json"_s)) {
        const auto source = readPlain(u"schemas/%1.rules.json"_s.arg(slug));
        if (!source || !hasKind(*source, "rules"))
            continue;
        if (const auto rules = answerRulesFromJson(source->value); !rules)
            report(*source, {}, rules.error().message);
        else
            m_project.rules.insert(slug, source->value);
    }
}

void Loader::loadPolicies()
{
    for (const QString &slug : slugs(u"retry"_s, u".json"_s)) {
        const auto source = read(u"retry/%1.json"_s.arg(slug), "retry");
        if (!source)
            continue;
        auto policy = policyFromJson(source->value);
        if (!policy) {
            report(*source, {}, policy.error().message);
            continue;
        }
        policy->slug = slug;
        for (const ScriptError &fault : faults(*policy))
            report(*source, stepsOf(fault.file), fault.message);
        (void)uniqueId(*source);
        m_project.policies.append({slug, *std::move(policy), source->value});
    }
}

void Loader::loadTargets()
{
    for (const QString &slug : slugs(u"targets"_s, u".json"_s)) {
        const auto source = read(u"targets/%1.json"_s.arg(slug), "target");
        if (!source)
            continue;
        auto target = targetFromJson(slug, source->value);
        if (!target) {
            report(*source, {}, target.error().message);
            continue;
        }
        target->id = uniqueId(*source);
        m_project.targets.append({*std::move(target), source->value});
        m_sources.append(*source);
    }
}

Result<Project> loadProject(const QString &folder)
{
    return Loader(folder).load();
}

const PromptEntry *findPrompt(const Project &project, QStringView slug)
{
    const auto found = std::ranges::find_if(
        project.prompts, [&](const PromptEntry &entry) { return entry.prompt.slug == slug; });
    return found == project.prompts.end() ? nullptr : &*found;
}

const TargetEntry *findTarget(const Project &project, QStringView slug)
{
    const auto found = std::ranges::find_if(
        project.targets, [&](const TargetEntry &entry) { return entry.target.slug == slug; });
    return found == project.targets.end() ? nullptr : &*found;
}

RetryPolicy policyOf(const Project &project, QStringView slug)
{
    for (const RetryEntry &entry : project.policies) {
        if (entry.slug == slug)
            return entry.policy;
    }
    return policyByName(slug.toString()).value_or(defaultPolicy());
}

} // namespace Antiphon
