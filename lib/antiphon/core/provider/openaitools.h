// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

namespace Antiphon {

// What the OpenAI family shares between its request formats: tools, their choice, names of schemas.

/// How one format writes a tool, inside `tools` and inside a choice.
struct ToolForm {
    bool nested = true; ///< `{"type": "function", "function": {...}}`; else flat (Responses).
    bool sayStrict = false; ///< `strict` is written even when false: the format's default is true.
    const char *required = "required"; ///< "any" of Mistral.
};

/// Writes `tools` and `tool_choice` of \p request into \p body; nothing without tools, since a
/// choice alone is refused.
void addOpenAiTools(Json &body, const CallRequest &request, const Quirks &quirks, ToolForm form);

/// Removes members of \p body that are null in \p extra: so a user leaves out what we would send
/// and a server refuses (`"stream_options": null`). What is asked, and of whom, stays.
void leaveOutNulls(Json &body, const Json &extra);

/// Removes what is refused without tools or without a stream, where \p body has none.
void dropLoneOptions(Json &body);

/// \p name in the letters a schema's name may have; "answer" for none.
[[nodiscard]] QString schemaName(const QString &name);

/// The own parameters of \p request that \p endpoint takes.
[[nodiscard]] Json takenExtra(const CallRequest &request, const Endpoint &endpoint);

/// Members of requestDefaults that \p body does not have yet.
void addDefaults(Json &body, const Quirks &quirks);

/// True if \p model begins with one of \p prefixes.
[[nodiscard]] bool isOneOfModels(const QString &model, const QStringList &prefixes);

/// Tools of \p endpoint's own kind, or the reason why \p request asks for what it has not: JSON
/// mode, a schema.
[[nodiscard]] Result<> checkOutput(const CallRequest &request, const Endpoint &endpoint);

/// True where the user asked for explicit cache points (`prompt_cache_options`), so that markers
/// become some.
[[nodiscard]] bool wantsCachePoints(const CallRequest &request);

} // namespace Antiphon
