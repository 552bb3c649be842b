// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/target.h>

namespace Antiphon {

/// The parameters that have no field on the way to \p target: common ones the wire format of its
/// api lacks, and any that this service refuses by its quirks.
[[nodiscard]] QStringList droppedParameters(const Provider &provider, const Target &target);

} // namespace Antiphon
