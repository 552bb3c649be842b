// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/target.h>

namespace Antiphon {

/// The common parameters that have no field on the way to \p target: neither in the wire format of
/// its api nor, by the quirks, at this service.
[[nodiscard]] QStringList droppedParameters(const Provider &provider, const Target &target);

/// Removes common parameter \p name. True when it was there.
bool takeOut(Parameters &parameters, const QString &name);

} // namespace Antiphon
