// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/policy.h>

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
