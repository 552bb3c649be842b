// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/plan.h>

#include <antiphon/core/jsonfields.h>
#include <antiphon/core/retry/retrying.h>
#include <antiphon/core/words.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// A policy bounded by time alone never ends when nothing takes any.
constexpr int longestPlan = 1000;

QList<ErrorKind> kinds(JsonFields &fields, const char *key)
{
    QList<ErrorKind> out;
    for (const auto &name : fields.texts(key)) {
        if (const auto kind = errorKindFromName(name))
            out.append(*kind);
        else
            fields.reject(key,
                          Words::tr("\"%1\" is no kind of error; there are %2.")
                              .arg(name, errorKindNames().join(", "_L1)));
    }
    return out;
}

Error readError(JsonFields &fields)
{
    const auto name = fields.text("error");
    const auto kind = errorKindFromName(name);
    if (!kind)
        fields.reject("error",
                      Words::tr("\"%1\" is no kind of error; there are %2.")
                          .arg(name, errorKindNames().join(", "_L1)));
    Error error {.kind = kind.value_or(ErrorKind::Setup),
                 .message = fields.text("message"),
                 .code = fields.text("code"),
                 .httpStatus = int(fields.integer("status", 0, 0, 999)),
                 .causes = kinds(fields, "causes")};
    if (fields.member("retryAfter")) {
        const double seconds = fields.number("retryAfter", 0, 0, 1e9);
        error.retryAfter = std::chrono::milliseconds(std::llround(seconds * 1000));
        error.retryAfterHeader = u"retry-after: %1"_s.arg(seconds);
    }
    if (fields.member("shouldRetry"))
        error.shouldRetry = fields.flag("shouldRetry", true);
    return error;
}

Result<PlannedOutcome> readOutcome(const Json &value, const QString &path)
{
    JsonFields fields(value, path);
    PlannedOutcome out;
    const bool failed = fields.member("error") != nullptr;
    const bool succeeded = fields.member("result") != nullptr;
    if (failed == succeeded)
        fields.reject(std::optional(Error {.kind = ErrorKind::Setup,
                                           .message = Words::tr("%1: must have either \"error\" or "
                                                                "\"result\".")
                                                          .arg(path)}));
    else if (failed)
        out.outcome.error = readError(fields);
    else
        out.outcome.answer = answerOf(*fields.member("result"));
    out.outcome.textBegan = fields.flag("textBegan", false);
    out.tookSeconds = fields.number("took", 0, 0, 1e9);
    if (const auto unknown = fields.unknown(); !unknown.isEmpty() && !fields.error())
        return fail(ErrorKind::Setup,
                    Words::tr("%1: no such field; an outcome has error, status, message, code, "
                              "retryAfter, shouldRetry, causes, textBegan, result, took.")
                        .arg(unknown.first()));
    if (fields.error())
        return std::unexpected(*fields.error());
    return out;
}

RetryPlan::Final ending(const Decision &decision, const Outcome &outcome)
{
    if (!decision.formula.isEmpty())
        return RetryPlan::Final::GaveUp; // a wait was worked out: it was to be tried again
    return outcome.error ? RetryPlan::Final::NotRetried : RetryPlan::Final::Success;
}

}

Result<QList<PlannedOutcome>> plannedOutcomesFromJson(const Json &value)
{
    if (!value.is_array() || value.empty())
        return fail(ErrorKind::Setup,
                    Words::tr("Outcomes must be a list with at least one entry, as in "
                              "[{\"error\": \"rate-limit\", \"status\": 429}, "
                              "{\"result\": \"ok\"}]."));
    QList<PlannedOutcome> out;
    for (const auto &item : value.array_range()) {
        auto got = readOutcome(item, u"[%1]"_s.arg(out.size()));
        if (!got)
            return std::unexpected(std::move(got.error()));
        out.append(std::move(*got));
    }
    return out;
}

static void addWarnings(RetryPlan &plan, const QStringList &warnings)
{
    for (const QString &warning : warnings) {
        if (!plan.warnings.contains(warning))
            plan.warnings.append(warning);
    }
}

RetryPlan planRetries(const RetryPolicy &policy, const QList<PlannedOutcome> &outcomes,
                      quint64 seed)
{
    RetryPlan plan;
    Draws draws(seed);
    double idle = 0;
    while (!outcomes.isEmpty()) {
        const auto &next = outcomes[std::min<qsizetype>(plan.attempts, outcomes.size() - 1)];
        ++plan.attempts;
        plan.elapsedSeconds += next.tookSeconds;
        const RetryState state {.attempt = plan.attempts - plan.repairs,
                                .repairs = plan.repairs,
                                .elapsedSeconds = plan.elapsedSeconds,
                                .idleSeconds = idle};
        Outcome outcome = next.outcome;
        if (outcome.answer.is_object())
            outcome.answer.insert_or_assign("attempt", plan.attempts);
        const auto decision = decide(policy, state, outcome, draws);
        addWarnings(plan, decision.warnings);
        const bool repairs = decision.next == Decision::Next::Repair;
        if (!repairs && decision.next != Decision::Next::Retry) {
            plan.why.append(decision.why);
            plan.final = ending(decision, outcome);
            break;
        }
        if (plan.attempts == longestPlan) {
            plan.why.append(
                Words::tr("Still trying after %1 attempts: the plan ends here").arg(longestPlan));
            plan.final = RetryPlan::Final::GaveUp;
            break;
        }
        plan.why.append(decision.why);
        plan.repairs += repairs ? 1 : 0;
        plan.waits.append({.seconds = decision.drawnSeconds,
                           .min = decision.minSeconds,
                           .max = decision.maxSeconds,
                           .formula = decision.formula});
        plan.elapsedSeconds += decision.drawnSeconds;
        idle += decision.drawnSeconds;
    }
    return plan;
}

Json toJson(const RetryPlan &plan, bool ranges)
{
    static const char *const finals[] {"success", "gave-up", "not-retried"};
    auto waits = jsonArray();
    for (const auto &wait : plan.waits)
        waits.push_back(ranges ? jsonObject({{"min", Json(wait.min)},
                                             {"max", Json(wait.max)},
                                             {"drawn", Json(wait.seconds)}})
                               : Json(wait.seconds));
    auto why = jsonArray();
    for (const auto &sentence : plan.why)
        why.push_back(toJson(QStringView(sentence)));
    return jsonObject({{"attempts", Json(plan.attempts)},
                       {"waits", std::move(waits)},
                       {"final", Json(finals[int(plan.final)])},
                       {"why", std::move(why)},
                       {"elapsed", Json(plan.elapsedSeconds)}});
}

} // namespace Antiphon
