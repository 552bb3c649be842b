// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/feed.h>

#include <QObject>
#include <QTimer>

#include <vector>

namespace Antiphon::Ui {

/// Takes the feed at most 30 times a second, and only while something comes.
class FeedPump : public QObject {
    Q_OBJECT

public:
    /// \p feed must outlive the pump, which must be its only reader.
    explicit FeedPump(Feed &feed, QObject *parent = nullptr);

Q_SIGNALS:
    /// Everything since the last time, merged per call. Never empty.
    void updated(const std::vector<Antiphon::CallUpdate> &updates);

private:
    void take();

    Feed &m_feed;
    QTimer m_frame;
};

} // namespace Antiphon::Ui
