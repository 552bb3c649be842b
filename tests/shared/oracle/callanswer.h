// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "oracle.h"

#include <antiphon/core/call/response.h>

namespace Antiphon::Oracle {

/// What the case expects of an answer, in the words of the cases.
[[nodiscard]] Json answerJson(const Response &response, const Json &input, const Mode &mode);

/// The pairs a stream of the reference hands out, read from the recorded bytes.
[[nodiscard]] Json chunksJson(const Response &response, const Quirks &quirks, bool pieces);

/// The sums of a stream after its end.
[[nodiscard]] Json streamJson(const Response &response, const Mode &mode);

} // namespace Antiphon::Oracle
