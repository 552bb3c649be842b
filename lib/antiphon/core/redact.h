// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QUrl>

namespace Antiphon {

struct HttpRequest;
struct ExchangeRecord;
struct Error;

/// What may be shown or kept of a secret: four dots and its last four characters, or the dots alone
/// for one of under 16 characters.
[[nodiscard]] QString masked(QStringView secret);

/// Every form in which \p secret is looked for: as it is, URL-, base64- and hex-encoded. None for
/// one that is too short to be a secret.
[[nodiscard]] QByteArrayList secretForms(const QByteArray &secret);

/// \p text with every secret replaced by masked(), also where it stands URL- or base64-encoded.
[[nodiscard]] QByteArray redact(const QByteArray &text, const QByteArrayList &secrets);
[[nodiscard]] QString redact(const QString &text, const QByteArrayList &secrets);

/// Every text in \p value, names of members too.
[[nodiscard]] Json redact(const Json &value, const QByteArrayList &secrets);

/// Query parameters that carry keys (`key`, `api_key`, `access_token`, signatures) masked.
[[nodiscard]] QUrl redact(const QUrl &url, const QByteArrayList &secrets);

/// Secret headers masked, and everything else searched for \p secrets.
[[nodiscard]] HttpRequest redact(HttpRequest request, const QByteArrayList &secrets);
[[nodiscard]] ExchangeRecord redact(ExchangeRecord record, const QByteArrayList &secrets);
[[nodiscard]] Error redact(Error error, const QByteArrayList &secrets);

/// What \p request itself carries in secret: values of secret headers without the word before the
/// key ("Bearer"), of query parameters that carry keys, and a password in its address.
[[nodiscard]] QByteArrayList secretsIn(const HttpRequest &request);

/// True for text that has the form of a known key ("sk-...", "AIza...", "-----BEGIN PRIVATE KEY").
[[nodiscard]] bool looksLikeKey(QStringView text);

} // namespace Antiphon
