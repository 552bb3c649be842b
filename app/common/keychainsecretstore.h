// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/secretstore.h>

#include <chrono>

namespace Antiphon {

/// Secrets in the system's keychain: Secret Service or KWallet, macOS Keychain, Windows Credential
/// Manager.
///
/// Works with and without an event loop of the caller: the keychain is asked on a thread of its own
/// and the caller waits, at most as long as the limit. A system that shows a prompt has that long
/// to get its answer; what comes later is dropped. Never falls back to a plain file. May be used
/// from any thread.
class KeychainSecretStore : public SecretStore {
public:
    explicit KeychainSecretStore(std::chrono::milliseconds limit = std::chrono::minutes(1));

    [[nodiscard]] Result<QByteArray> read(const QString &name) override;
    [[nodiscard]] Result<> write(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] Result<> remove(const QString &name) override;

    /// Whether this build and this system have a keychain at all; it may still be locked.
    [[nodiscard]] static bool isAvailable();

private:
    const std::chrono::milliseconds m_limit;
};

} // namespace Antiphon
