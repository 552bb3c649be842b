// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policyparts.h"

#include "wording/numbers.h"

#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

// --- Conditions ---

/// Takes \p part into \p plain; false where it has no room for it.
static bool takePart(const Condition &part, PlainCondition &plain)
{
    if (const auto *errors = std::get_if<ErrorIs>(&part.rule); errors && plain.errors.isEmpty()) {
        plain.errors = errors->kinds;
        return !plain.errors.isEmpty();
    }
    if (const auto *statuses = std::get_if<StatusIs>(&part.rule);
        statuses && plain.statuses.isEmpty()) {
        plain.statuses = statuses->statuses;
        return !plain.statuses.isEmpty();
    }
    if (const auto *codes = std::get_if<CodeIs>(&part.rule); codes && plain.codes.isEmpty()) {
        plain.codes = codes->codes;
        return !plain.codes.isEmpty();
    }
    if (const auto *message = std::get_if<MessageIs>(&part.rule);
        message && plain.message.isEmpty()) {
        plain.message = message->text;
        plain.messageEquals = message->equals;
        return !plain.message.isEmpty();
    }
    if (const auto *causes = std::get_if<CauseIs>(&part.rule); causes && plain.causes.isEmpty()) {
        plain.causes = causes->kinds;
        return !plain.causes.isEmpty();
    }
    if (const auto *result = std::get_if<ResultIs>(&part.rule);
        result && plain.result.isEmpty() && !result->function) {
        plain.result = result->script.source();
        return !plain.result.isEmpty();
    }
    if (const auto *moment = std::get_if<MomentIs>(&part.rule);
        moment && plain.script.isEmpty() && !moment->function) {
        plain.script = moment->script.source();
        return !plain.script.isEmpty();
    }
    return false;
}

std::optional<PlainCondition> plainCondition(const Condition &condition)
{
    PlainCondition plain;
    if (std::holds_alternative<Never>(condition.rule))
        return plain;
    if (std::holds_alternative<Always>(condition.rule)) {
        plain.always = true;
        return plain;
    }
    if (const auto *any = std::get_if<AnyOf>(&condition.rule)) {
        for (const Condition &part : any->of) {
            if (!takePart(part, plain))
                return {};
        }
        return plain;
    }
    return takePart(condition, plain) ? std::optional(plain) : std::nullopt;
}

/// The parts of \p condition, a single one among them.
static QList<Condition> partsOf(const Condition &condition)
{
    if (const auto *any = std::get_if<AnyOf>(&condition.rule))
        return any->of;
    if (std::holds_alternative<Never>(condition.rule)
        || std::holds_alternative<Always>(condition.rule))
        return {};
    return {condition};
}

/// Puts \p value where \p parts has one of its kind, else at the end; takes it out if it is empty.
template<typename Part>
static void putPart(QList<Condition> &parts, const Part &value, bool isEmpty)
{
    const auto isSame
        = [](const Condition &part) { return std::holds_alternative<Part>(part.rule); };
    const auto found = std::ranges::find_if(parts, isSame);
    if (isEmpty)
        parts.removeIf(isSame);
    else if (found == parts.end())
        parts.append({value});
    else
        found->rule = value;
}

Condition withPlain(const Condition &condition, const PlainCondition &plain)
{
    if (plain.always)
        return {Always {}};
    QList<Condition> parts = partsOf(condition);
    putPart(parts, ErrorIs {plain.errors}, plain.errors.isEmpty());
    putPart(parts, StatusIs {plain.statuses}, plain.statuses.isEmpty());
    putPart(parts, CodeIs {plain.codes}, plain.codes.isEmpty());
    putPart(parts, MessageIs {plain.message, plain.messageEquals}, plain.message.isEmpty());
    putPart(parts, CauseIs {plain.causes}, plain.causes.isEmpty());
    const auto held = plainCondition(condition);
    if (!held || held->result != plain.result)
        putPart(parts, ResultIs {.script = Script(plain.result, u"result"_s)},
                plain.result.isEmpty());
    if (!held || held->script != plain.script)
        putPart(parts, MomentIs {.script = Script(plain.script, u"script"_s)},
                plain.script.isEmpty());
    if (parts.isEmpty())
        return {Never {}};
    if (parts.size() == 1 && !std::holds_alternative<AnyOf>(condition.rule))
        return parts.first();
    return {AnyOf {parts}};
}

// --- Stops ---

static bool takePart(const Stop &part, PlainStop &plain)
{
    if (const auto *attempts = std::get_if<StopAfterAttempt>(&part.rule);
        attempts && !plain.attempts) {
        plain.attempts = attempts->attempts;
        return true;
    }
    if (const auto *after = std::get_if<StopAfterDelay>(&part.rule); after && !plain.afterDelay) {
        plain.afterDelay = after->seconds;
        return true;
    }
    if (const auto *before = std::get_if<StopBeforeDelay>(&part.rule);
        before && !plain.beforeDelay) {
        plain.beforeDelay = before->seconds;
        return true;
    }
    if (const auto *when = std::get_if<StopWhen>(&part.rule);
        when && plain.script.isEmpty() && !when->function) {
        plain.script = when->script.source();
        return !plain.script.isEmpty();
    }
    return false;
}

std::optional<PlainStop> plainStop(const Stop &stop)
{
    PlainStop plain;
    if (std::holds_alternative<StopNever>(stop.rule))
        return plain;
    if (const auto *any = std::get_if<StopAny>(&stop.rule)) {
        for (const Stop &part : any->of) {
            if (!takePart(part, plain))
                return {};
        }
        return plain;
    }
    return takePart(stop, plain) ? std::optional(plain) : std::nullopt;
}

template<typename Part>
static void putPart(QList<Stop> &parts, const std::optional<Part> &value)
{
    const auto isSame = [](const Stop &part) { return std::holds_alternative<Part>(part.rule); };
    const auto found = std::ranges::find_if(parts, isSame);
    if (!value)
        parts.removeIf(isSame);
    else if (found == parts.end())
        parts.append({*value});
    else
        found->rule = *value;
}

Stop withPlain(const Stop &stop, const PlainStop &plain)
{
    QList<Stop> parts;
    const auto *any = std::get_if<StopAny>(&stop.rule);
    if (any)
        parts = any->of;
    else if (!std::holds_alternative<StopNever>(stop.rule))
        parts = {stop};
    putPart(parts,
            plain.attempts ? std::optional(StopAfterAttempt {*plain.attempts}) : std::nullopt);
    putPart(parts,
            plain.afterDelay ? std::optional(StopAfterDelay {*plain.afterDelay}) : std::nullopt);
    putPart(parts,
            plain.beforeDelay ? std::optional(StopBeforeDelay {*plain.beforeDelay}) : std::nullopt);
    if (const auto held = plainStop(stop); !held || held->script != plain.script)
        putPart(parts,
                plain.script.isEmpty()
                    ? std::nullopt
                    : std::optional(StopWhen {.script = Script(plain.script, u"stop.script"_s)}));
    if (parts.isEmpty())
        return {StopNever {}};
    if (parts.size() == 1 && !any)
        return parts.first();
    return {StopAny {parts}};
}

// --- Hints ---

/// Whether \p condition is about answers alone.
static bool onlyResults(const Condition &condition)
{
    const auto all = [](const QList<Condition> &parts) {
        return !parts.isEmpty() && std::ranges::all_of(parts, onlyResults);
    };
    if (const auto *any = std::get_if<AnyOf>(&condition.rule))
        return all(any->of);
    if (const auto *both = std::get_if<AllOf>(&condition.rule))
        return std::ranges::any_of(both->of, onlyResults);
    return std::holds_alternative<ResultIs>(condition.rule);
}

QList<PolicyHint> hintsFor(const RetryPolicy &policy, double longestSeconds, int attempts)
{
    using Kind = PolicyHint::Kind;
    QList<PolicyHint> hints;
    if (onlyResults(policy.when))
        hints.append({Kind::NoNetworkErrors,
                      Words::tr("With a rule on answers only, network errors are not retried.")});
    if (isUnbounded(policy.stop))
        hints.append({Kind::NoBound,
                      Words::tr("The policy has no bound of its own: it ends after %Ln attempt(s).",
                                nullptr, attemptCeiling)});
    if (longestSeconds > 600)
        hints.append(
            {Kind::LongWaits,
             Words::tr("A call can wait for %1.")
                 .arg(durationText(std::chrono::milliseconds(qint64(longestSeconds * 1000))))});
    if (attempts > 20)
        hints.append(
            {Kind::ManyCalls,
             Words::tr("A call can be made %L1 times, and billed each time.").arg(attempts)});
    return hints;
}

RetryPolicy withNetworkErrors(RetryPolicy policy)
{
    QList<Condition> parts = partsOf(policy.when);
    parts += partsOf(defaultPolicy().when);
    policy.when = {AnyOf {parts}};
    return policy;
}

} // namespace Antiphon::Ui
