// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/json.h>
#include <antiphon/core/provider/http.h>

#include <optional>

namespace Antiphon {

/// One recorded request with its answer, as `exchange/1` files hold it (simulator.md 6).
struct StoredExchange {
    QString provider = {};
    QString api = {};
    ExchangeRecord exchange = {}; ///< Already redacted.
    std::optional<Error> failure = {}; ///< Why there was no response at all.

    friend bool operator==(const StoredExchange &, const StoredExchange &) = default;
};

/// The file's object. A body is written as JSON only where that gives the same bytes back.
[[nodiscard]] Json toJson(const StoredExchange &stored);

/// Reads `exchange/1`, and recordings of the same members without that key. An error names the
/// member.
[[nodiscard]] Result<StoredExchange> exchangeFromJson(const Json &value);

/// Whether two bodies say the same: as JSON, whatever the order of keys, else byte by byte.
[[nodiscard]] bool sameBody(const QByteArray &a, const QByteArray &b);

} // namespace Antiphon
