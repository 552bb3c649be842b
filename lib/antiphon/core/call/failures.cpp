// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/failures.h>

#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

QList<Error> failures(const CallRecord &record)
{
    QList<Error> all;
    for (const Attempt &attempt : record.attempts) {
        if (attempt.error)
            all.append(*attempt.error);
    }
    return all;
}

QList<Error> caught(const CallRecord &record)
{
    QList<Error> all;
    bool passedOn = false;
    for (const Attempt &attempt : record.attempts) {
        passedOn = attempt.decision && attempt.decision->next == Decision::Next::Fallback;
        if (passedOn && attempt.error)
            all.append(*attempt.error);
    }
    const Attempt *last = answer(record);
    if (!passedOn && !all.isEmpty() && last->error)
        all.append(*last->error);
    return all;
}

Error fallbackError(const CallRecord &record)
{
    QStringList lines {Words::tr("All fallbacks failed:")};
    QList<ErrorKind> causes;
    for (const Attempt &attempt : record.attempts) {
        const bool isLast = &attempt == &record.attempts.last();
        const bool passedOn
            = attempt.decision && attempt.decision->next == Decision::Next::Fallback;
        if (!attempt.error || (!passedOn && !isLast))
            continue;
        lines.append(u"%1: %2: %3"_s.arg(attempt.target, errorKindName(attempt.error->kind),
                                         attempt.error->message));
        causes.prepend(attempt.error->kind);
    }
    Error error
        = record.attempts.isEmpty() ? Error {} : record.attempts.last().error.value_or(Error {});
    error.message = lines.join(u'\n');
    error.code = u"fallback-error"_s;
    error.causes = causes;
    return error;
}

std::optional<Error> errorOf(const CallRecord &record)
{
    const Attempt *last = answer(record);
    if (record.instead || !last || !last->error)
        return {};
    return record.error ? record.error : last->error;
}

Money realCost(const CallRecord &record)
{
    Money sum;
    for (const Attempt &attempt : record.attempts) {
        if (!attempt.simulated)
            sum = sum + attempt.cost.value_or(Money {});
    }
    for (const CallRecord &asked : record.asked.calls)
        sum = sum + realCost(asked);
    return sum;
}

RetryStatistics statistics(const CallRecord &record)
{
    RetryStatistics all {.attemptNumber = std::max(1, int(record.attempts.size()))};
    for (const Attempt &attempt : record.attempts) {
        const double ended
            = double((attempt.begin + attempt.timings.end.value_or(Timings::Ms {})).count()) / 1000;
        if (attempt.decision && attempt.decision->next != Decision::Next::Stop)
            all.idleFor += double(attempt.decision->wait.count()) / 1000;
        if (attempt.decision)
            all.delaySinceFirstAttempt = ended;
    }
    return all;
}

} // namespace Antiphon
