// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/exchange.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

#include <memory>
#include <vector>

namespace Antiphon {

/// Answers from recorded exchanges. Opens no socket.
///
/// A request is matched by method, URL and body, then by method and URL alone; several that fit
/// are used in their order, and the last one repeats. None is a Setup error that names the
/// request.
class ReplayTransport : public Transport {
public:
    /// Delays are the recorded ones divided by \p speed; 0 hands everything on at once. \p clock
    /// must outlive the transport.
    ReplayTransport(QList<StoredExchange> exchanges, Clock &clock, double speed = 0);

    /// Reads every `.json` file of \p folder, in the order of names. An error names the file.
    [[nodiscard]] static Result<std::unique_ptr<ReplayTransport>>
    open(const QString &folder, Clock &clock, double speed = 0);

    [[nodiscard]] std::unique_ptr<Exchange> send(const HttpRequest &request,
                                                 const Context &context) override;

private:
    struct Entry {
        StoredExchange stored = {};
        bool used = false;
    };

    [[nodiscard]] Entry *pick(const HttpRequest &request);

    std::vector<Entry> m_entries;
    Clock &m_clock;
    double m_speed;
};

} // namespace Antiphon
