// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace Antiphon {

/// The texts for people of everything that is no QObject: Words::tr() translates them, and lupdate
/// finds them, in one context. Only for sources; no header of the library needs it.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace Antiphon
