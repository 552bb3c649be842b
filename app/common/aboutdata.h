// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Antiphon {

/// What both programs say of themselves.
struct AboutData {
    QString name = {};
    QString version = {};
    QString appId = {}; ///< Reverse domain name: desktop file, icons, D-Bus.
    QString summary = {}; ///< One line, translated.
    QString copyright = {};
    QString license = {}; ///< SPDX.
};

[[nodiscard]] AboutData aboutData();

/// Sets the names and version that Qt wants to know, settings and standard paths among them. Call
/// it first, before or after the application object is made. Window and command are one application
/// to Qt, so that they share settings and data folders.
void applyAboutData();

/// Versions of program, Qt and system, a line each: for bug reports. Nothing of the person's.
[[nodiscard]] QString diagnosticText();

} // namespace Antiphon
