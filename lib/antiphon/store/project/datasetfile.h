// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>
#include <antiphon/store/project/project.h>

#include <expected>

namespace Antiphon {

/// Reads dataset \p slug of the project in \p folder: datasets/<slug>.csv or .jsonl, with what
/// <slug>.dataset.json says of its columns.
[[nodiscard]] std::expected<Dataset, Problem> readDataset(const QString &folder,
                                                          const QString &slug);

/// Gives \p inputs the examples that its prompt names. A dataset that is not there, or that cannot
/// be read, is a Setup error.
[[nodiscard]] Result<> addExamples(const Project &project, CallInputs &inputs);

} // namespace Antiphon
