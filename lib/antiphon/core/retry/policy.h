// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/json.h>
#include <antiphon/core/script/script.h>

#include <QList>
#include <QMap>
#include <QStringList>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <variant>

namespace Antiphon {

// The vocabulary of retries.md 1 with the fields of project-format.md 4.6. All times in seconds.

struct Condition;

struct Always {
    friend bool operator==(const Always &, const Always &) = default;
};
struct Never {
    friend bool operator==(const Never &, const Never &) = default;
};
struct HasFailed {
    bool failed = true;
    friend bool operator==(const HasFailed &, const HasFailed &) = default;
};
struct ErrorIs {
    QList<ErrorKind> kinds = {};
    friend bool operator==(const ErrorIs &, const ErrorIs &) = default;
};
/// HTTP statuses as written: "429", "5xx", "520-524".
struct StatusIs {
    QStringList statuses = {};
    friend bool operator==(const StatusIs &, const StatusIs &) = default;
};
struct CodeIs {
    QStringList codes = {};
    friend bool operator==(const CodeIs &, const CodeIs &) = default;
};
/// The failure's text equals `text`, or matches it as a regular expression from its start.
struct MessageIs {
    QString text = {};
    bool equals = false;
    friend bool operator==(const MessageIs &, const MessageIs &) = default;
};
struct CauseIs {
    QList<ErrorKind> kinds = {};
    friend bool operator==(const CauseIs &, const CauseIs &) = default;
};
/// The library's alternative to a script over an answer.
using AnswerPredicate = std::function<bool(const Json &answer)>;

/// The attempt succeeded, and a script or a function finds the answer to be of that kind. What they
/// see are the members of project-format.md 4.2, `content`, `value` and so on.
struct ResultIs {
    Script script = {};
    std::shared_ptr<const AnswerPredicate> function = {}; ///< Instead of the script.
    friend bool operator==(const ResultIs &, const ResultIs &) = default;
};
/// As ResultIs, by a function: `policy.when = resultIs([](const Json &answer) { ... });`
[[nodiscard]] Condition resultIs(AnswerPredicate function);

struct AnyOf {
    QList<Condition> of = {};
    friend bool operator==(const AnyOf &, const AnyOf &);
};
struct AllOf {
    QList<Condition> of = {};
    friend bool operator==(const AllOf &, const AllOf &);
};
struct Not {
    QList<Condition> of = {}; ///< Exactly one.
    friend bool operator==(const Not &, const Not &);
};

/// When an outcome is to be tried again.
struct Condition {
    std::variant<Never, Always, HasFailed, ErrorIs, StatusIs, CodeIs, MessageIs, CauseIs, ResultIs,
                 AnyOf, AllOf, Not>
        rule = {};
    friend bool operator==(const Condition &, const Condition &) = default;
};

struct Wait;

inline constexpr double noCap = std::numeric_limits<double>::infinity();

struct NoWait {
    friend bool operator==(const NoWait &, const NoWait &) = default;
};
struct FixedWait {
    double seconds = 0;
    friend bool operator==(const FixedWait &, const FixedWait &) = default;
};
struct RandomWait {
    double min = 0;
    double max = 1;
    friend bool operator==(const RandomWait &, const RandomWait &) = default;
};
struct IncrementingWait {
    double start = 0;
    double increment = 100;
    double max = noCap;
    friend bool operator==(const IncrementingWait &, const IncrementingWait &) = default;
};
struct ExponentialWait {
    double multiplier = 1;
    double base = 2;
    double min = 0;
    double max = noCap;
    bool fullJitter = false; ///< random_exponential
    friend bool operator==(const ExponentialWait &, const ExponentialWait &) = default;
};
struct ExponentialJitterWait {
    double initial = 1;
    double base = 2;
    double jitter = 1;
    double min = 0;
    double max = noCap;
    friend bool operator==(const ExponentialJitterWait &, const ExponentialJitterWait &) = default;
};
/// The default: min(initial * multiplier^(n-1), max), varied by a share of itself both ways.
struct BackoffWait {
    double initial = 0.5;
    double multiplier = 2;
    double max = 60;
    double jitter = 0; ///< 0 to 1
    friend bool operator==(const BackoffWait &, const BackoffWait &) = default;
};
struct ChainWait {
    QList<Wait> of = {};
    friend bool operator==(const ChainWait &, const ChainWait &);
};
struct CombinedWait {
    QList<Wait> of = {};
    friend bool operator==(const CombinedWait &, const CombinedWait &);
};
struct WaitByError {
    QList<std::pair<QString, Wait>> map = {}; ///< Stored names of kinds, and "default".
    friend bool operator==(const WaitByError &, const WaitByError &);
};

/// How long to wait before the next attempt.
struct Wait {
    std::variant<BackoffWait, NoWait, FixedWait, RandomWait, IncrementingWait, ExponentialWait,
                 ExponentialJitterWait, ChainWait, CombinedWait, WaitByError>
        rule = {};
    friend bool operator==(const Wait &, const Wait &) = default;
};

struct Stop;

struct StopNever {
    friend bool operator==(const StopNever &, const StopNever &) = default;
};
struct StopAfterAttempt {
    int attempts = 4;
    friend bool operator==(const StopAfterAttempt &, const StopAfterAttempt &) = default;
};
struct StopAfterDelay {
    double seconds = 0;
    friend bool operator==(const StopAfterDelay &, const StopAfterDelay &) = default;
};
struct StopBeforeDelay {
    double seconds = 0;
    friend bool operator==(const StopBeforeDelay &, const StopBeforeDelay &) = default;
};
struct StopAny {
    QList<Stop> of = {};
    friend bool operator==(const StopAny &, const StopAny &);
};
struct StopAll {
    QList<Stop> of = {};
    friend bool operator==(const StopAll &, const StopAll &);
};

/// When to give up.
struct Stop {
    std::variant<StopNever, StopAfterAttempt, StopAfterDelay, StopBeforeDelay, StopAny, StopAll>
        rule = {};
    friend bool operator==(const Stop &, const Stop &) = default;
};

enum class OnDrop { Fail, Restart, Continue };

struct FallbackRule {
    enum class When { Exhausted, Failed, Never, Matching };
    When when = When::Exhausted;
    Condition condition = {}; ///< For Matching; may be true for a success too.
    QStringList targets = {}; ///< Empty: the target's own list.
    QStringList contextLength = {};
    QStringList filtered = {};
    double cooldown = 5;
    friend bool operator==(const FallbackRule &, const FallbackRule &) = default;
};

/// What happens after an attempt, as a form can edit it and a project stores it.
struct RetryPolicy {
    QString slug = {};
    Condition when; ///< Defaults: defaultPolicy().
    Condition never;
    Wait wait = {};
    bool obeyRetryAfter = true;
    double retryAfterMax = 120; ///< A server asking for more ends the call. Never shortened.
    bool obeyShouldRetry = true;
    Stop stop;
    int repairMax = 2;
    QString repairAs = QStringLiteral("prompt");
    QString repairSend = QStringLiteral("all");
    OnDrop onDrop = OnDrop::Restart;
    FallbackRule fallback = {};

    friend bool operator==(const RetryPolicy &, const RetryPolicy &) = default;
};

/// Without any bound a policy ends here, with a warning (retries.md 2).
inline constexpr int attemptCeiling = 10;

/// 4 attempts, 0.5 s doubling to 60 s, Retry-After up to 120 s, 600 s in all.
[[nodiscard]] RetryPolicy defaultPolicy();

/// defaultPolicy() with \p attempts attempts in all; 1 means never retry.
[[nodiscard]] RetryPolicy policyWithAttempts(int attempts);

/// Reads a `retry/1` object; absent fields keep their defaults. An error names the field's path.
[[nodiscard]] Result<RetryPolicy> policyFromJson(const Json &value);

/// A whole `retry/1` object without the fields that have their defaults.
[[nodiscard]] Json toJson(const RetryPolicy &policy);

/// Paths of members of a `retry/1` object that nobody understands, for hints. They change nothing.
[[nodiscard]] QStringList unknownPolicyFields(const Json &value);

/// Whether \p policy looks at answers: whether somebody has to work out Outcome::answer.
[[nodiscard]] bool looksAtAnswers(const RetryPolicy &policy);

/// The scripts of \p policy that are no JavaScript, with their paths: "when.any[1].result".
[[nodiscard]] QList<ScriptError> faults(const RetryPolicy &policy);

/// True when nothing in \p stop bounds the number of attempts or the time.
[[nodiscard]] bool isUnbounded(const Stop &stop);

} // namespace Antiphon
