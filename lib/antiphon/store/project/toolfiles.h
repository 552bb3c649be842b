// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>
#include <antiphon/store/project/project.h>
#include <antiphon/store/settings.h>

namespace Antiphon {

/// Gives \p inputs the tools its prompt names, with who answers them, and makes the project's other
/// tools known to rules and scripts. Commands are not allowed by that. A tool or choice that there
/// is not is a Setup error.
[[nodiscard]] Result<> addTools(const Project &project, CallInputs &inputs);

/// A tool of its own file with what lies beside it: `<slug>.canned.json`, `<slug>.tool.js`. Also
/// reads tools as OpenAI writes them, a single one or a list: those ask a person.
[[nodiscard]] Result<QList<Tool>> readToolFile(const QString &path);

// Consent to commands. It is kept with the person's settings and not in the project, which may come
// from anybody.

/// True when the person has consented to \p command of the tool \p name. Consent ends when the
/// command changes, or a file in its folder that it names.
[[nodiscard]] bool isConsented(const Settings &settings, const QString &name,
                               const ToolCommand &command);
void consent(Settings &settings, const QString &name, const ToolCommand &command);

/// Marks the commands among the handlers of \p inputs that the person has consented to.
void applyConsent(const Settings &settings, CallInputs &inputs);

} // namespace Antiphon
