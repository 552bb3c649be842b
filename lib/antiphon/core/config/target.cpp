// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/target.h>

#include <antiphon/core/cost/price.h>
#include <antiphon/core/jsonfields.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(target)
};

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

/// Says where a key is found. A key itself has no place in a file that is shared.
KeyReference readKey(JsonFields &fields)
{
    static const QStringList words {u"default"_s, u"env"_s, u"keychain"_s, u"none"_s};
    KeyReference key;
    const auto *value = fields.member("key");
    if (!value)
        return key;
    if (value->is_string() || find(*value, "value")) {
        fields.reject(
            "key",
            Words::tr("a key itself must not stand in a file. Write where it is found, as "
                      "in {\"from\": \"env\", \"name\": \"OPENAI_API_KEY\"}, and make "
                      "the key that stood here invalid if the file was shared."));
        return key;
    }
    auto part = fields.object("key");
    key.from = KeyReference::From(part.choice("from", words, 0));
    key.name = part.text("name");
    key.profile = part.text("profile");
    const bool needsName
        = key.from == KeyReference::From::Variable || key.from == KeyReference::From::Keychain;
    if (needsName && key.name.isEmpty())
        part.reject("name", Words::tr("is missing: the variable or keychain entry of the key."));
    fields.reject(part.error());
    return key;
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
    target.key = readKey(fields);
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
