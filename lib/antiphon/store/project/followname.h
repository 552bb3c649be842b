// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/prompt.h>

namespace Antiphon {

// What is renamed is followed by what names it: the prompt itself and its rules. Scripts are left
// alone: what they choose is theirs. All of these tell whether the prompt named \p from, and change
// nothing else.

[[nodiscard]] bool followPolicy(Prompt &prompt, const QString &from, const QString &to);
[[nodiscard]] bool followTool(Prompt &prompt, const QString &from, const QString &to);

/// \p rules: the schema's rules have got the new name, too.
[[nodiscard]] bool followSchema(Prompt &prompt, const QString &from, const QString &to, bool rules);

/// The list of tools that \p rule sets has \p slug.
[[nodiscard]] bool namesTool(const DynamicRule &rule, const QString &slug);

} // namespace Antiphon
