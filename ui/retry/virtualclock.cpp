// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/virtualclock.h"

#include <algorithm>

namespace Antiphon::Ui {

/// So much happens before the window is painted again.
static constexpr int actionsAtOnce = 100;

VirtualClock::VirtualClock()
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(0);
    QObject::connect(&m_idle, &QTimer::timeout, &m_idle, [this] { run(); });
}

QDateTime VirtualClock::wallNow() const
{
    return m_start.addMSecs(m_now.count());
}

std::unique_ptr<QObject> VirtualClock::after(std::chrono::milliseconds delay,
                                             std::function<void()> action)
{
    auto handle = std::make_unique<QObject>();
    m_due.emplace(m_now + delay, Action(handle.get(), std::move(action)));
    if (!m_idle.isActive())
        m_idle.start();
    return handle;
}

void VirtualClock::run()
{
    // An action may end whoever owns this clock.
    const QPointer<QTimer> alive(&m_idle);
    for (int i = 0; alive && i < actionsAtOnce && !m_due.empty(); ++i) {
        const auto next = m_due.extract(m_due.begin());
        if (!next.mapped().first)
            continue; // given up
        m_now = std::max(m_now, next.key());
        next.mapped().second();
    }
    if (alive && !m_due.empty())
        m_idle.start();
}

} // namespace Antiphon::Ui
