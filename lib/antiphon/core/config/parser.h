// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/dynamicrun.h>

namespace Antiphon {

/// The library's alternative to parse.js: the finished call of cli.md in, its value out.
using AnswerParser = std::function<Result<Json>(const Json &response)>;

/// What \p parser makes of \p response, and parse.js where there is no function. An empty optional:
/// there is neither. A failure is of kind Validation with the place in the script.
[[nodiscard]] std::optional<Result<Json>> parseAnswer(const AnswerParser &parser,
                                                      const Script &script, const Json &response,
                                                      const AttemptContext &attempt);

/// What the script of a tool (`<slug>.tool.js`) answers to \p arguments. A failure is of kind Tool.
[[nodiscard]] Result<Json> runToolScript(const Script &script, const Json &arguments,
                                         const Json &context, const AttemptContext &attempt);

} // namespace Antiphon
