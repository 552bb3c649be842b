// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/engine.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/net/routingtransport.h>
#include <antiphon/net/simulatortransport.h>

#include <QCoreApplication>

namespace Antiphon::Cli {

/// An engine on this thread, for questions to services rather than runs.
class Asking {
public:
    [[nodiscard]] Engine &engine() { return m_engine; }

    /// Runs the event loop until \p future is finished. Every question has its deadline.
    template<typename T>
    [[nodiscard]] static T await(QFuture<T> future)
    {
        if (!future.isFinished()) {
            future.then(qApp, [](const T &) { QCoreApplication::quit(); });
            QCoreApplication::exec();
        }
        return future.result();
    }

private:
    SystemClock m_clock;
    QnamTransport m_network;
    SimulatorTransport m_simulator {m_clock};
    RoutingTransport m_transport {m_network, m_simulator};
    Feed m_feed;
    Engine m_engine {m_transport, m_clock, m_feed};
};

} // namespace Antiphon::Cli
