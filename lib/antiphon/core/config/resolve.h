// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>
#include <antiphon/core/config/dynamic.h>
#include <antiphon/core/config/prompt.h>
#include <antiphon/core/config/target.h>

namespace Antiphon {

/// Everything that ends in a request, as values (architecture.md 6).
struct CallInputs {
    Prompt prompt = {};
    Snippets snippets = {};
    Variables variables = {};
    Parameters projectParameters = {};
    Parameters overrideParameters = {}; ///< The window's or `--param`'s.
    QList<ToolDefinition> tools = {};
    std::optional<ToolChoice> toolChoice = {};
    std::optional<bool> parallelTools = {};
    OutputFormat output = {};
    Json metadata = Json(jsoncons::json_object_arg);
    DynamicConfig dynamic = {}; ///< Laid over all of it.
    std::optional<bool> stream = {}; ///< Overrides the target's.
    MediaLoader load = {};
};

struct ResolvedCall {
    CallRequest request = {};
    QMap<QString, QString> originOf = {}; ///< Parameter to layer: "project", "target", "prompt",
                                          ///< "prompt-for-target", "override",
                                          ///< "dynamic".
    Json metadata = Json(jsoncons::json_object_arg);
    std::optional<QString> promptTemplate = {}; ///< Its text; empty where messages were given.
    QStringList warnings = {}; ///< What the target does not take, what the template warns about.
};

/// The request for \p target. Pure; run again for every attempt.
[[nodiscard]] Result<ResolvedCall> resolve(const CallInputs &inputs, const Target &target,
                                           const Provider &provider);

} // namespace Antiphon
