// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/keycheck.h>

#include <antiphon/core/redact.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

static Result<> refusal(const QString &file, const QString &place)
{
    return fail(
        ErrorKind::Setup,
        Words::tr("%1, %2: this looks like a key, so the file was not saved. Keep the key in the "
                  "system keychain or in an environment variable and name that instead.")
            .arg(file, place),
        u"secret"_s);
}

/// The line of \p text, from 1, in which something looks like a key; 0: nowhere.
static int keyLine(QStringView text)
{
    int line = 0;
    for (const QStringView part : text.split(u'\n')) {
        ++line;
        if (looksLikeKey(part))
            return line;
    }
    return 0;
}

Result<> refuseKeys(const QString &text, const QString &file)
{
    const int line = keyLine(text);
    return line > 0 ? refusal(file, Words::tr("line %1").arg(line)) : Result<> {};
}

static bool isSecretHeader(QStringView name)
{
    for (const auto secret : {"authorization"_L1, "proxy-authorization"_L1, "x-api-key"_L1,
                              "api-key"_L1, "x-goog-api-key"_L1, "cookie"_L1}) {
        if (name.compare(secret, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

static Result<> refuseIn(const Json &value, const QStringList &path, const QString &file)
{
    if (value.is_object()) {
        for (const auto &member : value.object_range()) {
            const QString name = fromUtf8(member.key());
            const QStringList here = path + QStringList {name};
            const bool inHeaders = !path.isEmpty() && path.last() == "headers"_L1;
            if (inHeaders && isSecretHeader(name) && !toText(member.value()).contains("{env:"_L1))
                return refusal(file, here.join(u'.'));
            if (looksLikeKey(name))
                return refusal(file, path.join(u'.'));
            if (const auto clean = refuseIn(member.value(), here, file); !clean)
                return clean;
        }
    } else if (value.is_array()) {
        for (size_t i = 0; i < value.size(); ++i) {
            const QStringList here = path + QStringList {QString::number(i)};
            if (const auto clean = refuseIn(value[i], here, file); !clean)
                return clean;
        }
    } else if (value.is_string() && keyLine(toText(value)) > 0) {
        return refusal(file, path.join(u'.'));
    }
    return {};
}

Result<> refuseKeys(const Json &value, const QString &file)
{
    return refuseIn(value, {}, file);
}

} // namespace Antiphon
