// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>
#include <antiphon/store/project/project.h>

namespace Antiphon {

/// Gives \p inputs the tools its prompt names, with who answers them, and makes the project's other
/// tools known to rules and scripts. Commands are not allowed by that. A tool or choice that there
/// is not is a Setup error.
[[nodiscard]] Result<> addTools(const Project &project, CallInputs &inputs);

/// A tool of its own file with what lies beside it: `<slug>.canned.json`, `<slug>.tool.js`. Also
/// reads tools as OpenAI writes them, a single one or a list: those ask a person.
[[nodiscard]] Result<QList<Tool>> readToolFile(const QString &path);

} // namespace Antiphon
