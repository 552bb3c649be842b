// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>

namespace Antiphon {

// The words of decisions, for people (translated, numbers of their locale).

/// "Server error 503", "Rate limit 429", "Connection failed".
[[nodiscard]] QString describeFailure(const Error &error);

/// Why trying such an error again does not help; empty where it might.
[[nodiscard]] QString whyHopeless(ErrorKind kind);

/// "0.5 s", rounded to milliseconds.
[[nodiscard]] QString secondsText(double seconds);

} // namespace Antiphon
