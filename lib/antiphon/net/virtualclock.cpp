// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/virtualclock.h>

#include <QCoreApplication>
#include <QEvent>
#include <QTimeZone>

#include <utility>

namespace Antiphon {

// Of the lowest priority: all other events that are posted come first.
static constexpr auto turn = QEvent::Type(QEvent::User + 1);

VirtualClock::VirtualClock(const QDateTime &start, QObject *parent)
    : QObject(parent)
    , m_start(start.isValid() ? start : QDate(2026, 1, 1).startOfDay(QTimeZone::UTC))
{
}

QDateTime VirtualClock::wallNow() const
{
    return m_start.addMSecs(m_now.count());
}

std::unique_ptr<QObject> VirtualClock::after(std::chrono::milliseconds delay,
                                             std::function<void()> action)
{
    auto handle = std::make_unique<QObject>();
    m_due.emplace(m_now + delay, Entry {handle.get(), std::move(action)});
    askForTurn();
    return handle;
}

void VirtualClock::askForTurn()
{
    if (!std::exchange(m_asked, true))
        QCoreApplication::postEvent(this, new QEvent(turn), Qt::LowEventPriority - 1);
}

bool VirtualClock::event(QEvent *event)
{
    if (event->type() != turn)
        return QObject::event(event);
    m_asked = false;
    jump();
    return true;
}

void VirtualClock::jump()
{
    while (!m_due.empty() && !m_due.begin()->second.handle)
        m_due.erase(m_due.begin());
    if (m_due.empty())
        return;
    const auto next = m_due.extract(m_due.begin());
    m_now = std::max(m_now, next.key());
    next.mapped().action();
    if (!m_due.empty())
        askForTurn();
}

} // namespace Antiphon
