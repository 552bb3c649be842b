// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/routingtransport.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

RoutingTransport::RoutingTransport(Transport &real, Transport &simulator)
    : m_real(real)
    , m_simulator(simulator)
{
}

std::unique_ptr<Exchange> RoutingTransport::send(const HttpRequest &request, const Context &context)
{
    // resources/providers.json gives the simulator an address in a domain that never exists (RFC
    // 2606); only a target's own base URL makes it another.
    const bool nowhere = request.url.host().endsWith(".invalid"_L1);
    Transport &next = context.provider == "simulator"_L1 && nowhere ? m_simulator : m_real;
    return next.send(request, context);
}

} // namespace Antiphon
