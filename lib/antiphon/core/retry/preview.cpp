// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/preview.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// Draws behind a median: enough that it does not jump from one seed to the next.
constexpr int samples = 401;

/// A policy bounded by time alone never ends when nothing takes any.
constexpr int mostAttempts = 1000;

struct Range {
    double min = 0;
    double median = 0;
    double max = 0;
};

/// What the wait after attempt \p attempt can be.
Range rangeOf(const RetryPolicy &policy, int attempt, const Outcome &failure)
{
    const auto decided = [&](quint64 seed) {
        Draws draws(seed);
        RetryPolicy endless = policy;
        endless.stop = {StopAfterAttempt {attempt + 1}};
        return decide(endless, {.attempt = attempt}, failure, draws);
    };
    const Decision first = decided(0);
    if (first.minSeconds == first.maxSeconds)
        return {first.minSeconds, first.drawnSeconds, first.maxSeconds};
    if (first.formula == "retry-after"_L1) // drawn evenly
        return {first.minSeconds, (first.minSeconds + first.maxSeconds) / 2, first.maxSeconds};
    QList<double> drawn;
    Draws draws {quint64(attempt)};
    for (int i = 0; i < samples; ++i)
        drawn.append(drawWait(policy.wait, attempt, failure, draws).seconds);
    std::ranges::nth_element(drawn, drawn.begin() + samples / 2);
    return {first.minSeconds, drawn[samples / 2], first.maxSeconds};
}

bool isOver(const RetryPolicy &policy, int attempt, double elapsed, double upcoming)
{
    return stops(policy.stop, {.attempt = attempt, .elapsedSeconds = elapsed}, upcoming)
        || (isUnbounded(policy.stop) && attempt >= attemptCeiling);
}

/// One play with its draws: fills in `drawn` and `why`, and tells how it ends.
void playDraw(const RetryPolicy &policy, const Outcome &failure, quint64 seed,
              RetryPreview &preview)
{
    Draws draws(seed);
    double elapsed = 0;
    for (int attempt = 1; attempt <= mostAttempts; ++attempt) {
        const Decision decision
            = decide(policy, {.attempt = attempt, .elapsedSeconds = elapsed}, failure, draws);
        for (const QString &warning : decision.warnings) {
            if (!preview.warnings.contains(warning))
                preview.warnings.append(warning);
        }
        preview.ending = decision.why;
        if (decision.next != Decision::Next::Retry)
            break;
        preview.retried = true;
        preview.attempts = std::max(preview.attempts, attempt + 1);
        elapsed += decision.drawnSeconds;
        if (attempt <= preview.waits.size()) {
            preview.waits[attempt - 1].drawn = decision.drawnSeconds;
            preview.waits[attempt - 1].why = decision.why;
        }
    }
    preview.drawnSeconds = elapsed;
}

}

RetryPreview previewRetries(const RetryPolicy &policy, const Outcome &failure, quint64 seed)
{
    RetryPreview preview;
    Draws probe(seed);
    const Decision first = decide(policy, {}, failure, probe);
    if (first.next != Decision::Next::Retry && first.formula.isEmpty()) {
        preview.ending = first.why;
        preview.warnings = first.warnings;
        return preview;
    }

    double earliest = 0;
    double expected = 0;
    double latest = 0;
    bool late = false; // the longest waits are over before the shortest
    const bool tooLong = first.next != Decision::Next::Retry && first.formula == "retry-after"_L1;
    for (int attempt = 1; !tooLong && attempt < mostAttempts; ++attempt) {
        const Range range = rangeOf(policy, attempt, failure);
        if (isOver(policy, attempt, earliest, range.min))
            break;
        late = late || isOver(policy, attempt, latest, range.max);
        earliest += range.min;
        expected += range.median;
        latest += range.max;
        if (!late)
            preview.longestSeconds = latest;
        preview.attempts = attempt + 1;
        if (preview.waits.size() == previewRows) {
            preview.cut = true;
            if (const auto bound = attemptBound(policy.stop)) {
                preview.attempts = std::min(*bound, mostAttempts);
                break;
            }
            continue;
        }
        preview.waits.append({.attempt = attempt + 1,
                              .min = range.min,
                              .median = range.median,
                              .max = range.max,
                              .earliest = earliest,
                              .expected = expected,
                              .latest = latest});
    }
    playDraw(policy, failure, seed, preview);
    preview.longestSeconds = std::max(preview.longestSeconds, preview.drawnSeconds);
    return preview;
}

} // namespace Antiphon
