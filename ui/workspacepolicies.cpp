// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The retry policies of the open project: made, opened, renamed, removed.

#include "workspace.h"

#include <antiphon/store/project/followname.h>

#include <algorithm>

namespace Antiphon::Ui {

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

} // namespace Antiphon::Ui
