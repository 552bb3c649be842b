// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

namespace Antiphon {

// The requests of Cohere's v2 format.
[[nodiscard]] Result<HttpRequest> encodeCohere(const CallRequest &request, const Endpoint &endpoint,
                                               const Credentials &credentials,
                                               const QDateTime &now);
[[nodiscard]] Result<HttpRequest> encodeCohereModels(const Endpoint &endpoint,
                                                     const Credentials &credentials);

} // namespace Antiphon
