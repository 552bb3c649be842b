// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptsmodel.h"

#include "attempts/why.h"
#include "wording/numbers.h"
#include "wording/states.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

// The internal id of an attempt's index is its call's row plus one; a call's own is 0.
static constexpr quintptr callLevel = 0;

AttemptsModel::AttemptsModel(SteadyTime time, QObject *parent)
    : QAbstractItemModel(parent)
    , m_time(std::move(time))
{
}

void AttemptsModel::setOwnAxes(bool own)
{
    m_ownAxes = own;
    for (int at = 0; at < m_calls.size(); ++at) {
        const QModelIndex call = index(at, 0);
        if (rowCount(call) > 0)
            Q_EMIT dataChanged(index(0, Timeline, call), index(rowCount(call) - 1, Timeline, call));
    }
}

std::chrono::milliseconds AttemptsModel::beginOf(const Call &call, const Row &row) const
{
    return m_ownAxes ? row.begin - call.rows.first().begin : row.begin;
}

std::chrono::milliseconds AttemptsModel::now() const
{
    return m_time() - m_start - m_idle;
}

std::chrono::milliseconds AttemptsModel::now(const Call &call) const
{
    return now() - call.idle;
}

void AttemptsModel::apply(std::span<const CallUpdate> updates)
{
    int first = int(m_calls.size());
    int last = -1;
    for (const CallUpdate &update : updates) {
        const int at = m_callOf.value(update.id, -1);
        if (at < 0)
            continue; // a call of another run
        apply(update, at);
        first = std::min(first, at);
        last = std::max(last, at);
    }
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

AttemptsModel::Row &AttemptsModel::row(int call, int number)
{
    QList<Row> &rows = m_calls[call].rows;
    const auto found
        = std::ranges::find(rows, number, [](const Row &row) { return row.attempt.number; });
    if (found != rows.end())
        return *found;
    const int at = int(rows.size());
    beginInsertRows(index(call, 0), at, at);
    Row row {.begin = now(m_calls[call]), .live = true};
    row.attempt.number = number;
    row.attempt.kind = number > 1 ? AttemptKind::Retry : AttemptKind::Call;
    row.attempt.target = m_calls[call].cell.target;
    row.attempt.simulated = m_calls[call].cell.simulated;
    rows.append(row);
    endInsertRows();
    return rows.last();
}

static std::optional<Phase::Kind> phaseOf(CallState state)
{
    switch (state) {
    case CallState::Queued:
        return Phase::Kind::Queued;
    case CallState::Held:
        return Phase::Kind::Held;
    case CallState::Connecting:
        return Phase::Kind::Connect;
    case CallState::Waiting:
        return Phase::Kind::Waiting;
    case CallState::Thinking:
    case CallState::Streaming:
        return Phase::Kind::Streaming;
    case CallState::Checking:
        return Phase::Kind::Checking;
    case CallState::Backoff:
        return Phase::Kind::Backoff;
    default:
        return std::nullopt;
    }
}

void AttemptsModel::apply(const CallUpdate &update, int at)
{
    Call &call = m_calls[at];
    if (!call.began)
        call.began = now();
    if (update.state)
        call.state = *update.state;

    for (const Attempt &attempt : update.ended) {
        Row &ended = row(at, attempt.number);
        ended.attempt = attempt;
        ended.begin = *call.began + attempt.begin; // measured where it happened, not where seen
        ended.live = false;
    }
    for (const AnsweredTools &answered : update.answered)
        row(at, answered.attempt).attempt.toolRuns = answered.runs;
    if (update.current) {
        Row &current = row(at, update.current->number);
        if (current.live)
            current.attempt = *update.current;
    } else if (update.attempt) {
        row(at, *update.attempt);
    }
    if (update.waiting)
        call.nextTry = now() + *update.waiting;
    else if (update.state && *update.state != CallState::Backoff)
        call.nextTry.reset();

    if (!call.rows.isEmpty() && call.rows.last().live && update.state) {
        Row &live = call.rows.last();
        live.attempt.state = call.state;
        const auto phase = phaseOf(call.state);
        const auto time = now(call) - live.begin;
        if (phase && (live.seen.isEmpty() || live.seen.last().kind != *phase)) {
            if (!live.seen.isEmpty())
                live.seen.last().end = time;
            live.seen.append({*phase, live.seen.isEmpty() ? 0ms : time, time});
        }
    }
    if (update.finished) {
        call.record = update.finished;
        call.state = update.finished->state;
        call.nextTry.reset();
        for (const Attempt &attempt : update.finished->attempts) {
            Row &ended = row(at, attempt.number);
            ended.attempt = attempt;
            ended.begin = *call.began + attempt.begin;
            ended.live = false;
        }
    }
    if (!call.rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0, index(at, 0)),
                           index(int(call.rows.size()) - 1, ColumnCount - 1, index(at, 0)));
}

void AttemptsModel::tick()
{
    for (int at = 0; at < m_calls.size(); ++at) {
        const Call &call = m_calls[at];
        if (call.record || call.rows.isEmpty())
            continue;
        const QModelIndex parent = index(at, 0);
        const int last = int(call.rows.size()) - 1;
        Q_EMIT dataChanged(index(last, Result, parent), index(last, Duration, parent));
        Q_EMIT dataChanged(index(at, Result), index(at, Duration));
    }
}

bool AttemptsModel::isLive() const
{
    return std::ranges::any_of(m_calls,
                               [](const Call &call) { return call.began && !call.record; });
}

std::chrono::milliseconds AttemptsModel::timeSpan() const
{
    auto end = 0ms;
    for (const Call &call : m_calls) {
        for (const Row &row : call.rows) {
            for (const Phase &phase : phases(call, row))
                end = std::max(end, beginOf(call, row) + phase.end);
        }
    }
    return end;
}

// On the common axis, whichever is shown.
std::chrono::milliseconds AttemptsModel::endOfAll() const
{
    auto end = 0ms;
    for (const Call &call : m_calls) {
        for (const Row &row : call.rows) {
            const Phases lived = phases(call, row);
            end = std::max(end, row.begin + (lived.isEmpty() ? 0ms : lived.last().end));
        }
    }
    return end;
}

Phases AttemptsModel::phases(const Call &call, const Row &row) const
{
    if (!row.live) {
        Phases measured = phasesOf(row.attempt);
        // Try Now and Cancel cut a wait short: what follows says how long it really was.
        const Row *next = &row == &call.rows.last() ? nullptr : &row + 1;
        if (next && !measured.isEmpty() && measured.last().kind == Phase::Kind::Backoff)
            measured.last().end
                = std::clamp(next->begin - row.begin, measured.last().begin, measured.last().end);
        return measured;
    }
    Phases seen = row.seen;
    if (!seen.isEmpty())
        seen.last().end = std::max(seen.last().begin, now(call) - row.begin);
    return seen;
}

const Attempt *AttemptsModel::attempt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == callLevel)
        return nullptr;
    return &m_calls[int(index.internalId()) - 1].rows[index.row()].attempt;
}

const Attempt *AttemptsModel::attemptBefore(const QModelIndex &index) const
{
    return index.row() > 0 ? attempt(index.siblingAtRow(index.row() - 1)) : nullptr;
}

QList<Attempt> AttemptsModel::attemptsOf(const QModelIndex &index) const
{
    QList<Attempt> attempts;
    if (const Call *call = callOf(index)) {
        for (const Row &row : call->rows)
            attempts.append(row.attempt);
    }
    return attempts;
}

std::optional<CallId> AttemptsModel::call(const QModelIndex &index) const
{
    const Call *call = callOf(index);
    return call ? std::optional(call->cell.id) : std::nullopt;
}

const AttemptsModel::Call *AttemptsModel::callOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    return &m_calls[index.internalId() == callLevel ? index.row() : int(index.internalId()) - 1];
}

const Original *AttemptsModel::original(const QModelIndex &index) const
{
    const Call *call = callOf(index);
    return call && call->original ? &*call->original : nullptr;
}

QModelIndex AttemptsModel::indexOf(CallId id) const
{
    const int at = m_callOf.value(id, -1);
    return at < 0 ? QModelIndex() : index(at, 0);
}

QModelIndex AttemptsModel::newest() const
{
    QModelIndex newest;
    auto begin = -1ms;
    for (int at = 0; at < m_calls.size(); ++at) {
        const QList<Row> &rows = m_calls[at].rows;
        if (!rows.isEmpty() && rows.last().begin > begin) {
            begin = rows.last().begin;
            newest = index(int(rows.size()) - 1, 0, index(at, 0));
        }
    }
    return newest;
}

QModelIndex AttemptsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : callLevel);
}

QModelIndex AttemptsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == callLevel)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, callLevel);
}

int AttemptsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_calls.size());
    if (parent.column() > 0 || parent.internalId() != callLevel)
        return 0;
    return int(m_calls[parent.row()].rows.size());
}

int AttemptsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

} // namespace Antiphon::Ui
