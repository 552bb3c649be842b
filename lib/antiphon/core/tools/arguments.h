// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>

namespace Antiphon {

/// The arguments a model wrote for \p tool: read, checked against its schema, and with the
/// schema's defaults where the model said nothing.
///
/// An error of kind Validation has the code "not-json" for text that is no JSON object, else
/// "schema", and names every place that does not fit.
[[nodiscard]] Result<Json> toolArguments(const ToolDefinition &tool, const QString &text);

/// \p output as the text that goes to the model: a string as it is, anything else as JSON.
[[nodiscard]] QString toolOutputText(const Json &output);

} // namespace Antiphon
