// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/cost/money.h>

#include <QString>

#include <chrono>
#include <optional>

namespace Antiphon::Ui {

// Numbers as people read them: by the locale, with no more digits than mean something.

/// \p text kept in its own order inside right-to-left text; as it is in left-to-right windows.
[[nodiscard]] QString isolated(const QString &text);

/// \p text kept together in the direction of its own words: what begins with a number does not end
/// with it in right-to-left windows.
[[nodiscard]] QString together(const QString &text);

/// "$0.00042", "$0.031", "$1.25"; dollars, as billed.
[[nodiscard]] QString moneyText(Money amount);

/// moneyText(), marked "simulated" when it is no real money, or "cost unknown".
[[nodiscard]] QString costText(const std::optional<Money> &amount, bool simulated);

/// "420 ms", "1.84 s", "12.3 s", "2 min 5 s".
[[nodiscard]] QString durationText(std::chrono::milliseconds time);

/// The same for being read aloud: "1.8 seconds".
[[nodiscard]] QString spokenDuration(std::chrono::milliseconds time);

/// "1,024".
[[nodiscard]] QString countText(qint64 count);

/// "12 bytes", "3.4 KB".
[[nodiscard]] QString sizeText(qsizetype bytes);

/// A seconds value with at most one decimal: "3.2", "4".
[[nodiscard]] QString secondsText(double seconds);

} // namespace Antiphon::Ui
