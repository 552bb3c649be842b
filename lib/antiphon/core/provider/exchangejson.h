// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>
#include <antiphon/core/provider/http.h>

namespace Antiphon {

/// How a body stands in JSON: as `body` (JSON), else as `body_text`, else as `body_base64`.
enum class BodyForm {
    Readable, ///< As JSON wherever it is JSON: for people and programs that look into it.
    Exact, ///< As JSON only where that gives the same bytes back.
    Text, ///< Never as JSON: what a server sent is kept as it came.
};

/// `{"method", "url", "headers", body}`.
[[nodiscard]] Json requestJson(const HttpRequest &request, BodyForm form);

/// `{"status", "headers", body, "chunks", "end"}`; null without a response.
[[nodiscard]] Json responseJson(const ExchangeRecord &exchange, BodyForm form);

} // namespace Antiphon
