// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/simulatortransport.h>

#include <antiphon/core/simulate/script.h>
#include <antiphon/core/words.h>
#include <antiphon/net/playedexchange.h>

namespace Antiphon {

SimulatorTransport::SimulatorTransport(Clock &clock, PlaceFrom placeFrom)
    : m_clock(clock)
    , m_placeFrom(placeFrom)
{
}

static Result<SimulatorScript> scriptOf(const Transport::Context &context)
{
    if (context.simulate.isEmpty())
        return scriptFromJson(jsonObject(), context.model);
    const auto value = parseJson(context.simulate);
    if (!value)
        return std::unexpected(value.error().toError(Words::tr("The target's simulator script")));
    return scriptFromJson(*value, context.model);
}

/// The list of models is no call: it has no script and no step.
static std::optional<SimulatedAnswer> modelList(const HttpRequest &request)
{
    if (request.method != "GET")
        return {};
    const bool anthropic = !headerValue(request.headers, "anthropic-version").isEmpty();
    const auto models = simulatedModels(request.url.path(), anthropic);
    if (!models)
        return {};
    return SimulatedAnswer {.head
                            = {.status = 200, .headers = {{"content-type", "application/json"}}},
                            .pieces = {{{}, toBytes(*models)}}};
}

std::unique_ptr<Exchange> SimulatorTransport::send(const HttpRequest &request,
                                                   const Context &context)
{
    if (auto models = modelList(request))
        return std::make_unique<PlayedExchange>(m_clock, std::move(*models));
    const auto script = scriptOf(context);
    if (!script)
        return std::make_unique<PlayedExchange>(m_clock, script.error());
    const auto asked = readSimulatedRequest(request);
    if (!asked)
        return std::make_unique<PlayedExchange>(m_clock, asked.error());

    QByteArray call = context.callId;
    if (call.isEmpty())
        call = headerValue(request.headers, "x-antiphon-call");
    const int step = m_steps.next(context.simulate + '\0' + script->name.toUtf8(),
                                  script->perTotal ? QByteArray() : call);
    const bool byBody = m_placeFrom == PlaceFrom::Body || context.place.isEmpty();
    return std::make_unique<PlayedExchange>(
        m_clock, simulate(*script, step, byBody ? placeOf(request) : context.place, *asked));
}

} // namespace Antiphon
