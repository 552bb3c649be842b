// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/drafts.h>

#include <antiphon/core/words.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Antiphon {

QString draftsFile(const QString &stateFolder, const QString &projectFolder)
{
    const QByteArray path = QDir(projectFolder).absolutePath().toUtf8();
    const QByteArray name
        = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(16);
    return QDir(stateFolder).filePath(u"drafts/%1.json"_s.arg(QString::fromLatin1(name)));
}

Result<> saveDrafts(const QString &file, const Drafts &drafts)
{
    if (drafts.isEmpty()) {
        QFile::remove(file);
        return {};
    }
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile out(file);
    const bool opened = out.open(QIODevice::WriteOnly);
    const QByteArray bytes = toPretty(
        jsonObject({{"antiphon", Json("drafts/1")},
                    {"saved", toJson(QStringView(drafts.saved.toString(Qt::ISODateWithMs)))},
                    {"prompts", drafts.prompts},
                    {"targets", drafts.targets},
                    {"policies", drafts.policies},
                    {"schemas", drafts.schemas},
                    {"tools", drafts.tools}}));
    if (opened) {
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        out.write(bytes);
    }
    if (opened && out.commit())
        return {};
    return fail(ErrorKind::Setup,
                Words::tr("Drafts cannot be kept in %1: %2.").arg(file, out.errorString()),
                u"write"_s);
}

Drafts loadDrafts(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const auto value = parseJson(in.readAll());
    if (!value || textOf(*value, "antiphon") != "drafts/1"_L1)
        return {};
    Drafts drafts {.saved = QDateTime::fromString(textOf(*value, "saved"), Qt::ISODateWithMs)};
    if (const Json *prompts = find(*value, "prompts"); prompts && prompts->is_object())
        drafts.prompts = *prompts;
    if (const Json *targets = find(*value, "targets"); targets && targets->is_object())
        drafts.targets = *targets;
    if (const Json *policies = find(*value, "policies"); policies && policies->is_object())
        drafts.policies = *policies;
    if (const Json *schemas = find(*value, "schemas"); schemas && schemas->is_object())
        drafts.schemas = *schemas;
    if (const Json *tools = find(*value, "tools"); tools && tools->is_object())
        drafts.tools = *tools;
    return drafts;
}

} // namespace Antiphon
