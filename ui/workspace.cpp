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
    for (PromptDocument *document : std::as_const(m_documents))
        document->deleteLater();
    m_documents.clear();
    for (PolicyDocument *document : std::as_const(m_policies))
        document->deleteLater();
    m_policies.clear();
    for (SchemaDocument *document : std::as_const(m_schemas))
        document->deleteLater();
    m_schemas.clear();
    for (ToolDocument *document : std::as_const(m_tools))
        document->deleteLater();
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
    m_targets.carryOver(*loaded);
    m_project = std::move(*loaded);
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
    return {};
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

Result<QString> Workspace::addPolicy(const QString &name, const RetryPolicy &policy)
{
    Result<QString> slug = createPolicy(*m_project, name, policy);
    if (slug)
        Q_EMIT reloaded();
    return slug;
}

static const RetryEntry *findPolicy(const Project &project, const QString &slug)
{
    const auto found = std::ranges::find(project.policies, slug, &RetryEntry::slug);
    return found == project.policies.end() ? nullptr : &*found;
}

Result<QString> Workspace::duplicatePolicy(const QString &slug)
{
    const RetryEntry *entry = findPolicy(project(), slug);
    if (!entry)
        return fail(ErrorKind::Setup, tr("There is no retry policy \"%1\".").arg(slug));
    const Result<RetryPolicy> saved = policyFromJson(entry->file);
    return addPolicy(tr("%1 copy", "name of a duplicated retry policy").arg(slug),
                     saved.value_or(entry->policy));
}

Result<QString> Workspace::renamePolicy(const QString &slug, const QString &name)
{
    QString to;
    const auto open = std::ranges::find(m_policies, slug, &PolicyDocument::slug);
    const Result<> done = renameOnDisk(
        [&](Project &saved) -> Result<> {
            const Result<QString> renamed = Antiphon::renamePolicy(saved, slug, name);
            if (!renamed)
                return std::unexpected(renamed.error());
            to = *renamed;
            const RetryEntry *entry = findPolicy(saved, to);
            if (open != m_policies.end() && entry)
                (*open)->reset(*entry);
            m_targets.followPolicy(slug, to);
            return {};
        },
        [&](Prompt &prompt) { return Antiphon::followPolicy(prompt, slug, to); });
    if (!done)
        return std::unexpected(done.error());
    return to;
}

Result<RetryEntry> Workspace::removePolicy(const QString &slug)
{
    const RetryEntry *found = findPolicy(project(), slug);
    if (!found)
        return fail(ErrorKind::Setup, tr("There is no retry policy \"%1\".").arg(slug));
    RetryEntry entry = *found;
    if (const Result<> removed = Antiphon::removePolicy(*m_project, slug); !removed)
        return std::unexpected(removed.error());
    const auto open = std::ranges::find(m_policies, slug, &PolicyDocument::slug);
    if (open != m_policies.end()) {
        entry.policy = (*open)->saved();
        close(**open);
    }
    Q_EMIT reloaded();
    return entry;
}

Result<> Workspace::restorePolicy(const RetryEntry &entry)
{
    if (const Result<> saved = savePolicy(*m_project, entry); !saved)
        return saved;
    const auto place = std::ranges::find_if(
        m_project->policies, [&](const RetryEntry &other) { return other.slug > entry.slug; });
    m_project->policies.insert(place, entry);
    Q_EMIT reloaded();
    return {};
}

/// Runs use a policy as it is edited.
void Workspace::followPolicy(const PolicyDocument &document)
{
    for (RetryEntry &entry : m_project->policies) {
        if (entry.slug == document.slug())
            entry.policy = document.policy();
    }
}

PolicyDocument *Workspace::policy(const QString &slug)
{
    const auto found = std::ranges::find(m_policies, slug, &PolicyDocument::slug);
    if (found != m_policies.end())
        return *found;
    const RetryEntry *entry = findPolicy(project(), slug);
    if (!entry)
        return nullptr;
    auto *document = new PolicyDocument(*entry, *m_project, this);
    connect(document, &ProjectDocument::modifiedChanged, this, &Workspace::modifiedChanged);
    connect(document, &PolicyDocument::changed, this, [this, document] {
        if (m_project)
            followPolicy(*document);
        Q_EMIT problemsChanged();
    });
    m_policies.append(document);
    Q_EMIT problemsChanged();
    return document;
}

QList<PolicyDocument *> Workspace::policies() const
{
    return m_policies;
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
    if (found != m_documents.end())
        close(**found);
}

void Workspace::close(ProjectDocument &document)
{
    Q_EMIT documentRemoved(&document); // its view goes first
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
    for (const PolicyDocument *document : m_policies) {
        if (document->isModified())
            names.append(tr("Retry policy %1").arg(document->slug()));
    }
    for (const SchemaDocument *document : m_schemas) {
        if (document->isModified())
            names.append(tr("Schema %1").arg(document->slug()));
    }
    for (const ToolDocument *document : m_tools) {
        if (document->isModified())
            names.append(tr("Tool %1").arg(document->slug()));
    }
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
    for (const PolicyDocument *document : m_policies) {
        // What is open is told by its document, as edited.
        const QString file = QStringLiteral("retry/%1.json").arg(document->slug());
        problems.removeIf([&](const Problem &problem) { return problem.file == file; });
        problems += document->problems();
    }
    for (const SchemaDocument *document : m_schemas) {
        const QString file = QStringLiteral("schemas/%1.").arg(document->slug());
        problems.removeIf([&](const Problem &problem) { return problem.file.startsWith(file); });
        problems += document->problems();
    }
    for (const ToolDocument *document : m_tools) {
        const QString file = QStringLiteral("tools/%1.").arg(document->slug());
        problems.removeIf([&](const Problem &problem) { return problem.file.startsWith(file); });
        problems += document->problems();
    }
    return problems;
}

Result<> Workspace::saveAll()
{
    for (PromptDocument *document : modified()) {
        if (Result<> saved = document->save(); !saved)
            return saved;
    }
    for (PolicyDocument *document : std::as_const(m_policies)) {
        if (!document->isModified())
            continue;
        if (Result<> saved = document->save(); !saved)
            return saved;
    }
    for (SchemaDocument *document : std::as_const(m_schemas)) {
        if (Result<> saved = document->save(); !saved)
            return saved;
    }
    for (ToolDocument *document : std::as_const(m_tools)) {
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
