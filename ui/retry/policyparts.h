// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/policy.h>

#include <optional>

namespace Antiphon::Ui {

// What a form can show of a policy: plain lists of conditions and bounds. Everything else stays in
// the text. Pure functions of values.

/// A condition that is one test, or several of which any may hold, no two of them alike.
struct PlainCondition {
    bool always = false; ///< Every outcome; then nothing else counts.
    QList<ErrorKind> errors = {};
    QStringList statuses = {};
    QStringList codes = {};
    QString message = {};
    bool messageEquals = false;
    QList<ErrorKind> causes = {};
    QString result = {}; ///< The script over an answer.
    QString script = {}; ///< The script over any outcome.

    friend bool operator==(const PlainCondition &, const PlainCondition &) = default;
};

/// Empty: \p condition cannot be shown so without losing something.
[[nodiscard]] std::optional<PlainCondition> plainCondition(const Condition &condition);

/// \p condition saying what \p plain says; parts that stay keep their places.
[[nodiscard]] Condition withPlain(const Condition &condition, const PlainCondition &plain);

/// Bounds of which any ends the call.
struct PlainStop {
    std::optional<int> attempts = {};
    std::optional<double> afterDelay = {};
    std::optional<double> beforeDelay = {};
    QString script = {};

    friend bool operator==(const PlainStop &, const PlainStop &) = default;
};

[[nodiscard]] std::optional<PlainStop> plainStop(const Stop &stop);
[[nodiscard]] Stop withPlain(const Stop &stop, const PlainStop &plain);

/// Something about a policy that its author may not expect.
struct PolicyHint {
    enum class Kind { NoNetworkErrors, NoBound, LongWaits, ManyCalls };

    Kind kind = Kind::NoBound;
    QString text = {};

    friend bool operator==(const PolicyHint &, const PolicyHint &) = default;
};

/// \p longestSeconds and \p attempts: what the policy can come to, as its preview has it.
[[nodiscard]] QList<PolicyHint> hintsFor(const RetryPolicy &policy, double longestSeconds,
                                         int attempts);

/// The policy retrying the failures of the network as well, as the default policy does.
[[nodiscard]] RetryPolicy withNetworkErrors(RetryPolicy policy);

/// A policy to begin with.
struct PolicyPreset {
    QString title = {};
    QString about = {};
    RetryPolicy policy = {};
    bool sdk = false; ///< What an official library does by itself.
};

[[nodiscard]] QList<PolicyPreset> policyPresets();

} // namespace Antiphon::Ui
