// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "oracle.h"
#include "retrypolicy.h"

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

/// How the last attempt leaves the loop: given up, or not to be tried again.
Json ending(const Json &policy, const Json &outcome, int attempt, bool gaveUp)
{
    const auto *result = find(outcome, "return");
    if (gaveUp) {
        if (const auto *instead = find(policy, "retry_error_result"))
            return jsonObject({{"status", Json("returned")}, {"value", *instead}});
        const bool bare = find(policy, "reraise") && policy["reraise"].as<bool>() && !result;
        if (!bare)
            return jsonObject({{"status", Json("retry_error")},
                               {"last",
                                result ? jsonObject({{"returned", *result}})
                                       : jsonObject({{"raised", raisedOf(outcome)}})},
                               {"last_attempt_number", Json(attempt)}});
    } else if (result) {
        return jsonObject({{"status", Json("returned")}, {"value", *result}});
    }
    auto out = jsonObject({{"status", Json("raised")}});
    out.merge_or_update(raisedOf(outcome));
    return out;
}

/// What the attempts of one case were, in the words of the reference.
struct Trace {
    Json waits = jsonArray();
    Json seen = jsonArray(); ///< The messages each attempt was handed.
    Json collected = jsonArray();
    double elapsed = 0;
    double slept = 0;
    double delay = 0; ///< When the last attempt that was to be tried again had ended.
};

void collect(const Json &policy, const Json &outcome, Trace &trace)
{
    const auto *wanted = find(policy, "collect_errors");
    const auto *raised = find(outcome, "raise");
    if (wanted && raised && std::ranges::any_of(wanted->array_range(), [raised](const Json &type) {
            return type == (*raised)["type"]; // exactly, not by base
        }))
        trace.collected.push_back((*raised)["message"]);
}

Json result(const Json &policy, const Trace &trace, int attempts, Json final)
{
    auto out = jsonObject({{"attempts", Json(attempts)},
                           {"waits", trace.waits},
                           {"final", std::move(final)},
                           {"statistics",
                            jsonObject({{"attempt_number", Json(attempts)},
                                        {"idle_for", Json(trace.slept)},
                                        {"delay_since_first_attempt", Json(trace.delay)}})}});
    if (find(policy, "collect_errors"))
        out.insert_or_assign("errors_seen", trace.seen);
    return out;
}

Json play(const Json &input)
{
    const auto &source = memberOr(input, "policy");
    const auto &outcomes = memberOr(input, "outcomes");
    const Types types(outcomes);
    RetryPolicy policy;
    policy.wait = waitOf(memberOr(source, "wait"));
    policy.stop = stopOf(memberOr(source, "stop"));
    Trace trace;
    Draws draws(1);
    for (int attempt = 1;; ++attempt) {
        const auto &outcome = outcomes[std::min<size_t>(size_t(attempt), outcomes.size()) - 1];
        trace.seen.push_back(trace.collected);
        if (const auto *duration = find(outcome, "duration"))
            trace.elapsed += duration->as<double>();
        policy.when = conditionOf(memberOr(source, "retry"), types, outcome);
        const RetryState state {.attempt = attempt, .elapsedSeconds = trace.elapsed};
        const auto decision = decide(policy, state, types.outcomeOf(outcome), draws);
        const bool wanted = !decision.formula.isEmpty();
        if (wanted) {
            trace.delay = trace.elapsed;
            collect(source, outcome, trace);
        }
        if (decision.next != Decision::Next::Retry)
            return result(source, trace, attempt, ending(source, outcome, attempt, wanted));
        trace.waits.push_back(Json(decision.drawnSeconds));
        trace.slept += decision.drawnSeconds;
        trace.elapsed += decision.drawnSeconds;
    }
}

}

Json runRetryCase(const Json &input, const Mode &)
{
    return textOf(input, "mode") == "sample"_L1 ? sample(input) : play(input);
}

} // namespace Antiphon::Oracle
