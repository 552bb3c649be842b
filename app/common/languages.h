// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Antiphon {

/// Installs the texts of Qt and of this program in the language of the default locale. English ones
/// for other languages and for the C locale: they hold the plural forms.
///
/// Needs the application object, which owns what is installed.
void installTranslations();

} // namespace Antiphon
