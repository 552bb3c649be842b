// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/dropped.h>
#include <antiphon/core/config/parameterinfo.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static bool beginsWithOne(QStringView model, const QStringList &beginnings)
{
    return std::ranges::any_of(beginnings, [model](const QString &one) {
        return model.startsWith(one, Qt::CaseInsensitive);
    });
}

/// "openai/gpt-5.5" and "models/gemini-3" are known by what follows the last slash.
static QStringView bareModel(QStringView model)
{
    return model.sliced(model.lastIndexOf(u'/') + 1);
}

static bool takenBy(const ParameterInfo &info, QStringView model)
{
    if (model.isEmpty())
        return true;
    return (info.models.isEmpty() || beginsWithOne(model, info.models))
        && !beginsWithOne(model, info.notModels);
}

/// Puts \p infos over \p list: by name in place, new ones at the end.
static void lay(QList<ParameterInfo> &list, const QList<ParameterInfo> &infos)
{
    for (const ParameterInfo &info : infos) {
        const auto found = std::ranges::find(list, info.name, &ParameterInfo::name);
        if (found == list.end())
            list.append(info);
        else
            *found = info;
    }
}

/// The seven common ones in their order, then the rest; a common one that is not in \p known is
/// there as not supported.
static QList<ParameterInfo> commonFirst(const QList<ParameterInfo> &known)
{
    QList<ParameterInfo> list;
    for (const QString &name : commonParameterNames()) {
        const auto found = std::ranges::find(known, name, &ParameterInfo::name);
        list.append(found != known.end()
                        ? *found
                        : ParameterInfo {.name = name, .common = true, .supported = false});
    }
    std::ranges::copy_if(known, std::back_inserter(list),
                         [](const ParameterInfo &info) { return !info.common; });
    return list;
}

/// What is known of this very model on top of what its service says.
static void narrow(ParameterInfo &info, const ModelInfo &model)
{
    if (model.temperature == false && (info.name == "temperature"_L1 || info.name == "top_p"_L1))
        info.supported = false;
    if (model.maxOutput && info.name == "max_tokens"_L1 && !info.max)
        info.max = double(*model.maxOutput);
}

QList<ParameterInfo> parametersFor(const ParameterTable &table, const Provider &provider,
                                   const Target &target, const ModelInfo &model)
{
    const ProviderApi *api = findApi(provider, target.api);
    const QString format = api ? api->codec : QString();
    QList<ParameterInfo> known = table.formats.value(format);
    QStringList refused = droppedParameters(provider, target);
    QStringView name = bareModel(target.model);
    for (const ParameterTable::Service &service : table.services) {
        if (service.provider != provider.id || service.format != format
            || (!service.apis.isEmpty() && api && !service.apis.contains(api->name)))
            continue;
        lay(known, service.parameters);
        refused += service.without;
        if (service.anyModel)
            name = {};
    }
    QList<ParameterInfo> list = commonFirst(known);
    for (ParameterInfo &info : list) {
        info.supported = info.supported && !refused.contains(info.name) && takenBy(info, name);
        narrow(info, model);
    }
    return list;
}

static const Json *valueAt(const Json &object, QStringView path)
{
    const Json *at = &object;
    for (const QStringView step : path.split(u'.')) {
        at = find(*at, toUtf8(step));
        if (!at)
            return nullptr;
    }
    return at;
}

/// Writes or takes away what is at \p path; objects that become empty on the way go away too.
static void setAt(Json &object, QStringView path, const std::optional<Json> &value)
{
    const qsizetype dot = path.indexOf(u'.');
    const std::string key = toUtf8(dot < 0 ? path : path.first(dot));
    if (dot < 0) {
        if (value)
            object.insert_or_assign(key, *value);
        else
            object.erase(key);
        return;
    }
    const Json *held = find(object, key);
    Json inner = held && held->is_object() ? *held : jsonObject();
    setAt(inner, path.sliced(dot + 1), value);
    if (inner.empty())
        object.erase(key);
    else
        object.insert_or_assign(key, std::move(inner));
}

std::optional<Json> parameterValue(const Parameters &parameters, const ParameterInfo &info)
{
    const Json all = info.common ? toJson(parameters) : Json();
    const Json *value
        = info.common ? find(all, toUtf8(info.name)) : valueAt(parameters.extra, info.name);
    return value ? std::optional(*value) : std::nullopt;
}

Result<> setParameter(Parameters &parameters, const ParameterInfo &info,
                      const std::optional<Json> &value)
{
    if (!info.common) {
        setAt(parameters.extra, info.name, value);
        return {};
    }
    if (!value) {
        takeOut(parameters, info.name);
        return {};
    }
    Json all = toJson(parameters);
    all.insert_or_assign(toUtf8(info.name), *value);
    Result<Parameters> read = parametersFromJson(all);
    if (!read)
        return std::unexpected(read.error());
    parameters = *std::move(read);
    return {};
}

Json otherExtras(const Json &extra, const QList<ParameterInfo> &infos)
{
    Json rest = extra;
    for (const ParameterInfo &info : infos) {
        if (!info.common && valueAt(rest, info.name))
            setAt(rest, info.name, std::nullopt);
    }
    return rest;
}

} // namespace Antiphon
