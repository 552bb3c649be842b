// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

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

/// What proves who asks. Lives in memory only; never logged, stored or compared by value in
/// records.
using Credentials = std::variant<std::monostate, ApiKey, BearerToken, AwsKeys>;

/// Every secret in \p credentials, for redact().
[[nodiscard]] QList<QByteArray> secretsOf(const Credentials &credentials);

} // namespace Antiphon
