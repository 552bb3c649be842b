// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Whole tools with their files: made, copied, renamed, removed.

#include <antiphon/core/words.h>
#include <antiphon/store/project/followname.h>
#include <antiphon/store/project/renamefiles.h>
#include <antiphon/store/project/savefile.h>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr qsizetype longestToolName = 64;

static QString toolFile(const QString &slug, QLatin1StringView suffix)
{
    return u"tools/%1.%2"_s.arg(slug, suffix);
}

/// What may lie in the folder for one tool, its own file first.
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
    QList<FileRename> files; // the tool's own file last: without it the others are no tool
    for (const QLatin1StringView suffix : toolSuffixes | std::views::reverse)
        files.append({toolFile(slug, suffix), toolFile(to, suffix)});
    const auto renamed = renameFiles(project, files, [&]() -> Result<> {
        found->tool.slug = to;
        found->tool.definition.slug = to;
        std::ranges::sort(project.tools, {},
                          [](const ToolEntry &entry) { return entry.tool.slug; });
        for (PromptEntry &entry : project.prompts) {
            if (!followTool(entry.prompt, slug, to))
                continue;
            if (const auto saved = savePrompt(project, entry); !saved)
                return saved;
        }
        return {};
    });
    if (!renamed)
        return std::unexpected(renamed.error());
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
