// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Antiphon {

namespace Ui {
class MainWindow;
}

/// Writes a picture of \p window to \p file and quits: when its run is over, at once without one.
/// The program's exit code tells whether it was written.
void takeScreenshot(Ui::MainWindow &window, const QString &file);

} // namespace Antiphon
