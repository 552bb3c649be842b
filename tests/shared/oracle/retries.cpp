// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "oracle.h"
#include "retrypolicy.h"

#include <antiphon/core/retry/retrying.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Oracle {

namespace {

const Json &memberOr(const Json &value, std::string_view key)
{
    static const Json empty {jsoncons::json_object_arg};
    const auto *member = find(value, key);
    return member ? *member : empty;
}

Json sample(const Json &input)
{
    const auto wait = waitOf(memberOr(memberOr(input, "policy"), "wait"));
    const Outcome failed {.error = Error {}};
    Draws draws(1);
    auto samples = jsonArray();
    for (int left = input["samples"].as<int>(); left > 0; --left)
        samples.push_back(Json(drawWait(wait, input["attempt"].as<int>(), failed, draws).seconds));
    return jsonObject({{"samples", std::move(samples)}});
}

/// The error as the reference names it.
Json raisedOf(const Json &outcome)
{
    const auto &raised = outcome["raise"];
    return jsonObject({{"type", raised["type"]}, {"message", raised["message"]}});
}

/// What the hooks of one case noted, in the words of the reference.
struct Trace {
    Json events = jsonArray();
    Json waits = jsonArray();
    Json seen = jsonArray(); ///< The messages each attempt was handed.
    double now = 0;

    void note(const char *name, Json value)
    {
        events.push_back(jsonArray({Json(name), std::move(value)}));
    }

    [[nodiscard]] RetryHook noting(const char *name)
    {
        return callHook([this, name](RetryMoment &moment) { note(name, Json(moment.attempt)); });
    }
};

RetryPolicy policyOf(const Json &source, const Types &types, Trace &trace)
{
    RetryPolicy policy;
    policy.when = conditionOf(memberOr(source, "retry"), types);
    policy.wait = waitOf(memberOr(source, "wait"));
    policy.stop = stopOf(memberOr(source, "stop"));
    const auto *reraise = find(source, "reraise");
    policy.reraise = reraise && reraise->as<bool>();
    policy.hooks.before = {trace.noting("before")};
    policy.hooks.after = {trace.noting("after")};
    policy.hooks.beforeSleep = {trace.noting("before_sleep")};
    if (const auto *wanted = find(source, "collect_errors"))
        policy.hooks.after.append(collectErrors(types.exactly(*wanted)));
    if (const auto *value = find(source, "retry_error_result"))
        policy.hooks.gaveUp.value = *value;
    return policy;
}

/// How the loop was left.
Json ending(const Retrying::Next &next, const Json &outcome, int attempt)
{
    const auto *result = find(outcome, "return");
    if (next.instead)
        return jsonObject({{"status", Json("returned")}, {"value", *next.instead}});
    if (next.error && next.error->code == "retry-error"_L1)
        return jsonObject({{"status", Json("retry_error")},
                           {"last",
                            result ? jsonObject({{"returned", *result}})
                                   : jsonObject({{"raised", raisedOf(outcome)}})},
                           {"last_attempt_number", Json(attempt)}});
    if (result)
        return jsonObject({{"status", Json("returned")}, {"value", *result}});
    auto out = jsonObject({{"status", Json("raised")}});
    out.merge_or_update(raisedOf(outcome));
    return out;
}

Json result(const Json &source, const Trace &trace, const Retrying &loop, Json final)
{
    const RetryStatistics &got = loop.statistics();
    auto out = jsonObject(
        {{"attempts", Json(got.attemptNumber)},
         {"waits", trace.waits},
         {"final", std::move(final)},
         {"events", trace.events},
         {"statistics",
          jsonObject({{"attempt_number", Json(got.attemptNumber)},
                      {"idle_for", Json(got.idleFor)},
                      {"delay_since_first_attempt", Json(got.delaySinceFirstAttempt)}})}});
    if (find(source, "collect_errors"))
        out.insert_or_assign("errors_seen", trace.seen);
    return out;
}

Json play(const Json &input)
{
    const auto &source = memberOr(input, "policy");
    const auto &outcomes = memberOr(input, "outcomes");
    const Types types(outcomes);
    Trace trace;
    Retrying loop(policyOf(source, types, trace), {}, 1);
    while (true) {
        loop.begin(trace.now);
        const auto attempt = size_t(loop.statistics().attemptNumber);
        const auto &outcome = outcomes[std::min(attempt, outcomes.size()) - 1];
        const Json *errors = find(loop.moment().variables, "errors");
        trace.seen.push_back(errors ? *errors : jsonArray());
        if (const auto *duration = find(outcome, "duration"))
            trace.now += duration->as<double>();
        const auto next = loop.end(types.outcomeOf(outcome), trace.now);
        if (next.what != Retrying::Next::What::Sleep)
            return result(source, trace, loop, ending(next, outcome, int(attempt)));
        trace.note("sleep", Json(next.seconds));
        trace.waits.push_back(Json(next.seconds));
        trace.now += next.seconds;
    }
}

}

Json runRetryCase(const Json &input, const Mode &)
{
    return textOf(input, "mode") == "sample"_L1 ? sample(input) : play(input);
}

} // namespace Antiphon::Oracle
