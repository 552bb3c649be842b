// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/workqueue.h>

#include <semaphore>
#include <utility>

namespace Antiphon {

WorkQueue::WorkQueue()
{
    connect(this, &WorkQueue::posted, this, &WorkQueue::runNext, Qt::QueuedConnection);
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

// One piece for each signal: what the pieces before it queued on the thread comes before it.
void WorkQueue::runNext()
{
    Work work;
    {
        const std::scoped_lock lock(m_mutex);
        work = m_work.takeFirst();
    }
    work();
}

} // namespace Antiphon
