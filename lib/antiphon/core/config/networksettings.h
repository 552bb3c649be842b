// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/keyreference.h>
#include <antiphon/core/error.h>

#include <QMap>
#include <QStringList>

#include <optional>

namespace Antiphon {

/// Through what connections go.
struct ProxySettings {
    enum class Type { System, None, Http, Socks5 };

    Type type = Type::System;
    QString host = {};
    int port = 0; ///< 0: 3128 of an HTTP proxy, 1080 of a SOCKS proxy.
    QString user = {};
    KeyReference password = {.from = KeyReference::From::None};

    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
};

/// How connections are made, as a person says it: references to secrets and files, no secrets.
///
/// Said in the settings, and by a target over them. Files are relative to the project's folder and
/// may be `{env:NAME}`.
struct NetworkSettings {
    std::optional<ProxySettings> proxy = {}; ///< Empty optional: what is below, else the system's.
    QString caFile = {}; ///< PEM: authorities trusted beside the system's.
    QString certificateFile = {}; ///< PEM: the certificate we show, and its chain.
    QString keyFile = {}; ///< PEM: its private key; empty: in certificateFile.
    std::optional<KeyReference> passphrase = {}; ///< Of the private key.
    QMap<QString, QStringList> acceptedCertificates
        = {}; ///< Host to SHA-256 fingerprints in hex that pass there whatever is wrong with them.
              ///< A person's own choice: never read from a project.

    friend bool operator==(const NetworkSettings &, const NetworkSettings &) = default;
};

/// \p over laid over \p base. Accepted certificates are those of both.
[[nodiscard]] NetworkSettings merged(const NetworkSettings &base, const NetworkSettings &over);

/// `{"proxy", "caFile", "certificateFile", "keyFile", "passphrase", "acceptedCertificates"}`
/// without what is not said. A proxy is "system", "none" or `{"type", "host", "port", "user",
/// "password"}`.
[[nodiscard]] Json toJson(const NetworkSettings &settings);

/// Reads that object. An error starts with the path of the wrong member.
[[nodiscard]] Result<NetworkSettings> networkFromJson(const Json &value);

/// A proxy written as an address: "http://user@host:3128", "socks5://host:1080", "none", "system".
/// A Setup error says what is wrong; a password in it is refused.
[[nodiscard]] Result<ProxySettings> proxyFromText(const QString &text);

} // namespace Antiphon
