// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The calls of AttemptsModel, and how one follows another.

#include "attempts/attemptsmodel.h"

#include <algorithm>
#include <span>

using namespace std::chrono_literals;

namespace Antiphon::Ui {

void AttemptsModel::setCells(const QList<Cell> &cells)
{
    beginResetModel();
    m_start = m_time();
    m_idle = 0ms;
    m_calls.clear();
    m_callOf.clear();
    for (const Cell &cell : cells) {
        m_callOf.insert(cell.id, int(m_calls.size()));
        m_calls.append({.cell = cell});
    }
    endResetModel();
}

void AttemptsModel::addReplay(const Cell &cell, const Attempt &attempt)
{
    append(cell, 1, Original {.attempt = attempt});
}

void AttemptsModel::addReading(const Cell &cell, const Attempt &attempt, const Attempt &read)
{
    append(cell, 1, Original {.attempt = attempt, .sent = false});
    m_calls.last().began = 0ms;
    const CallUpdate over {.id = cell.id,
                           .state = read.state,
                           .finished = CallRecord {.target = cell.target,
                                                   .provider = cell.provider,
                                                   .model = cell.model,
                                                   .simulated = cell.simulated,
                                                   .state = read.state,
                                                   .attempts = {read}}};
    apply(std::span(&over, 1));
}

void AttemptsModel::append(const Cell &cell, int turn, const std::optional<Original> &original)
{
    closeGap();
    const int at = int(m_calls.size());
    beginInsertRows({}, at, at);
    m_callOf.insert(cell.id, at);
    m_calls.append({.cell = cell, .turn = turn, .original = original});
    endInsertRows();
}

// What a person asks for later does not make the axis long.
void AttemptsModel::closeGap()
{
    if (!isLive())
        m_idle += std::max(0ms, now() - endOfAll());
}

void AttemptsModel::goOn(CallId before, CallId next)
{
    const int at = m_callOf.value(before, -1);
    if (at < 0)
        return;
    Cell cell = m_calls[at].cell;
    cell.id = next;
    append(cell, m_calls[at].turn + 1);
}

void AttemptsModel::repeat(CallId before, CallId next)
{
    const int at = m_callOf.value(before, -1);
    if (at < 0)
        return;
    Cell cell = m_calls[at].cell;
    cell.id = next;
    append(cell, m_calls[at].turn);
}

void AttemptsModel::repair(CallId before, CallId next)
{
    const int at = m_callOf.value(before, -1);
    if (at < 0)
        return;
    Call &call = m_calls[at];
    m_callOf.remove(before);
    m_callOf.insert(next, at);
    call.cell.id = next;
    call.record.reset();
    call.state = CallState::Repairing;
    if (!call.rows.isEmpty()) {
        const Row &last = call.rows.last();
        call.idle = now() - last.begin - last.attempt.timings.end.value_or(0ms);
    }
    Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
}

QString AttemptsModel::nameOf(const Call &call)
{
    //: %1 is a target's name, %2 counts the person's turns in a conversation
    return call.turn > 1 ? tr("%1, turn %2").arg(call.cell.name).arg(call.turn) : call.cell.name;
}

} // namespace Antiphon::Ui
