// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/usage.h>

#include <functional>

namespace Antiphon {

template<typename T>
static std::optional<T> sum(const std::optional<T> &a, const std::optional<T> &b)
{
    if (a && b)
        return *a + *b;
    return a ? a : b;
}

Usage operator+(const Usage &a, const Usage &b)
{
    return {.input = sum(a.input, b.input),
            .cachedInput = sum(a.cachedInput, b.cachedInput),
            .cacheWrite = sum(a.cacheWrite, b.cacheWrite),
            .cacheWriteLong = sum(a.cacheWriteLong, b.cacheWriteLong),
            .audioInput = sum(a.audioInput, b.audioInput),
            .output = sum(a.output, b.output),
            .audioOutput = sum(a.audioOutput, b.audioOutput),
            .imageOutput = sum(a.imageOutput, b.imageOutput),
            .reasoning = sum(a.reasoning, b.reasoning),
            .reportedCost = sum(a.reportedCost, b.reportedCost)};
}

Json toJson(const Usage &usage)
{
    Json json = jsonObject();
    const auto put = [&json](std::string_view name, const std::optional<qint64> &count) {
        json.insert_or_assign(name, count ? Json(*count) : Json::null());
    };
    put("input", usage.input);
    put("cachedInput", usage.cachedInput);
    put("cacheWrite", usage.cacheWrite);
    put("cacheWriteLong", usage.cacheWriteLong);
    put("audioInput", usage.audioInput);
    put("output", usage.output);
    put("audioOutput", usage.audioOutput);
    put("imageOutput", usage.imageOutput);
    put("reasoning", usage.reasoning);
    if (usage.reportedCost)
        json.insert_or_assign("reportedCost", toJson(toDecimal(*usage.reportedCost)));
    return json;
}

} // namespace Antiphon
