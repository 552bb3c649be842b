// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

#include "theme/colors.h"

#include <QList>
#include <QString>

namespace Antiphon::Ui {

/// A stretch of an attempt's time that was spent on one thing.
struct Phase {
    enum class Kind { Queued, Held, Connect, Waiting, Streaming, Checking, Tool, Backoff, Error };

    Kind kind = Kind::Queued;
    std::chrono::milliseconds begin {}; ///< Since the attempt began.
    std::chrono::milliseconds end {}; ///< Equal to begin for Error: a mark.

    friend bool operator==(const Phase &, const Phase &) = default;
};

using Phases = QList<Phase>;

/// The phases of an attempt that ended, in order, with the wait that followed. A phase that was
/// not measured is not there.
[[nodiscard]] Phases phasesOf(const Attempt &attempt);

/// The phase in which the tools that \p attempt called were at work; empty: none were.
[[nodiscard]] std::optional<Phase> toolTime(const Attempt &attempt);

/// The letter in the bar and the legend: "q", "h", "C", "w", "S", "v", "t", "-", "x".
[[nodiscard]] QChar letterOf(Phase::Kind kind);
[[nodiscard]] QString wordOf(Phase::Kind kind);
[[nodiscard]] ColorRole roleOf(Phase::Kind kind);
[[nodiscard]] QList<Phase::Kind> allPhaseKinds();

/// "attempt 2, dropped after 1.1 seconds of streaming, then waited 1.7 seconds by backoff"
[[nodiscard]] QString spokenAttempt(const Attempt &attempt);

} // namespace Antiphon::Ui
