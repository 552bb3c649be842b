// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/decide.h>

#include <antiphon/core/words.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// A wait beyond this is as good as endless, and still fits into milliseconds.
constexpr double longest = 1e12;

WaitDrawn fixed(double seconds, const QString &formula)
{
    const double wait = std::min(seconds, longest);
    return {.seconds = wait, .min = wait, .max = wait, .formula = formula};
}

WaitDrawn between(double low, double high, const QString &formula, Draws &draws)
{
    const double from = std::clamp(low, 0.0, longest);
    const double to = std::clamp(high, 0.0, longest);
    return {.seconds = from + draws.next() * (to - from),
            .min = std::min(from, to),
            .max = std::max(from, to),
            .formula = formula};
}

/// factor * base^(attempt-1); nothing times endless is nothing.
double grown(double factor, double base, int attempt)
{
    return factor == 0 ? 0 : factor * std::pow(base, attempt - 1);
}

/// `min` wins over `max`, and nothing is below 0.
double bounded(double value, double min, double max)
{
    return std::max(std::max(0.0, min), std::min(value, max));
}

struct Drawer {
    int attempt;
    const Outcome &outcome;
    Draws &draws;
    QStringList *warnings = nullptr;

    WaitDrawn operator()(const NoWait &) const { return fixed(0, u"none"_s); }
    WaitDrawn operator()(const FixedWait &wait) const { return fixed(wait.seconds, u"fixed"_s); }
    WaitDrawn operator()(const RandomWait &wait) const
    {
        return between(wait.min, wait.max, u"random"_s, draws);
    }
    WaitDrawn operator()(const IncrementingWait &wait) const
    {
        return fixed(std::max(0.0, std::min(wait.start + wait.increment * (attempt - 1), wait.max)),
                     u"incrementing"_s);
    }
    WaitDrawn operator()(const ExponentialWait &wait) const
    {
        const double top = bounded(grown(wait.multiplier, wait.base, attempt), wait.min, wait.max);
        return wait.fullJitter ? between(wait.min, top, u"random_exponential"_s, draws)
                               : fixed(top, u"exponential"_s);
    }
    WaitDrawn operator()(const ExponentialJitterWait &wait) const
    {
        const double from = grown(wait.initial, wait.base, attempt);
        const double drawn = from + draws.next() * wait.jitter;
        const auto inside = [&wait](double value) { return bounded(value, wait.min, wait.max); };
        return {.seconds = std::min(inside(drawn), longest),
                .min = std::min(inside(from), longest),
                .max = std::min(inside(from + wait.jitter), longest),
                .formula = u"exponential_jitter"_s};
    }
    WaitDrawn operator()(const BackoffWait &wait) const
    {
        const double middle = std::min(grown(wait.initial, wait.multiplier, attempt), wait.max);
        const double share = middle * wait.jitter;
        if (wait.jitter <= 0)
            return fixed(middle, u"backoff"_s);
        switch (wait.spread) {
        case BackoffWait::Spread::Both:
            return between(middle - share, middle + share, u"backoff"_s, draws);
        case BackoffWait::Spread::Up:
            return between(middle, middle + share, u"backoff"_s, draws);
        case BackoffWait::Spread::Down:
            break;
        }
        return between(middle, middle - share, u"backoff"_s, draws); // all of it is in the range
    }
    WaitDrawn operator()(const ChainWait &wait) const
    {
        if (wait.of.isEmpty())
            return fixed(0, u"chain"_s);
        const auto at = std::min<qsizetype>(std::max(attempt, 1), wait.of.size()) - 1;
        auto drawn = drawWait(wait.of[at], attempt, outcome, draws, warnings);
        drawn.formula = u"chain"_s;
        return drawn;
    }
    WaitDrawn operator()(const CombinedWait &wait) const
    {
        WaitDrawn sum {.formula = u"combine"_s};
        for (const auto &part : wait.of) {
            const auto drawn = drawWait(part, attempt, outcome, draws, warnings);
            sum.seconds = std::min(sum.seconds + drawn.seconds, longest);
            sum.min = std::min(sum.min + drawn.min, longest);
            sum.max = std::min(sum.max + drawn.max, longest);
        }
        return sum;
    }
    WaitDrawn operator()(const WaitByError &wait) const
    {
        const auto entry = [&wait](const QString &name) {
            return std::ranges::find(wait.map, name, &std::pair<QString, Wait>::first);
        };
        auto found = outcome.error ? entry(errorKindName(outcome.error->kind)) : wait.map.end();
        if (found == wait.map.end())
            found = entry(u"default"_s);
        if (found == wait.map.end())
            return fixed(0, u"by_error"_s);
        auto drawn = drawWait(found->second, attempt, outcome, draws, warnings);
        drawn.formula = u"by_error"_s;
        return drawn;
    }
    WaitDrawn operator()(const ComputedWait &wait) const
    {
        RetryMoment moment = momentOf(outcome);
        moment.attempt = attempt;
        double seconds = 0;
        if (wait.function) {
            seconds = *wait.function ? (*wait.function)(moment) : 0;
        } else if (const auto result = wait.script.evaluate(toJson(moment), outcome.world)) {
            seconds = result->value.is_number() ? result->value.as<double>()
                                                : noWait(Words::tr("it gave no number"));
        } else {
            seconds = noWait(result.error().text());
        }
        return fixed(std::isnan(seconds) ? 0 : std::max(seconds, 0.0), u"script"_s);
    }

    double noWait(const QString &why) const
    {
        if (warnings)
            warnings->append(Words::tr("A wait of the retry policy could not be worked out and is "
                                       "left out: %1")
                                 .arg(why));
        return 0;
    }
};

}

WaitDrawn drawWait(const Wait &wait, int attempt, const Outcome &outcome, Draws &draws,
                   QStringList *warnings)
{
    return std::visit(Drawer {attempt, outcome, draws, warnings}, wait.rule);
}

} // namespace Antiphon
