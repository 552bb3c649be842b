// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/credentials.h>
#include <antiphon/core/provider/http.h>
#include <antiphon/core/provider/provider.h>

#include <QDateTime>

namespace Antiphon {

/// What a signature of version 4 is good for.
struct SigningScope {
    QByteArray region = {};
    QByteArray service = {}; ///< "bedrock" for bedrock-runtime too.

    friend bool operator==(const SigningScope &, const SigningScope &) = default;
};

/// The text whose digest is signed: \p path and \p query as they stand in the request line, \p
/// headers with `host` and `x-amz-date` among them. The path is encoded once more than it is on the
/// wire, as every service but S3 has it ("%3A" becomes "%253A").
[[nodiscard]] QByteArray canonicalRequest(const QByteArray &method, const QByteArray &path,
                                          const QByteArray &query, const HttpHeaders &headers,
                                          const QByteArray &body);

/// The signature of \p canonical, in hexadecimal digits. \p date: "20260105T101500Z".
[[nodiscard]] QByteArray signatureV4(const QByteArray &canonical, const QByteArray &date,
                                     const SigningScope &scope, const QByteArray &secret);

/// Adds `X-Amz-Date`, `X-Amz-Security-Token` (for a session) and `Authorization` to \p request.
///
/// All headers it has by then are signed, so those that something on the way may change are added
/// after it. The URL must be sent as it is: QUrl::FullyEncoded.
///
/// Source: AWS General Reference, "Signature Version 4", and awslabs/aws-c-auth; read 2026-11.
void signV4(HttpRequest &request, const SigningScope &scope, const AwsKeys &keys,
            const QDateTime &now);

/// Signs \p request for \p endpoint if \p credentials are AWS keys and it is not signed yet. The
/// service is the quirk `signingService`, "bedrock" without it; the region is the endpoint's value,
/// else what its address says. Without a region a Setup error that asks for it.
[[nodiscard]] Result<> signForAws(HttpRequest &request, const Endpoint &endpoint,
                                  const Credentials &credentials, const QDateTime &now);

} // namespace Antiphon
