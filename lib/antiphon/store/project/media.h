// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/template.h>

namespace Antiphon {

/// Reads what image, audio and document fields name, from \p folder and never from outside of it,
/// also not through a link. Addresses of the web are not fetched.
[[nodiscard]] MediaLoader mediaLoader(const QString &folder);

} // namespace Antiphon
