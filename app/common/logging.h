// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

namespace Antiphon {

/// Sends Qt's messages to standard error, one line each: time, level, category, text. Debug and
/// info are off until QT_LOGGING_RULES or \p verbose ask for them. Registered secrets and what
/// looks like a key are masked, whoever logs it.
void setUpLogging(bool verbose = false);

/// From now on \p secrets appear masked in the log. Thread-safe.
void maskInLog(const QByteArrayList &secrets);

} // namespace Antiphon
