// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screenshot.h"

#include <mainwindow.h>

#include <QApplication>
#include <QPixmap>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;

namespace Antiphon {

static void shoot(Ui::MainWindow &window, const QString &file)
{
    const bool written = window.grab().save(file);
    if (!written)
        std::fputs(
            qPrintable(
                QCoreApplication::translate("screenshot", "%1 cannot be written.\n").arg(file)),
            stderr);
    QApplication::exit(written ? 0 : 3);
}

void takeScreenshot(Ui::MainWindow &window, const QString &file)
{
    // The last frame is painted a moment after the last event.
    const auto soon = [&window, file] {
        QTimer::singleShot(700ms, &window, [&window, file] { shoot(window, file); });
    };
    if (window.runController().isRunning())
        QObject::connect(&window.runController(), &Ui::RunController::runFinished, &window, soon);
    else
        soon();
}

} // namespace Antiphon
