// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Whole tools with their files: made, copied, renamed, removed.

#include <antiphon/core/words.h>
#include <antiphon/store/project/followname.h>
#include <antiphon/store/project/savefile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr qsizetype longestToolName = 64;

static QString toolFile(const QString &slug, QLatin1StringView suffix)
{
    return u"tools/%1.%2"_s.arg(slug, suffix);
}

/// What may lie in the folder for one tool.
static constexpr QLatin1StringView toolSuffixes[]
    = {"tool.json"_L1, "canned.json"_L1, "tool.js"_L1};

static QString freeToolSlug(const Project &project, const QString &title)
{
    QStringList taken;
    for (const ToolEntry &entry : project.tools)
        taken.append(entry.tool.slug);
    return slugFor(title, takenIn(project, u"tools"_s, taken));
}

static Result<QString> addTool(Project &project, ToolEntry entry)
{
    const QString slug = entry.tool.slug;
    if (const auto saved = saveTool(project, entry); !saved)
        return std::unexpected(saved.error());
    const auto place = std::ranges::find_if(
        project.tools, [&](const ToolEntry &other) { return other.tool.slug > slug; });
    project.tools.insert(place, std::move(entry));
    return slug;
}

Result<QString> createTool(Project &project, const QString &title)
{
    const QString slug = freeToolSlug(project, title);
    return addTool(
        project,
        {.tool = {.slug = slug,
                  .id = newId(),
                  .definition = {.name = slug.left(longestToolName),
                                 .parameters = jsonObject(
                                     {{"type", Json("object")}, {"properties", jsonObject()}}),
                                 .slug = slug}}});
}

static std::unexpected<Error> unknownTool(const QString &slug)
{
    return fail(ErrorKind::Setup, Words::tr("There is no tool \"%1\".").arg(slug));
}

Result<QString> duplicateTool(Project &project, const QString &slug, const QString &title)
{
    const ToolEntry *found = findTool(project, slug);
    if (!found)
        return unknownTool(slug);
    ToolEntry copy = *found;
    copy.tool.slug = freeToolSlug(project, title);
    copy.tool.id = newId();
    // Models tell tools apart by their names.
    copy.tool.definition.name = copy.tool.slug.left(longestToolName);
    copy.tool.definition.slug = copy.tool.slug;
    return addTool(project, std::move(copy));
}

Result<> removeTool(Project &project, const QString &slug)
{
    for (const QLatin1StringView suffix : toolSuffixes) {
        if (const auto done = toTrash(project, toolFile(slug, suffix)); !done)
            return std::unexpected(done.error());
    }
    project.tools.removeIf([&](const ToolEntry &entry) { return entry.tool.slug == slug; });
    return {};
}

static Result<> moveToolFiles(const Project &project, const QString &from, const QString &to)
{
    const QDir folder(project.folder);
    for (const QLatin1StringView suffix : toolSuffixes) {
        const QString source = toolFile(from, suffix);
        if (!QFileInfo::exists(folder.filePath(source)))
            continue;
        if (!QFile::rename(folder.filePath(source), folder.filePath(toolFile(to, suffix))))
            return fail(ErrorKind::Setup,
                        Words::tr("%1 cannot be renamed to %2.").arg(source, toolFile(to, suffix)),
                        u"write"_s);
    }
    return {};
}

Result<QString> renameTool(Project &project, const QString &slug, const QString &name)
{
    const auto found = std::ranges::find_if(
        project.tools, [&](const ToolEntry &entry) { return entry.tool.slug == slug; });
    if (found == project.tools.end())
        return unknownTool(slug);
    QStringList taken;
    for (const ToolEntry &entry : std::as_const(project.tools))
        taken.append(entry.tool.slug);
    taken = takenIn(project, u"tools"_s, taken);
    taken.removeAll(slug);
    const QString to = slugFor(name, taken);
    if (to == slug)
        return slug;
    if (const auto ready = checkWritable(project, to); !ready)
        return std::unexpected(ready.error());
    if (const auto moved = moveToolFiles(project, slug, to); !moved)
        return std::unexpected(moved.error());
    found->tool.slug = to;
    found->tool.definition.slug = to;
    std::ranges::sort(project.tools, {}, [](const ToolEntry &entry) { return entry.tool.slug; });
    for (PromptEntry &entry : project.prompts) {
        if (!followTool(entry.prompt, slug, to))
            continue;
        if (const auto saved = savePrompt(project, entry); !saved)
            return std::unexpected(saved.error());
    }
    return to;
}

QStringList usersOfTool(const Project &project, const QString &slug)
{
    QStringList users;
    for (const PromptEntry &entry : project.prompts) {
        const auto names = [&slug](const DynamicRule &rule) { return namesTool(rule, slug); };
        if (entry.prompt.tools.contains(slug)
            || std::ranges::any_of(entry.prompt.dynamics.rules, names))
            users.append(entry.prompt.slug);
    }
    return users;
}

} // namespace Antiphon
