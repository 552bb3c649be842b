// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/decide.h>

#include <antiphon/core/words.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

bool inStatus(const QString &pattern, int status)
{
    if (status <= 0)
        return false;
    if (pattern.endsWith("xx"_L1))
        return pattern.first(1).toInt() == status / 100;
    const auto dash = pattern.indexOf(u'-');
    if (dash < 0)
        return pattern.toInt() == status;
    return pattern.first(dash).toInt() <= status && status <= pattern.sliced(dash + 1).toInt();
}

/// True for a leaf: the path is empty, since the leaf itself decided.
std::optional<QString> when(bool matched)
{
    return matched ? std::optional(QString(u""_s)) : std::nullopt;
}

QString joined(const QString &head, const QString &tail)
{
    return tail.isEmpty() ? head : head + u'.' + tail;
}

bool truth(const std::expected<ScriptResult, ScriptError> &result, QStringList *warnings)
{
    if (!result && warnings)
        warnings->append(Words::tr("A condition of the retry policy could not be worked out "
                                   "and counts as not met: %1")
                             .arg(result.error().text()));
    return result && result->truthy;
}

struct Matcher {
    const Outcome &outcome;
    QStringList *warnings = nullptr;

    const Error *error() const { return outcome.error ? &*outcome.error : nullptr; }

    std::optional<QString> operator()(const Never &) const { return {}; }
    std::optional<QString> operator()(const Always &) const { return when(true); }
    std::optional<QString> operator()(const HasFailed &rule) const
    {
        return when(outcome.error.has_value() == rule.failed);
    }
    std::optional<QString> operator()(const ErrorIs &rule) const
    {
        return when(error() && rule.kinds.contains(error()->kind));
    }
    std::optional<QString> operator()(const StatusIs &rule) const
    {
        return when(error() && std::ranges::any_of(rule.statuses, [this](const QString &pattern) {
                        return inStatus(pattern, error()->httpStatus);
                    }));
    }
    std::optional<QString> operator()(const CodeIs &rule) const
    {
        return when(error() && rule.codes.contains(error()->code));
    }
    std::optional<QString> operator()(const MessageIs &rule) const
    {
        if (!error())
            return {};
        if (rule.equals)
            return when(error()->message == rule.text);
        const auto match = QRegularExpression(rule.text).match(
            error()->message, 0, QRegularExpression::NormalMatch,
            QRegularExpression::AnchorAtOffsetMatchOption);
        return when(match.hasMatch());
    }
    std::optional<QString> operator()(const CauseIs &rule) const
    {
        return when(error() && std::ranges::any_of(error()->causes, [&rule](ErrorKind kind) {
                        return rule.kinds.contains(kind);
                    }));
    }
    std::optional<QString> operator()(const ResultIs &rule) const
    {
        if (error())
            return {};
        if (rule.function)
            return when(*rule.function && (*rule.function)(outcome.answer));
        return when(truth(rule.script.evaluate(outcome.answer, outcome.world), warnings));
    }
    std::optional<QString> operator()(const MomentIs &rule) const
    {
        const RetryMoment moment = momentOf(outcome);
        if (rule.function)
            return when(*rule.function && (*rule.function)(moment));
        return when(holds(rule.script, moment, outcome.world, warnings));
    }
    std::optional<QString> operator()(const AnyOf &rule) const
    {
        for (qsizetype i = 0; i < rule.of.size(); ++i) {
            if (const auto path = matches(rule.of[i], outcome, warnings))
                return joined(u"any[%1]"_s.arg(i), *path);
        }
        return {};
    }
    std::optional<QString> operator()(const AllOf &rule) const
    {
        const bool all = std::ranges::all_of(rule.of, [this](const Condition &part) {
            return matches(part, outcome, warnings).has_value();
        });
        return all ? std::optional(u"all"_s) : std::nullopt;
    }
    std::optional<QString> operator()(const Not &rule) const
    {
        if (!rule.of.isEmpty() && matches(rule.of.first(), outcome, warnings))
            return {};
        return u"not"_s;
    }
};

}

std::optional<QString> matches(const Condition &condition, const Outcome &outcome,
                               QStringList *warnings)
{
    return std::visit(Matcher {outcome, warnings}, condition.rule);
}

Condition resultIs(AnswerPredicate function)
{
    return {ResultIs {.function = std::make_shared<const AnswerPredicate>(std::move(function))}};
}

Condition momentIs(MomentPredicate function)
{
    return {MomentIs {.function = std::make_shared<const MomentPredicate>(std::move(function))}};
}

bool holds(const Script &script, const RetryMoment &moment, const ScriptWorld &world,
           QStringList *warnings)
{
    return truth(script.evaluate(toJson(moment), world), warnings);
}

} // namespace Antiphon
