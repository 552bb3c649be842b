// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/networksettings.h>

#include <QByteArrayList>

namespace Antiphon {

/// How a connection is made: NetworkSettings with their files read and their secrets fetched.
///
/// In memory only, like Credentials.
struct NetworkOptions {
    ProxySettings proxy = {};
    QByteArray proxyPassword = {};
    QByteArray authorities = {}; ///< PEM: trusted beside the system's.
    QByteArray certificate = {}; ///< PEM: what we show, and its chain.
    QByteArray privateKey = {}; ///< PEM.
    QByteArray passphrase = {};
    QMap<QString, QStringList> accepted = {}; ///< Host to SHA-256 fingerprints, in hex.

    friend bool operator==(const NetworkOptions &, const NetworkOptions &) = default;
};

/// Every secret in \p options, for redact().
[[nodiscard]] QByteArrayList secretsOf(const NetworkOptions &options);

} // namespace Antiphon
