// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session.h"

#include "interrupt.h"
#include "terminal.h"
#include "toolprompt.h"

#include <antiphon/net/engine.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/net/recordingtransport.h>
#include <antiphon/net/replaytransport.h>
#include <antiphon/net/routingtransport.h>
#include <antiphon/net/simulatortransport.h>

#include <QCoreApplication>

namespace Antiphon::Cli {

namespace {

// The transports of one run, in the order in which they hold on to each other.
struct Wires {
    std::unique_ptr<QnamTransport> real;
    std::unique_ptr<SimulatorTransport> simulator;
    std::unique_ptr<RoutingTransport> routing;
    std::unique_ptr<ReplayTransport> replay;
    std::unique_ptr<RecordingTransport> recording;
    Transport *top = nullptr;
};

Result<Wires> makeWires(const RunOptions &options, Clock &clock)
{
    Wires wires;
    if (!options.replay.empty()) {
        auto replay = ReplayTransport::open(text(options.replay), clock, options.speed);
        if (!replay)
            return std::unexpected(replay.error());
        wires.replay = *std::move(replay);
        wires.top = wires.replay.get();
        return wires;
    }
    wires.real = std::make_unique<QnamTransport>();
    wires.simulator = std::make_unique<SimulatorTransport>(clock);
    wires.routing = std::make_unique<RoutingTransport>(*wires.real, *wires.simulator);
    wires.top = wires.routing.get();
    if (!options.record.empty()) {
        wires.recording
            = std::make_unique<RecordingTransport>(*wires.top, clock, text(options.record));
        wires.top = wires.recording.get();
    }
    return wires;
}

} // namespace

Result<QList<CallRecord>>
runCalls(const QList<CallSpec> &specs, const RunOptions &options,
         const std::function<void(qsizetype, const CallUpdate &)> &onUpdate)
{
    SystemClock clock;
    auto wires = makeWires(options, clock);
    if (!wires)
        return std::unexpected(wires.error());

    Feed feed;
    const Limiter::Limits limits {.total = options.concurrency > 0 ? options.concurrency : 8,
                                  .perProvider = options.concurrency > 0 ? options.concurrency : 8};
    Engine engine(*wires->top, clock, feed, limits);
    QList<CallRecord> records(specs.size());
    qsizetype open = specs.size();

    ToolPrompt prompt([&engine](qsizetype call, const ToolQuestion &asked, const ToolReply &reply) {
        engine.answerTool(CallId(call), asked.attempt, asked.index, reply);
    });
    const auto drain = [&] {
        for (CallUpdate &update : feed.take()) {
            const auto index = qsizetype(update.id);
            onUpdate(index, update);
            if (update.questions || update.finished)
                prompt.setQuestions(index, displayName(specs[index].targets.first().target),
                                    update.finished ? QList<ToolQuestion> {} : *update.questions);
            if (!update.finished)
                continue;
            records[index] = *std::move(update.finished);
            if (--open == 0)
                QCoreApplication::quit();
        }
    };
    QObject::connect(&feed, &Feed::filled, &engine, drain, Qt::QueuedConnection);

    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, &engine, [&engine] {
        tell(QCoreApplication::translate("session",
                                         "\nCancelling; press Ctrl+C again to end at once.\n"));
        engine.cancelAll();
    });

    for (qsizetype i = 0; i < specs.size(); ++i)
        engine.start(CallId(i), specs[i]);
    if (open > 0)
        QCoreApplication::exec();
    return records;
}

} // namespace Antiphon::Cli
