// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tools of the open project: made, opened, renamed, removed.

#include "workspace.h"

#include "tools/tooldocument.h"

#include <antiphon/store/project/followname.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

Result<QString> Workspace::addTool(const QString &name)
{
    Result<QString> slug = createTool(*m_project, name);
    if (slug)
        Q_EMIT reloaded();
    return slug;
}

Result<QString> Workspace::duplicateTool(const QString &slug)
{
    // As it is on the disk, whatever is edited here.
    Result<Project> saved = loadProject(project().folder);
    if (!saved)
        return std::unexpected(saved.error());
    Result<QString> made = Antiphon::duplicateTool(
        *saved, slug, tr("%1 copy", "name of a duplicated tool").arg(slug));
    if (!made)
        return made;
    if (const Result<> read = reload(); !read)
        return std::unexpected(read.error());
    return made;
}

Result<QString> Workspace::renameTool(const QString &slug, const QString &name)
{
    const auto open = std::ranges::find(m_tools, slug, &ToolDocument::slug);
    if (open != m_tools.end()) {
        if (const Result<> saved = (*open)->save(); !saved)
            return std::unexpected(saved.error());
    }
    QString to;
    const Result<> done = renameOnDisk(
        [&](Project &saved) -> Result<> {
            const Result<QString> renamed = Antiphon::renameTool(saved, slug, name);
            if (!renamed)
                return std::unexpected(renamed.error());
            to = *renamed;
            if (open != m_tools.end())
                (*open)->reset(saved, to);
            return {};
        },
        [&](Prompt &prompt) { return Antiphon::followTool(prompt, slug, to); });
    if (!done)
        return std::unexpected(done.error());
    return to;
}

Result<ToolEntry> Workspace::removeTool(const QString &slug)
{
    const Result<Project> saved = loadProject(project().folder);
    if (!saved)
        return std::unexpected(saved.error());
    const ToolEntry *found = findTool(*saved, slug);
    if (!found)
        return fail(ErrorKind::Setup, tr("There is no tool \"%1\".").arg(slug));
    const ToolEntry entry = *found;
    const auto open = std::ranges::find(m_tools, slug, &ToolDocument::slug);
    if (const Result<> removed = Antiphon::removeTool(*m_project, slug); !removed)
        return std::unexpected(removed.error());
    if (open != m_tools.end())
        close(**open);
    if (const Result<> read = reload(); !read)
        return std::unexpected(read.error());
    return entry;
}

Result<> Workspace::restoreTool(const ToolEntry &entry)
{
    if (const Result<> saved = saveTool(*m_project, entry); !saved)
        return saved;
    return reload();
}

/// Runs use a tool as it is edited. True: the project has it from now on, its file could not be
/// read so far.
bool Workspace::followTool(const ToolDocument &document)
{
    if (!m_project)
        return false;
    const auto found = std::ranges::find_if(m_project->tools, [&](const ToolEntry &entry) {
        return entry.tool.slug >= document.slug();
    });
    if (found != m_project->tools.end() && found->tool.slug == document.slug()) {
        found->tool = document.tool();
        return false;
    }
    if (!document.marks().isEmpty())
        return false;
    m_project->tools.insert(found, {.tool = document.tool()});
    return true;
}

/// Edits are given up: runs use what the files say.
void Workspace::forgetTool(const QString &slug)
{
    const Result<Project> saved = loadProject(project().folder);
    const ToolEntry *held = saved ? findTool(*saved, slug) : nullptr;
    for (ToolEntry &entry : m_project->tools) {
        if (held && entry.tool.slug == slug)
            entry = *held;
    }
    if (saved && !held) // it was mended in the window only
        m_project->tools.removeIf([&](const ToolEntry &entry) { return entry.tool.slug == slug; });
}

void Workspace::readTools()
{
    for (ToolDocument *document : std::as_const(m_tools)) {
        if (document->isModified())
            followTool(*document);
        else if (toolText(*m_project, document->slug()))
            document->reset(*m_project, document->slug());
    }
}

ToolDocument *Workspace::tool(const QString &slug)
{
    const auto found = std::ranges::find(m_tools, slug, &ToolDocument::slug);
    if (found != m_tools.end())
        return *found;
    if (!toolText(project(), slug))
        return nullptr;
    auto *document = new ToolDocument(*m_project, slug, this);
    connect(document, &ToolDocument::modifiedChanged, this, &Workspace::modifiedChanged);
    connect(document, &ToolDocument::modifiedChanged, this, [this, document](bool modified) {
        if (!modified)
            recheck(document->problems());
    });
    connect(document, &ToolDocument::changed, this, [this, document] {
        if (followTool(*document))
            Q_EMIT reloaded();
        Q_EMIT toolChanged(document->slug());
        Q_EMIT problemsChanged();
    });
    m_tools.append(document);
    if (followTool(*document)) // its file was mended elsewhere
        recheck(document->problems());
    Q_EMIT problemsChanged();
    return document;
}

QList<ToolDocument *> Workspace::tools() const
{
    return m_tools;
}

} // namespace Antiphon::Ui
