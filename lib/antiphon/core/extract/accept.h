// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>

namespace Antiphon {

/// The last attempt of \p record that gave a value, valid or not; nullptr: none did.
[[nodiscard]] const Attempt *lastWithValue(const CallRecord &record);

/// Takes the last value of \p record for its answer although it does not validate: a person has
/// looked at it. With \p mended, that value instead.
///
/// The call is done then, and its last attempt says that it was accepted. What is wrong with the
/// value stays beside it. False: there is no value to accept, and nothing is changed.
[[nodiscard]] bool acceptValue(CallRecord &record, const std::optional<Json> &mended = {});

} // namespace Antiphon
