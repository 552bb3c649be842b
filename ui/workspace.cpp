// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace.h"

#include <algorithm>

namespace Antiphon::Ui {

Workspace::Workspace(QObject *parent)
    : QObject(parent)
{
    connect(&m_targets, &TargetEdits::modifiedChanged, this, &Workspace::modifiedChanged);
}

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
    m_targets.clear();
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
    m_targets.carryOver(*loaded);
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

Result<> Workspace::renamePrompt(const QString &slug, const QString &title)
{
    const PromptEntry *found = findPrompt(project(), slug);
    if (!found)
        return fail(ErrorKind::Setup, tr("There is no prompt \"%1\".").arg(slug));
    PromptEntry entry = *found;
    entry.prompt.title = title;
    if (const Result<> saved = savePrompt(*m_project, entry); !saved)
        return saved;
    std::ranges::replace_if(
        m_project->prompts, [&](const PromptEntry &other) { return other.prompt.slug == slug; },
        entry);
    const auto document = std::ranges::find(m_documents, slug, &PromptDocument::slug);
    if (document != m_documents.end())
        (*document)->setTitle(title);
    Q_EMIT reloaded();
    return {};
}

Result<QString> Workspace::duplicatePrompt(const QString &slug)
{
    const PromptEntry *found = findPrompt(project(), slug);
    const QString title = !found        ? slug
        : found->prompt.title.isEmpty() ? found->prompt.slug
                                        : found->prompt.title;
    Result<QString> made = Antiphon::duplicatePrompt(
        *m_project, slug, tr("%1 copy", "title of a duplicated prompt").arg(title));
    if (made)
        Q_EMIT reloaded();
    return made;
}

Result<RemovedPrompt> Workspace::removePrompt(const QString &slug)
{
    Result<RemovedPrompt> removed = Antiphon::removePrompt(*m_project, slug);
    if (!removed)
        return removed;
    Q_EMIT promptRemoved(slug); // its view goes first
    closeDocument(slug);
    Q_EMIT reloaded();
    return removed;
}

Result<> Workspace::restorePrompt(const RemovedPrompt &removed)
{
    if (const Result<> restored = Antiphon::restorePrompt(*m_project, removed); !restored)
        return restored;
    Q_EMIT reloaded();
    return {};
}

Result<> Workspace::saveSnippet(const QString &name, const QString &text)
{
    if (const Result<> saved = Antiphon::saveSnippet(*m_project, name, text); !saved)
        return saved;
    return reload();
}

Result<QString> Workspace::duplicateTarget(const QString &slug)
{
    const Target *target = m_targets.target(slug);
    if (!target)
        return fail(ErrorKind::Setup, tr("There is no target \"%1\".").arg(slug));
    Target copy = *target;
    copy.label = tr("%1 copy", "name of a duplicated target").arg(displayName(*target));
    return addTarget(copy);
}

Result<TargetEntry> Workspace::removeTarget(const QString &slug)
{
    const TargetEntry *found = findTarget(project(), slug);
    if (!found)
        return fail(ErrorKind::Setup, tr("There is no target \"%1\".").arg(slug));
    const TargetEntry entry = *found;
    if (const Result<> removed = Antiphon::removeTarget(*m_project, slug); !removed)
        return std::unexpected(removed.error());
    m_targets.forget(slug);
    Q_EMIT reloaded();
    return entry;
}

Result<> Workspace::restoreTarget(const TargetEntry &entry)
{
    if (const Result<> saved = saveTarget(*m_project, entry); !saved)
        return saved;
    const auto place = std::ranges::find_if(m_project->targets, [&](const TargetEntry &other) {
        return other.target.slug > entry.target.slug;
    });
    m_project->targets.insert(place, entry);
    Q_EMIT reloaded();
    return {};
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

QStringList Workspace::modifiedNames() const
{
    QStringList names;
    for (const PromptDocument *document : modified())
        names.append(document->title());
    for (const QString &slug : m_targets.modified())
        names.append(tr("Target %1").arg(displayName(*m_targets.target(slug))));
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
    return problems;
}

Result<> Workspace::saveAll()
{
    for (PromptDocument *document : modified()) {
        if (Result<> saved = document->save(); !saved)
            return saved;
    }
    return m_targets.saveAll();
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
