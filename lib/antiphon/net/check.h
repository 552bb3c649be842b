// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>
#include <antiphon/net/callspec.h>

#include <chrono>
#include <optional>

namespace Antiphon {

/// What a check of a target found.
struct CheckReport {
    bool ok = false; ///< The key is good and the model answers.
    QString words = {}; ///< For people, one or two sentences: what it found, what to do, what it
                        ///< cost. No secrets.
    QString model = {}; ///< Which model answered, as the provider calls it.
    std::optional<Money> cost = {}; ///< Empty: unknown.
    std::chrono::milliseconds took {};
    std::optional<Error> error = {}; ///< What failed.

    friend bool operator==(const CheckReport &, const CheckReport &) = default;
};

/// The smallest call that shows whether \p target works: a word or two, one attempt, no fallback.
///
/// What the target asks for beside its model is left out: a check tells of key, address and model.
/// Engine::check() and EngineThread::check() run it; as an ordinary call it may also be started.
[[nodiscard]] CallSpec checkCall(const PreparedTarget &target);

/// What the finished \p record of checkCall(\p target) tells.
[[nodiscard]] CheckReport checkReport(const CallRecord &record, const PreparedTarget &target);

/// The report of a target that could not even be prepared: nothing was sent, nothing was paid.
[[nodiscard]] CheckReport checkReport(const Error &error);

} // namespace Antiphon
