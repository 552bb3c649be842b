// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>

namespace Antiphon {

/// Writes \p text to \p path, all of it or nothing. An error of kind Setup says why not.
[[nodiscard]] Result<> writeExport(const QString &path, const QByteArray &text);

} // namespace Antiphon
