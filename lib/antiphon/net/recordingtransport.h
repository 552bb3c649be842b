// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

#include <QString>

#include <memory>

namespace Antiphon {

/// Hands everything to another transport and writes each exchange into a folder, redacted
/// (simulator.md 6). A file that cannot be written is a warning in the log; the call goes on.
class RecordingTransport : public Transport {
public:
    /// \p next and \p clock must outlive the transport; the transport its exchanges.
    RecordingTransport(Transport &next, Clock &clock, QString folder);
    ~RecordingTransport() override;

    [[nodiscard]] std::unique_ptr<Exchange> send(const HttpRequest &request,
                                                 const Context &context) override;

private:
    Transport &m_next;
    Clock &m_clock;
    QString m_folder;
    int m_last = 0; // number of the last file
};

} // namespace Antiphon
