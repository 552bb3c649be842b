// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/simulate/script.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/simulatedsteps.h>

#include <QTcpServer>

#include <functional>

namespace Antiphon {

struct SimulatorServerOptions {
    /// For models that are not named like a built-in script; without steps: "steady".
    SimulatorScript script = {};
    std::optional<quint64> seed = {}; ///< Over every script's own.
    std::optional<double> speed = {}; ///< Likewise.

    /// Gets one JSON line per request, secrets redacted, no newline at its end.
    std::function<void(const QByteArray &line)> log = {};
};

/// The simulator over HTTP, on 127.0.0.1 only: the paths, model lists and prefixes of
/// simulator.md 5. What `simulate()` answers is played on the clock, connection by connection;
/// faults that only a client can see (refuse, dns, tls) become a closed connection.
class SimulatorServer : public QObject {
    Q_OBJECT

public:
    /// \p clock must outlive the server.
    explicit SimulatorServer(Clock &clock, SimulatorServerOptions options = {},
                             QObject *parent = nullptr);
    ~SimulatorServer() override;

    /// Begins to answer on \p port, 0 for any free one. The address is without a path. A port that
    /// is taken is a Setup error.
    [[nodiscard]] Result<QUrl> listen(quint16 port);

private:
    struct Chosen;

    [[nodiscard]] SimulatedAnswer answer(HttpRequest request);
    [[nodiscard]] Result<SimulatorScript> scriptFor(const QString &named,
                                                    const QString &model) const;
    void accept();

    Clock &m_clock;
    SimulatorServerOptions m_options;
    SimulatedSteps m_steps;
    QTcpServer m_server;
};

} // namespace Antiphon
