// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/credentials.h>

namespace Antiphon {

namespace {

struct Secrets {
    QList<QByteArray> operator()(std::monostate) const { return {}; }
    QList<QByteArray> operator()(const ApiKey &key) const { return {key.value}; }
    QList<QByteArray> operator()(const BearerToken &token) const { return {token.value}; }
    QList<QByteArray> operator()(const AwsKeys &aws) const
    {
        return {aws.secretAccessKey, aws.sessionToken, aws.accessKeyId};
    }
    // As the file holds it too, where line ends are escaped.
    QList<QByteArray> operator()(const ServiceAccountKey &account) const
    {
        return {account.privateKey, QByteArray(account.privateKey).replace("\n", "\\n")};
    }
    QList<QByteArray> operator()(const RefreshToken &token) const
    {
        return {token.value, token.clientSecret};
    }
    QList<QByteArray> operator()(const ClientSecret &client) const { return {client.value}; }
};

} // namespace

QList<QByteArray> secretsOf(const Credentials &credentials)
{
    QList<QByteArray> secrets = std::visit(Secrets {}, credentials);
    secrets.removeIf([](const QByteArray &secret) { return secret.isEmpty(); });
    return secrets;
}

} // namespace Antiphon
