// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/policy.h>

#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

// Out of line: a list of itself can only be compared once the type is complete.
bool operator==(const AnyOf &, const AnyOf &) = default;
bool operator==(const AllOf &, const AllOf &) = default;
bool operator==(const Not &, const Not &) = default;
bool operator==(const ChainWait &, const ChainWait &) = default;
bool operator==(const CombinedWait &, const CombinedWait &) = default;
bool operator==(const WaitByError &, const WaitByError &) = default;
bool operator==(const StopAny &, const StopAny &) = default;
bool operator==(const StopAll &, const StopAll &) = default;

Wait computedWait(MomentSeconds function)
{
    return {ComputedWait {.function = std::make_shared<const MomentSeconds>(std::move(function))}};
}

Stop stopWhen(MomentPredicate function)
{
    return {StopWhen {.function = std::make_shared<const MomentPredicate>(std::move(function))}};
}

RetryHook logHook(QString line)
{
    return {.log = std::move(line)};
}

RetryHook collectErrors(QList<ErrorKind> kinds)
{
    return {.collect = std::move(kinds)};
}

RetryHook callHook(MomentAction function)
{
    return {.function = std::make_shared<const MomentAction>(std::move(function))};
}

GaveUpHook insteadOfGivingUp(MomentValue function)
{
    return {.function = std::make_shared<const MomentValue>(std::move(function))};
}

bool RetryHooks::isEmpty() const
{
    return before.isEmpty() && after.isEmpty() && beforeSleep.isEmpty() && gaveUp.isEmpty();
}

bool collectsErrors(const RetryHooks &hooks)
{
    const auto among = [](const QList<RetryHook> &list) {
        return std::ranges::any_of(list,
                                   [](const RetryHook &hook) { return !hook.collect.isEmpty(); });
    };
    return among(hooks.before) || among(hooks.after) || among(hooks.beforeSleep);
}

static constexpr auto retryErrorCode = "retry-error"_L1;
static constexpr auto tryAgainCode = "try-again"_L1;

Error retryError(const Error &last, int attempts)
{
    Error error = last;
    error.message = Words::tr("Given up after %n attempts. The last failure: %1", nullptr, attempts)
                        .arg(last.message);
    error.code = retryErrorCode;
    error.causes.prepend(last.kind);
    return error;
}

Error tryAgain(const QString &why)
{
    return {.kind = ErrorKind::Validation,
            .message = why.isEmpty() ? Words::tr("Another attempt was asked for.") : why,
            .code = tryAgainCode};
}

bool isTryAgain(const Error &error)
{
    return error.code == tryAgainCode;
}

RetryPolicy defaultPolicy()
{
    using enum ErrorKind;
    RetryPolicy policy;
    policy.when = {AnyOf {{{ErrorIs {{Connection, Timeout, Dropped, RateLimit, Server}}},
                           {StatusIs {{u"408"_s, u"409"_s, u"429"_s, u"5xx"_s}}}}}};
    policy.never = {ErrorIs {{Authentication, Permission, Quota, InvalidRequest, Budget}}};
    policy.stop = {StopAny {{{StopAfterAttempt {4}}, {StopBeforeDelay {600}}}}};
    return policy;
}

RetryPolicy policyWithAttempts(int attempts)
{
    auto policy = defaultPolicy();
    policy.stop = {StopAny {{{StopAfterAttempt {std::max(attempts, 1)}}, {StopBeforeDelay {600}}}}};
    return policy;
}

} // namespace Antiphon
