// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/store/project/project.h>

namespace Antiphon {

// The files of a project as this program would write them: keys in the order of project-format.md
// 4, defaults left out.

[[nodiscard]] Json manifestJson(const Project &project);
[[nodiscard]] Json promptJson(const PromptEntry &entry);
[[nodiscard]] Json targetJson(const Target &target);
[[nodiscard]] Json policyJson(const RetryEntry &entry);

/// Reads what antiphon.json says into \p project.
[[nodiscard]] Result<> readManifest(const Json &value, Project &project);

/// The `variants` of prompt.json, name to file.
[[nodiscard]] QMap<QString, QString> variantFilesOf(const Json &prompt);

} // namespace Antiphon
