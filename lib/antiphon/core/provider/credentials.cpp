// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/credentials.h>

namespace Antiphon {

QList<QByteArray> secretsOf(const Credentials &credentials)
{
    QList<QByteArray> secrets;
    if (const auto *key = std::get_if<ApiKey>(&credentials))
        secrets = {key->value};
    else if (const auto *token = std::get_if<BearerToken>(&credentials))
        secrets = {token->value};
    else if (const auto *aws = std::get_if<AwsKeys>(&credentials))
        secrets = {aws->secretAccessKey, aws->sessionToken, aws->accessKeyId};
    secrets.removeIf([](const QByteArray &secret) { return secret.isEmpty(); });
    return secrets;
}

} // namespace Antiphon
