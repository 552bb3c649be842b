// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// A list of objects that is of use while it still streams: what there is of it, and each item as
// soon as it is closed.

#include <antiphon/core/extract/partialextraction.h>
#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

#include <optional>

using namespace Antiphon;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"Recommend two books."_s;
    inputs.prompt.output = OutputSpec {.schema = u"books"_s};
    inputs.schemas.insert(u"books"_s, *parseJson(R"({"type": "array", "items": {"type": "object",
        "properties": {"title": {"type": "string"}, "year": {"type": "integer"}},
        "required": ["title", "year"]}})"));
    const Target target {.slug = u"mini"_s,
                         .provider = u"openai"_s,
                         .model = u"gpt-5.4-mini"_s,
                         .simulate
                         = *parseJson(R"({"defaults": {"chunk": 11}, "steps": [{"json": {"value": [
            {"title": "Dune", "year": 1965}, {"title": "Ubik", "year": "1969"}]}}]})")};
    auto spec = prepareCall(inputs, target,
                            {.providers = builtinProviders(), .environment = programVariable});
    if (!spec) {
        out << spec.error().message << '\n';
        return 1;
    }

    VirtualClock clock;
    SimulatorTransport transport(clock);
    Limiter limiter(clock, {});
    Call call(*std::move(spec), transport, clock, limiter);
    std::optional<PartialExtraction> partial;
    QObject::connect(&call, &Call::attemptStarted, &call, [&] {
        partial.reset(); // a new attempt begins anew
        if (call.extraction())
            partial.emplace(*call.extraction());
    });
    QObject::connect(&call, &Call::eventsArrived, &call, [&](const StreamEvents &events) {
        if (!partial || !partial->feed(events))
            return;
        out << "so far " << toBytes(partial->value()) << '\n';
        for (const PartialExtraction::Item &item : partial->takeItems())
            out << "item " << item.index << ' ' << toBytes(item.value) << '\n';
    });
    QObject::connect(&call, &Call::finished, &call, [&] {
        out << "value " << toBytes(call.record().attempts.last().value.value_or(Json::null()))
            << '\n';
        QCoreApplication::quit();
    });
    call.start();
    return QCoreApplication::exec();
}
