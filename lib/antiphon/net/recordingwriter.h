// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/exchange.h>

#include <QByteArrayList>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Antiphon {

/// Writes recordings on a thread of its own, redacted: a slow disk holds up no stream.
class RecordingWriter {
public:
    RecordingWriter();

    /// Writes what is left.
    ~RecordingWriter();

    /// Returns at once. \p stored is searched for \p secrets before it is written.
    void write(QString path, StoredExchange stored, QByteArrayList secrets);

    /// Returns when all that was handed over is written.
    void flush();

private:
    struct Job {
        QString path;
        StoredExchange stored;
        QByteArrayList secrets;
    };

    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs; // guarded by m_mutex, as is what follows
    bool m_busy = false;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace Antiphon
