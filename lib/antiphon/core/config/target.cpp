// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/target.h>

#include "readkey.h"

#include <antiphon/core/cost/price.h>
#include <antiphon/core/jsonfields.h>
#include <antiphon/core/words.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// The member \p key, an object whose values are all texts.
QMap<QString, QString> readTexts(JsonFields &fields, std::string_view key)
{
    QMap<QString, QString> out;
    const auto *value = fields.member(key);
    if (!value)
        return out;
    if (!value->is_object()) {
        fields.reject(key, Words::tr("must be an object, not %1.").arg(jsonTypeName(*value)));
        return out;
    }
    for (const auto &entry : value->object_range()) {
        if (entry.key() == "note")
            continue;
        if (!entry.value().is_string())
            fields.reject(key,
                          Words::tr("%1 must be text, not %2.")
                              .arg(fromUtf8(entry.key()), jsonTypeName(entry.value())));
        out.insert(fromUtf8(entry.key()), toText(entry.value()));
    }
    return out;
}

HttpHeaders readHeaders(JsonFields &fields)
{
    HttpHeaders out;
    (void)readTexts(fields, "headers"); // checks the types; a map would lose the order
    const auto *value = fields.member("headers");
    if (!value || fields.error())
        return out;
    for (const auto &entry : value->object_range()) {
        if (entry.key() != "note")
            out.append(
                {.name = fromUtf8(entry.key()).toUtf8(), .value = toText(entry.value()).toUtf8()});
    }
    return out;
}

Parameters readParameters(JsonFields &fields)
{
    const auto *params = fields.member("params");
    const auto *extra = fields.member("extra");
    auto parameters = params ? parametersFromJson(*params) : Parameters {};
    if (!parameters) {
        fields.reject("params", parameters.error().message);
        return {};
    }
    if (extra && !extra->is_object())
        fields.reject("extra", Words::tr("must be an object, not %1.").arg(jsonTypeName(*extra)));
    else if (extra)
        parameters->extra = merged(parameters->extra, *extra);
    return *parameters;
}

/// An object kept as it is.
Json readObject(JsonFields &fields, std::string_view key)
{
    const auto *value = fields.member(key);
    if (!value)
        return Json(jsoncons::json_object_arg);
    if (!value->is_object())
        fields.reject(key, Words::tr("must be an object, not %1.").arg(jsonTypeName(*value)));
    return *value;
}

void checkTimeout(JsonFields &fields)
{
    auto part = fields.object("timeout");
    for (const auto *phase : {"connect", "firstToken", "idle", "total"})
        (void)part.number(phase, 1, 0.001, 1e6);
    fields.reject(part.error());
}

NetworkSettings readNetwork(JsonFields &fields)
{
    const auto *value = fields.member("network");
    if (!value)
        return {};
    auto network = networkFromJson(*value);
    if (!network) {
        Error error = network.error();
        error.message.prepend(fields.pathOf("network") + u'.');
        fields.reject(error);
        return {};
    }
    if (!network->acceptedCertificates.isEmpty())
        fields.reject("network",
                      Words::tr("must not accept certificates: that is for each person to decide, "
                                "in the settings."));
    return *network;
}

TargetLimit readLimit(JsonFields &fields)
{
    auto part = fields.object("limit");
    constexpr qint64 most = 1'000'000'000;
    TargetLimit limit {.concurrency = int(part.integer("concurrency", 0, 0, most)),
                       .requestsPerMinute = int(part.integer("requestsPerMinute", 0, 0, most)),
                       .tokensPerMinute = int(part.integer("tokensPerMinute", 0, 0, most))};
    fields.reject(part.error());
    return limit;
}

void readWhereTo(JsonFields &fields, Target &target)
{
    target.id = fields.text("id");
    target.label = fields.text("label");
    target.provider = fields.text("provider");
    target.api = fields.text("api");
    target.model = fields.text("model");
    target.baseUrl = fields.text("baseUrl");
    target.endpoint = readTexts(fields, "endpoint");
    target.key = readKeyReference(fields, "key");
    target.headers = readHeaders(fields);
    if (target.provider.isEmpty())
        fields.reject("provider", Words::tr("is missing, as in \"openai\"."));
}

}

Result<Target> targetFromJson(const QString &slug, const Json &value)
{
    Target target {.slug = slug};
    JsonFields fields(value);
    const auto kind = fields.text("antiphon", u"target/1"_s);
    if (kind != "target/1"_L1)
        fields.reject("antiphon", Words::tr("is \"%1\"; a target says \"target/1\".").arg(kind));
    readWhereTo(fields, target);
    target.parameters = readParameters(fields);
    target.retry = fields.text("retry");
    target.fallback = fields.texts("fallback");
    target.timeout = readObject(fields, "timeout");
    checkTimeout(fields);
    target.limit = readLimit(fields);
    target.network = readNetwork(fields);
    target.stream = fields.flag("stream", true);
    target.price = readObject(fields, "price");
    if (const auto price = priceFromJson(target.price); !price)
        fields.reject(price.error());
    target.simulate = readObject(fields, "simulate");
    // A simulated target may leave the model to its script.
    if (target.model.isEmpty() && target.simulate.empty())
        fields.reject("model", Words::tr("is missing: the provider's name of the model."));
    if (fields.error())
        return std::unexpected(*fields.error());
    return target;
}

QString displayName(const Target &target)
{
    return target.label.isEmpty() ? target.slug : target.label;
}

Timeouts timeoutsOf(const Provider &provider, const Target &target)
{
    auto out = provider.timeouts;
    const auto replace = [&target](std::string_view phase, std::chrono::milliseconds &time) {
        const auto *seconds = find(target.timeout, phase);
        if (seconds && seconds->is_number())
            time = std::chrono::milliseconds(std::llround(seconds->as<double>() * 1000));
    };
    replace("connect", out.connect);
    replace("firstToken", out.firstToken);
    replace("idle", out.idle);
    replace("total", out.total);
    return out;
}

} // namespace Antiphon
