// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

namespace Antiphon {

// The requests of the Gemini format.
[[nodiscard]] Result<HttpRequest> encodeGemini(const CallRequest &request, const Endpoint &endpoint,
                                               const Credentials &credentials,
                                               const QDateTime &now);
[[nodiscard]] Result<HttpRequest> encodeGeminiModels(const Endpoint &endpoint,
                                                     const Credentials &credentials);

} // namespace Antiphon
