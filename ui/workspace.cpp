// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace.h"

#include <algorithm>

namespace Antiphon::Ui {

bool Workspace::isOpen() const
{
    return m_project.has_value();
}

const Project &Workspace::project() const
{
    static const Project none;
    return m_project ? *m_project : none;
}

Result<> Workspace::open(const QString &folder)
{
    Result<Project> loaded = loadProject(folder);
    if (!loaded)
        return std::unexpected(loaded.error());
    close();
    m_project = std::move(*loaded);
    Q_EMIT opened();
    Q_EMIT problemsChanged();
    return {};
}

void Workspace::close()
{
    if (!m_project)
        return;
    Q_EMIT closed(); // views let go of the documents first
    for (PromptDocument *document : std::as_const(m_documents))
        document->deleteLater();
    m_documents.clear();
    m_project.reset();
    Q_EMIT modifiedChanged();
    Q_EMIT problemsChanged();
}

Result<> Workspace::reload()
{
    if (!m_project)
        return {};
    Result<Project> loaded = loadProject(m_project->folder);
    if (!loaded)
        return std::unexpected(loaded.error());
    m_project = std::move(*loaded);
    for (PromptDocument *document : std::as_const(m_documents)) {
        const PromptEntry *entry = findPrompt(*m_project, document->slug());
        if (entry && !document->isModified())
            document->reset(*entry, *m_project);
    }
    Q_EMIT reloaded();
    Q_EMIT problemsChanged();
    return {};
}

Result<QString> Workspace::addPrompt(const QString &title)
{
    Result<QString> slug = createPrompt(*m_project, title);
    if (slug)
        Q_EMIT reloaded();
    return slug;
}

Result<QString> Workspace::addTarget(const Target &target)
{
    Result<QString> slug = createTarget(*m_project, target);
    if (slug)
        Q_EMIT reloaded();
    return slug;
}

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
    if (found == m_documents.end())
        return;
    (*found)->deleteLater();
    m_documents.erase(found);
    Q_EMIT modifiedChanged();
    Q_EMIT problemsChanged();
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
    return problems;
}

Result<> Workspace::saveAll()
{
    for (PromptDocument *document : modified()) {
        if (Result<> saved = document->save(); !saved)
            return saved;
    }
    return {};
}

Result<> Workspace::revert(PromptDocument &document)
{
    const Result<Project> loaded = loadProject(project().folder);
    if (!loaded)
        return std::unexpected(loaded.error());
    if (const PromptEntry *entry = findPrompt(*loaded, document.slug()))
        document.reset(*entry, *loaded);
    return {};
}

} // namespace Antiphon::Ui
