// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/usage.h>

using namespace Qt::StringLiterals;

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
            .searches = sum(a.searches, b.searches),
            .reportedCost = sum(a.reportedCost, b.reportedCost),
            .tier = a.tier == b.tier ? a.tier : QString(),
            .region = a.region == b.region ? a.region : QString()};
}

QString tierName(QStringView raw)
{
    QString name = raw.toString().toLower();
    name.remove(QStringLiteral("on_demand"));
    while (name.startsWith(u'_'))
        name.remove(0, 1);
    static const QStringList usual {u"default"_s,       u"standard"_s,
                                    u"auto"_s,          u"shared"_s,
                                    u"standard_only"_s, u"traffic_type_unspecified"_s,
                                    u"unspecified"_s,   u"service_tier_unspecified"_s};
    return usual.contains(name) ? QString() : name;
}

Json toJson(const QList<UsageStep> &steps)
{
    Json list = jsonArray();
    for (const UsageStep &step : steps)
        list.push_back(
            jsonObject({{"model", step.model.isEmpty() ? Json::null() : toJson(step.model)},
                        {"usage", toJson(step.usage)}}));
    return list;
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
    if (usage.searches)
        json.insert_or_assign("searches", *usage.searches);
    if (usage.reportedCost)
        json.insert_or_assign("reportedCost", toJson(toDecimal(*usage.reportedCost)));
    if (!usage.tier.isEmpty())
        json.insert_or_assign("tier", toJson(usage.tier));
    if (!usage.region.isEmpty())
        json.insert_or_assign("region", toJson(usage.region));
    return json;
}

} // namespace Antiphon
