// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>

#include <QByteArray>

namespace Antiphon {

/// The signature of \p message by a PEM private key: RSASSA-PKCS1-v1_5 with SHA-256 (RS256 of a
/// JWT). A Setup error for a key that is none, or is none of RSA.
[[nodiscard]] Result<QByteArray> signRs256(const QByteArray &privateKey, const QByteArray &message);

} // namespace Antiphon
