// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "feedpump.h"

#include <chrono>

using namespace std::chrono_literals;

namespace Antiphon::Ui {

FeedPump::FeedPump(Feed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(33ms);
    connect(&m_frame, &QTimer::timeout, this, &FeedPump::take);
    // filled() comes on the posting thread, once until the feed has been taken.
    connect(&m_feed, &Feed::filled, this, [this] { m_frame.start(); }, Qt::QueuedConnection);
}

void FeedPump::take()
{
    const std::vector<CallUpdate> updates = m_feed.take();
    if (!updates.empty())
        Q_EMIT updated(updates);
}

} // namespace Antiphon::Ui
