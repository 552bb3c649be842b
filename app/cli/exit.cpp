// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

Exit exitOf(const Error &error)
{
    if (error.code == "usage"_L1)
        return Exit::Usage;
    switch (error.kind) {
    case ErrorKind::Setup:
    case ErrorKind::Unsupported:
        return Exit::Setup;
    case ErrorKind::Budget:
        return Exit::Budget;
    case ErrorKind::Cancelled:
        return Exit::Cancelled;
    default:
        return Exit::Failed;
    }
}

static Exit exitOf(const CallRecord &record)
{
    if (record.state == CallState::Done || record.state == CallState::Truncated)
        return Exit::Success;
    const Attempt *last = answer(record);
    return last && last->error ? exitOf(*last->error) : Exit::Failed;
}

Exit exitOf(const QList<CallRecord> &records)
{
    constexpr Exit order[] {Exit::Cancelled, Exit::Budget, Exit::Setup, Exit::Failed};
    for (const Exit exit : order) {
        if (std::ranges::any_of(
                records, [exit](const CallRecord &record) { return exitOf(record) == exit; }))
            return exit;
    }
    return Exit::Success;
}

} // namespace Antiphon::Cli
