// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/targetedits.h"

#include <QUndoCommand>

#include <algorithm>

namespace Antiphon::Ui {

class TargetEdits::Edit : public QUndoCommand {
public:
    Edit(TargetEdits &edits, const Target &before, const Target &after, const QString &what,
         const QString &key)
        : QUndoCommand(what)
        , m_edits(edits)
        , m_before(before)
        , m_after(after)
        , m_key(key)
    {
    }

    void undo() override { m_edits.apply(m_before); }
    void redo() override { m_edits.apply(m_after); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *edit = static_cast<const Edit *>(next);
        if (m_key.isEmpty() || edit->m_key != m_key || edit->m_after.slug != m_after.slug)
            return false;
        m_after = edit->m_after;
        return true;
    }

private:
    TargetEdits &m_edits;
    Target m_before;
    Target m_after;
    QString m_key;
};

TargetEdits::TargetEdits(std::optional<Project> &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
{
}

static TargetEntry *entryOf(std::optional<Project> &project, const QString &slug)
{
    if (!project)
        return nullptr;
    const auto isIt = [&](const TargetEntry &entry) { return entry.target.slug == slug; };
    const auto found = std::ranges::find_if(project->targets, isIt);
    return found == project->targets.end() ? nullptr : &*found;
}

const Target *TargetEdits::target(const QString &slug) const
{
    const TargetEntry *entry = entryOf(m_project, slug);
    return entry ? &entry->target : nullptr;
}

void TargetEdits::edit(const Target &after, const QString &what, const QString &key)
{
    const Target *before = target(after.slug);
    if (before && *before != after)
        m_stack.push(new Edit(*this, *before, after, what, key));
}

void TargetEdits::apply(const Target &target)
{
    TargetEntry *entry = entryOf(m_project, target.slug);
    if (!entry)
        return; // removed since
    if (!m_saved.contains(target.slug))
        m_saved.insert(target.slug, entry->target);
    entry->target = target;
    Q_EMIT changed(target.slug);
    Q_EMIT modifiedChanged();
}

bool TargetEdits::isModified(const QString &slug) const
{
    const auto saved = m_saved.constFind(slug);
    const Target *now = saved == m_saved.constEnd() ? nullptr : target(slug);
    return now && *now != *saved;
}

QStringList TargetEdits::modified() const
{
    QStringList slugs = m_saved.keys();
    slugs.removeIf([this](const QString &slug) { return !isModified(slug); });
    slugs.sort();
    return slugs;
}

Result<> TargetEdits::save(const QString &slug)
{
    const TargetEntry *entry = entryOf(m_project, slug);
    if (!entry || !isModified(slug))
        return {};
    if (Result<> saved = saveTarget(*m_project, *entry); !saved)
        return saved;
    m_saved.insert(slug, entry->target);
    Q_EMIT modifiedChanged();
    return {};
}

Result<> TargetEdits::saveAll()
{
    for (const QString &slug : modified()) {
        if (Result<> saved = save(slug); !saved)
            return saved;
    }
    return {};
}

void TargetEdits::carryOver(Project &fresh)
{
    for (const QString &slug : modified()) {
        const auto found = std::ranges::find_if(
            fresh.targets, [&](const TargetEntry &entry) { return entry.target.slug == slug; });
        if (found == fresh.targets.end())
            continue;
        m_saved.insert(slug, found->target);
        found->target = *target(slug);
    }
}

void TargetEdits::followPolicy(const QString &from, const QString &to)
{
    if (!m_project)
        return;
    for (TargetEntry &entry : m_project->targets) {
        if (entry.target.retry == from)
            entry.target.retry = to;
    }
    m_stack.clear(); // what is on it names the old one
}

void TargetEdits::clear()
{
    m_stack.clear();
    m_saved.clear();
    Q_EMIT modifiedChanged();
}

void TargetEdits::forget(const QString &slug)
{
    m_saved.remove(slug);
    Q_EMIT modifiedChanged();
}

} // namespace Antiphon::Ui
