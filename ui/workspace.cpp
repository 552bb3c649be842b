// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace.h"

#include <antiphon/store/project/followname.h>
#include <antiphon/store/userprices.h>

#include <algorithm>

namespace Antiphon::Ui {

Workspace::Workspace(QObject *parent)
    : QObject(parent)
{
    connect(&m_targets, &TargetEdits::modifiedChanged, this, &Workspace::modifiedChanged);
    readPrices();
}

// What is wrong with a file of prices is said where the project is read, and by every run.
void Workspace::readPrices()
{
    QList<Error> unreadable;
    m_prices = knownPrices(project().folder, unreadable);
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
    readPrices();
    Q_EMIT opened();
    Q_EMIT problemsChanged();
    return {};
}

void Workspace::close()
{
    if (!m_project)
        return;
    Q_EMIT closed(); // views let go of the documents first
    for (ProjectDocument *document : allDocuments())
        document->deleteLater();
    m_documents.clear();
    m_policies.clear();
    m_schemas.clear();
    m_tools.clear();
    m_targets.clear();
    m_project.reset();
    readPrices();
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
    take(*std::move(loaded));
    return {};
}

void Workspace::take(Project loaded)
{
    m_targets.carryOver(loaded);
    m_project = std::move(loaded);
    readPrices();
    for (PromptDocument *document : std::as_const(m_documents)) {
        const PromptEntry *entry = findPrompt(*m_project, document->slug());
        if (entry && !document->isModified())
            document->reset(*entry, *m_project);
    }
    for (SchemaDocument *document : std::as_const(m_schemas)) {
        if (document->isModified())
            followSchema(*document);
        else if (schemaText(*m_project, document->slug()))
            document->reset(*m_project, document->slug());
    }
    for (PolicyDocument *document : std::as_const(m_policies)) {
        const auto entry
            = std::ranges::find(m_project->policies, document->slug(), &RetryEntry::slug);
        if (document->isModified())
            followPolicy(*document);
        else if (entry != m_project->policies.end())
            document->reset(*entry);
    }
    readTools();
    Q_EMIT reloaded();
    Q_EMIT problemsChanged();
}

void Workspace::reloadMended()
{
    const auto isError
        = [](const Problem &problem) { return problem.severity == Problem::Severity::Error; };
    if (!m_project || std::ranges::none_of(m_project->problems, isError))
        return;
    Result<Project> loaded = loadProject(m_project->folder);
    if (loaded && loaded->problems != m_project->problems)
        take(*std::move(loaded));
}

void Workspace::recheck(const QList<Problem> &now)
{
    if (!m_project || (m_project->problems.isEmpty() && now.isEmpty()))
        return;
    Result<Project> loaded = loadProject(m_project->folder);
    if (!loaded || loaded->problems == m_project->problems)
        return;
    m_project->problems = std::move(loaded->problems);
    Q_EMIT reloaded();
    Q_EMIT problemsChanged();
}

Result<> Workspace::renameOnDisk(const std::function<Result<>(Project &)> &rename,
                                 const std::function<bool(Prompt &)> &follow)
{
    Result<Project> saved = loadProject(project().folder);
    if (!saved)
        return std::unexpected(saved.error());
    if (const Result<> done = rename(*saved); !done) {
        (void)reload(); // some of it may have been done
        return done;
    }
    for (PromptDocument *document : std::as_const(m_documents))
        document->follow(follow);
    if (const Result<> read = reload(); !read)
        return read;
    Q_EMIT modifiedChanged();
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

Result<> Workspace::saveBudget(const Budget &budget)
{
    // What else the file says by now stays as it is there.
    Result<Project> onDisk = loadProject(project().folder);
    if (!onDisk)
        return std::unexpected(onDisk.error());
    onDisk->budget = budget;
    if (const Result<> saved = saveManifest(*onDisk); !saved)
        return saved;
    return reload();
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

} // namespace Antiphon::Ui
