// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/transport.h>

namespace Antiphon {

/// Sends the requests of simulated targets to the simulator and all others to the network.
///
/// A simulated target with a base URL of its own asks a served simulator: that is network.
class RoutingTransport : public Transport {
public:
    /// Both must outlive the transport.
    RoutingTransport(Transport &real, Transport &simulator);

    [[nodiscard]] std::unique_ptr<Exchange> send(const HttpRequest &request,
                                                 const Context &context) override;

private:
    Transport &m_real;
    Transport &m_simulator;
};

} // namespace Antiphon
