// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/cost/money.h>
#include <antiphon/core/error.h>

#include <QDate>

namespace Antiphon {

/// What was spent on which day for which project, in one small file of the person's own.
///
/// For budgets by day and project. Several programs may write at once: each addition reads the file
/// again, under a lock. Simulated money does not belong here.
class SpendLedger {
public:
    /// The person's own file; for tests another \p file.
    explicit SpendLedger(QString file = {});

    /// Adds \p amount. A file that cannot be read is put aside as "spend.json.broken", and the sums
    /// begin anew.
    Result<> add(const QString &project, QDate day, Money amount);

    [[nodiscard]] Money spentOn(const QString &project, QDate day) const;
    [[nodiscard]] Money spentFor(const QString &project) const;

    [[nodiscard]] const QString &file() const { return m_file; }

private:
    QString m_file;
};

} // namespace Antiphon
