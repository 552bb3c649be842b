// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/prepare.h>

#include "run/runrequest.h"

#include <optional>
#include <vector>

namespace Antiphon {
class SecretStore;
class Settings;
}

namespace Antiphon::Ui {

/// A call of a run, ready to be started, or why it cannot be.
struct PreparedCall {
    Cell cell = {};
    Result<CallSpec> spec = {};
    std::optional<CallRecord> failed = {}; ///< Instead of a spec: one attempt with the error.
};

/// The tools whose commands the person has consented to, by the names models call them.
[[nodiscard]] QStringList allowedCommands(const Project &project, const Settings &settings);

/// Looks the targets of \p request up and reads their keys, which may ask the person: not for the
/// window's thread. \p allowed: see allowedCommands().
[[nodiscard]] std::vector<PreparedCall> prepareRun(const RunRequest &request,
                                                   const NetworkSettings &network,
                                                   const QStringList &allowed, SecretStore &secrets,
                                                   const QDateTime &now);

/// The same for a request that is sent once more; never with `failed`.
[[nodiscard]] PreparedCall prepareSendingAgain(const AgainRequest &request,
                                               const NetworkSettings &network, SecretStore &secrets,
                                               const QDateTime &now);

} // namespace Antiphon::Ui
