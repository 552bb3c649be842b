// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/http.h>

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace Antiphon {

/// What a service says is left of one of its limits.
struct RateWindow {
    enum class Of { Requests, Tokens };

    Of of = Of::Requests;
    QString name = {}; ///< The service's word: "requests", "input-tokens", "tokens-minute".
    std::optional<qint64> limit = {};
    qint64 remaining = 0;
    std::optional<std::chrono::milliseconds> fullIn = {}; ///< Until all of it is there again.

    friend bool operator==(const RateWindow &, const RateWindow &) = default;
};

/// The limits that \p headers tell of, as OpenAI, Anthropic, Mistral, OpenRouter and those like
/// them write them. Numbers that make no sense (Azure sends -1) are left out. \p now is UTC.
[[nodiscard]] QList<RateWindow> rateWindows(const HttpHeaders &headers, const QDateTime &now);

/// "37 of 500 requests left, all of them again in 12 s".
[[nodiscard]] QString describe(const RateWindow &window);

} // namespace Antiphon
