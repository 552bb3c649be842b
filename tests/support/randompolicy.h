// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/draws.h>
#include <antiphon/core/retry/policy.h>

/// Makes any policy a file can hold, for tests of what must be true of all of them.
class RandomPolicy {
public:
    explicit RandomPolicy(quint64 seed)
        : m_draws(seed)
    {
    }

    Antiphon::RetryPolicy policy()
    {
        using namespace Antiphon;
        auto out = defaultPolicy();
        if (chance())
            out.when = condition(3);
        if (chance())
            out.never = condition(2);
        if (chance())
            out.wait = wait(3);
        if (chance())
            out.stop = stop(3);
        out.obeyRetryAfter = chance();
        out.retryAfterMax = seconds();
        out.obeyShouldRetry = chance();
        out.repairMax = below(5);
        out.repairAs = QStringList {QStringLiteral("prompt"), QStringLiteral("variable"),
                                    QStringLiteral("conversation")}
                           .value(below(3));
        out.onDrop = OnDrop(below(3));
        out.fallback.when = FallbackRule::When(below(3));
        if (chance())
            out.fallback.targets = {QStringLiteral("a"), QStringLiteral("b")};
        out.fallback.cooldown = seconds();
        if (chance())
            out.fallback.catches = {{QStringLiteral("a"), condition(1)}};
        out.enabled = below(8) > 0;
        out.reraise = chance();
        out.retryAfterTooLong = TooLong(below(3));
        out.retryAfterZero = chance();
        if (chance())
            out.retryAfterFrom = {QStringLiteral("retry-after")};
        if (chance())
            out.retryAfterJitter = {.seconds = seconds(), .share = below(3) * 0.25};
        if (below(10) == 0)
            out.retryAfterMax = noCap;
        if (chance())
            out.hooks = {.before = {logHook()},
                         .after = {collectErrors({kind()}), logHook(QStringLiteral("{error}"))},
                         .gaveUp = {.value = Json(seconds())}};
        return out;
    }

    int below(int limit) { return int(m_draws.next() * limit); }
    bool chance() { return m_draws.next() < 0.5; }
    double seconds() { return below(400) * 0.125; }

    Antiphon::ErrorKind kind()
    {
        return Antiphon::ErrorKind(below(int(Antiphon::errorKindNames().size())));
    }

private:
    template<typename Tree>
    QList<Tree> list(Tree (RandomPolicy::*make)(int), int depth)
    {
        QList<Tree> out {(this->*make)(depth)};
        while (chance())
            out.append((this->*make)(depth));
        return out;
    }

    Antiphon::Condition condition(int depth)
    {
        using namespace Antiphon;
        switch (below(depth > 0 ? 11 : 8)) {
        case 0:
            return {Always {}};
        case 1:
            return {Never {}};
        case 2:
            return {HasFailed {chance()}};
        case 3:
            return {ErrorIs {{kind(), kind()}}};
        case 4:
            return {StatusIs {{QStringLiteral("429"), QStringLiteral("5xx")}}};
        case 5:
            return {CodeIs {{QStringLiteral("overloaded_error")}}};
        case 6:
            return {MessageIs {QStringLiteral("a|b"), chance()}};
        case 7:
            return {CauseIs {{kind()}}};
        case 8:
            return {AnyOf {list(&RandomPolicy::condition, depth - 1)}};
        case 9:
            return {AllOf {list(&RandomPolicy::condition, depth - 1)}};
        default:
            return {Not {{condition(depth - 1)}}};
        }
    }

    Antiphon::Wait wait(int depth)
    {
        using namespace Antiphon;
        switch (below(depth > 0 ? 11 : 8)) {
        case 0:
            return {BackoffWait {seconds(), seconds(), seconds(), below(9) / 8.0,
                                 BackoffWait::Spread(below(3))}};
        case 1:
            return {NoWait {}};
        case 2:
            return {FixedWait {seconds()}};
        case 3:
            return {RandomWait {seconds(), seconds()}};
        case 4:
            return {IncrementingWait {seconds(), seconds() - 10, chance() ? noCap : seconds()}};
        case 5:
        case 6:
            return {ExponentialWait {seconds(), below(8) * 0.5, seconds(),
                                     chance() ? noCap : seconds(), chance()}};
        case 7:
            return {ExponentialJitterWait {seconds(), below(8) * 0.5, seconds(), seconds(),
                                           chance() ? noCap : seconds()}};
        case 8:
            return {ChainWait {list(&RandomPolicy::wait, depth - 1)}};
        case 9:
            return {CombinedWait {list(&RandomPolicy::wait, depth - 1)}};
        default:
            return {WaitByError {{{errorKindName(kind()), wait(depth - 1)},
                                  {QStringLiteral("default"), wait(depth - 1)}}}};
        }
    }

    Antiphon::Stop stop(int depth)
    {
        using namespace Antiphon;
        switch (below(depth > 0 ? 6 : 4)) {
        case 0:
            return {StopNever {}};
        case 1:
            return {StopAfterAttempt {below(12)}};
        case 2:
            return {StopAfterDelay {seconds()}};
        case 3:
            return {StopBeforeDelay {seconds()}};
        case 4:
            return {StopAny {list(&RandomPolicy::stop, depth - 1)}};
        default:
            return {StopAll {list(&RandomPolicy::stop, depth - 1)}};
        }
    }

    Antiphon::Draws m_draws;
};
