// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/simulatedsteps.h>

namespace Antiphon {

int SimulatedSteps::next(const QByteArray &script, const QByteArray &call)
{
    const QByteArray key = script + '\0' + call;
    const auto known = m_counts.find(key);
    if (known != m_counts.end())
        return (*known)++;

    if (m_oldest.size() >= remembered)
        m_counts.remove(m_oldest.dequeue());
    m_oldest.enqueue(key);
    m_counts.insert(key, 1);
    return 0;
}

} // namespace Antiphon
