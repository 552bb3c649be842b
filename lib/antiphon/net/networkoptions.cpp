// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/networkoptions.h>

namespace Antiphon {

QByteArrayList secretsOf(const NetworkOptions &options)
{
    QByteArrayList secrets {options.proxyPassword, options.passphrase};
    if (!options.proxyPassword.isEmpty()) // as it stands in Proxy-Authorization
        secrets.append((options.proxy.user.toUtf8() + ':' + options.proxyPassword).toBase64());
    secrets.append(options.privateKey);
    secrets.removeAll(QByteArray());
    return secrets;
}

} // namespace Antiphon
