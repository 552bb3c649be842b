// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "options.h"

#include <antiphon/net/prepare.h>
#include <antiphon/store/project/project.h>

namespace Antiphon::Cli {

/// Where calls without a project look things up: built-in providers and prices, the environment,
/// the keychain.
[[nodiscard]] RunSource builtinSource(bool simulateAll);

/// The same with a project's targets and policies.
[[nodiscard]] RunSource projectSource(const Project &project, bool simulateAll);

/// Whom `call`, `request` and `keys check` ask, without a project.
[[nodiscard]] Result<Target> targetOf(const CallOptions &call, const RunOptions &options);

/// `--retry` and `--no-retry`: a slug of \p project, a file, or a number of attempts.
[[nodiscard]] Result<> applyRetry(const RunOptions &options, RunSource &source);

/// What options say of every call: parameters, streaming, tools and their commands. After the tools
/// are there.
[[nodiscard]] Result<> applyOptions(const RunOptions &options, CallInputs &inputs);

/// Adds \p spec as often as is asked for.
void appendRepeats(QList<CallSpec> &specs, CallSpec spec, const RunOptions &options);

/// The calls that `run` and `request` make of a project: each prompt on each of its targets.
[[nodiscard]] Result<QList<CallSpec>> projectCalls(const Project &project,
                                                   const RunOptions &options);

/// The calls of `call` and `request` without a project.
[[nodiscard]] Result<QList<CallSpec>> singleCall(const CallOptions &call,
                                                 const RunOptions &options);

} // namespace Antiphon::Cli
