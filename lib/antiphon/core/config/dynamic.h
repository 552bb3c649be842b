// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>
#include <antiphon/core/prompt/value.h>

#include <optional>

namespace Antiphon {

/// What is decided for one call just before it (calls.md 5). Laid over everything the prompt says;
/// what is empty says nothing.
struct DynamicConfig {
    QList<Message> messages = {}; ///< Instead of the template.
    Variables computed = {}; ///< Over the variables of the same names.
    std::optional<QList<ToolDefinition>> tools = {}; ///< An empty list: no tools.
    Parameters parameters = {};
    std::optional<Json> metadata = {};
    QString target = {}; ///< Slug of another target to ask; empty: not said.

    friend bool operator==(const DynamicConfig &, const DynamicConfig &) = default;
};

/// Reads `{"messages", "computed_fields", "tools", "call_params", "metadata"}`.
[[nodiscard]] Result<DynamicConfig> dynamicFromJson(const Json &value);

} // namespace Antiphon
