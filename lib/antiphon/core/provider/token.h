// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/provider/credentials.h>
#include <antiphon/core/provider/http.h>
#include <antiphon/core/provider/provider.h>

#include <QDateTime>

#include <chrono>
#include <functional>

namespace Antiphon {

// Credentials that are no keys themselves are exchanged for access tokens: the requests and answers
// of that exchange, as pure functions. Net's TokenCache sends them.
//
// Source: developers.google.com/identity/protocols/oauth2/service-account,
// google-auth-library-python,
// learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow; read 2026-11.

/// A token that a request carries as `Authorization: Bearer`.
struct AccessToken {
    QByteArray value = {};
    std::chrono::milliseconds lifetime {}; ///< From when it was given.

    friend bool operator==(const AccessToken &, const AccessToken &) = default;
};

/// True for credentials that no request carries, but a token made from them.
[[nodiscard]] bool needsToken(const Credentials &credentials);

/// Signs \p message with a PEM private key, as RSASSA-PKCS1-v1_5 with SHA-256.
using Signer
    = std::function<Result<QByteArray>(const QByteArray &privateKey, const QByteArray &message)>;

/// The request that asks for a token. Errors: those of \p sign.
[[nodiscard]] Result<HttpRequest> tokenRequest(const Credentials &credentials, const QDateTime &now,
                                               const Signer &sign);

/// The first two parts of a service account's JWT, which are what is signed.
[[nodiscard]] QByteArray jwtToSign(const ServiceAccountKey &account, const QDateTime &now);

/// What \p host answered. A refusal is of kind Authentication, with the words of the one who
/// refused; what passes by itself is Server or RateLimit.
[[nodiscard]] Result<AccessToken> readToken(const HttpHead &head, const QByteArray &body,
                                            const QString &host);

/// Credentials out of a key file, and what else the file knows.
struct KeyFile {
    Credentials credentials = {};
    QMap<QString, QString> values = {}; ///< For makeEndpoint: "project", "quotaProject".
};

/// True for the text of a key file, JSON, rather than of a key.
[[nodiscard]] bool isKeyFile(const QByteArray &text);

/// Reads \p text, the key file \p name, for \p rule: a Google service account's or
/// authorized user's, or an Entra application's (`tenantId`, `clientId`, `clientSecret`). A Setup
/// error says what is missing or which kind is not supported.
[[nodiscard]] Result<KeyFile> readKeyFile(const QByteArray &text, const TokenRule &rule,
                                          const QString &name);

/// An Entra application's credentials; \p authority is the sign-in server, empty for Microsoft's
/// public one.
[[nodiscard]] ClientSecret entraClient(const QString &tenant, const QString &clientId,
                                       const QByteArray &secret, const QString &scope,
                                       const QString &authority = {});

} // namespace Antiphon
