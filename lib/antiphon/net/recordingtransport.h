// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

#include <QString>

#include <memory>

namespace Antiphon {

class RecordingWriter;

/// Hands everything to another transport and writes each exchange into a folder, redacted
/// (simulator.md 6), on a thread that holds nothing up. A file that cannot be written is a warning
/// in the log; the call goes on. What is under way when the transport ends is still written.
class RecordingTransport : public Transport {
public:
    /// \p next and \p clock must outlive the transport; the transport its exchanges.
    RecordingTransport(Transport &next, Clock &clock, QString folder);
    ~RecordingTransport() override;

    [[nodiscard]] std::unique_ptr<Exchange> send(const HttpRequest &request,
                                                 const Context &context) override;

    /// Returns when everything that is over is written.
    void flush();

private:
    Transport &m_next;
    Clock &m_clock;
    QString m_folder;
    std::unique_ptr<RecordingWriter> m_writer;
    int m_last = 0; // number of the last file
};

} // namespace Antiphon
