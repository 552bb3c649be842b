// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

namespace Antiphon {

/// \p file with the differences between \p before and \p after made in it.
///
/// \p before and \p after are what the program makes of the file and wants it to be; \p file is the
/// object as a person wrote it. What is alike in both stays as it is in the file: unknown members
/// at every level, order, defaults written out, other spellings of the same value. New members go
/// where \p after has them; when the program has put members into another order, so has the result.
[[nodiscard]] Json patched(const Json &file, const Json &before, const Json &after);

} // namespace Antiphon
