// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "screenshot.h"

#include <appearance.h>
#include <mainwindow.h>

#include <app/common/aboutdata.h>
#include <app/common/keychainsecretstore.h>
#include <app/common/languages.h>
#include <app/common/logging.h>

#include <antiphon/net/clock.h>
#include <antiphon/net/engine.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/net/routingtransport.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/store/settings.h>

#include <QApplication>
#include <QIcon>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace Antiphon;

namespace {

/// The network and the simulator, each for its own targets.
class BothTransports : public Transport {
public:
    explicit BothTransports(Clock &clock)
        : m_simulator(clock)
    {
    }

    std::unique_ptr<Exchange> send(const HttpRequest &request, const Context &context) override
    {
        return m_routing.send(request, context);
    }

private:
    QnamTransport m_network;
    SimulatorTransport m_simulator;
    RoutingTransport m_routing {m_network, m_simulator};
};

/// Whether the command line asks for nothing but words, which need no display.
bool asksForWords(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "-h" || argument == "--help" || argument == "-v"
            || argument == "--version";
    });
}

int tellWords(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    applyAboutData();
    installTranslations();
    const auto arguments = readArguments(QCoreApplication::arguments()); // prints and ends
    std::fputs(qPrintable(u"antiphon: "_s + arguments.error_or(QString()) + u'\n'), stderr);
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    if (asksForWords(argc, argv))
        return tellWords(argc, argv);
    QApplication app(argc, argv);
    applyAboutData();
    QGuiApplication::setDesktopFileName(aboutData().appId);
    // The desktop's own drawing of it if there is one, else the one inside the program.
    QGuiApplication::setWindowIcon(
        QIcon::fromTheme(aboutData().appId, QIcon(u":/antiphon/%1.svg"_s.arg(aboutData().appId))));
    setUpLogging();

    const std::expected<Arguments, QString> arguments
        = readArguments(QCoreApplication::arguments());
    if (!arguments) {
        std::fputs(qPrintable(u"antiphon: "_s + arguments.error() + u'\n'), stderr);
        return 2;
    }
    if (!arguments->locale.isEmpty())
        QLocale::setDefault(QLocale(arguments->locale));
    installTranslations();
    if (arguments->rightToLeft)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    Settings settings;
    Ui::setUpStyle();
    Ui::applyScheme(
        Ui::schemeFromName(arguments->scheme).value_or(settings.get(Keys::colorScheme)));

    // Destroyed in the opposite order: the window first, the clock last.
    SystemClock clock;
    KeychainSecretStore secrets;
    Feed feed;
    EngineThread engine(feed, [](Clock &time) { return std::make_unique<BothTransports>(time); });
    int code = 0;
    {
        Ui::MainWindow window({engine, feed, settings, secrets, clock});
        if (arguments->size.isValid())
            window.resize(arguments->size);
        window.show();
        if (!arguments->folder.isEmpty())
            window.openProject(arguments->folder);
        if (arguments->run)
            window.run();
        if (!arguments->screenshot.isEmpty())
            takeScreenshot(window, arguments->screenshot);
        code = QApplication::exec();
    }
    QThreadPool::globalInstance()->waitForDone(); // a key may still be being read
    return code;
}
