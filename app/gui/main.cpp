// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "screenshot.h"

#include <appearance.h>
#include <mainwindow.h>

#include <common/keychainsecretstore.h>

#include <antiphon/net/clock.h>
#include <antiphon/net/engine.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/store/settings.h>

#include <QApplication>
#include <QLibraryInfo>
#include <QThreadPool>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Antiphon;

static void loadTranslations(QApplication &app)
{
    const auto add = [&app](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&app);
        if (translator->load(QLocale(), name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
    };
    add(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    add(u"antiphon"_s, u":/i18n"_s);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"antiphon"_s);
    QCoreApplication::setApplicationName(u"antiphon"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ANTIPHON_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Antiphon"_s);
    QGuiApplication::setDesktopFileName(u"io.github.antiphon.Antiphon"_s);

    const std::expected<Arguments, QString> arguments = readArguments(QCoreApplication::arguments());
    if (!arguments) {
        std::fputs(qPrintable(u"antiphon: "_s + arguments.error() + u'\n'), stderr);
        return 2;
    }
    if (!arguments->locale.isEmpty())
        QLocale::setDefault(QLocale(arguments->locale));
    loadTranslations(app);
    if (arguments->rightToLeft)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    Settings settings;
    Ui::setUpStyle();
    const QString scheme
        = arguments->scheme.isEmpty() ? settings.get(Setup::scheme) : arguments->scheme;
    Ui::applyScheme(Ui::schemeFromName(scheme).value_or(Ui::Scheme::System));

    // Destroyed in the opposite order: the window first, the clock last.
    SystemClock clock;
    KeychainSecretStore secrets;
    Feed feed;
    EngineThread engine(feed, [](Clock &time) -> std::unique_ptr<Transport> {
        return std::make_unique<RoutingTransport>(std::make_unique<QnamTransport>(time),
                                                  std::make_unique<SimulatorTransport>(time));
    });
    int code = 0;
    {
        Ui::MainWindow window({ engine, feed, settings, secrets, clock });
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
