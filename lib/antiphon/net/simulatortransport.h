// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/clock.h>
#include <antiphon/net/simulatedsteps.h>
#include <antiphon/net/transport.h>

namespace Antiphon {

/// Answers the requests of simulated targets from their scripts. Opens no socket.
///
/// Context::simulate is the target's `simulate` object, Context::model picks a built-in script
/// where that names none; a script that cannot be read fails the exchange with a Setup error. Steps
/// are counted by Context::callId, or by the header `x-antiphon-call` where that is empty.
class SimulatorTransport : public Transport {
public:
    /// What seeds a request's chance, beside script and step.
    enum class PlaceFrom {
        Context, ///< Context::place, and the body where that is empty.
        Body, ///< As the simulator does over HTTP: the same request, the same answer in both.
    };

    /// \p clock must outlive the transport and its exchanges.
    explicit SimulatorTransport(Clock &clock, PlaceFrom placeFrom = PlaceFrom::Context);

    [[nodiscard]] std::unique_ptr<Exchange> send(const HttpRequest &request,
                                                 const Context &context) override;

private:
    Clock &m_clock;
    PlaceFrom m_placeFrom;
    SimulatedSteps m_steps;
};

} // namespace Antiphon
