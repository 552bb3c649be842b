// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/attempt.h>

namespace Antiphon {

/// A simulator script that plays \p attempts of a call again, a step each (simulator.md 6): status
/// and error to `fail`, text, thinking and tool calls as they came, the pace as it was measured, an
/// early end to `fault`. Attempts that sent nothing are left out; without any the list is empty.
[[nodiscard]] Json scriptFromAttempts(const QList<Attempt> &attempts);

/// The api of simulated targets whose answers look most like those of \p codec.
[[nodiscard]] QString simulatedApiFor(QStringView codec);

} // namespace Antiphon
