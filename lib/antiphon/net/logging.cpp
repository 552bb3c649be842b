// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/logging.h>

namespace Antiphon {

Q_LOGGING_CATEGORY(netLog, "antiphon.net", QtInfoMsg)
Q_LOGGING_CATEGORY(retryLog, "antiphon.retry", QtInfoMsg)

} // namespace Antiphon
