// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/dropped.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// What a wire format has no field for (calls.md 3). Formats not named here carry all seven.
QStringList missingIn(const QString &codec)
{
    if (codec == "anthropic"_L1 || codec == "bedrock"_L1)
        return {u"frequency_penalty"_s, u"presence_penalty"_s, u"seed"_s};
    if (codec == "openai-responses"_L1)
        return {u"frequency_penalty"_s, u"presence_penalty"_s, u"seed"_s, u"stop"_s};
    return {};
}

template<typename T>
bool reset(std::optional<T> &value)
{
    return std::exchange(value, std::nullopt).has_value();
}

}

QStringList droppedParameters(const Provider &provider, const Target &target)
{
    auto out = provider.quirks.droppedParameters;
    if (const auto *api = findApi(provider, target.api))
        out += missingIn(api->codec);
    out.removeDuplicates();
    return out;
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
    return name == "stop"_L1 && reset(parameters.stop);
}

} // namespace Antiphon
