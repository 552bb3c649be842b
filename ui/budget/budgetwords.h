// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/record.h>
#include <antiphon/core/cost/budget.h>
#include <antiphon/net/purse.h>

#include "theme/colors.h"

#include <QStringList>

#include <optional>

namespace Antiphon::Ui {

/// A run that a budget stopped.
struct BudgetStop {
    SpendingLimit Budget::*which = &Budget::run;
    Money limit = {};
    int reached = 0; ///< Calls the budget did not stop.
    int calls = 0; ///< All of the run.

    friend bool operator==(const BudgetStop &, const BudgetStop &) = default;
};

/// Empty: no budget stopped any of \p records.
[[nodiscard]] std::optional<BudgetStop> budgetStop(const QList<CallRecord> &records,
                                                   const Budget &budget);

/// "Budget of $1.00 reached after 2 of 5 calls."
[[nodiscard]] QString budgetStopText(const BudgetStop &stop);

/// What the limit would be raised to: twice as much, as often as it takes for one more attempt of
/// \p needed.
[[nodiscard]] Money raisedLimit(const BudgetStop &stop, const SpentMoney &spent, Money needed);

/// \p budget with the limit of \p stop at \p limit.
[[nodiscard]] Budget withLimit(Budget budget, const BudgetStop &stop, Money limit);

/// Sentences about amounts to warn at that were passed between \p before and \p now.
[[nodiscard]] QStringList spendingWarnings(const SpentMoney &before, const SpentMoney &now,
                                           const Budget &budget);

/// What is spent, and how much of what may be, as the status bar tells it.
struct SpendingLook {
    QString text = {}; ///< "today $0.31 of $1.00"
    QString about = {}; ///< Lines with all there is to say.
    std::optional<double> share = {}; ///< Of the limit; empty: there is none.
    ColorRole role = ColorRole::Positive;

    friend bool operator==(const SpendingLook &, const SpendingLook &) = default;
};

[[nodiscard]] SpendingLook lookOf(const SpentMoney &spent, const Budget &budget);

} // namespace Antiphon::Ui
