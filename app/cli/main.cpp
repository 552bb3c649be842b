// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "terminal.h"

#include <app/common/languages.h>

#include <QCoreApplication>
#include <QLocale>

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
    Cli::addValidateCommand(app, action);
    Cli::addModelsCommand(app, action);
    Cli::addProvidersCommand(app, action);
    Cli::addKeysCommand(app, action);
    Cli::addPricesCommand(app, action);
    Cli::addNewCommand(app, action);
}

static std::string words(const char *text)
{
    return QCoreApplication::translate("main", text).toStdString();
}

// The parser's own words; commands inherit the formatter and the help option.
static void translateParser(CLI::App &app)
{
    app.get_formatter()->label("Usage", words(QT_TRANSLATE_NOOP("main", "Usage")));
    app.get_formatter()->label("Positionals", words(QT_TRANSLATE_NOOP("main", "Positionals")));
    app.get_formatter()->label("OPTIONS", words(QT_TRANSLATE_NOOP("main", "OPTIONS")));
    app.get_formatter()->label("SUBCOMMAND", words(QT_TRANSLATE_NOOP("main", "SUBCOMMAND")));
    app.get_formatter()->label("Excludes", words(QT_TRANSLATE_NOOP("main", "Excludes")));
    app.set_help_flag("-h,--help", words(QT_TRANSLATE_NOOP("main", "Print this help and exit")));
    app.set_version_flag("--version", "antiphon-cli " ANTIPHON_VERSION,
                         words(QT_TRANSLATE_NOOP("main", "Print the version and exit")));
}

static void translateGroups(CLI::App &app)
{
    const std::string options = words(QT_TRANSLATE_NOOP("main", "Options"));
    for (CLI::Option *option : app.get_options()) {
        if (option->get_group() == "Options")
            option->group(options);
    }
    for (CLI::App *command : app.get_subcommands({})) {
        command->group(words(QT_TRANSLATE_NOOP("main", "Subcommands")));
        translateGroups(*command);
    }
}

static Cli::Exit runCommand(int argc, char **argv)
{
    CLI::App app(QCoreApplication::translate(
                     "main", "Antiphon: call and response, side by side, in the terminal.")
                     .toStdString(),
                 "antiphon-cli");
    translateParser(app);
    app.require_subcommand(1);
    app.failure_message(CLI::FailureMessage::simple);
    Cli::Action action;
    addCommands(app, action);
    translateGroups(app);
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

    // What programs read is the same everywhere, texts and numbers in messages too.
    if (QCoreApplication::arguments().contains("--json"_L1))
        QLocale::setDefault(QLocale::c());
    installTranslations();

    return int(runCommand(argc, argv));
}
