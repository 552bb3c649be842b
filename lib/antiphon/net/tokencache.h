// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/token.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

#include <functional>
#include <memory>

namespace Antiphon {

/// Access tokens, in memory only: asked for once for everybody who waits, kept until shortly before
/// they end, then asked for anew.
///
/// Lives on one thread; owned by the Engine.
class TokenCache {
public:
    /// \p transport and \p clock must outlive the cache.
    TokenCache(Transport &transport, Clock &clock);
    ~TokenCache();

    using Done = std::function<void(const Result<QByteArray> &token)>;

    /// Calls \p done with a token made from \p credentials, for which needsToken() is true: from in
    /// here if there is one that is still good (then nothing is returned), else later. Deleting the
    /// handle withdraws. \p context says how the token's server is reached.
    ///
    /// Errors, without secrets: Authentication for a key that is refused, Setup for one that cannot
    /// sign, else what the network or the server said.
    [[nodiscard]] std::unique_ptr<QObject> get(const Credentials &credentials,
                                               const Transport::Context &context, Done done);

    /// A service refused \p token: it is not handed out again.
    void forget(const Credentials &credentials, const QByteArray &token);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Antiphon
