// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/consent.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr qsizetype mostConsents = 500;

/// What a consent is kept by: the place, the tool, the command, and what it names in its folder.
static QString fingerprint(const QString &name, const ToolCommand &command)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &bytes) {
        hash.addData(QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
    };
    add(QFileInfo(command.folder).canonicalFilePath().toUtf8());
    add(name.toUtf8());
    for (const QString &word : command.words + command.environment) {
        add(word.toUtf8());
        QFile file(QDir(command.folder).filePath(word));
        if (QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    return QString::fromLatin1(hash.result().toHex());
}

/// An entry of the settings: an object, or the mark alone as earlier versions wrote it.
static Consent consentFrom(const QString &stored)
{
    const auto json = parseJson(stored.toUtf8());
    if (!json || !json->is_object())
        return {.mark = stored};
    return {.mark = textOf(*json, "mark"),
            .tool = textOf(*json, "tool"),
            .command = textOf(*json, "command"),
            .folder = textOf(*json, "folder")};
}

static void keep(Settings &settings, const QList<Consent> &all)
{
    QStringList stored;
    for (const Consent &one : all)
        stored.append(fromUtf8(jsonObject({{"mark", toJson(QStringView(one.mark))},
                                           {"tool", toJson(QStringView(one.tool))},
                                           {"command", toJson(QStringView(one.command))},
                                           {"folder", toJson(QStringView(one.folder))}})
                                   .to_string()));
    settings.set(Keys::allowedCommands,
                 stored.sliced(std::max<qsizetype>(0, stored.size() - mostConsents)));
}

QList<Consent> consents(const Settings &settings)
{
    QList<Consent> all;
    for (const QString &stored : settings.get(Keys::allowedCommands))
        all.append(consentFrom(stored));
    return all;
}

bool isConsented(const Settings &settings, const QString &name, const ToolCommand &command)
{
    const QList<Consent> all = consents(settings);
    return !all.isEmpty()
        && std::ranges::find(all, fingerprint(name, command), &Consent::mark) != all.end();
}

void consent(Settings &settings, const QString &name, const ToolCommand &command)
{
    const Consent given {.mark = fingerprint(name, command),
                         .tool = name,
                         .command = commandText(command),
                         .folder = QFileInfo(command.folder).canonicalFilePath()};
    QList<Consent> all = consents(settings);
    // What it was given to before, with other contents of a file that it names, is no more.
    all.removeIf([&given](const Consent &old) {
        return old.mark == given.mark
            || (old.tool == given.tool && old.command == given.command
                && old.folder == given.folder);
    });
    keep(settings, all << given);
}

void withdrawConsent(Settings &settings, const QString &mark)
{
    QList<Consent> all = consents(settings);
    if (all.removeIf([&mark](const Consent &one) { return one.mark == mark; }) > 0)
        keep(settings, all);
}

void withdrawConsent(Settings &settings, const QString &name, const ToolCommand &command)
{
    withdrawConsent(settings, fingerprint(name, command));
}

void applyConsent(const Settings &settings, CallInputs &inputs)
{
    for (auto handler = inputs.handlers.begin(); handler != inputs.handlers.end(); ++handler) {
        if (auto *command = std::get_if<ToolCommand>(&handler->answer))
            command->allowed = isConsented(settings, handler.key(), *command);
    }
}

} // namespace Antiphon
