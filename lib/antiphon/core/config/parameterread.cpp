// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/parameterinfo.h>
#include <antiphon/core/jsonfields.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

/// A bound: "min" includes it, "above" does not.
static std::optional<double> readBound(JsonFields &fields, std::string_view with,
                                       std::string_view without, bool &open)
{
    open = fields.member(without) != nullptr;
    const std::string_view key = open ? without : with;
    return fields.member(key) ? std::optional(fields.number(key, 0)) : std::nullopt;
}

static ParameterInfo readInfo(JsonFields &fields)
{
    static const QStringList types {u"number"_s, u"integer"_s, u"boolean"_s, u"text"_s,
                                    u"choice"_s, u"list"_s,    u"json"_s};
    ParameterInfo info {.name = fields.text("name")};
    if (info.name.isEmpty())
        fields.reject("name", Words::tr("is missing."));
    info.common = commonParameterNames().contains(info.name);
    info.type = ParameterInfo::Type(fields.choice("type", types, 3));
    info.min = readBound(fields, "min", "above", info.minOpen);
    info.max = readBound(fields, "max", "below", info.maxOpen);
    if (const Json *fallback = fields.member("default"))
        info.fallback = *fallback;
    if (const Json *choices = fields.member("choices"); choices && choices->is_array()) {
        for (const Json &choice : choices->array_range())
            info.choices.append(choice);
    }
    info.choicesOpen = fields.flag("open", false);
    info.maxItems = int(fields.integer("items", 0, 0, 100'000));
    info.unit = fields.text("unit");
    info.group = fields.text("group", u"other"_s);
    info.about = fields.text("about");
    info.models = fields.texts("models");
    info.notModels = fields.texts("notModels");
    return info;
}

static std::optional<Error> readList(const Json &list, const QString &path,
                                     QList<ParameterInfo> &into)
{
    if (!list.is_array())
        return Error {.message = Words::tr("%1: must be a list.").arg(path)};
    for (const Json &item : list.array_range()) {
        JsonFields fields(item, u"%1[%2]"_s.arg(path).arg(into.size()));
        ParameterInfo info = readInfo(fields);
        if (fields.error())
            return fields.error();
        into.append(std::move(info));
    }
    return {};
}

static std::optional<Error> readService(const Json &value, ParameterTable &table)
{
    const QString path = u"services[%1]"_s.arg(table.services.size());
    JsonFields fields(value, path);
    ParameterTable::Service service {.provider = fields.text("provider"),
                                     .format = fields.text("format"),
                                     .apis = fields.texts("apis"),
                                     .anyModel = fields.flag("anyModel", false),
                                     .without = fields.texts("without")};
    if (const Json *list = fields.member("parameters"))
        fields.reject(readList(*list, path + u".parameters"_s, service.parameters));
    if (!fields.error())
        table.services.append(std::move(service));
    return fields.error();
}

Result<ParameterTable> parameterTableFromJson(const Json &value)
{
    ParameterTable table;
    JsonFields fields(value);
    if (const QString kind = fields.text("antiphon"); kind != "parameters/1"_L1)
        fields.reject("antiphon",
                      Words::tr("is \"%1\"; parameters say \"parameters/1\".").arg(kind));
    if (const Json *formats = fields.member("formats"); formats && formats->is_object()) {
        for (const auto &format : formats->object_range()) {
            const QString id = fromUtf8(format.key());
            fields.reject(readList(format.value(), u"formats."_s + id, table.formats[id]));
        }
    }
    if (const Json *services = fields.member("services"); services && services->is_array()) {
        for (const Json &service : services->array_range())
            fields.reject(readService(service, table));
    }
    if (fields.error())
        return std::unexpected(*fields.error());
    return table;
}

} // namespace Antiphon
