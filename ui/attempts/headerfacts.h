// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

#include <QStringList>

namespace Antiphon::Ui {

/// Direction, name, value and, where it is known, meaning of every header of \p attempt; before
/// them what those of rate limits come to. Secrets are as they were kept: masked.
[[nodiscard]] QList<QStringList> headerRows(const Attempt &attempt);

} // namespace Antiphon::Ui
