// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/parameters.h>

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

QStringList commonParameterNames()
{
    return {u"temperature"_s,      u"max_tokens"_s, u"top_p"_s, u"frequency_penalty"_s,
            u"presence_penalty"_s, u"seed"_s,       u"stop"_s};
}

namespace {

std::unexpected<Error> wrongType(std::string_view name, const QString &wanted)
{
    return fail(ErrorKind::Setup,
                QCoreApplication::translate("parameters", "The parameter %1 must be %2.")
                    .arg(fromUtf8(name), wanted));
}

Result<> read(std::string_view name, const Json &value, std::optional<double> &into)
{
    if (!value.is_number())
        return wrongType(name, QCoreApplication::translate("parameters", "a number"));
    into = value.as_double();
    return {};
}

Result<> read(std::string_view name, const Json &value, std::optional<qint64> &into)
{
    if (!value.is<int64_t>() || value.is_string())
        return wrongType(name, QCoreApplication::translate("parameters", "a whole number"));
    into = value.as<int64_t>();
    return {};
}

Result<> readStop(const Json &value, Parameters &into)
{
    const QString wanted = QCoreApplication::translate("parameters", "a text or a list of texts");
    if (value.is_string()) {
        into.stop = QStringList {toText(value)};
        into.stopIsText = true;
        return {};
    }
    if (!value.is_array())
        return wrongType("stop", wanted);
    into.stop = QStringList();
    for (const Json &item : value.array_range()) {
        if (!item.is_string())
            return wrongType("stop", wanted);
        into.stop->append(toText(item));
    }
    return {};
}

Result<> readOne(std::string_view name, const Json &value, Parameters &into)
{
    if (name == "temperature")
        return read(name, value, into.temperature);
    if (name == "max_tokens")
        return read(name, value, into.maxTokens);
    if (name == "top_p")
        return read(name, value, into.topP);
    if (name == "frequency_penalty")
        return read(name, value, into.frequencyPenalty);
    if (name == "presence_penalty")
        return read(name, value, into.presencePenalty);
    if (name == "seed")
        return read(name, value, into.seed);
    if (name == "stop")
        return readStop(value, into);
    into.extra.insert_or_assign(name, value);
    return {};
}

} // namespace

Result<Parameters> parametersFromJson(const Json &value)
{
    if (!value.is_object())
        return fail(ErrorKind::Setup,
                    QCoreApplication::translate("parameters",
                                                "Parameters are an object of names and values."));
    const QStringList common = commonParameterNames();
    Parameters parameters;
    for (const auto &member : value.object_range()) {
        if (member.value().is_null() && common.contains(fromUtf8(member.key()))) {
            parameters.unset.append(fromUtf8(member.key()));
            continue;
        }
        if (auto read = readOne(member.key(), member.value(), parameters); !read)
            return std::unexpected(read.error());
    }
    return parameters;
}

Json toJson(const Parameters &parameters)
{
    Json json = jsonObject();
    const auto put = [&json](std::string_view name, const auto &value) {
        if (value)
            json.insert_or_assign(name, *value);
    };
    put("temperature", parameters.temperature);
    put("max_tokens", parameters.maxTokens);
    put("top_p", parameters.topP);
    put("frequency_penalty", parameters.frequencyPenalty);
    put("presence_penalty", parameters.presencePenalty);
    put("seed", parameters.seed);
    if (parameters.stop && parameters.stopIsText && parameters.stop->size() == 1) {
        json.insert_or_assign("stop", toJson(parameters.stop->first()));
    } else if (parameters.stop) {
        Json list = jsonArray();
        for (const QString &text : *parameters.stop)
            list.push_back(toJson(text));
        json.insert_or_assign("stop", std::move(list));
    }
    for (const auto &member : parameters.extra.object_range())
        json.insert_or_assign(member.key(), member.value());
    return json;
}

template<typename T>
static bool reset(std::optional<T> &value)
{
    return std::exchange(value, std::nullopt).has_value();
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

Parameters merged(const Parameters &base, const Parameters &over)
{
    Parameters result = base;
    for (const QString &name : over.unset)
        takeOut(result, name);
    result.unset.clear(); // it has had its effect
    const auto replace = [](auto &below, const auto &above) {
        if (above)
            below = above;
    };
    replace(result.temperature, over.temperature);
    replace(result.maxTokens, over.maxTokens);
    replace(result.topP, over.topP);
    replace(result.frequencyPenalty, over.frequencyPenalty);
    replace(result.presencePenalty, over.presencePenalty);
    replace(result.seed, over.seed);
    if (over.stop) {
        result.stop = over.stop;
        result.stopIsText = over.stopIsText;
    }
    result.extra = merged(base.extra, over.extra);
    return result;
}

} // namespace Antiphon
