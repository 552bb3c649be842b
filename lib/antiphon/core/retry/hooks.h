// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/retry/decide.h>

namespace Antiphon {

/// When a hook of a policy is called.
enum class HookTime { Before, After, BeforeSleep };

/// What hooks said.
struct HookWords {
    QStringList lines = {}; ///< Of log lines, and of scripts that write to the console.
    QStringList warnings = {}; ///< Why a script gave nothing.
};

/// Calls the hooks of that \p time in order. They may change `moment.variables`; a script does by
/// giving an object, whose members are laid over them.
[[nodiscard]] HookWords runHooks(const RetryHooks &hooks, HookTime time, RetryMoment &moment,
                                 const ScriptWorld &world);

/// What stands in for an answer when \p moment's call is given up; empty: nothing does.
[[nodiscard]] std::optional<Json> instead(const GaveUpHook &hook, const RetryMoment &moment,
                                          const ScriptWorld &world, QStringList &warnings);

/// The line of a log hook (retries.md 1.5): "Starting call to 'greet', this is the 1st time calling
/// it.", or \p line with {attempt}, {ordinal}, {name}, {target}, {elapsed}, {idle}, {wait},
/// {error}, {kind}, {status} and {result} filled in. In English: logs are.
[[nodiscard]] QString logLine(const QString &line, HookTime time, const RetryMoment &moment);

/// "1st", "2nd", "11th", "111th".
[[nodiscard]] QString ordinal(int number);

} // namespace Antiphon
