// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/dropped.h>
#include <antiphon/core/provider/codec.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

QStringList droppedParameters(const Provider &provider, const Target &target)
{
    const ProviderApi *api = findApi(provider, target.api);
    if (!api)
        return provider.quirks.droppedParameters;
    QStringList names = api->quirks.value_or(provider.quirks).droppedParameters;
    if (const Codec *codec = findCodec(api->codec)) {
        for (const QLatin1StringView name : codec->lacks)
            names.append(name);
    }
    names.removeDuplicates();
    return names;
}

} // namespace Antiphon
