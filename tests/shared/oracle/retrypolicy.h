// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/retry/decide.h>

#include <QMap>

namespace Antiphon::Oracle {

/// The exception types of one case and the kinds of ours that stand for them.
class Types {
public:
    explicit Types(const Json &outcomes);

    /// The stand-ins of everything that is one of \p types or below it.
    [[nodiscard]] QList<ErrorKind> kinds(const QStringList &types) const;

    /// The stand-ins of the types in the list \p types, not of those below them.
    [[nodiscard]] QList<ErrorKind> exactly(const Json &types) const;
    [[nodiscard]] Outcome outcomeOf(const Json &outcome) const;

private:
    [[nodiscard]] ErrorKind kindOf(const QString &type) const;

    QMap<QString, QStringList> m_basesOf;
};

// A policy of the reference in our words.

[[nodiscard]] Wait waitOf(const Json &value);
[[nodiscard]] Stop stopOf(const Json &value);

/// The predicate \p value. Absent: any ordinary exception.
[[nodiscard]] Condition conditionOf(const Json &value, const Types &types);

} // namespace Antiphon::Oracle
