// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/words.h>
#include <antiphon/store/project/followname.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/renamefiles.h>
#include <antiphon/store/project/savefile.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

QStringList takenIn(const Project &project, const QString &folder, QStringList taken)
{
    const QDir dir(QDir(project.folder).filePath(folder));
    for (const QString &name :
         dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
        taken.append(name.section(u'.', 0, 0).toLower());
    return taken;
}

Result<QString> createPrompt(Project &project, const QString &title)
{
    QStringList taken;
    for (const PromptEntry &entry : project.prompts)
        taken.append(entry.prompt.slug);
    PromptEntry entry;
    entry.prompt.slug = slugFor(title, takenIn(project, u"prompts"_s, taken));
    entry.prompt.id = newId();
    entry.prompt.title = title;
    entry.prompt.text = Words::tr("SYSTEM: You are a helpful assistant.\nUSER: {question}") + u'\n';
    entry.prompt.variables
        = {{.name = u"question"_s,
            .fallback
            = toJson(QStringView(Words::tr("Why is the sky blue? Answer in two sentences."))),
            .multiline = true}};
    entry.variants = {{u"default"_s, entry.prompt.text}};
    entry.variantFiles = {{u"default"_s, u"template.tmpl"_s}};
    // The text goes first: a prompt.json never names a file that is not there.
    const auto text = saveTemplate(project, entry.prompt.slug, u"default"_s, entry.prompt.text);
    if (!text)
        return std::unexpected(text.error());
    if (const auto saved = savePrompt(project, entry); !saved)
        return std::unexpected(saved.error());
    const QString slug = entry.prompt.slug;
    const auto place = std::ranges::find_if(
        project.prompts, [&](const PromptEntry &other) { return other.prompt.slug > slug; });
    project.prompts.insert(place, std::move(entry));
    return slug;
}

Result<QString> createTarget(Project &project, Target target)
{
    QStringList taken;
    for (const TargetEntry &entry : project.targets)
        taken.append(entry.target.slug);
    target.slug = slugFor(target.label.isEmpty() ? target.model : target.label,
                          takenIn(project, u"targets"_s, taken));
    target.id = newId();
    if (const auto saved = saveTarget(project, {.target = target}); !saved)
        return std::unexpected(saved.error());
    const QString slug = target.slug;
    const auto place = std::ranges::find_if(
        project.targets, [&](const TargetEntry &other) { return other.target.slug > slug; });
    project.targets.insert(place, {.target = std::move(target)});
    return slug;
}

Result<QString> createSimulatedTarget(Project &project, const QString &script)
{
    return createTarget(project, {.provider = u"simulator"_s, .model = script});
}

Result<QString> createPolicy(Project &project, const QString &name, const RetryPolicy &policy)
{
    QStringList taken;
    for (const RetryEntry &entry : std::as_const(project.policies))
        taken.append(entry.slug);
    const QString slug = slugFor(name, takenIn(project, u"retry"_s, taken));
    RetryEntry entry {.slug = slug, .policy = policy};
    entry.policy.slug = slug;
    if (const auto saved = savePolicy(project, entry); !saved)
        return std::unexpected(saved.error());
    if (auto file = readProjectJson(project.folder, u"retry/%1.json"_s.arg(slug)))
        entry.file = *std::move(file);
    const auto place = std::ranges::find_if(
        project.policies, [&](const RetryEntry &other) { return other.slug > slug; });
    project.policies.insert(place, std::move(entry));
    return slug;
}

Result<QString> createInputs(Project &project, const QString &prompt, const QString &title,
                             const Variables &values)
{
    const auto entry = std::ranges::find_if(
        project.prompts, [&](const PromptEntry &other) { return other.prompt.slug == prompt; });
    if (entry == project.prompts.end())
        return fail(ErrorKind::Setup, Words::tr("There is no prompt \"%1\".").arg(prompt));
    QStringList taken;
    for (const InputSet &set : std::as_const(entry->inputs))
        taken.append(set.slug);
    InputSet set {.slug
                  = slugFor(title, takenIn(project, u"prompts/%1/inputs"_s.arg(prompt), taken)),
                  .values = values};
    if (const auto saved = saveInputs(project, prompt, set); !saved)
        return std::unexpected(saved.error());
    const QString slug = set.slug;
    const auto place = std::ranges::find_if(
        entry->inputs, [&](const InputSet &other) { return other.slug > slug; });
    entry->inputs.insert(place, std::move(set));
    return slug;
}

Result<QString> toTrash(const Project &project, const QString &relative)
{
    if (project.readOnly)
        return fail(ErrorKind::Setup,
                    Words::tr("The project was written by a newer Antiphon and is open read only."),
                    u"read-only"_s);
    const auto path = pathInside(project.folder, relative);
    if (!path)
        return std::unexpected(path.error());
    QString inTrash;
    if (!QFileInfo::exists(*path) || QFile::moveToTrash(*path, &inTrash))
        return inTrash;
    const bool removed
        = QFileInfo(*path).isDir() ? QDir(*path).removeRecursively() : QFile::remove(*path);
    if (removed)
        return QString();
    return fail(ErrorKind::Setup, Words::tr("%1 cannot be removed.").arg(relative), u"write"_s);
}

static QList<PromptEntry>::iterator placeOf(Project &project, const QString &slug)
{
    return std::ranges::find_if(project.prompts,
                                [&](const PromptEntry &other) { return other.prompt.slug > slug; });
}

Result<QString> duplicatePrompt(Project &project, const QString &slug, const QString &title)
{
    const PromptEntry *found = findPrompt(project, slug);
    if (!found)
        return fail(ErrorKind::Setup, Words::tr("There is no prompt \"%1\".").arg(slug));
    QStringList taken;
    for (const PromptEntry &entry : std::as_const(project.prompts))
        taken.append(entry.prompt.slug);
    PromptEntry copy = *found;
    copy.prompt.slug = slugFor(title, takenIn(project, u"prompts"_s, taken));
    copy.prompt.id = newId();
    copy.prompt.title = title;
    const QString made = copy.prompt.slug;
    // In the project first: saving its parts looks the prompt up.
    project.prompts.insert(placeOf(project, made), copy);
    const auto write = [&]() -> Result<> {
        for (const auto &[variant, text] : copy.variants.asKeyValueRange()) {
            if (const auto saved = saveTemplate(project, made, variant, text); !saved)
                return saved;
        }
        for (const InputSet &set : std::as_const(copy.inputs)) {
            if (const auto saved = saveInputs(project, made, set); !saved)
                return saved;
        }
        return savePrompt(project, copy);
    };
    if (const auto written = write(); !written) {
        project.prompts.removeIf(
            [&](const PromptEntry &entry) { return entry.prompt.slug == made; });
        return std::unexpected(written.error());
    }
    return made;
}

Result<RemovedPrompt> removePrompt(Project &project, const QString &slug)
{
    const PromptEntry *found = findPrompt(project, slug);
    if (!found)
        return fail(ErrorKind::Setup, Words::tr("There is no prompt \"%1\".").arg(slug));
    const auto inTrash = toTrash(project, u"prompts/"_s + slug);
    if (!inTrash)
        return std::unexpected(inTrash.error());
    RemovedPrompt removed {.entry = *found, .inTrash = *inTrash};
    project.prompts.removeIf([&](const PromptEntry &entry) { return entry.prompt.slug == slug; });
    return removed;
}

Result<> restorePrompt(Project &project, const RemovedPrompt &removed)
{
    const QString slug = removed.entry.prompt.slug;
    const auto path = pathInside(project.folder, u"prompts/"_s + slug);
    if (!path)
        return std::unexpected(path.error());
    if (removed.inTrash.isEmpty() || QFileInfo::exists(*path)
        || !QDir().rename(removed.inTrash, *path))
        return fail(ErrorKind::Setup,
                    Words::tr("The prompt \"%1\" cannot be brought back from %2.")
                        .arg(slug, removed.inTrash),
                    u"trash"_s);
    // The trash keeps a note of where each thing came from; this one is there no longer.
    const QFileInfo trashed(removed.inTrash);
    QFile::remove(trashed.dir().filePath(u"../info/%1.trashinfo"_s.arg(trashed.fileName())));
    project.prompts.insert(placeOf(project, slug), removed.entry);
    return {};
}

Result<> removeTarget(Project &project, const QString &slug)
{
    if (const auto done = toTrash(project, u"targets/%1.json"_s.arg(slug)); !done)
        return std::unexpected(done.error());
    project.targets.removeIf([&](const TargetEntry &entry) { return entry.target.slug == slug; });
    return {};
}

Result<> removePolicy(Project &project, const QString &slug)
{
    if (const auto done = toTrash(project, u"retry/%1.json"_s.arg(slug)); !done)
        return std::unexpected(done.error());
    project.policies.removeIf([&](const RetryEntry &entry) { return entry.slug == slug; });
    return {};
}

/// Lets everything that names policy \p from name \p to.
static Result<> followPolicy(Project &project, const QString &from, const QString &to)
{
    for (TargetEntry &entry : project.targets) {
        if (entry.target.retry != from)
            continue;
        entry.target.retry = to;
        if (const auto saved = saveTarget(project, entry); !saved)
            return saved;
    }
    for (PromptEntry &entry : project.prompts) {
        if (!followPolicy(entry.prompt, from, to))
            continue;
        if (const auto saved = savePrompt(project, entry); !saved)
            return saved;
    }
    if (project.defaultRetry != from)
        return {};
    project.defaultRetry = to;
    return saveManifest(project);
}

Result<QString> renamePolicy(Project &project, const QString &slug, const QString &name)
{
    const auto found = std::ranges::find(project.policies, slug, &RetryEntry::slug);
    if (found == project.policies.end())
        return fail(ErrorKind::Setup, Words::tr("There is no retry policy \"%1\".").arg(slug));
    QStringList taken;
    for (const RetryEntry &entry : std::as_const(project.policies))
        taken.append(entry.slug);
    taken = takenIn(project, u"retry"_s, taken);
    taken.removeAll(slug);
    const QString to = slugFor(name, taken);
    if (to == slug)
        return slug;
    if (const auto ready = checkWritable(project, to); !ready)
        return std::unexpected(ready.error());
    const FileRename file {u"retry/%1.json"_s.arg(slug), u"retry/%1.json"_s.arg(to)};
    const auto renamed = renameFiles(project, {file}, [&] {
        found->slug = to;
        found->policy.slug = to;
        std::ranges::sort(project.policies, {}, &RetryEntry::slug);
        return followPolicy(project, slug, to);
    });
    if (!renamed)
        return std::unexpected(renamed.error());
    return to;
}

} // namespace Antiphon
