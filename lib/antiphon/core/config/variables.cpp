// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/prompt.h>

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

std::unexpected<Error> wrong(const VariableSpec &spec, const QString &wanted)
{
    return fail(ErrorKind::Setup,
                Words::tr("The variable \"%1\" must be %2.").arg(spec.name, wanted), spec.name);
}

const Json *asJson(const Value &value)
{
    return std::get_if<Json>(&value.held);
}

bool isText(const Value &value)
{
    return asJson(value) && asJson(value)->is_string();
}

QString textOf(const Value &value)
{
    return isText(value) ? toText(*asJson(value)) : QString();
}

bool isList(const Value &value)
{
    return std::holds_alternative<List>(value.held) || std::holds_alternative<Tuple>(value.held)
        || (asJson(value) && asJson(value)->is_array());
}

bool isObject(const Value &value)
{
    return std::holds_alternative<Object>(value.held)
        || (asJson(value) && asJson(value)->is_object());
}

/// Nothing was given: absent, null or an empty text.
bool isMissing(const Value &value)
{
    return asJson(value)
        && (asJson(value)->is_null() || (isText(value) && textOf(value).isEmpty()));
}

bool isListOfLists(const Value &value)
{
    if (const auto *list = std::get_if<List>(&value.held))
        return std::ranges::all_of(list->items, isList);
    const auto *json = asJson(value);
    return json && json->is_array()
        && std::ranges::all_of(json->array_range(),
                               [](const Json &item) { return item.is_array(); });
}

/// Numbers come as text from forms and command lines.
Result<Value> asNumber(const VariableSpec &spec, const Value &value, bool whole)
{
    const auto wanted = whole ? Words::tr("a whole number") : Words::tr("a number");
    if (isText(value)) {
        const auto number = parseJson(textOf(value).trimmed().toUtf8());
        return number && number->is_number() ? asNumber(spec, Value(*number), whole)
                                             : wrong(spec, wanted);
    }
    if (!whole && std::holds_alternative<SpecialFloat>(value.held))
        return value;
    const auto *json = asJson(value);
    if (!json || !json->is_number() || (whole && !json->is<qint64>()))
        return wrong(spec, wanted);
    return value;
}

Result<Value> asBoolean(const VariableSpec &spec, const Value &value)
{
    if (asJson(value) && asJson(value)->is_bool())
        return value;
    const auto text = textOf(value);
    if (text == "true"_L1 || text == "false"_L1)
        return Value(Json(text == "true"_L1));
    return wrong(spec, Words::tr("true or false"));
}

/// \p value as the type of \p spec asks for it.
Result<Value> fitted(const VariableSpec &spec, const Value &value)
{
    const auto &type = spec.type;
    if (type == "number"_L1 || type == "integer"_L1)
        return asNumber(spec, value, type == "integer"_L1);
    if (type == "boolean"_L1)
        return asBoolean(spec, value);
    if (type == "choice"_L1 && !(isText(value) && spec.choices.contains(textOf(value))))
        return wrong(spec, Words::tr("one of %1").arg(spec.choices.join(", "_L1)));
    if (type == "text"_L1 && (isList(value) || isObject(value)))
        return wrong(spec, Words::tr("text"));
    if (type == "object"_L1 && !isObject(value))
        return wrong(spec, Words::tr("an object"));
    if (type == "lists"_L1 && !isListOfLists(value))
        return wrong(spec, Words::tr("a list of lists"));
    const bool plural = type == "list"_L1 || type == "messages"_L1 || type == "images"_L1
        || type == "audios"_L1 || type == "documents"_L1;
    if (plural && !isList(value))
        return wrong(spec, Words::tr("a list"));
    const bool media = type == "image"_L1 || type == "audio"_L1 || type == "document"_L1;
    if (media && isList(value))
        return wrong(spec, Words::tr("one file or address, not a list"));
    return value;
}

}

Result<Variables> withDefaults(const Prompt &prompt, Variables given)
{
    for (const auto &spec : prompt.variables) {
        const auto at = given.constFind(spec.name);
        const bool missing = at == given.constEnd() || isMissing(*at);
        if (missing && spec.fallback) {
            // An empty text is a value too, where one was given.
            if (at == given.constEnd() || !isText(*at))
                given.insert(spec.name, Value(*spec.fallback));
            else if (spec.required)
                given.insert(spec.name, Value(*spec.fallback));
        } else if (missing && spec.required) {
            return fail(ErrorKind::Setup,
                        Words::tr("The variable \"%1\" needs a value.").arg(spec.name), spec.name);
        }
        const auto now = given.constFind(spec.name);
        if (now == given.constEnd() || isMissing(*now))
            continue;
        auto value = fitted(spec, *now);
        if (!value)
            return std::unexpected(std::move(value.error()));
        given.insert(spec.name, std::move(*value));
    }
    return given;
}

} // namespace Antiphon
