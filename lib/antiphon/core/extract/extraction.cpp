// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/extraction.h>

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/extract/check.h>
#include <antiphon/core/extract/readanswer.h>
#include <antiphon/core/extract/schemaref.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

QStringList sentences(const ReadingSteps &done)
{
    QStringList out;
    if (done.prose)
        out.append(Words::tr("Text around the JSON was cut away."));
    if (done.fence)
        out.append(Words::tr("The fence around the JSON was taken off."));
    if (done.commas)
        out.append(Words::tr("Commas before closing brackets were taken out."));
    return out;
}

QString placeOf(const Location &location)
{
    const QString place = locationText(location);
    return place.isEmpty() ? Words::tr("The value") : place;
}

QStringList sentences(const Checked &checked)
{
    QStringList out;
    for (const Conversion &change : checked.conversions)
        out.append(Words::tr("%1: %2 was taken as %3.")
                       .arg(placeOf(change.location), fromUtf8(change.from.to_string()),
                            fromUtf8(change.to.to_string())));
    for (const Location &location : checked.leftOut)
        out.append(Words::tr("%1 was left out: the schema has no such member.")
                       .arg(locationText(location)));
    return out;
}

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

std::expected<Json, ReadFailure> read(const Extraction &how, const Attempt &attempt,
                                      QStringList &steps)
{
    const QString &source = sourceOf(how, attempt);
    if (&source != &attempt.text && source.trimmed().isEmpty())
        return jsonObject(); // a tool without arguments
    ReadingSteps done;
    auto value = readJson(source, how.lenient, &done);
    steps += sentences(done);
    const bool bareText = how.lenient && how.model.wrapped && !value
        && value.error().why == NoJson::Nothing && &source == &attempt.text
        && how.mechanism != Extraction::Mechanism::Tool && !source.trimmed().isEmpty();
    if (bareText) { // a text was asked for, and here it is, without quotes
        const Json *inner = localTarget(how.model.schema, u"#/properties/value");
        if (inner && typesOf(resolved(how.model.schema, *inner)).contains("string"_L1)) {
            steps = {Words::tr("The whole answer was taken as the text asked for.")};
            return jsonObject({{"value", toJson(source.trimmed())}});
        }
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

QList<AnswerFault> faultsOf(const Extraction &how, const RuleCheck &rules, const AnswerCheck &check,
                            const Json &value)
{
    QList<AnswerFault> faults;
    for (const AnswerRule &rule : how.rules) {
        const auto broken = rules ? rules(rule.condition, value) : false;
        if (!broken || *broken)
            faults.append({broken ? rule.message : broken.error().message, rule.path});
    }
    if (check)
        faults += check(value);
    return faults;
}

void addFaults(const QList<AnswerFault> &faults, const Json &value, Checked &checked)
{
    for (const AnswerFault &fault : faults) {
        const Location location = locationFromPointer(fault.path, value);
        checked.issues.append({.location = location,
                               .type = u"value_error"_s,
                               .message = u"Value error, "_s + fault.message,
                               .input = valueAt(value, location)});
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

void extractInto(const Extraction &how, Attempt &attempt, const RuleCheck &rules,
                 const AnswerCheck &check)
{
    if (attempt.error)
        return;
    auto extracted = extract(how, attempt, rules, check);
    if (!extracted)
        return;
    attempt.reading = std::move(extracted->steps);
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
                                 const RuleCheck &rules, const AnswerCheck &ownCheck)
{
    if (how.besideTools && !attempt.toolCalls.isEmpty())
        return {};
    Extracted out;
    if (!attempt.refusal.isEmpty()) {
        out.error = Error {.kind = ErrorKind::Filtered, .message = attempt.refusal};
        return out;
    }
    const auto value = read(how, attempt, out.steps);
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
    const bool bare = how.model.wrapped && !(value->is_object() && value->contains("value"));
    if (bare && checked->issues.isEmpty() && out.steps.isEmpty())
        out.steps.append(Words::tr("The bare value was taken for the one asked for."));
    out.steps += sentences(*checked);
    const Json *inner = how.model.wrapped ? find(checked->value, "value") : nullptr;
    out.value = inner ? Json(*inner) : checked->value;
    if (checked->issues.isEmpty())
        addFaults(faultsOf(how, rules, ownCheck, out.value), out.value, *checked);
    out.issues = checked->issues;
    if (!out.issues.isEmpty())
        out.error = invalid(issuesText(how.model.name, out.issues), u"schema"_s);
    return out;
}

} // namespace Antiphon
