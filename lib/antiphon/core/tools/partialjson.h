// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

namespace Antiphon {

/// What has arrived of a JSON text that is still being written (extraction.md 5.2).
///
/// A string that is still open counts as far as it came; an entry without its value does not; a
/// number counts as soon as it is one. Open arrays and objects end where the text does. A wrong
/// character that more text cannot mend is an error.
[[nodiscard]] std::expected<Json, JsonTextError> parsePartialJson(QStringView text);

} // namespace Antiphon
