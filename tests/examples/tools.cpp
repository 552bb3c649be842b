// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// A model that looks things up: functions of ours answer its calls, several at once, until it has
// what it needs. A function that fails is an answer too.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static ToolDefinition shelfTool()
{
    return {.name = u"shelf_of"_s,
            .description = u"The shelf on which a book stands."_s,
            .parameters = *parseJson(R"({"type": "object", "properties": {
                "title": {"type": "string", "examples": ["Dune"]}}, "required": ["title"]})")};
}

static Result<Json> shelfOf(const Json &arguments, const ToolContext &)
{
    const QString title = textOf(arguments, "title");
    if (title == "Dune"_L1)
        return jsonObject({{"shelf", Json(3)}});
    return fail(ErrorKind::Tool, u"There is no book \"%1\" here."_s.arg(title));
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"Where are Dune and Ubik?"_s;
    inputs.tools = {shelfTool()};
    inputs.handlers.insert(u"shelf_of"_s, {.answer = ToolFunction(shelfOf)});
    inputs.toolSteps = 3; // then it has to answer

    const Target target {.slug = u"haiku"_s,
                         .provider = u"anthropic"_s,
                         .model = u"claude-haiku-4-5"_s,
                         .simulate = *parseJson(R"({"steps": [
            {"toolCalls": [{"name": "shelf_of", "arguments": {"title": "Dune"}, "id": "call_1"},
                           {"name": "shelf_of", "arguments": {"title": "Ubik"}, "id": "call_2"}]},
            {"text": "Dune is on shelf 3; Ubik is not here."}]})")};
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
        for (const Attempt &attempt : call.attempts) {
            out << attempt.number << ' ' << attemptKindName(attempt.kind) << ": " << attempt.text
                << '\n';
            for (const ToolRun &run : attempt.toolRuns)
                out << "  " << run.name << ' ' << toBytes(run.arguments) << " -> " << run.result
                    << (run.isError ? " (failed)" : "") << '\n';
        }
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
