// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

namespace Antiphon {

// The requests of Ollama's own format.
[[nodiscard]] Result<HttpRequest> encodeOllama(const CallRequest &request, const Endpoint &endpoint,
                                               const Credentials &credentials,
                                               const QDateTime &now);
[[nodiscard]] Result<HttpRequest> encodeOllamaModels(const Endpoint &endpoint,
                                                     const Credentials &credentials);

} // namespace Antiphon
