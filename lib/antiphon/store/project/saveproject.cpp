// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/redact.h>
#include <antiphon/core/words.h>
#include <antiphon/store/project/inputsfile.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/jsonpatch.h>
#include <antiphon/store/project/keycheck.h>
#include <antiphon/store/project/project.h>
#include <antiphon/store/project/projectjson.h>
#include <antiphon/store/project/savefile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

Result<> checkWritable(const Project &project, const QString &slug)
{
    if (project.readOnly)
        return fail(ErrorKind::Setup,
                    Words::tr("The project was written by a newer Antiphon and is open read only."),
                    u"read-only"_s);
    if (!isSlug(slug))
        return fail(
            ErrorKind::Setup,
            Words::tr("\"%1\" cannot be a file's name: only lower case letters a-z, digits, \"-\" "
                      "and \"_\" can.")
                .arg(slug),
            u"slug"_s);
    return {};
}

static Json withoutId(Json value)
{
    if (value.is_object())
        value.erase("id");
    return value;
}

Result<Json> onDisk(const Project &project, const QString &file, const QString &kind,
                    const Json &fallback)
{
    if (!QFileInfo::exists(QDir(project.folder).filePath(file)))
        return withoutId(fallback);
    auto value = readProjectJson(project.folder, file);
    if (!value)
        return std::unexpected(toError(value.error()));
    if (!value->is_object() || textOf(*value, "antiphon") != kind)
        return fail(ErrorKind::Setup,
                    Words::tr("%1 is no \"%2\" file of this Antiphon, so it was not written over.")
                        .arg(file, kind),
                    u"file"_s);
    return *std::move(value);
}

Result<> writeText(const Project &project, const QString &file, QString text, KeyCheck check)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    if (!text.endsWith(u'\n'))
        text += u'\n';
    if (check == KeyCheck::Refuse) {
        if (const auto clean = refuseKeys(text, file); !clean)
            return clean;
    }
    return writeProjectFile(project.folder, file, text.toUtf8());
}

Result<> writeChanges(const Project &project, const QString &file, const Json &disk,
                      const Json &before, const Json &after, KeyCheck check)
{
    // An id is made once and never taken away.
    const QString id = textOf(after, "id", textOf(disk, "id", newId()));
    Json complete = jsonObject();
    complete.insert_or_assign("antiphon", *find(after, "antiphon"));
    complete.insert_or_assign("id", toJson(QStringView(id)));
    for (const auto &member : after.object_range())
        complete.insert_or_assign(member.key(), member.value());

    const Json result = patched(disk, before, complete);
    if (check == KeyCheck::Refuse) {
        if (const auto clean = refuseKeys(result, file); !clean)
            return clean;
    }
    const bool isThere = QFileInfo::exists(QDir(project.folder).filePath(file));
    if (isThere && result == disk)
        return {};
    return writeProjectFile(project.folder, file, toPretty(result));
}

Result<> saveTemplate(const Project &project, const QString &prompt, const QString &variant,
                      const QString &text, KeyCheck check)
{
    if (const auto ready = checkWritable(project, prompt); !ready)
        return ready;
    const PromptEntry *entry = findPrompt(project, prompt);
    const QString standard
        = variant == "default"_L1 ? u"template.tmpl"_s : u"template.%1.tmpl"_s.arg(variant);
    const QString file = entry ? entry->variantFiles.value(variant, standard) : standard;
    return writeText(project, u"prompts/%1/%2"_s.arg(prompt, file), text, check);
}

Result<> saveScript(const Project &project, const QString &prompt, PromptScript which,
                    const QString &text, KeyCheck check)
{
    if (const auto ready = checkWritable(project, prompt); !ready)
        return ready;
    const QString name = which == PromptScript::Config ? u"dynamic.js"_s : u"parse.js"_s;
    const QString file = u"prompts/%1/%2"_s.arg(prompt, name);
    if (!text.trimmed().isEmpty())
        return writeText(project, file, text, check);
    const auto path = pathInside(project.folder, file);
    if (!path)
        return std::unexpected(path.error());
    if (QFileInfo::exists(*path) && !QFile::moveToTrash(*path) && !QFile::remove(*path))
        return fail(ErrorKind::Setup, Words::tr("%1 could not be removed.").arg(file), u"file"_s);
    return {};
}

Result<> saveSnippet(const Project &project, const QString &snippet, const QString &text,
                     KeyCheck check)
{
    if (const auto ready = checkWritable(project, snippet); !ready)
        return ready;
    return writeText(project, u"snippets/%1.tmpl"_s.arg(snippet), text, check);
}

Result<> savePrompt(const Project &project, const PromptEntry &entry, KeyCheck check)
{
    if (const auto ready = checkWritable(project, entry.prompt.slug); !ready)
        return ready;
    const QString file = u"prompts/%1/prompt.json"_s.arg(entry.prompt.slug);
    const auto disk = onDisk(project, file, u"prompt/1"_s, entry.file);
    if (!disk)
        return std::unexpected(disk.error());
    Json before = jsonObject();
    if (!disk->empty()) {
        auto old = promptFromJson(entry.prompt.slug, *disk);
        if (!old)
            return std::unexpected(old.error());
        before = promptJson({.prompt = *std::move(old), .variantFiles = variantFilesOf(*disk)});
    }
    return writeChanges(project, file, *disk, before, promptJson(entry), check);
}

Result<> saveTarget(const Project &project, const TargetEntry &entry, KeyCheck check)
{
    if (const auto ready = checkWritable(project, entry.target.slug); !ready)
        return ready;
    const QString file = u"targets/%1.json"_s.arg(entry.target.slug);
    const auto disk = onDisk(project, file, u"target/1"_s, entry.file);
    if (!disk)
        return std::unexpected(disk.error());
    Json before = jsonObject();
    if (!disk->empty()) {
        const auto old = targetFromJson(entry.target.slug, *disk);
        if (!old)
            return std::unexpected(old.error());
        before = targetJson(*old);
    }
    return writeChanges(project, file, *disk, before, targetJson(entry.target), check);
}

Result<> savePolicy(const Project &project, const RetryEntry &entry, KeyCheck check)
{
    if (const auto ready = checkWritable(project, entry.slug); !ready)
        return ready;
    const QString file = u"retry/%1.json"_s.arg(entry.slug);
    const auto disk = onDisk(project, file, u"retry/1"_s, entry.file);
    if (!disk)
        return std::unexpected(disk.error());
    Json before = jsonObject();
    if (!disk->empty()) {
        auto old = policyFromJson(*disk);
        if (!old)
            return std::unexpected(old.error());
        before = policyJson({entry.slug, *std::move(old), *disk});
    }
    RetryEntry now = entry;
    now.file = *disk; // its id
    return writeChanges(project, file, *disk, before, policyJson(now), check);
}

Result<Json> savePolicyFile(const Project &project, const QString &slug, const Json &before,
                            const Json &after, KeyCheck check)
{
    if (const auto ready = checkWritable(project, slug); !ready)
        return std::unexpected(ready.error());
    const QString file = u"retry/%1.json"_s.arg(slug);
    const auto disk = onDisk(project, file, u"retry/1"_s, before);
    if (!disk)
        return std::unexpected(disk.error());
    if (const auto written = writeChanges(project, file, *disk, before, after, check); !written)
        return std::unexpected(written.error());
    return onDisk(project, file, u"retry/1"_s, after);
}

Result<> saveManifest(const Project &project, KeyCheck check)
{
    if (const auto ready = checkWritable(project, u"antiphon"_s); !ready)
        return ready;
    const QString file = u"antiphon.json"_s;
    const auto disk = onDisk(project, file, u"project/1"_s, project.file);
    if (!disk)
        return std::unexpected(disk.error());
    Project old {.folder = project.folder, .name = QDir(project.folder).dirName()};
    if (const auto done = readManifest(*disk, old); !done)
        return done;
    return writeChanges(project, file, *disk, disk->empty() ? jsonObject() : manifestJson(old),
                        manifestJson(project), check);
}

Result<> saveInputs(const Project &project, const QString &prompt, const InputSet &set,
                    KeyCheck check)
{
    for (const QString &slug : {prompt, set.slug}) {
        if (const auto ready = checkWritable(project, slug); !ready)
            return ready;
    }
    const PromptEntry *entry = findPrompt(project, prompt);
    if (!entry)
        return fail(ErrorKind::Setup, Words::tr("There is no prompt \"%1\".").arg(prompt));
    const QString folder = u"prompts/"_s + prompt;
    const QString file = u"%1/inputs/%2.json"_s.arg(folder, set.slug);
    const auto disk = onDisk(project, file, u"inputs/1"_s, set.file);
    if (!disk)
        return std::unexpected(disk.error());

    QStringList secret = project.sensitive;
    for (const VariableSpec &variable : entry->prompt.variables) {
        if (variable.sensitive)
            secret.append(variable.name);
    }
    const auto plan = planInputs(project.folder, prompt, set, *disk, secret);
    if (!plan)
        return std::unexpected(plan.error());
    for (const auto &[path, bytes] : plan->files.asKeyValueRange()) {
        if (check == KeyCheck::Refuse && !path.startsWith("assets/"_L1)) {
            if (const auto clean = refuseKeys(QString::fromUtf8(bytes), path); !clean)
                return clean;
        }
    }
    // The texts go first: a set never names a file that is not there.
    for (const auto &[path, bytes] : plan->files.asKeyValueRange()) {
        if (const auto written = writeProjectFile(project.folder, path, bytes); !written)
            return written;
    }
    if (check == KeyCheck::Refuse) {
        if (const auto clean = refuseKeys(plan->value, file); !clean)
            return clean;
    }
    if (QFileInfo::exists(QDir(project.folder).filePath(file)) && plan->value == *disk)
        return {};
    return writeProjectFile(project.folder, file, toPretty(plan->value));
}

} // namespace Antiphon
