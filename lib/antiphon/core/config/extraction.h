// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>

namespace Antiphon {

/// Makes \p out ask for the value that the prompt's `output` wants, as \p target's format can be
/// asked (extraction.md 1), with what \p attempt says about earlier answers. Sets out.extraction.
///
/// \p out has the rendered messages, the parameters and the prompt's own tools. An unknown schema,
/// or a field that is to come from an argument the prompt does not have, is a Setup error.
[[nodiscard]] Result<> askForValue(const CallInputs &inputs, const Variables &values,
                                   const Target &target, const Provider &provider,
                                   const AttemptContext &attempt, ResolvedCall &out);

/// How \p wanted is done in a format that can do \p dialect. \p forcible: the model may be made to
/// call a tool; \p ownTools: the prompt has tools besides.
[[nodiscard]] Extraction::Mechanism chooseMechanism(OutputSpec::Mode wanted,
                                                    const OutputDialect &dialect, bool forcible,
                                                    bool ownTools, QStringList &warnings);

} // namespace Antiphon
