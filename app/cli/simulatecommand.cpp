// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "interrupt.h"
#include "options.h"
#include "terminal.h"

#include <antiphon/core/words.h>
#include <antiphon/net/simulatorserver.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {

struct SimulateArguments {
    std::string script = "steady";
    std::optional<uint64_t> seed;
    std::optional<double> speed;
    uint16_t port = 0;
    std::string log;
};

// A built-in script by name, or a file with one.
Result<SimulatorScript> scriptOf(const SimulateArguments &arguments)
{
    const QString name = text(arguments.script);
    Json json = jsonObject({{"script", toJson(name)}});
    if (!builtinScriptNames().contains(name)) {
        auto bytes = readFile(name);
        if (!bytes)
            return fail(
                ErrorKind::Setup,
                Words::tr(
                    "There is no built-in script and no file called \"%1\". Built in are: %2.")
                    .arg(name, builtinScriptNames().join(u", "_s)));
        auto parsed = parseJson(*bytes);
        if (!parsed)
            return std::unexpected(parsed.error().toError(name));
        json = *std::move(parsed);
    }
    auto script = scriptFromJson(json);
    if (!script)
        return fail(ErrorKind::Setup, u"%1: %2"_s.arg(name, script.error().message));
    return script;
}

Exit serve(const SimulateArguments &arguments)
{
    auto script = scriptOf(arguments);
    if (!script) {
        tell(script.error());
        return exitOf(script.error());
    }
    QFile log(text(arguments.log));
    if (!arguments.log.empty() && !log.open(QIODevice::WriteOnly | QIODevice::Append)) {
        tell(Words::tr("antiphon-cli: Cannot write %1: %2.\n")
                 .arg(log.fileName(), log.errorString()));
        return Exit::Setup;
    }
    SystemClock clock;
    SimulatorServerOptions options {
        .script = *std::move(script), .seed = arguments.seed, .speed = arguments.speed};
    if (log.isOpen()) {
        options.log = [&log](const QByteArray &line) {
            log.write(line + "\n");
            log.flush();
        };
    }
    SimulatorServer server(clock, options);
    const auto address = server.listen(arguments.port);
    if (!address) {
        tell(address.error());
        return exitOf(address.error());
    }
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, qApp, [] { QCoreApplication::quit(); });
    print(u"READY %1\n"_s.arg(address->toString()));
    QCoreApplication::exec();
    return Exit::Success;
}

} // namespace

void addSimulateCommand(CLI::App &app, Action &action)
{
    auto arguments = std::make_shared<SimulateArguments>();
    auto *command = app.add_subcommand(
        "simulate",
        Words::tr("Serve the simulated providers over HTTP on this computer").toStdString());
    command
        ->add_option("--script", arguments->script,
                     Words::tr("A built-in script, or a file").toStdString())
        ->type_name("NAME|FILE");
    command->add_option("--seed", arguments->seed, Words::tr("Seed of all chance").toStdString());
    command
        ->add_option("--speed", arguments->speed,
                     Words::tr("Delays are divided by it; 0: no delays").toStdString())
        ->check(CLI::NonNegativeNumber);
    command->add_option("--port", arguments->port,
                        Words::tr("Port on 127.0.0.1; 0 takes a free one").toStdString());
    command
        ->add_option("--log", arguments->log,
                     Words::tr("Write one JSON line per request, secrets redacted").toStdString())
        ->type_name("FILE");
    command->callback([&action, arguments] { action = [arguments] { return serve(*arguments); }; });
}

} // namespace Antiphon::Cli
