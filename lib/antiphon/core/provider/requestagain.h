// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/provider/credentials.h>
#include <antiphon/core/provider/http.h>
#include <antiphon/core/provider/provider.h>

#include <QDateTime>

namespace Antiphon {

/// The request of \p recorded as it is sent once more: the same method, address, headers and body,
/// byte for byte. What the record masks (keys in headers, in parameters of the address, a
/// signature) comes from \p endpoint and \p credentials; a signature and its date are of \p now.
///
/// A Setup error says why it cannot be sent as it was: nothing was sent then, a secret stood in its
/// body, it went to another server than \p endpoint, or what it carried in secret is not there any
/// more.
[[nodiscard]] Result<HttpRequest> requestAgain(const ExchangeRecord &recorded,
                                               const Endpoint &endpoint,
                                               const Credentials &credentials,
                                               const QDateTime &now);

} // namespace Antiphon
