// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/net/networkoptions.h>

#include <QDateTime>
#include <QStringList>

namespace Antiphon {

/// What a certificate says, for people who are to trust it.
///
/// An Error with code "tls" carries the refused certificate as PEM in its evidence.
struct CertificateSummary {
    QString subject = {}; ///< Whose it is.
    QString issuer = {}; ///< Who says so.
    QStringList names = {}; ///< The hosts it is for.
    QDateTime validFrom = {};
    QDateTime validUntil = {};
    QString fingerprint = {}; ///< SHA-256 in hex: NetworkSettings::acceptedCertificates takes it.

    friend bool operator==(const CertificateSummary &, const CertificateSummary &) = default;
};

/// The first certificate of \p pem; empty when there is none.
[[nodiscard]] std::optional<CertificateSummary> summarizeCertificate(const QByteArray &pem);

/// "AB:CD:..." as people compare it.
[[nodiscard]] QString spelledFingerprint(const QString &fingerprint);

/// Whether certificates and key of \p options can be used: a Setup error says which cannot, and
/// that a pass phrase may be wrong.
[[nodiscard]] Result<> checkCertificates(const NetworkOptions &options);

} // namespace Antiphon
