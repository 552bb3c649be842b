// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLoggingCategory>

namespace Antiphon {

Q_DECLARE_LOGGING_CATEGORY(netLog)
Q_DECLARE_LOGGING_CATEGORY(retryLog) ///< What the hooks of retry policies say.

} // namespace Antiphon
