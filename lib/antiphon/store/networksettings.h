// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/networksettings.h>
#include <antiphon/store/settings.h>

namespace Antiphon {

/// How this person's connections are made; what cannot be read counts as not said.
[[nodiscard]] NetworkSettings networkSettings(const Settings &settings);

void setNetworkSettings(Settings &settings, const NetworkSettings &network);

/// From now on the certificate with \p fingerprint (SHA-256 in hex) passes at \p host.
void acceptCertificate(Settings &settings, const QString &host, const QString &fingerprint);

} // namespace Antiphon
