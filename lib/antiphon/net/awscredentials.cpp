// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Source: the AWS SDKs and Tools Reference Guide ("Shared config and credentials files") and
// boto/botocore botocore/credentials.py; read 2026-11.

#include "awscredentials.h"

#include <antiphon/core/words.h>

#include <QMap>

using namespace Qt::StringLiterals;

namespace Antiphon {

static KeyFile keyFile(const QString &id, const QString &secret, const QString &token,
                       const QString &region)
{
    KeyFile file {.credentials = AwsKeys {id.toUtf8(), secret.toUtf8(), token.toUtf8()}};
    if (!region.isEmpty())
        file.values.insert(u"region"_s, region);
    return file;
}

// --- A keychain entry ----------------------------------------------------------------------------

// The first of several spellings of one member.
static QString anyOf(const Json &object, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const QString text = textOf(object, name).trimmed(); !text.isEmpty())
            return text;
    }
    return {};
}

static Result<std::optional<KeyFile>> readJsonKeys(const QByteArray &text, const QString &where)
{
    const auto json = parseJson(text);
    if (!json)
        return std::unexpected(json.error().toError(where));
    const Json *inside = find(*json, "Credentials"); // as `aws sts assume-role` prints it
    const Json &keys = inside && inside->is_object() ? *inside : *json;
    const QString id = anyOf(keys, {"AccessKeyId", "aws_access_key_id", "accessKeyId"});
    const QString secret
        = anyOf(keys, {"SecretAccessKey", "aws_secret_access_key", "secretAccessKey"});
    if (id.isEmpty() || secret.isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("%1 is JSON, but no AWS keys: it needs \"AccessKeyId\" and "
                              "\"SecretAccessKey\".")
                        .arg(where));
    return keyFile(id, secret, anyOf(keys, {"SessionToken", "aws_session_token", "sessionToken"}),
                   anyOf(*json, {"region", "Region"}));
}

Result<std::optional<KeyFile>> readAwsKeys(const QByteArray &text, const QString &where)
{
    const QByteArray trimmed = text.trimmed();
    if (trimmed.startsWith('{'))
        return readJsonKeys(trimmed, where);
    if (!trimmed.contains(':'))
        return std::nullopt; // an API key of Bedrock
    const QStringList parts = QString::fromUtf8(trimmed).split(u':');
    const bool whole = parts.size() <= 3 && !parts.contains(QString());
    if (!whole || QString::fromUtf8(trimmed).contains(u' '))
        return fail(ErrorKind::Setup,
                    Words::tr("%1 holds no AWS keys: write ID:SECRET or ID:SECRET:SESSIONTOKEN.")
                        .arg(where));
    return keyFile(parts[0], parts[1], parts.value(2), {});
}

// --- The files -----------------------------------------------------------------------------------

using Section = QMap<QString, QString>;

// Lines that begin with a blank belong to a setting with parts of its own (`s3 =`): none of ours.
static QMap<QString, Section> sectionsOf(const QByteArray &text)
{
    QMap<QString, Section> sections;
    QString name;
    for (const QByteArray &raw : text.split('\n')) {
        const QString line = QString::fromUtf8(raw);
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || line.front().isSpace() || trimmed.startsWith(u'#')
            || trimmed.startsWith(u';'))
            continue;
        if (trimmed.startsWith(u'[')) {
            name = trimmed.mid(1, trimmed.indexOf(u']') - 1).simplified();
            name.remove(u'"').remove(u'\'');
        } else if (const qsizetype equals = trimmed.indexOf(u'='); equals > 0) {
            sections[name].insert(trimmed.first(equals).trimmed().toLower(),
                                  trimmed.sliced(equals + 1).trimmed());
        }
    }
    return sections;
}

namespace {

/// Where AWS's programs keep what they know, and which part of it is asked for.
struct Files {
    const Environment &environment;
    const FileReader &readFile;

    [[nodiscard]] QString variable(const char *name) const
    {
        return environment ? environment(QLatin1StringView(name)).trimmed() : QString();
    }

    [[nodiscard]] QString keysPath() const
    {
        return path("AWS_SHARED_CREDENTIALS_FILE", "credentials"_L1);
    }
    [[nodiscard]] QString configPath() const { return path("AWS_CONFIG_FILE", "config"_L1); }

    // A file that is not there is as good as an empty one.
    [[nodiscard]] Result<QMap<QString, Section>> read(const QString &path) const
    {
        if (path.isEmpty())
            return QMap<QString, Section>();
        const auto text = readFile(path);
        if (text)
            return sectionsOf(*text);
        if (text.error().code == "missing"_L1)
            return QMap<QString, Section>();
        return std::unexpected(text.error());
    }

private:
    [[nodiscard]] QString path(const char *variableName, QLatin1StringView file) const
    {
        if (const QString named = variable(variableName); !named.isEmpty())
            return named.startsWith("~/"_L1) ? home() + named.sliced(1) : named;
        return home().isEmpty() ? QString() : home() + "/.aws/"_L1 + file;
    }

    [[nodiscard]] QString home() const
    {
        const QString unixHome = variable("HOME");
        return unixHome.isEmpty() ? variable("USERPROFILE") : unixHome;
    }
};

} // namespace

// What else a profile may say, and how its keys are got.
static QString elsewhere(const Section &profile, const QString &name)
{
    const QString mend
        = Words::tr(
              "Get keys for a while with \"aws configure export-credentials --profile %1\" and put "
              "what it prints into a keychain entry or the environment.")
              .arg(name);
    if (profile.contains(u"role_arn"_s))
        return Words::tr("The AWS profile \"%1\" takes a role, which Antiphon does not do. %2")
            .arg(name, mend);
    if (profile.contains(u"sso_session"_s) || profile.contains(u"sso_start_url"_s))
        return Words::tr("The AWS profile \"%1\" signs in through a browser (SSO), which Antiphon "
                         "does not do. %2")
            .arg(name, mend);
    if (profile.contains(u"credential_process"_s))
        return Words::tr("The AWS profile \"%1\" gets its keys from a program, which Antiphon does "
                         "not run. %2")
            .arg(name, mend);
    return {};
}

// Both files together; the one of the keys goes before the other.
static Result<Section> profileOf(const QString &name, const Files &files)
{
    const auto keys = files.read(files.keysPath());
    const auto config = files.read(files.configPath());
    if (!keys || !config)
        return std::unexpected(keys ? config.error() : keys.error());
    Section profile = config->value(u"profile "_s + name);
    if (profile.isEmpty() && name == "default"_L1)
        profile = config->value(name);
    profile.insert(keys->value(name));
    return profile;
}

static Result<std::optional<KeyFile>> profileKeys(const QString &name, bool asked,
                                                  const Files &files)
{
    const auto found = profileOf(name, files);
    if (!found)
        return std::unexpected(found.error());
    const Section &profile = *found;
    if (profile.isEmpty() && asked)
        return fail(ErrorKind::Setup,
                    Words::tr("There is no AWS profile \"%1\" in %2 or %3.")
                        .arg(name, files.keysPath(), files.configPath()),
                    u"no-key"_s);
    const QString id = profile.value(u"aws_access_key_id"_s);
    const QString secret = profile.value(u"aws_secret_access_key"_s);
    if (!id.isEmpty() && !secret.isEmpty() && !profile.contains(u"role_arn"_s))
        return keyFile(id, secret, profile.value(u"aws_session_token"_s),
                       profile.value(u"region"_s));
    if (const QString why = elsewhere(profile, name); !why.isEmpty())
        return fail(ErrorKind::Setup, why, u"no-key"_s);
    if (asked || !id.isEmpty() || !secret.isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("The AWS profile \"%1\" has no keys: it needs aws_access_key_id and "
                              "aws_secret_access_key in %2.")
                        .arg(name, files.keysPath()),
                    u"no-key"_s);
    return std::nullopt;
}

// --- All of it -----------------------------------------------------------------------------------

static Result<std::optional<KeyFile>> environmentKeys(const Files &files)
{
    const QString id = files.variable("AWS_ACCESS_KEY_ID");
    const QString secret = files.variable("AWS_SECRET_ACCESS_KEY");
    if (id.isEmpty() && secret.isEmpty())
        return std::nullopt;
    if (id.isEmpty() || secret.isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("To sign requests to AWS %1 is missing beside %2.")
                        .arg(id.isEmpty() ? u"AWS_ACCESS_KEY_ID"_s : u"AWS_SECRET_ACCESS_KEY"_s,
                             id.isEmpty() ? u"AWS_SECRET_ACCESS_KEY"_s : u"AWS_ACCESS_KEY_ID"_s),
                    u"no-key"_s);
    return keyFile(id, secret, files.variable("AWS_SESSION_TOKEN"), {});
}

// The profile that is meant when none is named.
static QString usualProfile(const Files &files)
{
    const QString named = files.variable("AWS_PROFILE");
    return named.isEmpty() ? u"default"_s : named;
}

Result<std::optional<KeyFile>>
awsCredentials(const QString &profile, const Environment &environment, const FileReader &readFile)
{
    const Files files {environment, readFile};
    if (!profile.isEmpty())
        return profileKeys(profile, true, files);
    if (auto keys = environmentKeys(files); !keys || *keys)
        return keys;
    return profileKeys(usualProfile(files), !files.variable("AWS_PROFILE").isEmpty(), files);
}

QString awsRegion(const QString &profile, const Environment &environment,
                  const FileReader &readFile)
{
    const Files files {environment, readFile};
    const auto found = profileOf(profile.isEmpty() ? usualProfile(files) : profile, files);
    return found ? found->value(u"region"_s) : QString();
}

} // namespace Antiphon
