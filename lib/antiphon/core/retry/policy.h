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

/// What a policy's scripts, functions and hooks are shown of a call (retries.md 1.1).
struct RetryMoment {
    QString name = {}; ///< What is tried: the prompt, or what the caller calls it.
    QString target = {};
    int attempt = 1; ///< On this target, from 1.
    bool over = false; ///< The attempt has ended: there is an `error` or an `answer`.
    std::optional<Error> error = {};
    Json answer = Json::null(); ///< Of a success, with the members of project-format.md 4.2.
    double elapsedSeconds
        = 0; ///< From the first attempt's start to this one's end, waits included.
    double idleSeconds = 0; ///< Waited so far; the coming wait is in it once it is certain.
    double upcomingSeconds = 0; ///< The wait that was worked out.
    bool goesOn = false; ///< Another attempt follows.
    Json variables = Json(jsoncons::json_object_arg); ///< Laid over the inputs of the attempts
                                                      ///< that follow; hooks may change them.
};

using MomentPredicate = std::function<bool(const RetryMoment &)>;
using MomentSeconds = std::function<double(const RetryMoment &)>;
using MomentValue = std::function<Json(const RetryMoment &)>;
using MomentAction = std::function<void(RetryMoment &)>;

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

/// A script or a function finds it so, of a success or a failure.
struct MomentIs {
    Script script = {};
    std::shared_ptr<const MomentPredicate> function = {}; ///< Instead of the script.
    friend bool operator==(const MomentIs &, const MomentIs &) = default;
};
[[nodiscard]] Condition momentIs(MomentPredicate function);

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
                 MomentIs, AnyOf, AllOf, Not>
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
    enum class Spread { Both, Down, Up } spread = Spread::Both; ///< Where the jitter goes.
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

/// As many seconds as a script or a function says.
struct ComputedWait {
    Script script = {};
    std::shared_ptr<const MomentSeconds> function = {}; ///< Instead of the script.
    friend bool operator==(const ComputedWait &, const ComputedWait &) = default;
};
[[nodiscard]] Wait computedWait(MomentSeconds function);

/// How long to wait before the next attempt.
struct Wait {
    std::variant<BackoffWait, NoWait, FixedWait, RandomWait, IncrementingWait, ExponentialWait,
                 ExponentialJitterWait, ChainWait, CombinedWait, WaitByError, ComputedWait>
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

/// When a script or a function says so. Bounds nothing by itself: see isUnbounded().
struct StopWhen {
    Script script = {};
    std::shared_ptr<const MomentPredicate> function = {}; ///< Instead of the script.
    friend bool operator==(const StopWhen &, const StopWhen &) = default;
};
[[nodiscard]] Stop stopWhen(MomentPredicate function);

/// When to give up.
struct Stop {
    std::variant<StopNever, StopAfterAttempt, StopAfterDelay, StopBeforeDelay, StopAny, StopAll,
                 StopWhen>
        rule = {};
    friend bool operator==(const Stop &, const Stop &) = default;
};

/// Something done at a moment of a call. One of the four.
struct RetryHook {
    std::optional<QString> log = {}; ///< A line with {attempt}, {error} and so on; empty: the
                                     ///< usual one of that moment.
    Script script = {}; ///< Sees the moment; an object it gives becomes RetryMoment::variables.
    QList<ErrorKind> collect = {}; ///< Texts of these failures go into the variable `errors`.
    std::shared_ptr<const MomentAction> function = {};

    friend bool operator==(const RetryHook &, const RetryHook &) = default;
};
[[nodiscard]] RetryHook logHook(QString line = {});
[[nodiscard]] RetryHook collectErrors(QList<ErrorKind> kinds);
[[nodiscard]] RetryHook callHook(MomentAction function);

/// What stands in for an answer when the policy gives up. At most one of the three.
struct GaveUpHook {
    std::optional<Json> value = {};
    Script script = {};
    std::shared_ptr<const MomentValue> function = {};

    [[nodiscard]] bool isEmpty() const { return !value && script.isEmpty() && !function; }
    friend bool operator==(const GaveUpHook &, const GaveUpHook &) = default;
};
[[nodiscard]] GaveUpHook insteadOfGivingUp(MomentValue function);

/// What is done around the attempts of a call (retries.md 1).
struct RetryHooks {
    QList<RetryHook> before = {}; ///< Every attempt.
    QList<RetryHook> after = {}; ///< One that is to be tried again, or given up.
    QList<RetryHook> beforeSleep = {}; ///< Only when another one follows.
    GaveUpHook gaveUp = {};

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const RetryHooks &, const RetryHooks &) = default;
};

/// Whether the variable `errors` is made by one of them.
[[nodiscard]] bool collectsErrors(const RetryHooks &hooks);

/// What to make of a server that asks for a longer wait than the policy allows.
enum class TooLong {
    End, ///< The call ends, or falls back.
    OwnWait, ///< As if it had not asked.
    Cut, ///< The longest wait allowed.
};

/// What is put on top of a wait that a server asks for, so that not everybody comes back at once:
/// a draw of up to so many seconds and so much of the wait itself.
struct WishJitter {
    double seconds = 0;
    double share = 0;
    QStringList from = {}; ///< Names of the headers whose waits get it; empty: all.

    friend bool operator==(const WishJitter &, const WishJitter &) = default;
};

enum class OnDrop { Fail, Restart, Continue };

struct FallbackRule {
    enum class When { Exhausted, Failed, Never, Matching };
    When when = When::Exhausted;
    Condition condition = {}; ///< For Matching; may be true for a success too.
    QStringList targets = {}; ///< Empty: the target's own list.
    QStringList contextLength = {};
    QStringList filtered = {};
    QMap<QString, Condition> catches = {}; ///< Of further targets: which of their failures are
                                           ///< passed on to the next one, instead of `when`.
    double cooldown = 5;
    friend bool operator==(const FallbackRule &, const FallbackRule &) = default;
};

/// What happens after an attempt, as a form can edit it and a project stores it.
struct RetryPolicy {
    QString slug = {};
    bool enabled = true; ///< false: one attempt, and nothing of the rest.
    Condition when; ///< Defaults: defaultPolicy().
    Condition never;
    Wait wait = {};
    bool obeyRetryAfter = true;
    double retryAfterMax = 120; ///< noCap: any.
    TooLong retryAfterTooLong = TooLong::End;
    bool retryAfterZero = false; ///< A wish for no wait at all is one.
    QStringList retryAfterFrom = {}; ///< Names of the headers that count; empty: all.
    WishJitter retryAfterJitter = {};
    bool obeyShouldRetry = true;
    Stop stop;
    int repairMax = 2;
    QString repairAs = QStringLiteral("prompt");
    QString repairSend = QStringLiteral("all");
    OnDrop onDrop = OnDrop::Restart;
    FallbackRule fallback = {};
    RetryHooks hooks = {};
    bool reraise = true; ///< Given up, a call ends with its last failure as it is; false: with one
                         ///< that says it was given up, see retryError().

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

/// What ends what was given up, where the policy does not reraise: of the same kind, with the code
/// "retry-error".
[[nodiscard]] Error retryError(const Error &last, int attempts);

/// A failure that asks for another attempt, whatever the policy says: for functions and parsers.
[[nodiscard]] Error tryAgain(const QString &why = {});
[[nodiscard]] bool isTryAgain(const Error &error);

/// True when nothing in \p stop bounds the number of attempts or the time.
[[nodiscard]] bool isUnbounded(const Stop &stop);

} // namespace Antiphon
