// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/prepare.h>

namespace Antiphon {

/// The AWS keys that \p text is, as a keychain entry or a variable holds them:
/// `ID:SECRET`, `ID:SECRET:SESSIONTOKEN`, or JSON as `aws sts` and
/// `aws configure export-credentials` print it (`AccessKeyId`, `SecretAccessKey`, `SessionToken`,
/// also as `aws_access_key_id` and so on, and `region`). Empty for anything else, which is a
/// Bedrock API key; an error for keys that are not whole. \p where names the place.
[[nodiscard]] Result<std::optional<KeyFile>> readAwsKeys(const QByteArray &text,
                                                         const QString &where);

/// The keys that AWS's own programs would use: those of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY
/// and AWS_SESSION_TOKEN, else those of a profile in ~/.aws/credentials or ~/.aws/config (or where
/// AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE say), with its region.
///
/// The profile is \p profile, else AWS_PROFILE, else "default"; one that is named by \p profile
/// goes before the variables. Empty if there are none; an error for a profile that is not there, or
/// whose keys another program would have to get (a role, single sign-on), with the way to get them.
[[nodiscard]] Result<std::optional<KeyFile>>
awsCredentials(const QString &profile, const Environment &environment, const FileReader &readFile);

/// The region that the same profile names; empty if it names none. The variables go before it.
[[nodiscard]] QString awsRegion(const QString &profile, const Environment &environment,
                                const FileReader &readFile);

} // namespace Antiphon
