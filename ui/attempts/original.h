// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

namespace Antiphon::Ui {

/// What a call beside the run does once more.
struct Original {
    Attempt attempt = {};
    bool sent = true; ///< false: only its recorded response was read.

    friend bool operator==(const Original &, const Original &) = default;
};

} // namespace Antiphon::Ui
