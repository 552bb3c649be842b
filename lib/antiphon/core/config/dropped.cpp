// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/dropped.h>
#include <antiphon/core/provider/codec.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

template<typename T>
bool reset(std::optional<T> &value)
{
    return std::exchange(value, std::nullopt).has_value();
}

} // namespace

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

bool takeOut(Parameters &parameters, const QString &name)
{
    if (name == "temperature"_L1)
        return reset(parameters.temperature);
    if (name == "max_tokens"_L1)
        return reset(parameters.maxTokens);
    if (name == "top_p"_L1)
        return reset(parameters.topP);
    if (name == "frequency_penalty"_L1)
        return reset(parameters.frequencyPenalty);
    if (name == "presence_penalty"_L1)
        return reset(parameters.presencePenalty);
    if (name == "seed"_L1)
        return reset(parameters.seed);
    if (name == "stop"_L1)
        return reset(parameters.stop);
    Json &own = parameters.extra;
    const std::string key = toUtf8(name);
    const bool given = own.is_object() && own.contains(key);
    if (given)
        own.erase(key);
    return given;
}

} // namespace Antiphon
