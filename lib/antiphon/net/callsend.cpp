// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

#include <antiphon/net/tokencache.h>

#include <antiphon/core/provider/httptime.h>
#include <antiphon/core/provider/requestagain.h>
#include <antiphon/core/provider/sigv4.h>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon {

void Call::Private::onGranted()
{
    if (!maySpend())
        return;
    run->admitted(slotFreeAt, limiter.why(*ticket));
    if (!needsToken(here().credentials)) {
        send(here().credentials);
        return;
    }
    if (!tokens) {
        failBeforeSending({.kind = ErrorKind::Setup,
                           .message = tr("There is nothing here that gets access tokens.")});
        return;
    }
    run->setState(CallState::Connecting);
    if (step == Step::Queued)
        tokenWait = tokens->get(here().credentials, transportContext(),
                                [this](const Result<QByteArray> &result) { onToken(result); });
}

void Call::Private::onToken(const Result<QByteArray> &result)
{
    if (!result) {
        failBeforeSending(result.error());
        return;
    }
    token = *result;
    send(BearerToken {token});
}

Transport::Context Call::Private::transportContext() const
{
    const PreparedTarget &asked = here();
    const auto text = [](const QString &value) { return toJson(value); };
    const Json place = jsonArray({text(record.prompt), text(record.variant),
                                  spec.row ? Json(*spec.row) : Json::null(),
                                  text(asked.target.slug), Json(spec.repeat)});
    return {.provider = asked.provider.id,
            .api = asked.endpoint.api,
            .model = request.model,
            .simulate = toBytes(asked.target.simulate),
            .callId = callId,
            .place = toBytes(place),
            .http2 = asked.provider.http2,
            .network = asked.network};
}

Result<HttpRequest> Call::Private::encoded(const Credentials &credentials) const
{
    const PreparedTarget &asked = here();
    const QDateTime now = clock.wallNow().addDuration(serverIsAhead);
    if (spec.recorded)
        return requestAgain(spec.recorded->exchange, asked.endpoint, credentials, now);
    Endpoint endpoint = asked.endpoint;
    endpoint.quirks.streamUsage = endpoint.quirks.streamUsage && !withoutUsage;
    auto http = asked.codec->encode(request, endpoint, credentials, now);
    if (!http)
        return http;
    if (auto done = signForAws(*http, asked.endpoint, credentials, now); !done)
        return std::unexpected(done.error());
    return http;
}

void Call::Private::send(const Credentials &credentials)
{
    const PreparedTarget &asked = here();
    auto http = encoded(credentials);
    if (!http) {
        failBeforeSending(http.error());
        return;
    }
    if (asked.simulated)
        http->headers.append({.name = "x-antiphon-call", .value = callId});
    step = Step::Running;
    Transport::Context way = transportContext();
    way.secrets = secretsOf(asked.credentials) + secretsOf(credentials) + secretsOf(asked.network);
    run->send(*http, request.stream, std::move(way));
}

void Call::Private::failBeforeSending(const Error &error)
{
    run->stop(error);
    endAttempt();
}

// A token can end before its time. Once for each target a new one is worth a try.
void Call::Private::forgetRefusedToken(Attempt &attempt)
{
    const QByteArray used = std::exchange(token, {});
    if (used.isEmpty() || !attempt.error || attempt.error->httpStatus != 401)
        return;
    tokens->forget(spec.targets[target].credentials, used);
    if (!std::exchange(tokenRenewed, true))
        attempt.error->shouldRetry = true;
}

// Some servers refuse to be asked for the usage of a stream, which they may tell unasked. Once for
// each target it is worth a try without.
void Call::Private::leaveOutUsage(Attempt &attempt)
{
    constexpr QLatin1StringView member("stream_options");
    const bool refused = attempt.error && refuses(*attempt.error, member)
        && attempt.exchange.request.body.contains(QByteArrayView(member));
    if (!refused || !here().endpoint.quirks.streamUsage || std::exchange(withoutUsage, true))
        return;
    attempt.error->shouldRetry = true;
    record.warnings.append(
        tr("%1 does not take \"stream_options\", so the tokens of its streams may not be known. A "
           "target without streaming tells them.")
            .arg(here().provider.name.isEmpty() ? here().provider.id : here().provider.name));
}

// A signature refused for its time is worth another by the server's clock.
void Call::Private::noteServersClock(const Attempt &attempt)
{
    if (attempt.error && attempt.error->httpStatus == 403 && attempt.error->shouldRetry == true)
        serverIsAhead = serverAhead(attempt.exchange.head.headers, clock.wallNow()).value_or(0ms);
}

} // namespace Antiphon
