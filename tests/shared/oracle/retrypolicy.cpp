// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "retrypolicy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Oracle {

namespace {

double number(const Json &value, std::string_view key, double fallback)
{
    const auto *member = find(value, key);
    return member && member->is_number() ? member->as<double>() : fallback;
}

template<typename Tree>
QList<Tree> list(const Json &value, std::string_view key, Tree (*read)(const Json &))
{
    QList<Tree> out;
    if (const auto *items = find(value, key)) {
        for (const auto &item : items->array_range())
            out.append(read(item));
    }
    return out;
}

QStringList texts(const Json &value, std::string_view key)
{
    return list<QString>(value, key, [](const Json &item) { return toText(item); });
}

/// Our stand-ins for exception types. Cancelled and Budget end a call by themselves.
ErrorKind standIn(qsizetype place)
{
    const auto kind = ErrorKind(int(place) + int(ErrorKind::Authentication));
    return std::min(kind, ErrorKind::Tool);
}

}

Types::Types(const Json &outcomes)
{
    for (const auto &outcome : outcomes.array_range()) {
        for (const auto *error = find(outcome, "raise"); error && error->is_object();
             error = find(*error, "cause"))
            m_basesOf.insert(textOf(*error, "type"), texts(*error, "bases"));
    }
}

QList<ErrorKind> Types::kinds(const QStringList &types) const
{
    QList<ErrorKind> out;
    for (auto at = m_basesOf.begin(); at != m_basesOf.end(); ++at) {
        if (std::ranges::any_of(types, [&at](const QString &type) {
                return at.key() == type || at->contains(type);
            }))
            out.append(kindOf(at.key()));
    }
    return out;
}

QList<ErrorKind> Types::exactly(const Json &types) const
{
    QList<ErrorKind> out;
    for (const auto &type : types.array_range()) {
        if (m_basesOf.contains(toText(type)))
            out.append(kindOf(toText(type)));
    }
    return out;
}

ErrorKind Types::kindOf(const QString &type) const
{
    return standIn(std::distance(m_basesOf.begin(), m_basesOf.find(type)));
}

Outcome Types::outcomeOf(const Json &outcome) const
{
    const auto *raised = find(outcome, "raise");
    if (!raised)
        return {.answer = jsonObject({{"value", outcome["return"]}})};
    Error error {.kind = kindOf(textOf(*raised, "type")), .message = textOf(*raised, "message")};
    if (textOf(*raised, "type") == "TryAgain"_L1)
        error.code = tryAgain().code;
    for (const auto *cause = find(*raised, "cause"); cause && cause->is_object();
         cause = find(*cause, "cause"))
        error.causes.append(kindOf(textOf(*cause, "type")));
    return {.error = std::move(error)};
}

Wait waitOf(const Json &value)
{
    const auto kind = textOf(value, "kind");
    if (kind == "fixed"_L1)
        return {FixedWait {number(value, "wait", 0)}};
    if (kind == "random"_L1)
        return {RandomWait {number(value, "min", 0), number(value, "max", 1)}};
    if (kind == "incrementing"_L1)
        return {IncrementingWait {number(value, "start", 0), number(value, "increment", 100),
                                  number(value, "max", noCap)}};
    if (kind == "exponential"_L1 || kind == "random_exponential"_L1)
        return {ExponentialWait {number(value, "multiplier", 1), number(value, "exp_base", 2),
                                 number(value, "min", 0), number(value, "max", noCap),
                                 kind != "exponential"_L1}};
    if (kind == "exponential_jitter"_L1)
        return {ExponentialJitterWait {number(value, "initial", 1), number(value, "exp_base", 2),
                                       number(value, "jitter", 1), 0, number(value, "max", noCap)}};
    if (kind == "chain"_L1)
        return {ChainWait {list(value, "strategies", waitOf)}};
    if (kind == "combine"_L1)
        return {CombinedWait {list(value, "strategies", waitOf)}};
    return {NoWait {}};
}

Stop stopOf(const Json &value)
{
    const auto kind = textOf(value, "kind");
    if (kind == "after_attempt"_L1)
        return {StopAfterAttempt {int(number(value, "max_attempt_number", 1))}};
    if (kind == "after_delay"_L1)
        return {StopAfterDelay {number(value, "max_delay", 0)}};
    if (kind == "before_delay"_L1)
        return {StopBeforeDelay {number(value, "max_delay", 0)}};
    if (kind == "any"_L1)
        return {StopAny {list(value, "stops", stopOf)}};
    if (kind == "all"_L1)
        return {StopAll {list(value, "stops", stopOf)}};
    return {StopNever {}};
}

namespace {

/// The case spells its predicate out: equal to `value`, or to one of `values`.
Condition resultMatches(const Json &predicate, bool wanted)
{
    return resultIs([predicate, wanted](const Json &answer) {
        const Json &result = answer["value"];
        bool holds = false;
        if (const auto *value = find(predicate, "value"))
            holds = *value == result;
        if (const auto *values = find(predicate, "values"))
            holds = std::ranges::any_of(values->array_range(),
                                        [&result](const Json &value) { return value == result; });
        return holds == wanted;
    });
}

}

Condition conditionOf(const Json &value, const Types &types)
{
    const auto kind = textOf(value, "kind");
    const Condition isType {ErrorIs {types.kinds(texts(value, "types"))}};
    const Condition isMessage {MessageIs {textOf(value, "message", textOf(value, "match")),
                                          find(value, "message") != nullptr}};
    const auto parts = [&] {
        QList<Condition> out;
        if (const auto *items = find(value, "retries")) {
            for (const auto &item : items->array_range())
                out.append(conditionOf(item, types));
        }
        return out;
    };
    if (kind == "always"_L1)
        return {Always {}};
    if (kind == "never"_L1)
        return {Never {}};
    if (kind == "if_exception_type"_L1)
        return isType;
    if (kind == "if_not_exception_type"_L1)
        return {AllOf {{{HasFailed {}}, {Not {{isType}}}}}};
    if (kind == "unless_exception_type"_L1)
        return {Not {{isType}}};
    if (kind == "if_exception_cause_type"_L1)
        return {CauseIs {types.kinds(texts(value, "types"))}};
    if (kind == "if_exception_message"_L1)
        return isMessage;
    if (kind == "if_not_exception_message"_L1)
        return {Not {{isMessage}}};
    if (kind == "if_result"_L1 || kind == "if_not_result"_L1)
        return resultMatches(*find(value, "predicate"), kind == "if_result"_L1);
    if (kind == "any"_L1)
        return {AnyOf {parts()}};
    if (kind == "all"_L1)
        return {AllOf {parts()}};
    return {ErrorIs {types.kinds({u"Exception"_s})}};
}

} // namespace Antiphon::Oracle
