// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/workqueue.h>

#include <semaphore>
#include <utility>

namespace Antiphon {

WorkQueue::WorkQueue()
{
    connect(this, &WorkQueue::posted, this, &WorkQueue::runAll, Qt::QueuedConnection);
}

void WorkQueue::post(Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_work.append(std::move(work));
    }
    Q_EMIT posted();
}

void WorkQueue::await(const Work &work)
{
    std::binary_semaphore done {0};
    post([&] {
        work();
        done.release();
    });
    done.acquire();
}

void WorkQueue::runAll()
{
    QList<Work> work;
    {
        const std::scoped_lock lock(m_mutex);
        work.swap(m_work);
    }
    for (const Work &each : std::as_const(work))
        each();
}

} // namespace Antiphon
