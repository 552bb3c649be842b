// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Antiphon {

/// Keeps secrets by name. Reading may ask the person to unlock it, so it can take long: never call
/// it on the GUI thread's way to a frame. Implementations: the system keychain (app), memory
/// (tests).
class SecretStore {
public:
    virtual ~SecretStore() = default;

    /// The secret; an error of kind Setup says whether it is missing, locked or no keychain answers
    /// (Error::code "missing", "locked", "unavailable").
    [[nodiscard]] virtual Result<QByteArray> read(const QString &name) = 0;
    [[nodiscard]] virtual Result<> write(const QString &name, const QByteArray &secret) = 0;
    [[nodiscard]] virtual Result<> remove(const QString &name) = 0;
};

/// Secrets for this run only.
class MemorySecretStore : public SecretStore {
public:
    [[nodiscard]] Result<QByteArray> read(const QString &name) override;
    [[nodiscard]] Result<> write(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] Result<> remove(const QString &name) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace Antiphon
