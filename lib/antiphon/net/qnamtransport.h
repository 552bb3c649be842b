// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/transport.h>

#include <memory>

namespace Antiphon {

/// HTTP over the network, by QNetworkAccessManager with everything off that it does unasked:
/// HTTP/2, cookies, cache, authentication, redirects to other hosts, and sending again.
///
/// Proxies are the system's; loopback addresses are reached directly.
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
