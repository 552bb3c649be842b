// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the rows say: texts, tooltips, figures to sort by, and words for who hears the window.

#include "attempts/attemptsmodel.h"

#include "attempts/why.h"
#include "wording/figures.h"
#include "wording/numbers.h"
#include "wording/states.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static QString tokensText(const Usage &usage)
{
    const auto in = inputTokens(usage);
    const auto out = outputTokens(usage);
    if (!in && !out)
        return {};
    const auto text
        = [](const std::optional<qint64> &count) { return count ? countText(*count) : u"–"_s; };
    return isolated(u"%1 / %2"_s.arg(text(in), text(out)));
}

// Without what was wasted: the column is narrow, and the tooltip has it.
static Figures countsOf(const CallRecord &record)
{
    Figures figures = figuresOf(record);
    figures.wasted = {};
    return figures;
}

QVariant AttemptsModel::callText(const Call &call, Column column) const
{
    switch (column) {
    case Number:
        return nameOf(call);
    case Target:
        return call.cell.model;
    case Result:
        return lookOf(call.state).word;
    case Duration:
        if (call.record)
            return durationText(totalTime(*call.record));
        return call.began ? durationText(now(call) - *call.began) : QVariant();
    case Tokens: {
        Usage sum;
        for (const Row &row : call.rows)
            sum = sum + row.attempt.usage;
        return tokensText(sum);
    }
    case Cost:
        return call.record ? QVariant(costText(totalCost(*call.record), call.cell.simulated))
                           : QVariant();
    case WhyNext:
        if (call.rows.size() > 1)
            return call.record ? attemptsText(countsOf(*call.record))
                               : tr("%n attempts", nullptr, int(call.rows.size()));
        break;
    case Kind:
    case Timeline:
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AttemptsModel::attemptText(const Call &call, const Row &row, Column column) const
{
    const Attempt &attempt = row.attempt;
    switch (column) {
    case Number:
        return QLocale().toString(attempt.number);
    case Target:
        return attempt.target;
    case Kind:
        return kindWord(attempt.kind);
    case Result:
        return row.live ? lookOf(attempt.state).word.toLower() : resultWord(attempt);
    case WhyNext:
        if (call.nextTry && &row == &call.rows.last()) {
            const auto left = std::max(*call.nextTry - now(), 0ms);
            return tr("next try in %1 s")
                .arg(QLocale().toString(
                    qlonglong(std::chrono::ceil<std::chrono::seconds>(left).count())));
        }
        return row.live ? QString() : whyNext(attempt);
    case Duration:
        if (row.live)
            return durationText(now(call) - row.begin);
        return attempt.timings.end ? durationText(*attempt.timings.end) : tr("not measured");
    case Tokens:
        return tokensText(attempt.usage);
    case Cost:
        if (row.live)
            return {};
        // What was refused before the model saw it costs nothing, and says so by saying nothing.
        if (!attempt.cost && attempt.error && !outputTokens(attempt.usage))
            return u"–"_s;
        return costText(attempt.cost, attempt.simulated);
    case Timeline:
    case ColumnCount:
        break;
    }
    return {};
}

QString AttemptsModel::spokenRow(const Call &call, const Row *row) const
{
    QStringList parts {row ? tr("attempt %1").arg(row->attempt.number) : nameOf(call)};
    for (const Column column : {Result, WhyNext, Duration}) {
        const QVariant text = row ? attemptText(call, *row, column) : callText(call, column);
        if (!text.toString().isEmpty())
            parts.append(text.toString());
    }
    return parts.join(u", "_s);
}

QVariant AttemptsModel::sortValue(const Row &row, Column column) const
{
    switch (column) {
    case Number:
        return row.attempt.number;
    case Timeline:
        return qlonglong(row.begin.count());
    case Duration:
        return row.attempt.timings.end ? QVariant(qlonglong(row.attempt.timings.end->count()))
                                       : QVariant();
    case Tokens:
        return qlonglong(outputTokens(row.attempt.usage).value_or(0));
    case Cost:
        return row.attempt.cost ? QVariant(qlonglong(row.attempt.cost->picoUsd)) : QVariant();
    default:
        return {};
    }
}

static bool isNumber(int column)
{
    return column == AttemptsModel::Duration || column == AttemptsModel::Tokens
        || column == AttemptsModel::Cost;
}

QVariant AttemptsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    const bool isCall = !index.parent().isValid();
    const Call &call = m_calls[isCall ? index.row() : int(index.internalId()) - 1];
    const Row *row = isCall ? nullptr : &call.rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: {
        // Words that begin with a number keep together in right-to-left windows.
        const QVariant shown = row ? attemptText(call, *row, column) : callText(call, column);
        const bool words = column == Result || column == WhyNext;
        return words ? QVariant(together(shown.toString())) : shown;
    }
    case Qt::ToolTipRole:
        if (row && column == WhyNext && row->attempt.decision)
            return row->attempt.decision->why;
        if (row && column == Result && row->attempt.error)
            return row->attempt.error->message;
        if (!row && call.record && (column == WhyNext || column == Cost))
            return attemptsText(figuresOf(*call.record));
        return {};
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::DecorationRole:
        if (column == Result) {
            const StateLook look = lookOf(row ? row->attempt.state : call.state);
            return glyphIcon(look.glyph, look.role);
        }
        return {};
    case Qt::AccessibleTextRole:
        if (row && column == Timeline && !row->live)
            return spokenAttempt(row->attempt);
        // The first cell is what is read when the row is reached: it says what the row is.
        if (column == Number)
            return spokenRow(call, row);
        return {};
    case SortRole:
        return row ? sortValue(*row, column) : QVariant();
    case PhasesRole:
        return row ? QVariant::fromValue(phases(call, *row)) : QVariant();
    case BeginRole:
        return row ? QVariant(qlonglong(beginOf(call, *row).count())) : QVariant();
    case LiveRole:
        return row ? row->live : !call.record;
    default:
        return {};
    }
}

QVariant AttemptsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Tokens)
        return tr("Tokens in and out");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number:
        return tr("#");
    case Target:
        return tr("Target");
    case Kind:
        return tr("Kind");
    case Result:
        return tr("Result");
    case WhyNext:
        return tr("Why Next");
    case Timeline:
        return tr("Time");
    case Duration:
        return tr("Duration");
    case Tokens:
        return tr("In / Out");
    case Cost:
        return tr("Cost");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Antiphon::Ui
