// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/transport.h>

#include <memory>

namespace Antiphon {

/// HTTP over the network, by QNetworkAccessManager with everything off that it does unasked:
/// HTTP/2, cookies, cache, authentication, redirects to other hosts, and sending again.
///
/// Where the context names no proxy the system's is used; loopback addresses are then reached
/// directly. A certificate that is not trusted ends the exchange before anything of the request is
/// sent (code "tls", the certificate in the evidence), unless exactly it was accepted for its host.
/// Connections are shared only by requests with the same NetworkOptions.
class QnamTransport : public Transport {
public:
    QnamTransport();
    ~QnamTransport() override;

    [[nodiscard]] std::unique_ptr<Exchange> send(const HttpRequest &request,
                                                 const Context &context) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Antiphon
