// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/responsesmodel.h"

#include "wording/numbers.h"

#include <antiphon/core/extract/partialextraction.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

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

void ResponsesModel::goOn(CallId before, CallId next, const QString &text, int answer)
{
    const int at = m_rowOf.value(before, -1);
    if (at < 0)
        return;
    const Response &old = m_rows[at].response;
    Response fresh {.givenUp = old.givenUp};
    const bool other = answer > 0 && answer < old.choices.size();
    fresh.givenUp.append(
        {other ? answerText(old.choices[answer]) : old.text, tr("You: %1").arg(text.simplified())});
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

QString givenUpReason(const Attempt &attempt)
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
        fresh.givenUp.append({old.text, givenUpReason(fresh.attempts.last())});
    replace(at, next, std::move(fresh));
}

void ResponsesModel::catchUp()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (row.unread.isEmpty() || (row.readAt && now() - *row.readAt < valueInterval))
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
