// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The files of the folder "schemas": schemas as they are typed, and rules beyond them.

#include <antiphon/core/words.h>
#include <antiphon/store/project/followname.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/jsonpatch.h>
#include <antiphon/store/project/keycheck.h>
#include <antiphon/store/project/project.h>
#include <antiphon/store/project/renamefiles.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QString schemaFile(const QString &slug)
{
    return u"schemas/%1.schema.json"_s.arg(slug);
}

static QString rulesFile(const QString &slug)
{
    return u"schemas/%1.rules.json"_s.arg(slug);
}

static Result<> checkSchemaWritable(const Project &project, const QString &slug)
{
    if (project.readOnly)
        return fail(ErrorKind::Setup,
                    Words::tr("The project was written by a newer Antiphon and is open read only."),
                    u"read-only"_s);
    if (!isSlug(slug))
        return fail(
            ErrorKind::Setup,
            Words::tr("\"%1\" cannot be a schema's name: only lower case letters a-z, digits, "
                      "\"-\" and \"_\" can.")
                .arg(slug),
            u"slug"_s);
    return {};
}

static QString absolute(const Project &project, const QString &file)
{
    return QDir(project.folder).filePath(file);
}

Result<QString> schemaText(const Project &project, const QString &slug)
{
    const auto text = readProjectText(project.folder, schemaFile(slug));
    if (!text)
        return std::unexpected(toError(text.error()));
    return QString::fromUtf8(text->bytes);
}

Result<> saveSchema(const Project &project, const QString &slug, const QString &text,
                    KeyCheck check)
{
    if (const auto ready = checkSchemaWritable(project, slug); !ready)
        return ready;
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s);
    if (!plain.endsWith(u'\n'))
        plain += u'\n';
    if (check == KeyCheck::Refuse) {
        if (const auto clean = refuseKeys(plain, schemaFile(slug)); !clean)
            return clean;
    }
    return writeProjectFile(project.folder, schemaFile(slug), plain.toUtf8());
}

static Json rulesJson(const QList<AnswerRule> &rules)
{
    Json list = jsonArray();
    for (const AnswerRule &rule : rules) {
        Json one = jsonObject({{"if", toJson(QStringView(rule.condition))},
                               {"message", toJson(QStringView(rule.message))}});
        if (!rule.path.isEmpty())
            one.insert_or_assign("path", toJson(QStringView(rule.path)));
        list.push_back(std::move(one));
    }
    return jsonObject({{"antiphon", Json("rules/1")}, {"rules", std::move(list)}});
}

Result<> saveRules(const Project &project, const QString &slug, const QList<AnswerRule> &rules,
                   KeyCheck check)
{
    if (const auto ready = checkSchemaWritable(project, slug); !ready)
        return ready;
    const QString file = rulesFile(slug);
    const QString path = absolute(project, file);
    if (rules.isEmpty()) {
        if (QFileInfo::exists(path) && !QFile::moveToTrash(path) && !QFile::remove(path))
            return fail(ErrorKind::Setup, Words::tr("%1 cannot be removed.").arg(file), u"file"_s);
        return {};
    }
    Json out = rulesJson(rules);
    if (QFileInfo::exists(path)) {
        const auto disk = readProjectJson(project.folder, file);
        if (!disk)
            return std::unexpected(toError(disk.error()));
        const auto old = answerRulesFromJson(*disk);
        if (!old)
            return std::unexpected(old.error());
        if (*old == rules)
            return {};
        out = patched(*disk, rulesJson(*old), out);
    }
    if (check == KeyCheck::Refuse) {
        if (const auto clean = refuseKeys(out, file); !clean)
            return clean;
    }
    return writeProjectFile(project.folder, file, toPretty(out));
}

Result<QString> createSchema(Project &project, const QString &title, const Json &schema)
{
    QStringList taken = project.schemas.keys();
    for (const QString &name :
         QDir(absolute(project, u"schemas"_s)).entryList(QDir::Files | QDir::Hidden))
        taken.append(name.section(u'.', 0, 0).toLower());
    const QString slug = slugFor(title, taken);
    const QString text = QString::fromUtf8(toPretty(schema));
    if (const auto saved = saveSchema(project, slug, text); !saved)
        return std::unexpected(saved.error());
    project.schemas.insert(slug, schema);
    return slug;
}

Result<> renameSchema(Project &project, const QString &slug, const QString &to)
{
    if (const auto ready = checkSchemaWritable(project, to); !ready)
        return ready;
    if (slug == to)
        return {};
    const QList<FileRename> files
        = {{rulesFile(slug), rulesFile(to)}, {schemaFile(slug), schemaFile(to)}};
    return renameFiles(project, files, [&]() -> Result<> {
        if (project.schemas.contains(slug))
            project.schemas.insert(to, project.schemas.take(slug));
        const bool rules = project.rules.contains(slug);
        if (rules)
            project.rules.insert(to, project.rules.take(slug));
        for (PromptEntry &entry : project.prompts) {
            if (!followSchema(entry.prompt, slug, to, rules))
                continue;
            if (const auto saved = savePrompt(project, entry); !saved)
                return saved;
        }
        return {};
    });
}

Result<RemovedSchema> removeSchema(Project &project, const QString &slug)
{
    if (const auto ready = checkSchemaWritable(project, slug); !ready)
        return std::unexpected(ready.error());
    const auto text = schemaText(project, slug);
    if (!text)
        return std::unexpected(text.error());
    const QString path = absolute(project, schemaFile(slug));
    if (!QFile::moveToTrash(path) && !QFile::remove(path))
        return fail(ErrorKind::Setup, Words::tr("%1 cannot be removed.").arg(schemaFile(slug)),
                    u"file"_s);
    project.schemas.remove(slug);
    return RemovedSchema {.slug = slug, .text = *text};
}

QStringList usersOfSchema(const Project &project, const QString &slug)
{
    QStringList users;
    for (const PromptEntry &entry : project.prompts) {
        const auto chooses = [&slug](const DynamicRule &rule) {
            return textOf(rule.set, "output.schema") == slug;
        };
        if ((entry.prompt.output && entry.prompt.output->schema == slug)
            || std::ranges::any_of(entry.prompt.dynamics.rules, chooses))
            users.append(entry.prompt.slug);
    }
    return users;
}

} // namespace Antiphon
