// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/prepare.h>

#include <antiphon/core/config/modelinfo.h>
#include <antiphon/core/retry/presets.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr auto simulatorId = "simulator"_L1;

// simulator.md 4: virtual dollars per million tokens.
static Price virtualPrice()
{
    return {.input = 1.0, .cachedInput = 0.1, .output = 4.0, .isVirtual = true};
}

// The same target, answered by the simulator: what identifies and tunes it stays.
static Target simulated(Target target)
{
    if (target.provider != simulatorId) {
        target.provider = simulatorId;
        if (!target.simulate.is_object() || target.simulate.empty())
            target.simulate = jsonObject({{"script", Json("steady")}});
        target.api = u"chat"_s;
    }
    target.baseUrl.clear();
    target.endpoint.clear();
    target.headers.clear();
    target.network = {};
    target.key = {.from = KeyReference::From::None};
    return target;
}

// Where requests are processed, as far as that may cost more than anywhere.
static QString regionOf(const Target &target, const Endpoint &endpoint)
{
    if (target.model.startsWith("global."_L1))
        return {};
    for (const QString &name : {u"location"_s, u"region"_s}) {
        if (const QString place = endpoint.values.value(name);
            !place.isEmpty() && place != "global"_L1)
            return place;
    }
    const QString host = endpoint.baseUrl.host();
    return host.startsWith("us.api."_L1) || host.startsWith("eu.api."_L1) ? host.first(2)
                                                                          : QString();
}

static Result<RetryPolicy> policyFor(const Target &target, const Prompt &prompt,
                                     const RunSource &source)
{
    if (source.retryOverride)
        return *source.retryOverride;
    const QString slug = !target.retry.isEmpty() ? target.retry
        : !prompt.retry.isEmpty()                ? prompt.retry
                                                 : source.defaultRetry;
    if (const auto found = source.policies.constFind(slug); found != source.policies.cend())
        return *found;
    if (slug.isEmpty())
        return defaultPolicy();
    if (auto known = policyByName(slug))
        return *std::move(known);
    return fail(
        ErrorKind::Setup,
        Words::tr("There is no retry policy \"%1\"; the target \"%2\" is to run with it. There "
                  "are: %3.")
            .arg(slug, displayName(target), QStringList(source.policies.keys()).join(", "_L1)));
}

static const PriceRow *rowFor(const Target &target, const Provider &provider,
                              const RunSource &source)
{
    return source.now.isValid() ? findPriceAt(source.prices, provider.id, target.model, source.now)
                                : findPrice(source.prices, provider.id, target.model, source.today);
}

static Result<std::optional<PriceSnapshot>> priceFor(const Target &target, const Provider &provider,
                                                     const RunSource &source)
{
    std::optional<PriceSnapshot> price;
    if (provider.id == simulatorId)
        price = PriceSnapshot {.price = virtualPrice()};
    else if (const PriceRow *row = rowFor(target, provider, source))
        price = snapshot(*row, source.prices);

    if (!target.price.is_object() || target.price.empty())
        return price;
    if (!price)
        price = PriceSnapshot {};
    auto own = priceFromJson(target.price, price->price);
    if (!own)
        return std::unexpected(own.error());
    own->isVirtual = provider.id == simulatorId;
    price->price = *own;
    price->source = Words::tr("the target's own price");
    price->confidence.clear();
    return price;
}

static Result<const Provider *> providerFor(const Target &target, const RunSource &source)
{
    if (const Provider *provider = findProvider(source.providers, target.provider))
        return provider;
    QStringList known;
    for (const Provider &provider : source.providers)
        known.append(provider.id);
    return fail(ErrorKind::Setup,
                Words::tr("There is no provider \"%1\"; the target \"%2\" names it. There are: %3.")
                    .arg(target.provider, displayName(target), known.join(", "_L1)));
}

// Some services take keys elsewhere than tokens.
static Target addressed(Target target, const ProviderApi *api, const Credentials &credentials)
{
    if (api && std::holds_alternative<ApiKey>(credentials) && target.baseUrl.isEmpty())
        target.baseUrl = api->keyBaseUrl;
    return target;
}

// What scripts are told the model can do; null where nobody knows.
static Json abilitiesOf(const Target &target, const Provider &provider, const RunSource &source)
{
    const ModelInfo info = modelInfo(source.prices, provider, target.model, source.today);
    if (!info.known)
        return Json::null();
    const auto list = [](const QStringList &words) {
        Json out = jsonArray();
        for (const QString &word : words)
            out.push_back(toJson(word));
        return out;
    };
    const auto number
        = [](const std::optional<qint64> &value) { return value ? Json(*value) : Json::null(); };
    return jsonObject({{"inputs", list(info.inputs)},
                       {"outputs", list(info.outputs)},
                       {"tools", Json(info.tools)},
                       {"schema", Json(info.schema)},
                       {"reasoning", Json(info.reasoning)},
                       {"context", number(info.context)},
                       {"maxOutput", number(info.maxOutput)}});
}

namespace {

/// Where a target's requests go, and with what.
struct Reached {
    const Provider *provider = nullptr;
    const Codec *codec = nullptr;
    Credentials credentials = {};
    Endpoint endpoint = {};
};

} // namespace

static Result<Reached> reach(const Target &target, const RunSource &source)
{
    const auto provider = providerFor(target, source);
    if (!provider)
        return std::unexpected(provider.error());
    const ProviderApi *api = findApi(**provider, target.api);
    const Codec *codec = api ? findCodec(api->codec) : nullptr;
    if (api && !codec)
        return fail(ErrorKind::Setup,
                    Words::tr("This version does not speak the format \"%1\" of %2.")
                        .arg(api->codec, (*provider)->name));
    auto access
        = accessFor(target, **provider, source.environment, source.keychain, source.readFile);
    auto endpoint
        = makeEndpoint(**provider, access ? addressed(target, api, access->credentials) : target,
                       source.environment, access ? access->values : QMap<QString, QString>());
    if (!endpoint) // says more of a target that is not finished than a missing key does
        return std::unexpected(endpoint.error());
    if (!access)
        return std::unexpected(access.error());
    return Reached {.provider = *provider,
                    .codec = codec,
                    .credentials = std::move(access->credentials),
                    .endpoint = *std::move(endpoint)};
}

Result<Credentials> readiness(const Target &target, const RunSource &source)
{
    auto reached = reach(target, source);
    if (!reached)
        return std::unexpected(reached.error());
    return std::move(reached->credentials);
}

Result<PreparedTarget> prepareTarget(const Target &given, const Prompt &prompt,
                                     const RunSource &source)
{
    const Target target = source.simulateAll ? simulated(given) : given;
    auto reached = reach(target, source);
    if (!reached)
        return std::unexpected(reached.error());
    const Provider &provider = *reached->provider;
    // The simulator in the program needs no network: a locked keychain is no matter.
    const bool inside = provider.id == simulatorId && target.baseUrl.isEmpty();
    auto network = inside ? Result<NetworkOptions>()
                          : networkFor(merged(source.network, target.network), source);
    if (!network)
        return std::unexpected(network.error());
    auto policy = policyFor(target, prompt, source);
    if (!policy)
        return std::unexpected(policy.error());
    auto price = priceFor(target, provider, source);
    if (!price)
        return std::unexpected(price.error());

    const QString region = regionOf(target, reached->endpoint);
    return PreparedTarget {.target = target,
                           .provider = provider,
                           .endpoint = std::move(reached->endpoint),
                           .credentials = std::move(reached->credentials),
                           .network = *std::move(network),
                           .codec = reached->codec,
                           .policy = *std::move(policy),
                           .timeouts = timeoutsOf(provider, target),
                           .price = *price,
                           .region = region,
                           .prices = source.prices,
                           .simulated = provider.id == simulatorId,
                           .abilities = abilitiesOf(target, provider, source)};
}

// Every target the call may come to: the chain, and those for answers too long or filtered.
static QStringList fallbackSlugs(const PreparedTarget &asked)
{
    const FallbackRule &rule = asked.policy.fallback;
    QStringList slugs = rule.targets.isEmpty() ? asked.target.fallback : rule.targets;
    if (rule.when == FallbackRule::When::Never)
        slugs.clear();
    slugs += rule.contextLength + rule.filtered;
    slugs.removeDuplicates();
    slugs.removeAll(asked.target.slug);
    return slugs;
}

// What rules set \p key to, each once.
static QStringList chosenByRules(const CallInputs &inputs, std::string_view key)
{
    QStringList chosen;
    for (const DynamicRule &rule : inputs.prompt.dynamics.rules) {
        if (const Json *value = find(rule.set, key); value && rule.enabled)
            chosen.append(toText(*value));
    }
    chosen.removeDuplicates();
    return chosen;
}

static bool isPrepared(const CallSpec &spec, const QString &slug)
{
    return std::ranges::any_of(spec.targets, [&slug](const PreparedTarget &prepared) {
        return prepared.target.slug == slug;
    });
}

// Targets that rules and dynamic.js may choose, besides the chain. What a script chooses nobody
// knows before: of those the ones that are not ready are an error only when they are chosen.
static Result<> addChosenTargets(CallSpec &spec, const RunSource &source)
{
    const CallInputs &inputs = spec.inputs;
    QStringList chosen = chosenByRules(inputs, "target");
    if (!inputs.dynamic.target.isEmpty())
        chosen.append(inputs.dynamic.target);
    for (const QString &slug : std::as_const(chosen)) {
        if (isPrepared(spec, slug))
            continue;
        const auto found = source.targets.constFind(slug);
        if (found == source.targets.cend())
            return fail(ErrorKind::Setup,
                        Words::tr("There is no target \"%1\", which a rule chooses.").arg(slug));
        auto prepared = prepareTarget(*found, inputs.prompt, source);
        if (!prepared)
            return std::unexpected(prepared.error());
        spec.targets.append(*std::move(prepared));
    }
    const bool scriptMayChoose
        = inputs.configure || inputs.prompt.dynamics.config.source().contains("target"_L1);
    for (const Target &target : source.targets) {
        if (!scriptMayChoose || isPrepared(spec, target.slug))
            continue;
        if (auto prepared = prepareTarget(target, inputs.prompt, source))
            spec.targets.append(*std::move(prepared));
        else
            spec.unready.insert(target.slug, prepared.error());
    }
    return {};
}

static Result<> addChosenPolicies(CallSpec &spec, const RunSource &source)
{
    for (const QString &slug : chosenByRules(spec.inputs, "retry")) {
        const auto found = source.policies.constFind(slug);
        auto policy = found == source.policies.cend() ? policyByName(slug) : *found;
        if (!policy)
            return fail(
                ErrorKind::Setup,
                Words::tr("There is no retry policy \"%1\", which a rule chooses.").arg(slug));
        spec.policies.insert(slug, *std::move(policy));
    }
    if (source.retryOverride)
        spec.policies.clear(); // it is above all rules
    return {};
}

static Result<CallSpec> prepareCall(const CallInputs &inputs, const Target &target,
                                    const RunSource &source, QStringList asking);

static Result<CallSpec> prepareQuestion(const PromptQuestion &question, const Target &asker,
                                        const RunSource &source, const QStringList &asking)
{
    if (!source.prompts)
        return fail(ErrorKind::Setup,
                    Words::tr("There is no prompt \"%1\" here to ask.").arg(question.prompt));
    const auto inputs = source.prompts(question.prompt, question.variant);
    if (!inputs)
        return std::unexpected(inputs.error());
    const QStringList own = inputs->prompt.targets.value_or(QStringList {});
    const QString slug = !question.target.isEmpty() ? question.target : own.value(0);
    if (slug.isEmpty() || slug == asker.slug)
        return prepareCall(*inputs, asker, source, asking);
    const auto found = source.targets.constFind(slug);
    if (found == source.targets.cend())
        return fail(ErrorKind::Setup,
                    Words::tr("There is no target \"%1\" to ask the prompt \"%2\" on.")
                        .arg(slug, question.prompt));
    return prepareCall(*inputs, *found, source, asking);
}

static Result<> addQuestions(CallSpec &spec, const Target &target, const RunSource &source,
                             const QStringList &asking)
{
    for (const ComputedField &field : spec.inputs.prompt.dynamics.computed) {
        if (!field.question || spec.inputs.computed.contains(field.name)
            || spec.inputs.answers.contains(field.name))
            continue;
        if (asking.contains(field.question->prompt))
            return fail(ErrorKind::Setup,
                        Words::tr("Prompts ask each other in a circle: %1.")
                            .arg((asking + QStringList {field.question->prompt}).join(u" → "_s)),
                        u"circle"_s);
        auto question = prepareQuestion(*field.question, target, source, asking);
        if (!question) {
            Error error = question.error();
            if (error.code != "circle"_L1)
                error.message
                    = Words::tr("The computed field \"%1\": %2").arg(field.name, error.message);
            return std::unexpected(error);
        }
        spec.questions.insert(field.name, *std::move(question));
    }
    return {};
}

Result<CallSpec> prepareCall(const CallInputs &inputs, const Target &target,
                             const RunSource &source)
{
    return prepareCall(inputs, target, source, {});
}

static Result<CallSpec> prepareCall(const CallInputs &inputs, const Target &target,
                                    const RunSource &source, QStringList asking)
{
    asking.append(inputs.prompt.slug);
    auto asked = prepareTarget(target, inputs.prompt, source);
    if (!asked)
        return std::unexpected(asked.error());
    CallSpec spec {.inputs = inputs, .targets = {*asked}};
    const QStringList slugs = fallbackSlugs(*asked);
    for (const QString &slug : slugs) {
        const auto found = source.targets.constFind(slug);
        if (found == source.targets.cend())
            return fail(ErrorKind::Setup,
                        Words::tr("There is no target \"%1\" for \"%2\" to fall back to.")
                            .arg(slug, displayName(target)));
        auto prepared = prepareTarget(*found, inputs.prompt, source);
        if (prepared && found->retry.isEmpty()) // its own budget of attempts, by the same rules
            prepared->policy = asked->policy;
        if (!prepared) {
            Error error = prepared.error();
            error.message = Words::tr("The fallback \"%1\": %2").arg(slug, error.message);
            return std::unexpected(error);
        }
        spec.targets.append(*std::move(prepared));
    }
    for (auto done : {addChosenTargets(spec, source), addChosenPolicies(spec, source),
                      addQuestions(spec, target, source, asking)}) {
        if (!done)
            return std::unexpected(done.error());
    }
    return spec;
}

} // namespace Antiphon
