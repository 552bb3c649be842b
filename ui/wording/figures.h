// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/record.h>

namespace Antiphon::Ui {

/// The numbers under an answer, as ux.md 3.5 defines them. Empty: not known, or not yet.
struct Figures {
    std::optional<std::chrono::milliseconds> firstToken = {}; ///< Request sent to first content.
    std::optional<std::chrono::milliseconds> total
        = {}; ///< First attempt's start to last one's end.
    Usage usage = {}; ///< Of the attempt that answered.
    std::optional<double> tokensPerSecond = {};
    bool estimated = false; ///< Tokens are counted by us: the provider reported none.
    bool cached = false;
    std::optional<Money> cost = {}; ///< Of all attempts.
    bool costKnown = false; ///< false with an empty cost: too early to say.
    Money wasted = {};
    bool simulated = false;
    int attempts = 0;
    int failed = 0;
    QString answeredBy = {}; ///< The target that took over from the asked one, if any did: slug.

    friend bool operator==(const Figures &, const Figures &) = default;
};

[[nodiscard]] Figures figuresOf(const CallRecord &record);

/// Time from the request being out to the first content of \p attempt.
[[nodiscard]] std::optional<std::chrono::milliseconds> firstTokenTime(const Attempt &attempt);

/// Tokens in \p text as a rule of thumb, where the provider gave no count.
[[nodiscard]] qint64 estimatedTokens(QStringView text);

/// All input tokens, whatever their price.
[[nodiscard]] std::optional<qint64> inputTokens(const Usage &usage);
[[nodiscard]] std::optional<qint64> outputTokens(const Usage &usage);

/// The footer's parts, in order, each to stay on one line.
[[nodiscard]] QStringList footerParts(const Figures &figures);

/// "3 attempts, 2 failed, $0.0002 of it wasted"
[[nodiscard]] QString attemptsText(const Figures &figures);

/// What each number means, and the counts that are not in the footer.
[[nodiscard]] QString footerToolTip(const Figures &figures);

} // namespace Antiphon::Ui
