// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/keyreference.h>
#include <antiphon/core/jsonfields.h>

namespace Antiphon {

/// The reference in member \p key of a file, \p fallback where there is none. A secret itself is
/// refused: it has no place in a file that is shared.
[[nodiscard]] KeyReference readKeyReference(JsonFields &fields, std::string_view key,
                                            KeyReference fallback = {});

} // namespace Antiphon
