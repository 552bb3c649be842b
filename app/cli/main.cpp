// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "terminal.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Antiphon;

static void addCommands(CLI::App &app, Cli::Action &action)
{
    Cli::addRunCommand(app, action);
    Cli::addCallCommand(app, action);
    Cli::addRequestCommand(app, action);
    Cli::addRenderCommand(app, action);
    Cli::addRetryPlanCommand(app, action);
    Cli::addSimulateCommand(app, action);
    Cli::addModelsCommand(app, action);
    Cli::addProvidersCommand(app, action);
    Cli::addPricesCommand(app, action);
    Cli::addNewCommand(app, action);
}

static Cli::Exit runCommand(int argc, char **argv)
{
    CLI::App app(QCoreApplication::translate(
                     "main", "Antiphon: call and response, side by side, in the terminal.")
                     .toStdString(),
                 "antiphon-cli");
    app.set_version_flag("--version", "antiphon-cli " ANTIPHON_VERSION);
    app.require_subcommand(1);
    app.failure_message(CLI::FailureMessage::simple);
    Cli::Action action;
    addCommands(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // Help and version come this way too, with exit code 0.
        return app.exit(error) == 0 ? Cli::Exit::Success : Cli::Exit::Usage;
    }
    return action ? action() : Cli::Exit::Usage;
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"antiphon"_s);
    QCoreApplication::setOrganizationName(u"antiphon"_s);
    QCoreApplication::setApplicationVersion(u"" ANTIPHON_VERSION ""_s);

    QTranslator translator;
    if (QLocale().language() != QLocale::English && QLocale().language() != QLocale::C
        && translator.load(QLocale(), u"antiphon"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);

    return int(runCommand(argc, argv));
}
