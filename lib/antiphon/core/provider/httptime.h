// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/http.h>

#include <QDateTime>

#include <chrono>
#include <optional>

namespace Antiphon {

/// "Wed, 21 Oct 2026 07:28:00 GMT", the one form servers still send; invalid for anything else.
[[nodiscard]] QDateTime httpDate(const QByteArray &text);

/// How far the clock of the server that sent \p headers is ahead of \p now; empty if it does not
/// say.
[[nodiscard]] std::optional<std::chrono::milliseconds> serverAhead(const HttpHeaders &headers,
                                                                   const QDateTime &now);

} // namespace Antiphon
