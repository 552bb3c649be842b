// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a row of a ResponsesModel takes what happens to its call.

#include "responses/responsesmodel.h"

#include <antiphon/core/call/response.h>
#include <antiphon/core/extract/partialextraction.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static constexpr auto speedWindow = 2s;

// What a step called, and what it was told.
static QString stepText(const AnsweredTools &answered)
{
    static constexpr qsizetype longest = 160;
    QStringList steps;
    for (const ToolRun &run : answered.runs) {
        const QString result = run.result.simplified();
        //: %1 is a tool's name, %2 what it answered
        const QString pattern
            = run.isError ? ResponsesModel::tr("%1 failed: %2") : ResponsesModel::tr("%1: %2");
        steps << pattern.arg(run.name,
                             result.size() > longest ? result.left(longest) + u'…' : result);
    }
    return steps.join(u" · "_s);
}

// Texts, bodies and chunks are held by the attempts' own model; here they would be a second copy.
static Attempt slim(Attempt attempt)
{
    attempt.exchange = {};
    attempt.text.clear();
    attempt.thinking.clear();
    attempt.usageRaw = Json(); // "= {}" would pick the assignment of a null const char *
    return attempt;
}

// They are in the answer's bytes alone, which are not kept here.
static QList<Attempt> severalAnswers(const CallRecord &record)
{
    const Attempt *last = answer(record);
    if (!last || !asksForSeveral(last->asked.parameters))
        return {};
    QList<Attempt> all = choicesOf(*last);
    for (Attempt &one : all)
        one.exchange.body.clear();
    return all.size() > 1 ? all : QList<Attempt> {};
}

static int limitOf(const Attempt &attempt)
{
    if (!attempt.decision)
        return 0;
    for (const Json &bound : attempt.decision->stop.array_range()) {
        if (const Json *limit = find(bound, "after_attempt"); limit && limit->is<int>())
            return limit->as<int>();
    }
    return 0;
}

// Text of an attempt that began and broke within one frame is only in the attempt itself.
static void keepGivenUp(const CallUpdate &update, Response &r)
{
    const qsizetype before = r.givenUp.size();
    const int present = update.attempt.value_or(r.attempt);
    for (const Attempt &attempt : update.ended) {
        const bool step = attempt.decision && attempt.decision->next == Decision::Next::Tool;
        if (!attempt.text.isEmpty() && attempt.number < present && !step)
            r.givenUp.append({attempt.text, givenUpReason(attempt)});
    }
    if (r.givenUp.size() > before || r.text.isEmpty())
        return;
    const auto writer = std::ranges::find(r.attempts, r.textAttempt, &Attempt::number);
    r.givenUp.append({r.text,
                      writer == r.attempts.end() ? ResponsesModel::tr("Started again")
                                                 : givenUpReason(*writer)});
}

/// A step of the model that tools have answered is over: what it said moves up. True when the text
/// of \p update was the end of it.
static bool takeSteps(const CallUpdate &update, Response &r)
{
    bool taken = false;
    for (const AnsweredTools &answered : update.answered) {
        const auto ended = std::ranges::find(update.ended, answered.attempt, &Attempt::number);
        const QString text = ended == update.ended.end() ? r.text : ended->text;
        r.givenUp.append({text, stepText(answered)});
        taken = taken || (!text.isEmpty() && !update.restarted);
        r.text.clear();
        r.thinking.clear();
        r.textAttempt = 0;
        const auto step = std::ranges::find(r.attempts, answered.attempt, &Attempt::number);
        if (step != r.attempts.end())
            step->toolRuns = answered.runs;
    }
    return taken;
}

void ResponsesModel::apply(const CallUpdate &update, Row &row) const
{
    Response &r = row.response;
    const auto time = now();
    if (!r.started)
        r.started = time;
    for (const Attempt &attempt : update.ended) {
        r.attempts.append(slim(attempt));
        if (const int limit = limitOf(attempt))
            r.attemptLimit = limit;
    }
    const bool taken = takeSteps(update, r);
    if (taken)
        row.samples.clear();
    if (update.restarted) {
        keepGivenUp(update, r);
        r.text.clear();
        r.thinking.clear();
        r.textAttempt = 0;
        row.samples.clear();
        row.partial.reset();
        row.unread.clear();
    }
    follow(update, row);
    if (!taken) {
        r.text += update.text;
        r.thinking += update.thinking;
    }
    if (update.questions)
        r.questions = *update.questions;
    if (update.state)
        r.state = *update.state;
    if (update.usage)
        r.usage = update.usage;
    if (update.attempt && *update.attempt != r.attempt) {
        r.attempt = *update.attempt;
        r.nextTry.reset();
        r.firstText.reset();
        r.usage = update.usage;
    }
    if (update.waiting)
        r.nextTry = time + *update.waiting;
    else if (update.state && *update.state != CallState::Backoff)
        r.nextTry.reset();
    if (!r.text.isEmpty() && r.textAttempt == 0)
        r.textAttempt = r.attempt;
    if (!r.firstText && !(update.text.isEmpty() && update.thinking.isEmpty()))
        r.firstText = time;
    measure(row);
    if (update.finished) {
        r.record = update.finished;
        r.state = update.finished->state;
        r.choices = severalAnswers(*r.record);
        for (Attempt &attempt : r.record->attempts)
            attempt.exchange.body.clear();
        // Whatever was merged or dropped on the way: the record is the truth.
        if (const Attempt *last = answer(*r.record); last && r.text.isEmpty())
            r.text = r.extraction ? rawValueText(*r.extraction, *last) : answerText(*last);
        r.questions.clear();
        row.partial.reset();
        row.unread.clear();
        r.nextTry.reset();
        r.speed.reset();
    }
}

/// Lets the value grow, and the text with what a tool is called with: it is the raw answer.
void ResponsesModel::follow(const CallUpdate &update, Row &row) const
{
    Response &r = row.response;
    if (update.extraction) {
        r.extraction = update.extraction;
        r.growing = {.revision = r.growing.revision + 1};
        row.partial = std::make_shared<PartialExtraction>(*update.extraction);
        row.unread.clear();
        if (!r.text.isEmpty()) // of a stream that is continued
            row.unread.append(TextDelta {.text = r.text});
        row.readAt.reset();
    }
    if (!r.extraction)
        return;
    if (!update.text.isEmpty())
        row.unread.append(TextDelta {.text = update.text});
    const bool byTool = r.extraction->mechanism == Extraction::Mechanism::Tool;
    for (const ToolCallDelta &piece : update.toolCalls) {
        row.unread.append(piece);
        if (byTool)
            r.text += piece.arguments;
    }
    if (!row.readAt || now() - *row.readAt >= valueInterval) {
        if (read(row))
            row.readAt = now();
    }
}

/// True when there was anything to read.
bool ResponsesModel::read(Row &row)
{
    const StreamEvents events = std::exchange(row.unread, {});
    if (events.isEmpty() || !row.partial)
        return false;
    GrowingValue &growing = row.response.growing;
    const std::optional<Location> open = row.partial->open();
    const bool changed = row.partial->feed(events);
    if (!changed && open == row.partial->open())
        return true;
    growing.value = row.partial->value();
    growing.begun = growing.begun || changed;
    growing.issues = row.partial->issues();
    growing.open = row.partial->open();
    ++growing.revision;
    return true;
}

void ResponsesModel::measure(Row &row) const
{
    Response &r = row.response;
    const auto time = now();
    const qsizetype length = r.text.size() + r.thinking.size();
    if (length == 0)
        return;
    row.samples.append({time, length});
    while (row.samples.size() > 2 && time - row.samples.first().at > speedWindow)
        row.samples.removeFirst();
    const Sample &oldest = row.samples.first();
    if (const auto span = time - oldest.at; span >= 200ms)
        r.speed = double(length - oldest.length) / 4 * 1000 / double(span.count());
}

} // namespace Antiphon::Ui
