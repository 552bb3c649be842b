// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is open of the project: opened, closed, saved, reverted, and what is wrong with it.

#include "workspace.h"

#include <algorithm>

namespace Antiphon::Ui {

PromptDocument *Workspace::document(const QString &slug)
{
    const auto found = std::ranges::find(m_documents, slug, &PromptDocument::slug);
    if (found != m_documents.end())
        return *found;
    const PromptEntry *entry = findPrompt(project(), slug);
    if (!entry)
        return nullptr;
    auto *document = new PromptDocument(*entry, *m_project, this);
    connect(document, &PromptDocument::modifiedChanged, this, &Workspace::modifiedChanged);
    connect(document, &PromptDocument::checked, this, &Workspace::problemsChanged);
    m_documents.append(document);
    Q_EMIT problemsChanged();
    return document;
}

void Workspace::closeDocument(const QString &slug)
{
    const auto found = std::ranges::find(m_documents, slug, &PromptDocument::slug);
    if (found != m_documents.end())
        close(**found);
}

void Workspace::close(ProjectDocument &document)
{
    Q_EMIT documentRemoved(&document); // its view goes first
    const auto things = [this] { return m_project->schemas.size() + m_project->tools.size(); };
    const qsizetype before = things();
    m_documents.removeIf([&](const PromptDocument *other) { return other == &document; });
    const auto schema = std::ranges::find(m_schemas, &document);
    if (schema != m_schemas.end()) {
        forgetSchema(**schema);
        m_schemas.erase(schema);
    }
    const auto tool = std::ranges::find(m_tools, &document);
    if (tool != m_tools.end()) {
        if (document.isModified())
            forgetTool(document.slug());
        m_tools.erase(tool);
    }
    const auto policy = std::ranges::find(m_policies, &document);
    if (policy != m_policies.end()) {
        const RetryPolicy saved = (*policy)->saved();
        m_policies.erase(policy);
        for (RetryEntry &entry : m_project->policies) {
            if (entry.slug == saved.slug)
                entry.policy = saved; // edits are given up
        }
    }
    document.deleteLater();
    if (things() != before) // what was mended only here
        Q_EMIT reloaded();
    Q_EMIT modifiedChanged();
    Q_EMIT problemsChanged();
}

QList<ProjectDocument *> Workspace::allDocuments() const
{
    QList<ProjectDocument *> all;
    std::ranges::copy(m_documents, std::back_inserter(all));
    std::ranges::copy(m_policies, std::back_inserter(all));
    std::ranges::copy(m_schemas, std::back_inserter(all));
    std::ranges::copy(m_tools, std::back_inserter(all));
    return all;
}

QList<PromptDocument *> Workspace::documents() const
{
    return m_documents;
}

QList<PromptDocument *> Workspace::modified() const
{
    QList<PromptDocument *> modified;
    std::ranges::copy_if(m_documents, std::back_inserter(modified), &PromptDocument::isModified);
    return modified;
}

QStringList Workspace::modifiedNames() const
{
    QStringList names;
    for (const PromptDocument *document : modified())
        names.append(document->title());
    for (const QString &slug : m_targets.modified())
        names.append(tr("Target %1").arg(displayName(*m_targets.target(slug))));
    const auto add = [&names](const auto &documents, const QString &pattern) {
        for (const ProjectDocument *document : documents) {
            if (document->isModified())
                names.append(pattern.arg(document->slug()));
        }
    };
    add(m_policies, tr("Retry policy %1"));
    add(m_schemas, tr("Schema %1"));
    add(m_tools, tr("Tool %1"));
    return names;
}

QList<Problem> Workspace::problems() const
{
    QList<Problem> problems = project().problems;
    for (const PromptDocument *document : m_documents) {
        const PromptEntry *entry = findPrompt(project(), document->slug());
        const QString file = entry ? entry->variantFiles.value(document->variant()) : QString();
        for (const TemplateProblem &problem : document->check().problems)
            problems.append({problem.severity,
                             QStringLiteral("prompts/%1/%2").arg(document->slug(), file),
                             problem.line, problem.column, problem.message});
    }
    // What is open is told by its document, as edited.
    const auto tell = [&problems](const QString &files, const QList<Problem> &now) {
        problems.removeIf([&](const Problem &problem) { return problem.file.startsWith(files); });
        problems += now;
    };
    for (const PolicyDocument *document : m_policies)
        tell(QStringLiteral("retry/%1.").arg(document->slug()), document->problems());
    for (const SchemaDocument *document : m_schemas)
        tell(QStringLiteral("schemas/%1.").arg(document->slug()), document->problems());
    for (const ToolDocument *document : m_tools)
        tell(QStringLiteral("tools/%1.").arg(document->slug()), document->problems());
    return problems;
}

Result<> Workspace::saveAll()
{
    for (ProjectDocument *document : allDocuments()) {
        if (!document->isModified())
            continue;
        if (Result<> saved = document->save(); !saved)
            return saved;
    }
    return m_targets.saveAll();
}

Result<> Workspace::revert(ProjectDocument &document)
{
    const Result<Project> loaded = loadProject(project().folder);
    if (!loaded)
        return std::unexpected(loaded.error());
    if (auto *prompt = qobject_cast<PromptDocument *>(&document)) {
        if (const PromptEntry *entry = findPrompt(*loaded, prompt->slug()))
            prompt->reset(*entry, *loaded);
    } else if (auto *schema = qobject_cast<SchemaDocument *>(&document)) {
        schema->reset(*loaded, schema->slug());
    } else if (auto *tool = qobject_cast<ToolDocument *>(&document)) {
        tool->reset(*loaded, tool->slug());
    } else if (auto *policy = qobject_cast<PolicyDocument *>(&document)) {
        const auto entry = std::ranges::find(loaded->policies, policy->slug(), &RetryEntry::slug);
        if (entry != loaded->policies.end())
            policy->reset(*entry);
    }
    return {};
}

} // namespace Antiphon::Ui
