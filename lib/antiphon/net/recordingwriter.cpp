// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "recordingwriter.h"

#include <antiphon/core/redact.h>
#include <antiphon/net/logging.h>

#include <QSaveFile>

#include <utility>

namespace Antiphon {

RecordingWriter::RecordingWriter()
    : m_thread([this] { run(); })
{
}

RecordingWriter::~RecordingWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void RecordingWriter::write(QString path, StoredExchange stored, QByteArrayList secrets)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back({std::move(path), std::move(stored), std::move(secrets)});
    }
    m_changed.notify_all();
}

void RecordingWriter::flush()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_jobs.empty() && !m_busy; });
}

static void writeRedacted(const QString &path, StoredExchange stored, const QByteArrayList &secrets)
{
    stored.exchange = redact(std::move(stored.exchange), secrets);
    if (stored.failure)
        stored.failure = redact(*stored.failure, secrets);
    QSaveFile file(path);
    const QByteArray text = toPretty(toJson(stored));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        qCWarning(netLog) << "cannot write the recording" << path << file.errorString();
}

void RecordingWriter::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_busy = true;
        lock.unlock();
        writeRedacted(job.path, std::move(job.stored), job.secrets);
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

} // namespace Antiphon
