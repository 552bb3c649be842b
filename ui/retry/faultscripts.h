// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/plan.h>

namespace Antiphon::Ui {

/// A fault to try a policy on: what the simulator does, and how attempts are to end by that.
struct FaultScript {
    QString title = {};
    Json simulate = {}; ///< As in a target's file.
    QList<PlannedOutcome> outcomes = {}; ///< The last one repeats.
};

[[nodiscard]] QList<FaultScript> faultScripts();

} // namespace Antiphon::Ui
