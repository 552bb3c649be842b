// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/message.h>
#include <antiphon/core/call/parameters.h>

namespace Antiphon {

struct ToolDefinition {
    enum class Kind {
        Function,
        Custom, ///< Takes free text (OpenAI); `native` may hold its `format`.
        Provider, ///< Run by the provider: `native` is sent as it is.
    };

    QString name = {};
    QString description = {};
    Json parameters = Json(jsoncons::json_object_arg); ///< JSON Schema; sent in its own key order.
    bool strict = false;
    Kind kind = Kind::Function;
    Json native = {};
    QString slug = {}; ///< What a project calls it; empty: as models do.

    friend bool operator==(const ToolDefinition &, const ToolDefinition &) = default;
};

struct ToolChoice {
    enum class Mode { Auto, None, Required, Named };

    Mode mode = Mode::Auto;
    QString name = {}; ///< For Named.
    QStringList allowed = {}; ///< For Auto and Required: only these may be called; empty: all.

    friend bool operator==(const ToolChoice &, const ToolChoice &) = default;
};

/// What form the answer is to take.
struct OutputFormat {
    enum class Mode { Text, JsonObject, Strict };

    Mode mode = Mode::Text;
    QString name = {};
    Json schema
        = Json(jsoncons::json_object_arg); ///< For Strict, and for JsonObject where one is known.

    friend bool operator==(const OutputFormat &, const OutputFormat &) = default;
};

/// Everything a codec needs to know of one request, in no provider's words.
struct CallRequest {
    QString model = {};
    QList<Message> messages = {};
    Parameters parameters = {};
    QList<ToolDefinition> tools = {};
    std::optional<ToolChoice> toolChoice = {};
    std::optional<bool> parallelTools = {}; ///< Several calls in one turn; empty: not said.
    OutputFormat output = {};
    bool stream = true;

    friend bool operator==(const CallRequest &, const CallRequest &) = default;
};

[[nodiscard]] Json toJson(const CallRequest &request);

/// Reads a list of `{"name", "description", "parameters", "strict"}`, also as OpenAI wraps them in
/// `{"type": "function", "function": {...}}`. An object of another type is a tool the provider runs
/// itself, sent as it is. An error names the entry.
[[nodiscard]] Result<QList<ToolDefinition>> toolsFromJson(const Json &value);

} // namespace Antiphon
