// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/prepare.h>

#include "awscredentials.h"

#include <antiphon/core/words.h>

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// Looks for one target's credentials.
struct Search {
    const Target &target;
    const Provider &provider;
    const ProviderApi *api;
    const Environment &environment;
    const KeyReader &keychain;
    const FileReader &readFile;

    [[nodiscard]] Result<KeyFile> find() const;

private:
    [[nodiscard]] Result<KeyFile> byDefault() const;
    [[nodiscard]] Result<KeyFile> inVariable() const;
    [[nodiscard]] Result<KeyFile> inKeychain() const;
    [[nodiscard]] Result<std::optional<KeyFile>> google() const;
    [[nodiscard]] Result<std::optional<KeyFile>> entra() const;
    [[nodiscard]] Result<KeyFile> keyOf(const QByteArray &raw, const QString &where) const;
    [[nodiscard]] Result<KeyFile> fileOf(const QString &path) const;
    [[nodiscard]] std::unexpected<Error> noKey(const QString &message) const;
    [[nodiscard]] std::unexpected<Error> nothing(const QStringList &names) const;
    [[nodiscard]] QString variable(const char *name) const
    {
        return environment ? environment(QLatin1StringView(name)).trimmed() : QString();
    }
    [[nodiscard]] TokenRule rule() const
    {
        return api && api->token ? *api->token : provider.token;
    }
};
} // namespace

QString programVariable(const QString &name)
{
    return qEnvironmentVariable(qPrintable(name));
}

Result<QByteArray> readWholeFile(const QString &path)
{
    static constexpr qint64 largest = 1024 * 1024; // certificates and keys, no more
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Setup,
                    Words::tr("%1 cannot be read: %2").arg(path, file.errorString()),
                    file.exists() ? u"unreadable"_s : u"missing"_s);
    if (file.size() > largest)
        return fail(ErrorKind::Setup, Words::tr("%1 is too large for what it should be.").arg(path),
                    u"unreadable"_s);
    return file.readAll();
}

std::unexpected<Error> Search::noKey(const QString &message) const
{
    return fail(ErrorKind::Setup, message, u"no-key"_s);
}

Result<KeyFile> Search::fileOf(const QString &path) const
{
    const auto text = readFile(path);
    if (!text)
        return std::unexpected(text.error());
    return readKeyFile(*text, rule(), path);
}

// A key that was pasted with its line end is still the key; one with a break inside is none, and
// would tear up the header it stands in.
Result<KeyFile> Search::keyOf(const QByteArray &raw, const QString &where) const
{
    const QByteArray key = raw.trimmed();
    if (rule().from == "aws"_L1) {
        auto keys = readAwsKeys(key, where);
        if (!keys || *keys)
            return keys ? Result<KeyFile>(**std::move(keys)) : std::unexpected(keys.error());
    }
    if (isKeyFile(key) && !rule().from.isEmpty())
        return readKeyFile(key, rule(), where);
    const bool printable = std::ranges::all_of(key, [](char c) { return c > ' ' && c < 0x7f; });
    if (!printable)
        return fail(ErrorKind::Setup,
                    Words::tr("The key in %1 holds a blank or a character no key has.").arg(where));
    if (where.endsWith("_AUTH_TOKEN"_L1) || where.endsWith("_AD_TOKEN"_L1))
        return KeyFile {.credentials = BearerToken {key}};
    return KeyFile {.credentials = ApiKey {key}};
}

static QString quotedList(const QStringList &names)
{
    return names.join(Words::tr(" or "));
}

// Application default credentials, as Google's own programs look for them.
Result<std::optional<KeyFile>> Search::google() const
{
    QString path = variable("GOOGLE_APPLICATION_CREDENTIALS");
    const bool named = !path.isEmpty();
    if (!named) {
        QString folder = variable("CLOUDSDK_CONFIG");
        if (folder.isEmpty() && !variable("APPDATA").isEmpty())
            folder = variable("APPDATA") + "/gcloud"_L1;
        if (folder.isEmpty() && !variable("HOME").isEmpty())
            folder = variable("HOME") + "/.config/gcloud"_L1;
        if (folder.isEmpty())
            return std::nullopt;
        path = folder + "/application_default_credentials.json"_L1;
    }
    auto file = fileOf(path);
    if (file)
        return *std::move(file);
    if (!named && file.error().code == "missing"_L1)
        return std::nullopt;
    return std::unexpected(file.error());
}

Result<std::optional<KeyFile>> Search::entra() const
{
    QStringList missing;
    for (const char *name : {"AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"}) {
        if (variable(name).isEmpty())
            missing.append(QLatin1StringView(name));
    }
    if (missing.size() > 1)
        return std::nullopt;
    if (!missing.isEmpty())
        return noKey(
            Words::tr("To sign in as an Entra application %1 is missing.").arg(missing.first()));
    return KeyFile {.credentials
                    = entraClient(variable("AZURE_TENANT_ID"), variable("AZURE_CLIENT_ID"),
                                  variable("AZURE_CLIENT_SECRET").toUtf8(), rule().scope,
                                  variable("AZURE_AUTHORITY_HOST"))};
}

std::unexpected<Error> Search::nothing(const QStringList &names) const
{
    QStringList ways = names;
    if (rule().from == "google"_L1)
        ways.append(u"GOOGLE_APPLICATION_CREDENTIALS"_s);
    else if (rule().from == "entra"_L1)
        ways.append(Words::tr("AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET"));
    else if (rule().from == "aws"_L1)
        ways.append(Words::tr("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or a profile in "
                              "~/.aws/credentials)"));
    QString message = ways.isEmpty()
        ? Words::tr("There is no key for %1: give the target \"%2\" a key reference.")
              .arg(provider.name, displayName(target))
        : Words::tr(
              "There is no key for %1: set the environment variable %2, or give the target \"%3\" "
              "another key reference.")
              .arg(provider.name, quotedList(ways), displayName(target));
    if (!provider.website.isEmpty())
        message += u' ' + Words::tr("Keys are made at %1.").arg(provider.website);
    return noKey(message);
}

// The provider's own chain: the variables of this api first.
Result<KeyFile> Search::byDefault() const
{
    const QStringList names = (api ? api->env : QStringList()) + provider.env;
    if (rule().from == "aws"_L1 && !target.key.profile.isEmpty()) {
        auto keys = awsCredentials(target.key.profile, environment, readFile);
        if (!keys || *keys)
            return keys ? Result<KeyFile>(**std::move(keys)) : std::unexpected(keys.error());
    }
    for (const QString &name : names) {
        const QString value = environment ? environment(name) : QString();
        if (!value.trimmed().isEmpty())
            return keyOf(value.toUtf8(), name);
    }
    auto found = Result<std::optional<KeyFile>>();
    if (rule().from == "google"_L1)
        found = google();
    else if (rule().from == "entra"_L1)
        found = entra();
    else if (rule().from == "aws"_L1)
        found = awsCredentials({}, environment, readFile);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return **std::move(found);
    if (provider.keyOptional || provider.authHeader.isEmpty())
        return KeyFile {};
    return nothing(names);
}

Result<KeyFile> Search::inVariable() const
{
    const QString name = target.key.name;
    const QString value = environment ? environment(name).trimmed() : QString();
    if (value.isEmpty())
        return noKey(
            Words::tr("The environment variable %1 is not set; the target \"%2\" takes its "
                      "key from it.")
                .arg(name, displayName(target)));
    const bool isPath = !rule().from.isEmpty() && value.endsWith(".json"_L1);
    return isPath ? fileOf(value) : keyOf(value.toUtf8(), name);
}

Result<KeyFile> Search::inKeychain() const
{
    const QString name = target.key.name;
    if (!keychain)
        return noKey(Words::tr("There is no keychain here to read \"%1\" from; give the target "
                               "\"%2\" an environment variable.")
                         .arg(name, displayName(target)));
    const auto value = keychain(name);
    if (!value)
        return std::unexpected(value.error());
    if (value->trimmed().isEmpty())
        return noKey(Words::tr("The keychain has no entry \"%1\"; the target \"%2\" takes its key "
                               "from it.")
                         .arg(name, displayName(target)));
    return keyOf(*value, name);
}

Result<KeyFile> Search::find() const
{
    switch (target.key.from) {
    case KeyReference::From::None:
        return KeyFile {};
    case KeyReference::From::Default:
        return byDefault();
    case KeyReference::From::Variable:
        return inVariable();
    case KeyReference::From::Keychain:
        return inKeychain();
    }
    return KeyFile {};
}

Result<KeyFile> accessFor(const Target &target, const Provider &provider,
                          const Environment &environment, const KeyReader &keychain,
                          const FileReader &readFile)
{
    const ProviderApi *api = findApi(provider, target.api);
    auto found = Search {target, provider, api, environment, keychain, readFile}.find();
    const TokenRule &rule = api && api->token ? *api->token : provider.token;
    if (found && rule.from == "aws"_L1 && !found->values.contains(u"region"_s)) {
        const QString region = awsRegion(target.key.profile, environment, readFile);
        if (!region.isEmpty())
            found->values.insert(u"region"_s, region);
    }
    return found;
}

} // namespace Antiphon
