// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budget/budgetwords.h"

#include "wording/numbers.h"

#include <antiphon/core/call/failures.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static SpendingLimit Budget::*limitCalled(const QString &code)
{
    return code == "day"_L1 ? &Budget::day : code == "project"_L1 ? &Budget::project : &Budget::run;
}

std::optional<BudgetStop> budgetStop(const QList<CallRecord> &records, const Budget &budget)
{
    BudgetStop stop {.calls = int(records.size())};
    std::optional<Error> error;
    for (const CallRecord &record : records) {
        if (record.state == CallState::OverBudget)
            error = errorOf(record);
        else
            ++stop.reached;
    }
    if (!error)
        return {};
    stop.which = limitCalled(error->code);
    const auto &limit = (budget.*stop.which).stop;
    if (!limit)
        return {}; // it has been lifted since
    stop.limit = *limit;
    return stop;
}

QString budgetStopText(const BudgetStop &stop)
{
    const QString limit = moneyText(stop.limit);
    const auto text
        = [&](const QString &pattern) { return pattern.arg(limit, countText(stop.reached)); };
    if (stop.which == &Budget::day)
        return text(Words::tr("Budget of %1 for today reached after %2 of %Ln call(s).", nullptr,
                              stop.calls));
    if (stop.which == &Budget::project)
        return text(Words::tr("Budget of %1 for the project reached after %2 of %Ln call(s).",
                              nullptr, stop.calls));
    return text(Words::tr("Budget of %1 reached after %2 of %Ln call(s).", nullptr, stop.calls));
}

static Money spentOf(const SpentMoney &spent, SpendingLimit Budget::*which)
{
    return which == &Budget::day    ? spent.day
        : which == &Budget::project ? spent.project
                                    : spent.run;
}

Money raisedLimit(const BudgetStop &stop, const SpentMoney &spent, Money needed)
{
    constexpr Money cent {10'000'000'000};
    constexpr int mostDoublings = 60; // no amount of money takes more
    const Money least = spentOf(spent, stop.which) + needed;
    Money limit = stop.limit == Money {} ? cent : stop.limit + stop.limit;
    for (int i = 0; i < mostDoublings && limit < least; ++i)
        limit = limit + limit;
    return limit;
}

Budget withLimit(Budget budget, const BudgetStop &stop, Money limit)
{
    (budget.*stop.which).stop = limit;
    return budget;
}

QStringList spendingWarnings(const SpentMoney &before, const SpentMoney &now, const Budget &budget)
{
    QStringList warnings;
    const auto check = [&](SpendingLimit Budget::*which, const QString &pattern) {
        const SpendingLimit &limit = budget.*which;
        const Money spentNow = spentOf(now, which);
        if (limit.warn && spentOf(before, which) < *limit.warn && spentNow >= *limit.warn)
            warnings.append(pattern.arg(moneyText(spentNow), moneyText(*limit.warn)));
    };
    check(&Budget::run, Words::tr("This run has cost %1, more than the %2 to warn at."));
    check(&Budget::day, Words::tr("Today has cost %1, more than the %2 to warn at."));
    check(&Budget::project, Words::tr("The project has cost %1, more than the %2 to warn at."));
    return warnings;
}

static QString limitText(const SpendingLimit &limit)
{
    if (limit.stop && limit.warn)
        return Words::tr("warns at %1, stops at %2")
            .arg(moneyText(*limit.warn), moneyText(*limit.stop));
    if (limit.stop)
        return Words::tr("stops at %1").arg(moneyText(*limit.stop));
    if (limit.warn)
        return Words::tr("warns at %1").arg(moneyText(*limit.warn));
    return Words::tr("no budget");
}

SpendingLook lookOf(const SpentMoney &spent, const Budget &budget)
{
    SpendingLook look;
    // The day's budget is the nearest; without one the project's says more than nothing.
    const bool ofProject = budget.day == SpendingLimit {} && budget.project.stop;
    const SpendingLimit &limit = ofProject ? budget.project : budget.day;
    const Money amount = ofProject ? spent.project : spent.day;
    const QString money = moneyText(amount);
    if (limit.stop)
        look.text = (ofProject ? Words::tr("project %1 of %2", "money spent")
                               : Words::tr("today %1 of %2", "money spent"))
                        .arg(money, moneyText(*limit.stop));
    else
        look.text = Words::tr("today %1", "money spent").arg(money);
    if (limit.stop)
        look.share = limit.stop->picoUsd > 0
            ? std::clamp(double(amount.picoUsd) / double(limit.stop->picoUsd), 0.0, 1.0)
            : 1;
    if (limit.stop && amount >= *limit.stop)
        look.role = ColorRole::Negative;
    else if (limit.warn && amount >= *limit.warn)
        look.role = ColorRole::Neutral;
    look.about = Words::tr("Today: %1 spent, %2\nProject: %3 spent, %4\nEach run: %5\n"
                           "Money of the simulator is not in it.")
                     .arg(moneyText(spent.day), limitText(budget.day), moneyText(spent.project),
                          limitText(budget.project), limitText(budget.run));
    return look;
}

} // namespace Antiphon::Ui
