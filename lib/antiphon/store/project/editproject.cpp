// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/project.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(editproject)
};
} // namespace

/// Slugs in use and names on the disk, broken files among them: nothing is ever overwritten.
static QStringList takenIn(const Project &project, const QString &folder, QStringList taken)
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

static Result<> toTrash(const Project &project, const QString &relative)
{
    if (project.readOnly)
        return fail(ErrorKind::Setup,
                    Words::tr("The project was written by a newer Antiphon and is open read only."),
                    u"read-only"_s);
    const auto path = pathInside(project.folder, relative);
    if (!path)
        return std::unexpected(path.error());
    if (!QFileInfo::exists(*path) || QFile::moveToTrash(*path))
        return {};
    const bool removed
        = QFileInfo(*path).isDir() ? QDir(*path).removeRecursively() : QFile::remove(*path);
    if (removed)
        return {};
    return fail(ErrorKind::Setup, Words::tr("%1 cannot be removed.").arg(relative), u"write"_s);
}

Result<> removePrompt(Project &project, const QString &slug)
{
    if (const auto done = toTrash(project, u"prompts/"_s + slug); !done)
        return done;
    project.prompts.removeIf([&](const PromptEntry &entry) { return entry.prompt.slug == slug; });
    return {};
}

Result<> removeTarget(Project &project, const QString &slug)
{
    if (const auto done = toTrash(project, u"targets/%1.json"_s.arg(slug)); !done)
        return done;
    project.targets.removeIf([&](const TargetEntry &entry) { return entry.target.slug == slug; });
    return {};
}

} // namespace Antiphon
