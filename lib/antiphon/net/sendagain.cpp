// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/sendagain.h>

#include <antiphon/core/provider/requestagain.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

static std::unexpected<Error> otherService(const Attempt &attempt, const Target &target,
                                           const Provider &now, const QList<Provider> &known)
{
    const Provider *then = findProvider(known, attempt.provider);
    return fail(ErrorKind::Setup,
                Words::tr("The target \"%1\" is one of %2 now; this request was made for %3. Give "
                          "the target its old provider again, or run the prompt anew.")
                    .arg(displayName(target), now.name, then ? then->name : attempt.provider));
}

// Access tokens come when the call runs; before, any stands for them.
static Credentials sample(const Credentials &credentials)
{
    return needsToken(credentials) ? BearerToken {"token"} : credentials;
}

Result<CallSpec> sendAgain(const Attempt &attempt, const PreparedTarget &target)
{
    if (!target.codec || QLatin1StringView(target.codec->id) != attempt.codec)
        return fail(ErrorKind::Setup,
                    Words::tr("The target \"%1\" speaks another format now than this request is "
                              "in, \"%2\". Run the prompt anew.")
                        .arg(displayName(target.target), attempt.codec));
    const auto request = requestAgain(attempt.exchange, target.endpoint, sample(target.credentials),
                                      QDateTime::fromSecsSinceEpoch(0));
    if (!request)
        return std::unexpected(request.error());
    CallSpec spec {.targets = {target},
                   .recorded = RecordedRequest {.exchange = {.request = attempt.exchange.request},
                                                .asked = attempt.asked},
                   .retries = false};
    PreparedTarget &asked = spec.targets.first();
    asked.target.fallback.clear();
    return spec;
}

Result<CallSpec> prepareAgain(const Attempt &attempt, const Target &target, const RunSource &source)
{
    RunSource mine = source;
    mine.simulateAll = attempt.simulated;
    mine.retryOverride = policyWithAttempts(1);
    Target asked = target;
    asked.model = attempt.model;
    const Provider *provider = findProvider(source.providers, target.provider);
    const bool same = provider && provider->id == attempt.provider;
    if (same)
        asked.api = attempt.api;
    else if (provider && !attempt.simulated) // says more than a missing key of the other one
        return otherService(attempt, target, *provider, source.providers);
    const auto prepared = prepareTarget(asked, {}, mine);
    if (!prepared)
        return std::unexpected(prepared.error());
    if (prepared->provider.id != attempt.provider)
        return otherService(attempt, target, prepared->provider, source.providers);
    return sendAgain(attempt, *prepared);
}

} // namespace Antiphon
