// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/networkoptions.h>

#include <QList>
#include <QSslConfiguration>
#include <QSslError>

namespace Antiphon {

/// Qt's own settings with the authorities and the certificate of \p options.
[[nodiscard]] QSslConfiguration tlsConfiguration(const NetworkOptions &options);

/// The private key of \p options, whatever kind it is; null for none that can be used.
[[nodiscard]] QSslKey privateKeyOf(const NetworkOptions &options);

/// True when the person has accepted exactly \p certificate for \p host.
[[nodiscard]] bool isAccepted(const QSslCertificate &certificate, const QString &host,
                              const NetworkOptions &options);

/// Why \p certificate of \p host is not trusted and what can be done, in words.
[[nodiscard]] QString distrustWords(const QList<QSslError> &errors,
                                    const QSslCertificate &certificate, const QString &host);

} // namespace Antiphon
