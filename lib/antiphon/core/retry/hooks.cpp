// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/hooks.h>

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

QString ordinal(int number)
{
    const int tens = number % 100;
    const char *ending = "th";
    if (tens < 11 || tens > 13) {
        switch (number % 10) {
        case 1:
            ending = "st";
            break;
        case 2:
            ending = "nd";
            break;
        case 3:
            ending = "rd";
            break;
        default:
            break;
        }
    }
    return QString::number(number) + QLatin1StringView(ending);
}

static QString nameOf(const RetryMoment &moment)
{
    return moment.name.isEmpty() ? u"<unknown>"_s : moment.name;
}

static QString seconds(double value)
{
    return QString::number(value, 'g', 6);
}

static QString result(const RetryMoment &moment)
{
    const auto text = textOf(moment.answer, "content");
    const Json *value = find(moment.answer, "value");
    return text.isEmpty() && value && !value->is_null() ? QString::fromUtf8(toBytes(*value)) : text;
}

// As the reference words them.
static QString usualLine(HookTime time, const RetryMoment &moment)
{
    const auto name = nameOf(moment);
    switch (time) {
    case HookTime::Before:
        return u"Starting call to '%1', this is the %2 time calling it."_s.arg(
            name, ordinal(moment.attempt));
    case HookTime::After:
        return u"Finished call to '%1' after %2(s), this was the %3 time calling it."_s.arg(
            name, QString::number(moment.elapsedSeconds, 'g', 3), ordinal(moment.attempt));
    case HookTime::BeforeSleep:
        break;
    }
    const auto why = moment.error
        ? u"raised %1: %2"_s.arg(errorKindName(moment.error->kind), moment.error->message)
        : u"returned %1"_s.arg(result(moment));
    return u"Retrying %1 in %2 seconds as it %3."_s.arg(name, seconds(moment.upcomingSeconds), why);
}

QString logLine(const QString &line, HookTime time, const RetryMoment &moment)
{
    if (line.isEmpty())
        return usualLine(time, moment);
    const auto value = [&moment](QStringView field) -> std::optional<QString> {
        const Error *error = moment.error ? &*moment.error : nullptr;
        if (field == "attempt"_L1)
            return QString::number(moment.attempt);
        if (field == "ordinal"_L1)
            return ordinal(moment.attempt);
        if (field == "name"_L1)
            return nameOf(moment);
        if (field == "target"_L1)
            return moment.target;
        if (field == "elapsed"_L1)
            return seconds(moment.elapsedSeconds);
        if (field == "idle"_L1)
            return seconds(moment.idleSeconds);
        if (field == "wait"_L1)
            return seconds(moment.upcomingSeconds);
        if (field == "error"_L1)
            return error ? error->message : QString();
        if (field == "kind"_L1)
            return error ? errorKindName(error->kind) : QString();
        if (field == "status"_L1)
            return error && error->httpStatus ? QString::number(error->httpStatus) : QString();
        if (field == "result"_L1)
            return result(moment);
        return {};
    };
    QString out;
    for (qsizetype at = 0; at < line.size();) {
        const auto end = line[at] == u'{' ? line.indexOf(u'}', at) : -1;
        const auto text
            = end < 0 ? std::nullopt : value(QStringView(line).sliced(at + 1, end - at - 1));
        out += text ? *text : QString(line[at]);
        at = text ? end + 1 : at + 1;
    }
    return out;
}

static void collect(const RetryHook &hook, RetryMoment &moment)
{
    if (!moment.error || !hook.collect.contains(moment.error->kind))
        return;
    Json errors = jsonArray();
    if (const Json *before = find(moment.variables, "errors"); before && before->is_array())
        errors = *before;
    errors.push_back(toJson(QStringView(moment.error->message)));
    moment.variables.insert_or_assign("errors", std::move(errors));
}

static void runScript(const Script &script, RetryMoment &moment, const ScriptWorld &world,
                      HookWords &words)
{
    const auto result = script.evaluate(toJson(moment), world);
    if (!result) {
        words.warnings.append(
            Words::tr("A hook of the retry policy failed: %1").arg(result.error().text()));
        return;
    }
    words.lines += result->console;
    if (!result->value.is_object())
        return;
    for (const auto &member : result->value.object_range())
        moment.variables.insert_or_assign(member.key(), member.value());
}

HookWords runHooks(const RetryHooks &hooks, HookTime time, RetryMoment &moment,
                   const ScriptWorld &world)
{
    HookWords words;
    const auto &due = time == HookTime::Before ? hooks.before
        : time == HookTime::After              ? hooks.after
                                               : hooks.beforeSleep;
    for (const RetryHook &hook : due) {
        if (hook.function)
            (*hook.function)(moment);
        else if (hook.log)
            words.lines.append(logLine(*hook.log, time, moment));
        else if (!hook.script.isEmpty())
            runScript(hook.script, moment, world, words);
        else
            collect(hook, moment);
    }
    return words;
}

std::optional<Json> instead(const GaveUpHook &hook, const RetryMoment &moment,
                            const ScriptWorld &world, QStringList &warnings)
{
    if (hook.value || hook.isEmpty())
        return hook.value;
    if (hook.function)
        return (*hook.function)(moment);
    auto result = hook.script.evaluate(toJson(moment), world);
    if (result)
        return std::move(result->value);
    warnings.append(
        Words::tr("What was to stand in for an answer failed: %1").arg(result.error().text()));
    return {};
}

} // namespace Antiphon
