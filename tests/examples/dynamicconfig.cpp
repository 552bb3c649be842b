// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Parameters, tags and variables that are decided when the call is made, from its inputs and from
// how its earlier attempts went.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Bolder for fantasy, and more sober with every attempt.
static Result<DynamicConfig> configure(const Variables &values, const DynamicContext &context)
{
    const bool fantasy = pythonStr(values[u"genre"_s]) == "fantasy"_L1;
    DynamicConfig config;
    config.parameters.temperature = (fantasy ? 1.0 : 0.5) / context.attempt.number;
    config.metadata = jsonObject(
        {{"tags",
          jsonArray({Json("library"), toJson(u"attempt-%1"_s.arg(context.attempt.number))})}});
    return config;
}

/// A variable of the template that nobody gives.
static Result<Value> season(const Variables &, const DynamicContext &context)
{
    const int month = context.attempt.started.date().month();
    return Value(month >= 4 && month <= 9 ? u"summer"_s : u"winter"_s);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"Recommend a {genre} book for {season}."_s;
    inputs.prompt.parameters = {.temperature = 0.2, .maxTokens = 50};
    inputs.variables.insert(u"genre"_s, u"fantasy"_s);
    inputs.computed.insert(u"season"_s, season);
    inputs.configure = configure;

    const Target target {
        .slug = u"mini"_s,
        .provider = u"openai"_s,
        .model = u"gpt-4o-mini"_s,
        .stream = false,
        .simulate = *parseJson(
            R"({"steps": [{"fail": {"error": "server"}}, {"text": "The Name of the Wind."}]})")};
    const auto spec = prepareCall(
        inputs, target, {.providers = builtinProviders(), .environment = programVariable});
    if (!spec) {
        out << spec.error().message << '\n';
        return 1;
    }

    VirtualClock clock;
    SimulatorTransport transport(clock);
    Engine engine(transport, clock);
    engine.ask(*spec).then(&engine, [&](const CallRecord &call) {
        for (const Attempt &attempt : call.attempts)
            out << attempt.exchange.request.body << '\n';
        out << "metadata " << toBytes(call.metadata) << '\n';
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
