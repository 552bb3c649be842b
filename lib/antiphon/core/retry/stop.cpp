// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/decide.h>

#include <algorithm>

namespace Antiphon {

namespace {

struct Stopper {
    const RetryState &state;
    double upcoming;
    const Outcome &outcome;
    QStringList *warnings = nullptr;

    bool operator()(const StopNever &) const { return false; }
    bool operator()(const StopAfterAttempt &stop) const { return state.attempt >= stop.attempts; }
    bool operator()(const StopAfterDelay &stop) const
    {
        return state.elapsedSeconds >= stop.seconds;
    }
    bool operator()(const StopBeforeDelay &stop) const
    {
        return state.elapsedSeconds + upcoming >= stop.seconds;
    }
    bool operator()(const StopAny &stop) const
    {
        return std::ranges::any_of(stop.of, [this](const Stop &part) { return (*this)(part); });
    }
    bool operator()(const StopAll &stop) const
    {
        return std::ranges::all_of(stop.of, [this](const Stop &part) { return (*this)(part); });
    }
    bool operator()(const StopWhen &stop) const
    {
        RetryMoment moment = momentOf(outcome);
        moment.upcomingSeconds = upcoming;
        if (stop.function)
            return *stop.function && (*stop.function)(moment);
        return holds(stop.script, moment, outcome.world, warnings);
    }
    bool operator()(const Stop &stop) const { return std::visit(*this, stop.rule); }
};

struct Unbounded {
    bool operator()(const StopNever &) const { return true; }
    bool operator()(const StopAfterAttempt &) const { return false; }
    bool operator()(const StopAfterDelay &) const { return false; }
    bool operator()(const StopBeforeDelay &) const { return false; }
    bool operator()(const StopWhen &) const { return true; }
    bool operator()(const StopAny &stop) const { return std::ranges::all_of(stop.of, isUnbounded); }
    bool operator()(const StopAll &stop) const { return std::ranges::any_of(stop.of, isUnbounded); }
};

}

bool stops(const Stop &stop, const RetryState &state, double upcomingSeconds,
           const Outcome &outcome, QStringList *warnings)
{
    return Stopper {state, upcomingSeconds, outcome, warnings}(stop);
}

bool isUnbounded(const Stop &stop)
{
    return std::visit(Unbounded {}, stop.rule);
}

} // namespace Antiphon
