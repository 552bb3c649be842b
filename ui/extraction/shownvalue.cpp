// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "extraction/shownvalue.h"

#include <antiphon/core/call/record.h>
#include <antiphon/core/extract/readanswer.h>
#include <antiphon/core/extract/schemaref.h>
#include <antiphon/core/jsontext.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

FieldLook lookOf(FieldState state)
{
    switch (state) {
    case FieldState::Ok:
        return {Glyph::Check, ColorRole::Positive, Words::tr("ok", "state of a field")};
    case FieldState::Partial:
        return {Glyph::Wave, ColorRole::Running, Words::tr("arriving", "state of a field")};
    case FieldState::Missing:
        return {Glyph::Barred, ColorRole::Negative, Words::tr("missing", "state of a field")};
    case FieldState::Wrong:
        return {Glyph::Cross, ColorRole::Negative, Words::tr("does not fit", "state of a field")};
    case FieldState::Broken:
        return {Glyph::Warning, ColorRole::Negative, Words::tr("rule broken", "state of a field")};
    case FieldState::Converted:
        return {Glyph::Information, ColorRole::Neutral, Words::tr("converted", "state of a field")};
    case FieldState::Repaired:
        return {Glyph::CheckCut, ColorRole::Positive, Words::tr("repaired", "state of a field")};
    case FieldState::Inside:
        return {Glyph::Warning, ColorRole::Neutral, Words::tr("see below", "state of a field")};
    }
    return {};
}

// As extract() words them for the model.
static constexpr auto ruleType = "value_error"_L1;
static constexpr auto rulePrefix = "Value error, "_L1;

/// The schema of the bare value: that of `value` where it is wrapped.
static void putSchema(const Extraction &how, ShownValue &shown)
{
    shown.root = how.model.schema;
    const Json *bare
        = how.model.wrapped ? localTarget(how.model.schema, u"#/properties/value") : nullptr;
    shown.schema = bare ? *bare : how.model.schema;
}

/// Locations as they lead from the bare value.
static QList<ValidationIssue> bareIssues(const Extraction &how, QList<ValidationIssue> issues)
{
    for (ValidationIssue &issue : issues) {
        const bool rule = issue.type == ruleType; // those look at the bare value already
        if (rule && issue.message.startsWith(rulePrefix))
            issue.message.slice(rulePrefix.size());
        else if (!rule && how.model.wrapped && !issue.location.isEmpty())
            issue.location.removeFirst();
    }
    return issues;
}

/// What attempts before got wrong and this one does not.
static void putRepaired(const Extraction &how, const QList<Attempt> &before, ShownValue &shown)
{
    for (const Attempt &attempt : before) {
        for (const ValidationIssue &issue : bareIssues(how, attempt.issues)) {
            const auto still
                = [&issue](const ValidationIssue &now) { return now.location == issue.location; };
            const auto same = [&issue](const auto &known) { return known.first == issue.location; };
            shown.repaired.removeIf(same);
            if (std::ranges::none_of(shown.issues, still))
                shown.repaired.append({issue.location, attempt.number});
        }
    }
}

ShownValue shownValue(const Extraction &how, const GrowingValue &growing,
                      const QList<Attempt> &before)
{
    ShownValue shown {.value = growing.value,
                      .hasValue = growing.begun,
                      .issues = bareIssues(how, growing.issues),
                      .open = growing.open,
                      .live = true};
    putSchema(how, shown);
    putRepaired(how, before, shown);
    return shown;
}

QString rawValueText(const Extraction &how, const Attempt &attempt)
{
    if (how.mechanism == Extraction::Mechanism::Tool) {
        const auto call = std::ranges::find(attempt.toolCalls, how.model.name, &ToolCall::name);
        if (call != attempt.toolCalls.end())
            return call->argumentsText;
    }
    return attempt.text;
}

static QString kindOf(const Json &value)
{
    return value.is_string() ? u"string"_s
        : value.is_bool()    ? u"boolean"_s
        : value.is_number()  ? u"number"_s
        : value.is_null()    ? u"null"_s
        : value.is_array()   ? u"array"_s
                             : u"object"_s;
}

/// Goes down two values side by side and notes where they differ in kind.
static void compare(const Json &raw, const Json &value, const Location &at, ShownValue &shown)
{
    if (kindOf(raw) != kindOf(value)) {
        if (!raw.is_null() && shown.converted.size() < 200)
            shown.converted.append(at);
        return;
    }
    if (raw.is_object()) {
        for (const auto &member : raw.object_range()) {
            if (const Json *held = find(value, member.key()))
                compare(member.value(), *held, at + Location {fromUtf8(member.key())}, shown);
        }
    } else if (raw.is_array()) {
        for (size_t i = 0; i < std::min(raw.size(), value.size()); ++i)
            compare(raw[i], value[i], at + Location {qint64(i)}, shown);
    }
}

/// Which fields came in another type than they are shown in.
static void putConverted(const Extraction &how, const Attempt &attempt, ShownValue &shown)
{
    auto read = readJson(rawValueText(how, attempt), how.lenient);
    if (!read || !attempt.value)
        return;
    const Json *inner = how.model.wrapped && read->is_object() ? find(*read, "value") : nullptr;
    compare(inner ? *inner : *read, shown.value, {}, shown);
}

ShownValue shownValue(const Extraction &how, const Attempt &attempt, const QList<Attempt> &before)
{
    ShownValue shown {.value = attempt.value.value_or(Json::null()),
                      .hasValue = attempt.value.has_value(),
                      .issues = bareIssues(how, attempt.issues),
                      .notes = attempt.reading};
    putSchema(how, shown);
    putRepaired(how, before, shown);
    putConverted(how, attempt, shown);
    return shown;
}

std::optional<std::pair<qsizetype, qsizetype>>
placeInText(const Extraction &how, const QString &raw, const Location &location)
{
    const std::optional<QString> json = jsonIn(raw, how.lenient);
    const qsizetype begin = json ? raw.indexOf(*json) : jsonBegin(raw);
    if (begin < 0)
        return {};
    const auto spans = jsonSpans(QStringView(raw).sliced(begin));
    if (!spans)
        return {};
    const bool bare = how.model.wrapped && find(*spans, Location {u"value"_s});
    const Location whole = bare ? Location {u"value"_s} + location : location;
    const JsonSpan *span = find(*spans, whole);
    if (!span)
        return {};
    const qsizetype from = span->keyBegin >= 0 ? span->keyBegin : span->begin;
    return std::pair(begin + from, span->end - from);
}

} // namespace Antiphon::Ui
