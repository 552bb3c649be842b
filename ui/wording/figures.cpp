// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/figures.h"

#include "wording/numbers.h"

#include <antiphon/core/words.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static std::optional<qint64> sum(std::initializer_list<std::optional<qint64>> counts)
{
    std::optional<qint64> total;
    for (const auto &count : counts) {
        if (count)
            total = total.value_or(0) + *count;
    }
    return total;
}

std::optional<qint64> inputTokens(const Usage &usage)
{
    return sum(
        {usage.input, usage.cachedInput, usage.cacheWrite, usage.cacheWriteLong, usage.audioInput});
}

std::optional<qint64> outputTokens(const Usage &usage)
{
    return sum({usage.output, usage.audioOutput, usage.imageOutput});
}

qint64 estimatedTokens(QStringView text)
{
    return (text.size() + 3) / 4;
}

std::optional<std::chrono::milliseconds> firstTokenTime(const Attempt &attempt)
{
    const Timings &t = attempt.timings;
    if (!t.firstToken)
        return {};
    for (const auto &start : {t.sent, t.tls, t.connect, t.held, t.queued}) {
        if (start)
            return *t.firstToken - *start;
    }
    return t.firstToken;
}

static std::optional<double> speed(const Attempt &attempt, std::optional<qint64> tokens)
{
    const Timings &t = attempt.timings;
    if (!tokens || !t.end || !t.firstToken || *t.end <= *t.firstToken)
        return {};
    return double(*tokens) * 1000 / double((*t.end - *t.firstToken).count());
}

Figures figuresOf(const CallRecord &record)
{
    Figures figures {.total = totalTime(record),
                     .cached = record.cached,
                     .cost = totalCost(record),
                     .costKnown = true,
                     .wasted = wastedCost(record),
                     .simulated = record.simulated,
                     .attempts = int(record.attempts.size())};
    figures.failed = int(std::ranges::count_if(
        record.attempts, [](const Attempt &attempt) { return attempt.error.has_value(); }));
    const Attempt *last = answer(record);
    if (!last)
        return figures;
    if (last->target != record.attempts.first().target)
        figures.answeredBy = last->target;
    figures.firstToken = firstTokenTime(*last);
    figures.usage = last->usage;
    if (!outputTokens(figures.usage) && !last->text.isEmpty()) {
        figures.estimated = true;
        figures.usage.output = estimatedTokens(last->text) + estimatedTokens(last->thinking);
    }
    if (!record.cached)
        figures.tokensPerSecond = speed(*last, outputTokens(figures.usage));
    return figures;
}

static QString about(bool estimated, const QString &number)
{
    //: An estimated number
    return estimated ? Words::tr("about %1").arg(number) : number;
}

static QString tokensText(const Figures &figures)
{
    const auto in = inputTokens(figures.usage);
    const auto out = outputTokens(figures.usage);
    if (!in && !out)
        return {};
    QStringList parts;
    if (in)
        //: Number of input tokens
        parts << Words::tr("%1 in").arg(countText(*in));
    if (out)
        //: Number of output tokens
        parts << Words::tr("%1 out").arg(about(figures.estimated, countText(*out)));
    return parts.join(u" / "_s);
}

QString attemptsText(const Figures &figures)
{
    if (figures.attempts < 2)
        return {}; // the state says it all
    QStringList parts {Words::tr("%n attempts", nullptr, figures.attempts)};
    if (figures.failed)
        //: %n attempts failed
        parts << Words::tr("%n failed", nullptr, figures.failed);
    if (figures.wasted.picoUsd > 0)
        //: Money spent on attempts that did not give the answer
        parts << Words::tr("%1 of it wasted").arg(moneyText(figures.wasted));
    return parts.join(u", "_s);
}

QStringList footerParts(const Figures &figures)
{
    QStringList parts;
    if (!figures.answeredBy.isEmpty())
        //: The name of a target that took over from another
        parts << Words::tr("answered by %1").arg(figures.answeredBy);
    if (figures.firstToken)
        //: Time to first token
        parts << Words::tr("TTFT %1").arg(durationText(*figures.firstToken));
    if (figures.total)
        parts << durationText(*figures.total);
    if (const QString tokens = tokensText(figures); !tokens.isEmpty())
        parts << tokens;
    if (figures.tokensPerSecond)
        //: Tokens per second
        parts << Words::tr("%1/s").arg(
            about(figures.estimated, QLocale().toString(*figures.tokensPerSecond, 'f', 0)));
    if (figures.costKnown)
        parts << costText(figures.cost, figures.simulated);
    if (const QString attempts = attemptsText(figures); !attempts.isEmpty())
        parts << attempts;
    return parts;
}

QString footerToolTip(const Figures &figures)
{
    QStringList lines;
    const auto line = [&lines](const QString &label, const QString &value) {
        lines << u"%1: %2"_s.arg(label, value);
    };
    const auto tokens = [&line](const QString &label, const std::optional<qint64> &count) {
        if (count)
            line(label, countText(*count));
    };
    if (figures.firstToken)
        line(Words::tr("From request sent to first text"), durationText(*figures.firstToken));
    if (figures.total)
        line(Words::tr("From first attempt's start to last one's end"),
             durationText(*figures.total));
    tokens(Words::tr("Input tokens"), figures.usage.input);
    tokens(Words::tr("Cached input tokens"), figures.usage.cachedInput);
    tokens(Words::tr("Tokens written to the cache"), figures.usage.cacheWrite);
    tokens(Words::tr("Output tokens"), figures.usage.output);
    tokens(Words::tr("Of these, reasoning"), figures.usage.reasoning);
    if (figures.estimated)
        lines << Words::tr("The provider reported no usage: tokens are estimated.");
    if (figures.costKnown)
        line(Words::tr("Cost of all attempts"), costText(figures.cost, figures.simulated));
    lines << Words::tr("Click to see the attempts.");
    return lines.join(u'\n');
}

} // namespace Antiphon::Ui
