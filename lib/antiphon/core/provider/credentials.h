// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <variant>

namespace Antiphon {

struct ApiKey {
    QByteArray value = {};

    friend bool operator==(const ApiKey &, const ApiKey &) = default;
};

struct BearerToken {
    QByteArray value = {};

    friend bool operator==(const BearerToken &, const BearerToken &) = default;
};

struct AwsKeys {
    QByteArray accessKeyId = {};
    QByteArray secretAccessKey = {};
    QByteArray sessionToken = {};

    friend bool operator==(const AwsKeys &, const AwsKeys &) = default;
};

/// A Google service account: its key signs for access tokens (token.h).
struct ServiceAccountKey {
    QString email = {};
    QByteArray keyId = {};
    QByteArray privateKey = {}; ///< PEM.
    QUrl tokenUrl = {};
    QString scope = {};

    friend bool operator==(const ServiceAccountKey &, const ServiceAccountKey &) = default;
};

/// A person's sign-in as `gcloud` keeps it: exchanged for access tokens.
struct RefreshToken {
    QByteArray clientId = {};
    QByteArray clientSecret = {};
    QByteArray value = {};
    QUrl tokenUrl = {};

    friend bool operator==(const RefreshToken &, const RefreshToken &) = default;
};

/// An application that signs in for itself (Microsoft Entra): exchanged for access tokens.
struct ClientSecret {
    QByteArray clientId = {};
    QByteArray value = {};
    QUrl tokenUrl = {};
    QString scope = {};

    friend bool operator==(const ClientSecret &, const ClientSecret &) = default;
};

/// What proves who asks. Lives in memory only; never logged, stored or compared by value in
/// records.
using Credentials = std::variant<std::monostate, ApiKey, BearerToken, AwsKeys, ServiceAccountKey,
                                 RefreshToken, ClientSecret>;

/// Every secret in \p credentials, for redact().
[[nodiscard]] QList<QByteArray> secretsOf(const Credentials &credentials);

} // namespace Antiphon
