// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/responsesmodel.h"

#include "wording/numbers.h"

#include <antiphon/core/call/response.h>
#include <antiphon/core/extract/partialextraction.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static constexpr auto speedWindow = 2s;
static constexpr auto readInterval = 100ms; // of values that grow

SteadyTime steadyTime()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return std::chrono::milliseconds(timer.elapsed()); };
}

ResponsesModel::ResponsesModel(SteadyTime time, QObject *parent)
    : QAbstractListModel(parent)
    , m_time(std::move(time))
{
}

ResponsesModel::~ResponsesModel() = default;

void ResponsesModel::setCells(const QList<Cell> &cells)
{
    beginResetModel();
    m_rows.clear();
    m_rowOf.clear();
    for (const Cell &cell : cells) {
        m_rowOf.insert(cell.id, int(m_rows.size()));
        m_rows.append({.response = {.cell = cell}});
    }
    endResetModel();
}

/// Another call's answer stands in row \p at from now on.
void ResponsesModel::replace(int at, CallId next, Response fresh)
{
    m_rowOf.remove(m_rows[at].response.cell.id);
    m_rowOf.insert(next, at);
    fresh.cell = m_rows[at].response.cell;
    fresh.cell.id = next;
    m_rows[at] = {.response = std::move(fresh)};
    Q_EMIT dataChanged(index(at), index(at));
}

void ResponsesModel::goOn(CallId before, CallId next, const QString &text)
{
    const int at = m_rowOf.value(before, -1);
    if (at < 0)
        return;
    const Response &old = m_rows[at].response;
    Response fresh {.givenUp = old.givenUp};
    fresh.givenUp.append({old.text, tr("You: %1").arg(text.simplified())});
    replace(at, next, std::move(fresh));
}

void ResponsesModel::repeat(CallId before, CallId next)
{
    if (const int at = m_rowOf.value(before, -1); at >= 0)
        replace(at, next, {});
}

void ResponsesModel::apply(std::span<const CallUpdate> updates)
{
    int first = int(m_rows.size());
    int last = -1;
    for (const CallUpdate &update : updates) {
        const int at = m_rowOf.value(update.id, -1);
        if (at < 0)
            continue; // a call of another run
        apply(update, m_rows[at]);
        first = std::min(first, at);
        last = std::max(last, at);
    }
    if (last >= first)
        Q_EMIT dataChanged(index(first), index(last));
}

static QString reasonOf(const Attempt &attempt)
{
    const QString what = resultWord(attempt);
    const auto &end = attempt.timings.end;
    return end ? ResponsesModel::tr("Attempt %1: %2 after %3")
                     .arg(attempt.number)
                     .arg(what, durationText(*end))
               : ResponsesModel::tr("Attempt %1: %2").arg(attempt.number).arg(what);
}

QString answerText(const Attempt &attempt)
{
    if (!attempt.text.isEmpty() || !attempt.refusal.isEmpty())
        return attempt.text.isEmpty() ? attempt.refusal : attempt.text;
    QStringList calls;
    for (const ToolCall &call : attempt.toolCalls)
        calls << u"%1(%2)"_s.arg(call.name, call.argumentsText);
    return calls.join(u'\n');
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

void ResponsesModel::repair(CallId before, CallId next)
{
    const int at = m_rowOf.value(before, -1);
    if (at < 0)
        return;
    const Response &old = m_rows[at].response;
    Response fresh {.state = CallState::Repairing,
                    .givenUp = old.givenUp,
                    .attempts = old.attempts,
                    .extraction = old.extraction,
                    .growing = {.revision = old.growing.revision + 1}};
    if (!fresh.attempts.isEmpty())
        fresh.attempt = fresh.attempts.last().number;
    if (!old.text.isEmpty() && !fresh.attempts.isEmpty())
        fresh.givenUp.append({old.text, reasonOf(fresh.attempts.last())});
    replace(at, next, std::move(fresh));
}

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
            r.givenUp.append({attempt.text, reasonOf(attempt)});
    }
    if (r.givenUp.size() > before || r.text.isEmpty())
        return;
    const auto writer = std::ranges::find(r.attempts, r.textAttempt, &Attempt::number);
    r.givenUp.append(
        {r.text,
         writer == r.attempts.end() ? ResponsesModel::tr("Started again") : reasonOf(*writer)});
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
    if (!row.readAt || now() - *row.readAt >= readInterval) {
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

void ResponsesModel::catchUp()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (row.unread.isEmpty() || (row.readAt && now() - *row.readAt < readInterval))
            continue;
        if (!read(row))
            continue;
        row.readAt = now();
        Q_EMIT dataChanged(index(i), index(i));
    }
}

void ResponsesModel::accept(CallId id, const CallRecord &record)
{
    const int at = m_rowOf.value(id, -1);
    if (at < 0)
        return;
    Response &response = m_rows[at].response;
    response.record = record;
    response.state = record.state;
    Q_EMIT dataChanged(index(at), index(at));
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

const Response &ResponsesModel::response(int row) const
{
    return m_rows.at(row).response;
}

std::chrono::milliseconds ResponsesModel::now() const
{
    return m_time();
}

bool ResponsesModel::isLive(int row) const
{
    const Response &r = m_rows.at(row).response;
    return !r.record && r.started;
}

int ResponsesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ResponsesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Response &r = response(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return r.cell.name;
    case Qt::AccessibleTextRole:
        return spokenName(r);
    case StateRole:
        return callStateName(r.state);
    case TextRole:
        return r.text;
    case TargetRole:
        return r.cell.target;
    default:
        return {};
    }
}

static QString tryText(const Response &r)
{
    const int next = r.attempt + 1;
    return r.attemptLimit ? ResponsesModel::tr("try %1/%2").arg(next).arg(r.attemptLimit)
                          : ResponsesModel::tr("try %1").arg(next);
}

StateLook chipLook(const Response &r, std::chrono::milliseconds now)
{
    StateLook look = lookOf(r.state);
    if (r.state == CallState::Backoff && r.nextTry) {
        const auto left = std::max(*r.nextTry - now, std::chrono::milliseconds(0));
        //: %1 is a number of seconds, %2 is "try 3/4"
        look.word = ResponsesModel::tr("Waiting %1 s, %2")
                        .arg(QLocale().toString(double(left.count()) / 1000, 'f', 1), tryText(r));
    } else if (r.state == CallState::Done && r.record && r.record->cached) {
        look.word = ResponsesModel::tr("Done, cached");
    } else if (r.state == CallState::Streaming && r.speed && *r.speed >= 1) {
        //: Tokens per second while an answer arrives
        look.word = ResponsesModel::tr("Streaming %1/s").arg(QLocale().toString(*r.speed, 'f', 0));
    }
    return look;
}

Figures figuresOf(const Response &r, std::chrono::milliseconds now)
{
    if (r.record)
        return figuresOf(*r.record);
    Figures figures {.simulated = r.cell.simulated,
                     .attempts = std::max(r.attempt, int(r.attempts.size())),
                     .failed = int(std::ranges::count_if(
                         r.attempts, [](const Attempt &a) { return a.error.has_value(); }))};
    if (!r.started)
        return figures;
    figures.total = now - *r.started;
    if (r.usage)
        figures.usage = *r.usage;
    if (const qint64 seen = estimatedTokens(r.text) + estimatedTokens(r.thinking);
        seen > 0 && !outputTokens(figures.usage)) {
        figures.usage.output = seen;
        figures.estimated = true;
    }
    return figures;
}

QString spokenName(const Response &r)
{
    const QString state = lookOf(r.state).word.toLower();
    const auto tokens = outputTokens(figuresOf(r, r.started.value_or(0ms)).usage);
    if (!tokens)
        return ResponsesModel::tr("Response from %1, %2").arg(r.cell.name, state);
    return ResponsesModel::tr("Response from %1, %2, %3 tokens")
        .arg(r.cell.name, state, countText(*tokens));
}

} // namespace Antiphon::Ui
