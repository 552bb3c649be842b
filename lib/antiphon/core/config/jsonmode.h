// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>
#include <antiphon/core/provider/provider.h>

namespace Antiphon {

/// Asks for JSON in words, at the place that Quirks::jsonHint names (calls.md 9). Does nothing
/// unless \p request wants a JSON object.
void askForJson(CallRequest &request, const QString &where);

} // namespace Antiphon
