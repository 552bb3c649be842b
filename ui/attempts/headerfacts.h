// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

#include <QStringList>

namespace Antiphon::Ui {

/// Direction, name, value and, where it is known, meaning of every header of \p attempt. Secrets
/// are as they were kept: masked.
[[nodiscard]] QList<QStringList> headerRows(const Attempt &attempt);

/// What the provider's rate-limit headers come to: "37 of 500 requests left, resets in 12s".
[[nodiscard]] QStringList rateLimitSentences(const HttpHeaders &headers);

} // namespace Antiphon::Ui
