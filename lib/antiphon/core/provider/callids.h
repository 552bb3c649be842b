// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/message.h>

namespace Antiphon {

/// How the ids of tool calls may look.
struct CallIdRule {
    qsizetype longest = 0; ///< 0: any length.
    bool exactly = false; ///< Only that length, and only letters and digits (Mistral).
};

/// \p messages with an id on every tool call and on every result.
///
/// Servers leave ids out, and a history may hold ids of another service. A call without one is
/// numbered, a result without one answers the oldest call of its name that has no answer yet. Ids
/// that \p rule does not allow are replaced, the same one always by the same one.
[[nodiscard]] QList<Message> withCallIds(QList<Message> messages, CallIdRule rule = {});

} // namespace Antiphon
