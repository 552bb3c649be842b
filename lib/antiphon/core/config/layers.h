// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>

namespace Antiphon {

/// What rules, scripts and functions make of a call, in the order in which it is laid over the
/// prompt, and the variables with what they computed.
struct DynamicLayers {
    Variables variables = {};
    QList<DynamicLayer> layers = {}; ///< The last is CallInputs::dynamic, named "dynamic".
};

/// Runs them; \p out is told where variables come from and what scripts wrote.
[[nodiscard]] Result<DynamicLayers> dynamicLayers(const CallInputs &inputs, const Target &target,
                                                  const Provider &provider,
                                                  const AttemptContext &attempt, ResolvedCall &out);

/// Lays tools, metadata, target, retry policy and schema of \p dynamics over those of \p inputs.
void layOver(const CallInputs &inputs, const DynamicLayers &dynamics, ResolvedCall &out);

/// The messages that are given instead of the template; nullptr: there are none.
[[nodiscard]] const QList<Message> *givenMessages(const CallInputs &inputs,
                                                  const DynamicLayers &dynamics, ResolvedCall &out);

} // namespace Antiphon
