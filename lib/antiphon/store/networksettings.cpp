// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/networksettings.h>

namespace Antiphon {

NetworkSettings networkSettings(const Settings &settings)
{
    const auto json = parseJson(settings.get(Keys::network).toUtf8());
    if (!json)
        return {};
    return networkFromJson(*json).value_or(NetworkSettings {});
}

void setNetworkSettings(Settings &settings, const NetworkSettings &network)
{
    if (network == NetworkSettings {})
        settings.reset(Keys::network);
    else
        settings.set(Keys::network, QString::fromUtf8(toBytes(toJson(network))));
}

void acceptCertificate(Settings &settings, const QString &host, const QString &fingerprint)
{
    NetworkSettings more;
    more.acceptedCertificates.insert(host.toLower(), {fingerprint});
    setNetworkSettings(settings, merged(networkSettings(settings), more));
}

} // namespace Antiphon
