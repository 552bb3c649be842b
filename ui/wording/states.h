// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

#include "theme/colors.h"
#include "theme/icons.h"

namespace Antiphon::Ui {

/// How a state is shown: a sign, a colour and a word. Never a colour alone.
struct StateLook {
    Glyph glyph = Glyph::Dot;
    ColorRole role = ColorRole::Muted;
    QString word = {};

    friend bool operator==(const StateLook &, const StateLook &) = default;
};

/// What the chip of a call in \p state says (project-format.md 5.1). A wait adds its seconds
/// itself.
[[nodiscard]] StateLook lookOf(CallState state);

[[nodiscard]] QString kindWord(AttemptKind kind);

/// What an attempt came to, in a word or two: "429", "dropped", "done".
[[nodiscard]] QString resultWord(const Attempt &attempt);

/// An error kind in words for people: "rate limit".
[[nodiscard]] QString errorKindWord(ErrorKind kind);

} // namespace Antiphon::Ui
