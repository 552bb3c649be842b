// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

namespace Antiphon {

/// Succeeds when nothing in \p text looks like a key; else a Setup error with code "secret" that
/// names \p file and the place, never the key.
[[nodiscard]] Result<> refuseKeys(const QString &text, const QString &file);
[[nodiscard]] Result<> refuseKeys(const Json &value, const QString &file);

} // namespace Antiphon
