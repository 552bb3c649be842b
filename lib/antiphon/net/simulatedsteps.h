// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QQueue>

namespace Antiphon {

/// Which step of its script a simulated request gets: counts by call, or over all.
///
/// Remembers the last few thousand calls; an older one starts from its first step again.
class SimulatedSteps {
public:
    /// The step of the next request to \p script (anything that tells scripts apart) by \p call,
    /// from 0. An empty \p call counts over all requests that name none.
    [[nodiscard]] int next(const QByteArray &script, const QByteArray &call);

    static constexpr qsizetype remembered = 8192;

private:
    QHash<QByteArray, int> m_counts;
    QQueue<QByteArray> m_oldest;
};

} // namespace Antiphon
