// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/attempt.h>

namespace Antiphon {

/// Null for an empty text.
[[nodiscard]] Json optionalText(const QString &text);

/// The tool calls of an answer: arguments as JSON where they are, and as they came.
[[nodiscard]] Json toolCallsJson(const QList<ToolCall> &calls);

/// Puts into \p json what \p attempt answered besides text: refusal, audio, images, citations,
/// tools the provider ran, log probabilities. Members of nothing are left out; media are named by
/// their size and hash.
void putMedia(Json &json, const Attempt &attempt);

} // namespace Antiphon
