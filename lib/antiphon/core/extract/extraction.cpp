// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/extraction.h>

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/extract/check.h>
#include <antiphon/core/extract/readanswer.h>
#include <antiphon/core/extract/schemaref.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

Error invalid(const QString &message, const QString &code)
{
    return {.kind = ErrorKind::Validation, .message = message, .code = code};
}

// Read by models as well as by people, so in English.
Error failureOf(const ReadFailure &failure, const Attempt &attempt)
{
    if (attempt.finish == FinishReason::Length)
        return invalid(u"The answer is incomplete: it reached the limit of tokens (finish reason "
                       "\"length\"). Allow more tokens."_s,
                       u"incomplete"_s);
    switch (failure.why) {
    case NoJson::Nothing:
        return invalid(u"No tool call or JSON object found in response."_s, u"no-json"_s);
    case NoJson::Incomplete:
        return invalid(
            u"The answer is incomplete: its JSON object does not end (finish reason "
            "\"%1\")."_s.arg(attempt.finishRaw.isEmpty() ? u"none"_s : attempt.finishRaw),
            u"incomplete"_s);
    case NoJson::Broken:
        break;
    }
    return invalid(u"The answer is not valid JSON: %1."_s.arg(failure.detail), u"not-json"_s);
}

/// The text the value is in: the first tool call's arguments, else the answer's text; the other one
/// where that is empty.
const QString &sourceOf(const Extraction &how, const Attempt &attempt)
{
    static const QString nothing;
    const bool hasCall = !attempt.toolCalls.isEmpty() && !how.besideTools;
    const QString &arguments = hasCall ? attempt.toolCalls.first().argumentsText : nothing;
    if (how.mechanism == Extraction::Mechanism::Tool)
        return hasCall ? arguments : attempt.text;
    return attempt.text.trimmed().isEmpty() && hasCall ? arguments : attempt.text;
}

std::expected<Json, ReadFailure> read(const Extraction &how, const Attempt &attempt)
{
    const QString &source = sourceOf(how, attempt);
    if (&source != &attempt.text && source.trimmed().isEmpty())
        return jsonObject(); // a tool without arguments
    auto value = readJson(source, how.lenient);
    const bool bareText = how.lenient && how.model.wrapped && !value
        && value.error().why == NoJson::Nothing && &source == &attempt.text
        && how.mechanism != Extraction::Mechanism::Tool && !source.trimmed().isEmpty();
    if (bareText) { // a text was asked for, and here it is, without quotes
        const Json *inner = localTarget(how.model.schema, u"#/properties/value");
        if (inner && typesOf(resolved(how.model.schema, *inner)).contains("string"_L1))
            return jsonObject({{"value", toJson(source.trimmed())}});
    }
    return value;
}

/// Null where an optional member was made required, so that leaving it out stays possible.
void dropNulls(const Json &root, const Json &schema, Json &value)
{
    const Json &meant = resolved(root, schema);
    if (value.is_array()) {
        const Json *items = find(meant, "items");
        for (size_t i = 0; items && i < value.size(); ++i)
            dropNulls(root, *items, value[i]);
        return;
    }
    const Json *properties = find(meant, "properties");
    if (!value.is_object() || !properties || !properties->is_object())
        return;
    const Json *required = find(meant, "required");
    for (const auto &property : properties->object_range()) {
        if (!value.contains(property.key()))
            continue;
        const Json name(property.key());
        const bool optional = !required || !required->is_array()
            || std::ranges::none_of(required->array_range(),
                                    [&name](const Json &one) { return one == name; });
        if (value[property.key()].is_null() && optional)
            value.erase(property.key());
        else
            dropNulls(root, property.value(), value[property.key()]);
    }
}

void applyRules(const Extraction &how, const RuleCheck &check, Checked &checked)
{
    if (!check || !checked.issues.isEmpty())
        return;
    const Json *inner = how.model.wrapped ? find(checked.value, "value") : nullptr;
    const Json &seen = inner ? *inner : checked.value;
    for (const AnswerRule &rule : how.rules) {
        const auto broken = check(rule.condition, seen);
        if (broken && !*broken)
            continue;
        checked.issues.append(
            {.location = locationFromPointer(rule.path, seen),
             .type = u"value_error"_s,
             .message = u"Value error, "_s + (broken ? rule.message : broken.error().message),
             .input = seen});
    }
}

Result<Checked> check(const Extraction &how, const Json &read)
{
    Json value = withArguments(how.model, read, how.arguments);
    if (how.nullIsAbsent)
        dropNulls(how.model.schema, how.model.schema, value);
    const bool bare
        = how.model.wrapped && how.lenient && !(value.is_object() && value.contains("value"));
    auto checked = checkValue(value, how.model.schema, how.lenient);
    if (!checked || !bare || checked->issues.isEmpty())
        return checked;
    auto wrapped = checkValue(jsonObject({{"value", value}}), how.model.schema, how.lenient);
    return wrapped && wrapped->issues.isEmpty() ? wrapped : checked;
}

} // namespace

QString mechanismName(Extraction::Mechanism mechanism)
{
    switch (mechanism) {
    case Extraction::Mechanism::Tool:
        return u"tool"_s;
    case Extraction::Mechanism::JsonText:
        return u"json"_s;
    case Extraction::Mechanism::Strict:
        break;
    }
    return u"strict"_s;
}

void extractInto(const Extraction &how, Attempt &attempt, const RuleCheck &check)
{
    if (attempt.error)
        return;
    auto extracted = extract(how, attempt, check);
    if (!extracted)
        return;
    if (extracted->hasValue)
        attempt.value = std::move(extracted->value);
    attempt.issues = std::move(extracted->issues);
    if (extracted->error) {
        attempt.error = std::move(extracted->error);
        attempt.error->provider = attempt.provider;
    }
    attempt.state = finalState(attempt);
}

std::optional<Extracted> extract(const Extraction &how, const Attempt &attempt,
                                 const RuleCheck &ruleCheck)
{
    if (how.besideTools && !attempt.toolCalls.isEmpty())
        return {};
    Extracted out;
    if (!attempt.refusal.isEmpty()) {
        out.error = Error {.kind = ErrorKind::Filtered, .message = attempt.refusal};
        return out;
    }
    const auto value = read(how, attempt);
    if (!value) {
        out.error = failureOf(value.error(), attempt);
        return out;
    }
    auto checked = check(how, *value);
    out.hasValue = true;
    if (!checked) {
        out.value = *value;
        out.error = checked.error();
        return out;
    }
    applyRules(how, ruleCheck, *checked);
    out.issues = checked->issues;
    const Json *inner = how.model.wrapped ? find(checked->value, "value") : nullptr;
    out.value = inner ? Json(*inner) : checked->value;
    if (!out.issues.isEmpty())
        out.error = invalid(issuesText(how.model.name, out.issues), u"schema"_s);
    return out;
}

} // namespace Antiphon
