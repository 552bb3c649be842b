// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/prepare.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(prepare)
};
} // namespace

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
    if (slug.isEmpty() || slug == "default"_L1)
        return defaultPolicy();
    return fail(
        ErrorKind::Setup,
        Words::tr("There is no retry policy \"%1\"; the target \"%2\" is to run with it. There "
                  "are: %3.")
            .arg(slug, displayName(target), QStringList(source.policies.keys()).join(", "_L1)));
}

static Result<std::optional<Price>> priceFor(const Target &target, const Provider &provider,
                                             const RunSource &source)
{
    std::optional<Price> price;
    if (provider.id == simulatorId)
        price = virtualPrice();
    else if (const PriceRow *row
             = findPrice(source.prices, provider.id, target.model, source.today))
        price = row->price;

    if (!target.price.is_object() || target.price.empty())
        return price;
    auto own = priceFromJson(target.price, price.value_or(Price {}));
    if (!own)
        return std::unexpected(own.error());
    own->isVirtual = provider.id == simulatorId;
    return *own;
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

Result<PreparedTarget> prepareTarget(const Target &given, const Prompt &prompt,
                                     const RunSource &source)
{
    const Target target = source.simulateAll ? simulated(given) : given;
    const auto provider = providerFor(target, source);
    if (!provider)
        return std::unexpected(provider.error());
    const ProviderApi *api = findApi(**provider, target.api);
    const Codec *codec = api ? findCodec(api->codec) : nullptr;
    if (api && !codec)
        return fail(ErrorKind::Setup,
                    Words::tr("This version does not speak the format \"%1\" of %2.")
                        .arg(api->codec, (*provider)->name));
    auto access = accessFor(target, **provider, source.environment, source.keychain,
                            source.readFile);
    auto endpoint = makeEndpoint(
        **provider, access ? addressed(target, api, access->credentials) : target,
        source.environment, access ? access->values : QMap<QString, QString>());
    if (!endpoint) // says more of a target that is not finished than a missing key does
        return std::unexpected(endpoint.error());
    if (!access)
        return std::unexpected(access.error());
    auto network = networkFor(merged(source.network, target.network), source);
    if (!network)
        return std::unexpected(network.error());
    auto policy = policyFor(target, prompt, source);
    if (!policy)
        return std::unexpected(policy.error());
    auto price = priceFor(target, **provider, source);
    if (!price)
        return std::unexpected(price.error());

    return PreparedTarget {.target = target,
                           .provider = **provider,
                           .endpoint = *std::move(endpoint),
                           .credentials = std::move(access->credentials),
                           .network = *std::move(network),
                           .codec = codec,
                           .policy = *std::move(policy),
                           .timeouts = timeoutsOf(**provider, target),
                           .price = *price,
                           .simulated = (*provider)->id == simulatorId};
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

Result<CallSpec> prepareCall(const CallInputs &inputs, const Target &target,
                             const RunSource &source)
{
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
        if (!prepared) {
            Error error = prepared.error();
            error.message = Words::tr("The fallback \"%1\": %2").arg(slug, error.message);
            return std::unexpected(error);
        }
        spec.targets.append(*std::move(prepared));
    }
    return spec;
}

} // namespace Antiphon
