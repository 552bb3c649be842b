// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QObject>

#include <functional>
#include <mutex>

namespace Antiphon {

/// Runs work from any thread on the thread it lives on, one piece after the other as events of that
/// thread.
///
/// Work is handed over under a lock of its own rather than inside Qt's events, so that
/// ThreadSanitizer, which knows nothing of those, can watch all of it.
class WorkQueue : public QObject {
    Q_OBJECT

public:
    using Work = std::function<void()>;

    WorkQueue();

    /// Returns at once.
    void post(Work work);

    /// Returns when \p work has run. Not to be called from the queue's own thread.
    void await(const Work &work);

Q_SIGNALS:
    void posted();

private:
    void runNext();

    std::mutex m_mutex;
    QList<Work> m_work; // guarded by m_mutex
};

} // namespace Antiphon
