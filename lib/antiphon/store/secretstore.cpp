// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/secretstore.h>

#include <QCoreApplication>

namespace Antiphon {

Result<QByteArray> MemorySecretStore::read(const QString &name)
{
    if (const auto found = m_secrets.constFind(name); found != m_secrets.constEnd())
        return *found;
    return fail(
        ErrorKind::Setup,
        QCoreApplication::translate("secretstore", "There is no key called \"%1\".").arg(name),
        QStringLiteral("missing"));
}

Result<> MemorySecretStore::write(const QString &name, const QByteArray &secret)
{
    m_secrets.insert(name, secret);
    return {};
}

Result<> MemorySecretStore::remove(const QString &name)
{
    m_secrets.remove(name);
    return {};
}

} // namespace Antiphon
