// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spending.h"

#include "terminal.h"

#include <antiphon/core/call/failures.h>
#include <antiphon/store/spendledger.h>

#include <cmath>

namespace Antiphon::Cli {

std::shared_ptr<Purse> purseFor(const RunOptions &options, Budget budget, const QString &id)
{
    if (options.budget)
        budget.run.stop = Money {std::llround(*options.budget * 1e12)};
    if (budget.isEmpty())
        return {};
    const SpendLedger ledger;
    return std::make_shared<Purse>(budget,
                                   SpentMoney {.day = ledger.spentOn(id, QDate::currentDate()),
                                               .project = ledger.spentFor(id)});
}

void noteSpending(const CallRecord &record, const QString &project)
{
    const Money cost = realCost(record);
    if (cost == Money {})
        return;
    if (const auto noted = SpendLedger().add(project, QDate::currentDate(), cost); !noted)
        tell(noted.error());
}

} // namespace Antiphon::Cli
