// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>
#include <antiphon/store/project/project.h>

namespace Antiphon {

/// What a prompt of \p project is called with, but for its variables. An unknown prompt or variant
/// is a Setup error that names those there are.
[[nodiscard]] Result<CallInputs> callInputs(const Project &project, const QString &prompt,
                                            const QString &variant);

} // namespace Antiphon
