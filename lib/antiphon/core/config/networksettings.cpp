// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/networksettings.h>

#include "readkey.h"

#include <antiphon/core/words.h>

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr int highestPort = 65'535;

static const QStringList &proxyTypes()
{
    static const QStringList names {u"system"_s, u"none"_s, u"http"_s, u"socks5"_s};
    return names;
}

static bool isOwn(const ProxySettings &proxy)
{
    return proxy.type == ProxySettings::Type::Http || proxy.type == ProxySettings::Type::Socks5;
}

NetworkSettings merged(const NetworkSettings &base, const NetworkSettings &over)
{
    NetworkSettings result = base;
    if (over.proxy)
        result.proxy = over.proxy;
    if (!over.caFile.isEmpty())
        result.caFile = over.caFile;
    if (!over.certificateFile.isEmpty()) { // the key and its pass phrase belong to it
        result.certificateFile = over.certificateFile;
        result.keyFile = over.keyFile;
        result.passphrase = over.passphrase;
    }
    for (const auto &[host, fingerprints] : over.acceptedCertificates.asKeyValueRange()) {
        QStringList &all = result.acceptedCertificates[host];
        all += fingerprints;
        all.removeDuplicates();
    }
    return result;
}

static Json proxyJson(const ProxySettings &proxy)
{
    Json type = toJson(proxyTypes().at(qsizetype(proxy.type)));
    if (!isOwn(proxy))
        return type;
    Json json = jsonObject({{"type", std::move(type)}, {"host", toJson(proxy.host)}});
    if (proxy.port > 0)
        json.insert_or_assign("port", proxy.port);
    if (!proxy.user.isEmpty())
        json.insert_or_assign("user", toJson(proxy.user));
    if (proxy.password.from != KeyReference::From::None)
        json.insert_or_assign("password", toJson(proxy.password));
    return json;
}

Json toJson(const NetworkSettings &settings)
{
    Json json = jsonObject();
    if (settings.proxy)
        json.insert_or_assign("proxy", proxyJson(*settings.proxy));
    const auto put = [&json](const char *key, const QString &text) {
        if (!text.isEmpty())
            json.insert_or_assign(key, toJson(text));
    };
    put("caFile", settings.caFile);
    put("certificateFile", settings.certificateFile);
    put("keyFile", settings.keyFile);
    if (settings.passphrase)
        json.insert_or_assign("passphrase", toJson(*settings.passphrase));
    if (settings.acceptedCertificates.isEmpty())
        return json;
    Json accepted = jsonObject();
    for (const auto &[host, fingerprints] : settings.acceptedCertificates.asKeyValueRange()) {
        Json list = jsonArray();
        for (const QString &fingerprint : fingerprints)
            list.push_back(toJson(fingerprint));
        accepted.insert_or_assign(toUtf8(host), std::move(list));
    }
    json.insert_or_assign("acceptedCertificates", std::move(accepted));
    return json;
}

static ProxySettings readProxy(JsonFields &fields)
{
    ProxySettings proxy;
    const Json *value = fields.member("proxy");
    if (value && value->is_string()) {
        auto read = proxyFromText(toText(*value));
        if (read)
            return *read;
        fields.reject("proxy", read.error().message);
        return proxy;
    }
    auto part = fields.object("proxy");
    proxy.type = ProxySettings::Type(part.choice("type", proxyTypes(), 0));
    proxy.host = part.text("host");
    proxy.port = int(part.integer("port", 0, 0, highestPort));
    proxy.user = part.text("user");
    proxy.password = readKeyReference(part, "password", {.from = KeyReference::From::None});
    if (isOwn(proxy) && proxy.host.isEmpty())
        part.reject("host", Words::tr("is missing: the name or address of the proxy."));
    if (!isOwn(proxy) && proxy != ProxySettings {.type = proxy.type})
        part.reject("type",
                    Words::tr("is missing: \"http\" or \"socks5\" for a proxy of one's own."));
    fields.reject(part.error());
    return proxy;
}

static QMap<QString, QStringList> readAccepted(JsonFields &fields)
{
    QMap<QString, QStringList> out;
    const Json *value = fields.member("acceptedCertificates");
    if (!value || !value->is_object())
        return out;
    auto part = fields.object("acceptedCertificates");
    for (const auto &member : value->object_range())
        out.insert(fromUtf8(member.key()).toLower(), part.texts(member.key()));
    fields.reject(part.error());
    return out;
}

Result<NetworkSettings> networkFromJson(const Json &value)
{
    JsonFields fields(value);
    NetworkSettings settings;
    if (fields.member("proxy"))
        settings.proxy = readProxy(fields);
    settings.caFile = fields.text("caFile");
    settings.certificateFile = fields.text("certificateFile");
    settings.keyFile = fields.text("keyFile");
    if (fields.member("passphrase"))
        settings.passphrase = readKeyReference(fields, "passphrase");
    settings.acceptedCertificates = readAccepted(fields);
    if (!settings.keyFile.isEmpty() && settings.certificateFile.isEmpty())
        fields.reject("certificateFile", Words::tr("is missing: the certificate of the key."));
    if (fields.error())
        return std::unexpected(*fields.error());
    return settings;
}

Result<ProxySettings> proxyFromText(const QString &text)
{
    const QString plain = text.trimmed();
    if (plain == "system"_L1)
        return ProxySettings {};
    if (plain == "none"_L1)
        return ProxySettings {.type = ProxySettings::Type::None};
    const QUrl url(plain.contains("://"_L1) ? plain : "http://"_L1 + plain, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool socks = scheme == "socks5"_L1 || scheme == "socks"_L1 || scheme == "socks5h"_L1;
    if (url.host().isEmpty() || (!socks && scheme != "http"_L1))
        return fail(ErrorKind::Setup,
                    Words::tr("\"%1\" is no proxy. Write none, system, http://host:port or "
                              "socks5://host:port.")
                        .arg(url.toDisplayString(QUrl::RemoveUserInfo)));
    if (!url.password().isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("The password of the proxy %1 must not stand in its address: keep it "
                              "in the keychain or a variable.")
                        .arg(url.host()));
    return ProxySettings {.type = socks ? ProxySettings::Type::Socks5 : ProxySettings::Type::Http,
                          .host = url.host(),
                          .port = std::max(0, url.port(0)),
                          .user = url.userName()};
}

} // namespace Antiphon
