// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/phases.h"

#include "wording/numbers.h"
#include "wording/states.h"

#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

Phases phasesOf(const Attempt &attempt)
{
    const Timings &t = attempt.timings;
    Phases phases;
    auto at = 0ms;
    const auto until = [&](Phase::Kind kind, const std::optional<Timings::Ms> &end) {
        if (!end)
            return;
        if (*end > at)
            phases.append({kind, at, *end});
        at = std::max(at, *end);
    };
    until(Phase::Kind::Queued, t.queued);
    until(Phase::Kind::Held, t.held);
    until(Phase::Kind::Connect, t.tls ? t.tls : t.connect);
    until(Phase::Kind::Waiting, t.firstToken ? t.firstToken : t.end);
    until(Phase::Kind::Streaming, t.end);
    until(Phase::Kind::Checking, t.checked);
    if (const auto tools = toolTime(attempt); tools && tools->end > tools->begin) {
        phases.append(*tools);
        at = std::max(at, tools->end);
    }
    if (attempt.error)
        phases.append({Phase::Kind::Error, at, at});
    if (attempt.decision && attempt.decision->wait > 0ms)
        phases.append({Phase::Kind::Backoff, at, at + attempt.decision->wait});
    return phases;
}

std::optional<Phase> toolTime(const Attempt &attempt)
{
    std::optional<Phase> time;
    for (const ToolRun &run : attempt.toolRuns) {
        const auto begin = run.began - attempt.begin; // it is told since the call began
        if (!time)
            time = Phase {Phase::Kind::Tool, begin, begin};
        time->begin = std::min(time->begin, begin);
        time->end = std::max(time->end, begin + run.took);
    }
    return time;
}

QList<Phase::Kind> allPhaseKinds()
{
    return {Phase::Kind::Queued,  Phase::Kind::Held,      Phase::Kind::Connect,
            Phase::Kind::Waiting, Phase::Kind::Streaming, Phase::Kind::Checking,
            Phase::Kind::Tool,    Phase::Kind::Backoff,   Phase::Kind::Error};
}

QChar letterOf(Phase::Kind kind)
{
    static constexpr QStringView letters = u"qhCwSvt-x";
    return letters[qsizetype(kind)];
}

QString wordOf(Phase::Kind kind)
{
    switch (kind) {
    case Phase::Kind::Queued:
        return Words::tr("queued");
    case Phase::Kind::Held:
        return Words::tr("held");
    case Phase::Kind::Connect:
        return Words::tr("connect");
    case Phase::Kind::Waiting:
        return Words::tr("waiting");
    case Phase::Kind::Streaming:
        return Words::tr("streaming");
    case Phase::Kind::Checking:
        return Words::tr("checking");
    case Phase::Kind::Tool:
        return Words::tr("tools");
    case Phase::Kind::Backoff:
        return Words::tr("wait");
    case Phase::Kind::Error:
        return Words::tr("error");
    }
    return {};
}

ColorRole roleOf(Phase::Kind kind)
{
    switch (kind) {
    case Phase::Kind::Queued:
        return ColorRole::Queued;
    case Phase::Kind::Held:
        return ColorRole::Held;
    case Phase::Kind::Connect:
        return ColorRole::Connecting;
    case Phase::Kind::Waiting:
        return ColorRole::Thinking;
    case Phase::Kind::Streaming:
        return ColorRole::Running;
    case Phase::Kind::Checking:
        return ColorRole::Checking;
    case Phase::Kind::Tool:
        return ColorRole::Running;
    case Phase::Kind::Backoff:
        return ColorRole::Waiting;
    case Phase::Kind::Error:
        return ColorRole::Negative;
    }
    return ColorRole::Plain;
}

// What an attempt ended in; what came behind it is told apart.
static bool isOfAnswer(const Phase &phase)
{
    return phase.kind != Phase::Kind::Backoff && phase.kind != Phase::Kind::Error
        && phase.kind != Phase::Kind::Tool;
}

static QString lastPhase(const Attempt &attempt)
{
    const Phases phases = phasesOf(attempt);
    for (auto it = phases.crbegin(); it != phases.crend(); ++it) {
        if (isOfAnswer(*it))
            return Words::tr("%1 after %2 of %3")
                .arg(resultWord(attempt), spokenDuration(it->end - it->begin), wordOf(it->kind));
    }
    return resultWord(attempt);
}

QString spokenAttempt(const Attempt &attempt)
{
    QString text = Words::tr("attempt %1, %2").arg(attempt.number).arg(lastPhase(attempt));
    if (const auto tools = toolTime(attempt); tools && tools->end > tools->begin)
        text += Words::tr(", then tools worked %1").arg(spokenDuration(tools->end - tools->begin));
    if (!attempt.decision || attempt.decision->wait <= 0ms)
        return text;
    text += Words::tr(", then waited %1").arg(spokenDuration(attempt.decision->wait));
    if (!attempt.decision->formula.isEmpty())
        //: %1 is how a wait was worked out: "backoff", "retry-after"
        text += Words::tr(" by %1").arg(attempt.decision->formula);
    return text;
}

} // namespace Antiphon::Ui
