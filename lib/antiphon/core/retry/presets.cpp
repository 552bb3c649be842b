// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/presets.h>

#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// Nothing but attempts of the same call: what every library's own loop is.
RetryPolicy plain(Condition when, Wait wait, Stop stop)
{
    RetryPolicy policy = defaultPolicy();
    policy.when = std::move(when);
    policy.never = {Never {}};
    policy.wait = std::move(wait);
    policy.stop = std::move(stop);
    policy.obeyRetryAfter = false;
    policy.obeyShouldRetry = false;
    policy.repairMax = 0;
    policy.onDrop = OnDrop::Fail;
    policy.fallback.when = FallbackRule::When::Never;
    return policy;
}

/// One of these statuses, or one of these kinds before the answer's head had come: the SDKs' loops
/// end there.
Condition statusOr(const QStringList &statuses, const QList<ErrorKind> &kinds)
{
    const Condition status {StatusIs {statuses}};
    if (kinds.isEmpty())
        return status;
    return {AnyOf {{status, {AllOf {{{ErrorIs {kinds}}, {Not {{{StatusIs {{u"2xx"_s}}}}}}}}}}}};
}

Wait halfSecondDoubling()
{
    return {BackoffWait {.initial = 0.5,
                         .multiplier = 2,
                         .max = 8,
                         .jitter = 0.25,
                         .spread = BackoffWait::Spread::Down}};
}

/// OpenAI's and Anthropic's SDKs are made by the same generator.
RetryPolicy stainless(double longestWish, TooLong tooLong)
{
    RetryPolicy policy = plain(statusOr({u"408"_s, u"409"_s, u"429"_s, u"5xx"_s},
                                        {ErrorKind::Connection, ErrorKind::Timeout}),
                               halfSecondDoubling(), {StopAfterAttempt {3}});
    policy.obeyShouldRetry = true;
    policy.obeyRetryAfter = true;
    policy.retryAfterMax = longestWish;
    policy.retryAfterTooLong = tooLong;
    policy.retryAfterFrom = {u"retry-after-ms"_s, u"retry-after"_s};
    return policy;
}

RetryPolicy openAiNode()
{
    RetryPolicy policy = stainless(60, TooLong::OwnWait);
    policy.retryAfterZero = true;
    return policy;
}

RetryPolicy googleGenAi()
{
    return plain(statusOr({u"408"_s, u"429"_s, u"500"_s, u"502"_s, u"503"_s, u"504"_s},
                          {ErrorKind::Connection, ErrorKind::Timeout}),
                 {ExponentialJitterWait {.initial = 1, .base = 2, .jitter = 1, .max = 60}},
                 {StopAfterAttempt {5}});
}

RetryPolicy cohere()
{
    RetryPolicy policy
        = plain(statusOr({u"408"_s, u"409"_s, u"429"_s, u"5xx"_s}, {ErrorKind::Connection}),
                {BackoffWait {.initial = 1, .multiplier = 2, .max = 60, .jitter = 0.1}},
                {StopAfterAttempt {3}});
    policy.obeyRetryAfter = true;
    policy.retryAfterMax = 60;
    policy.retryAfterTooLong = TooLong::Cut;
    policy.retryAfterFrom = {u"retry-after"_s, u"x-ratelimit-reset"_s};
    policy.retryAfterJitter = {.share = 0.2, .from = {u"x-ratelimit-reset"_s}};
    return policy;
}

RetryPolicy mistral()
{
    RetryPolicy policy
        = plain(statusOr({u"429"_s, u"500"_s, u"502"_s, u"503"_s, u"504"_s}, {}),
                {ExponentialJitterWait {.initial = 0.5, .base = 1.5, .jitter = 1, .max = 60}},
                {StopAfterDelay {3600}});
    policy.obeyRetryAfter = true;
    policy.retryAfterMax = noCap;
    policy.retryAfterFrom = {u"retry-after"_s};
    return policy;
}

RetryPolicy liteLlm()
{
    const Condition when {ErrorIs {{ErrorKind::Connection, ErrorKind::Timeout, ErrorKind::RateLimit,
                                    ErrorKind::Server, ErrorKind::BadResponse}}};
    RetryPolicy policy
        = plain(when, {CombinedWait {{{BackoffWait {.max = 8}}, {RandomWait {0, 0.75}}}}},
                {StopAfterAttempt {3}});
    policy.obeyRetryAfter = true;
    policy.retryAfterMax = 60;
    policy.retryAfterTooLong = TooLong::OwnWait;
    policy.retryAfterFrom = {u"retry-after"_s};
    policy.retryAfterJitter = {.seconds = 0.75};
    return policy;
}

} // namespace

RetryPolicy bareController()
{
    return plain({HasFailed {}}, {NoWait {}}, {StopNever {}});
}

RetryPolicy mirascopeZero(int retries)
{
    RetryPolicy policy = bareController();
    policy.enabled = retries > 0;
    policy.stop = {StopAfterAttempt {std::max(retries, 1)}};
    policy.reraise = retries <= 0;
    policy.onDrop = OnDrop::Restart;
    return policy;
}

RetryPolicy mirascopeTwo(const MirascopeTwo &options)
{
    RetryPolicy policy = plain({ErrorIs {options.retryOn}},
                               {BackoffWait {.initial = options.initialDelay,
                                             .multiplier = options.backoffMultiplier,
                                             .max = options.maxDelay,
                                             .jitter = options.jitter}},
                               {StopAfterAttempt {std::max(options.maxRetries, 0) + 1}});
    policy.onDrop = OnDrop::Restart;
    policy.fallback.when = FallbackRule::When::Exhausted;
    policy.fallback.targets = options.fallbackModels;
    return policy;
}

QList<RetryPreset> retryPresets()
{
    return {
        {u"openai-python"_s, Words::tr("OpenAI SDK for Python"),
         Words::tr("Two retries, 0.5 s doubling to 8 s, up to a quarter less; a server that asks "
                   "for more than 120 s ends the call."),
         stainless(120, TooLong::End)},
        {u"openai-node"_s, Words::tr("OpenAI SDK for Node"),
         Words::tr("Two retries, 0.5 s doubling to 8 s, up to a quarter less; a wish of up to 60 s "
                   "is obeyed, 0 too."),
         openAiNode()},
        {u"anthropic-python"_s, Words::tr("Anthropic SDK for Python"),
         Words::tr("Two retries, 0.5 s doubling to 8 s, up to a quarter less; a wish of up to 60 s "
                   "is obeyed."),
         stainless(60, TooLong::OwnWait)},
        {u"google-genai-python"_s, Words::tr("Google GenAI SDK for Python"),
         Words::tr("With its retry options, which are off by default: five attempts, 1 s doubling "
                   "to 60 s with up to a second more; Retry-After is not looked at."),
         googleGenAi()},
        {u"cohere-python"_s, Words::tr("Cohere SDK for Python"),
         Words::tr("Two retries, 1 s doubling to 60 s, a tenth more or less; Retry-After is cut to "
                   "60 s, and so is x-ratelimit-reset, with up to a fifth more; timeouts are not "
                   "retried."),
         cohere()},
        {u"mistral-python"_s, Words::tr("Mistral SDK for Python"),
         Words::tr("With the retry config of its manual, which is off by default: 0.5 s growing "
                   "by half to 60 s with up to a second more, for an hour."),
         mistral()},
        {u"litellm"_s, Words::tr("LiteLLM router"),
         Words::tr("Two retries, 0.5 s doubling to 8 s or a Retry-After of up to 60 s, with up to "
                   "0.75 s more."),
         liteLlm()},
        {u"mirascope-0"_s, Words::tr("Mirascope 0, retries=3"),
         Words::tr("Three attempts without pause after any failure."), mirascopeZero(3)},
        {u"mirascope-2"_s, Words::tr("Mirascope 2"),
         Words::tr("Three retries, 0.5 s doubling to 60 s; all targets of the chain get as many."),
         mirascopeTwo()},
        {u"tenacity"_s, Words::tr("tenacity, Retrying()"),
         Words::tr("Any failure, without pause and without end: here at most 10 attempts."),
         bareController()},
    };
}

std::optional<RetryPolicy> policyByName(const QString &name)
{
    if (name == "default"_L1)
        return defaultPolicy();
    bool isNumber = false;
    if (const int attempts = name.toInt(&isNumber); isNumber && attempts > 0)
        return policyWithAttempts(attempts);
    const auto presets = retryPresets();
    const auto found = std::ranges::find(presets, name, &RetryPreset::id);
    if (found == presets.end())
        return {};
    RetryPolicy policy = found->policy;
    policy.slug = name;
    return policy;
}

} // namespace Antiphon
