// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The suite "templates": a template and its variables, rendered.

#include "oracle.h"

#include <antiphon/core/prompt/template.h>

#include <limits>

using namespace Qt::StringLiterals;

namespace Antiphon::Oracle {

static QByteArray bytesOf(const Json &tagged)
{
    return QByteArray::fromBase64(toText(tagged).toLatin1());
}

static double special(const QString &name)
{
    if (name == "nan"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    return name == "-inf"_L1 ? -infinity : infinity;
}

/// \p value with every `{"$bytes": text}` replaced by its text, as our own message format has it.
static Json withPlainBytes(const Json &value)
{
    if (const Json *bytes = find(value, "$bytes"))
        return *bytes;
    if (value.is_array()) {
        Json out = jsonArray();
        for (const Json &item : value.array_range())
            out.push_back(withPlainBytes(item));
        return out;
    }
    if (value.is_object()) {
        Json out = jsonObject();
        for (const auto &member : value.object_range())
            out[member.key()] = withPlainBytes(member.value());
        return out;
    }
    return value;
}

static Value messageValue(const Json &tagged)
{
    const auto messages = messagesFromJson(jsonArray({withPlainBytes(tagged)}));
    return messages && !messages->isEmpty() ? Value(messages->first()) : Value(tagged);
}

static Value partValue(const Json &tagged)
{
    const Json content = jsonArray({withPlainBytes(tagged)});
    const auto messages
        = messagesFromJson(jsonArray({jsonObject({{"role", "user"}, {"content", content}})}));
    if (!messages || messages->isEmpty() || messages->first().parts.isEmpty())
        return Value(tagged);
    return Value(messages->first().parts.first());
}

static QList<Value> itemsOf(const Json &array)
{
    QList<Value> items;
    for (const Json &item : array.array_range())
        items.append(valueOf(item));
    return items;
}

static QList<std::pair<QString, Value>> membersOf(const Json &object)
{
    QList<std::pair<QString, Value>> members;
    for (const auto &member : object.object_range())
        members.append({fromUtf8(member.key()), valueOf(member.value())});
    return members;
}

Value valueOf(const Json &json)
{
    if (json.is_array())
        return Value(List {itemsOf(json)});
    if (!json.is_object())
        return Value(json);
    if (const Json *bytes = find(json, "$bytes"))
        return Value(bytesOf(*bytes));
    if (const Json *number = find(json, "$float"))
        return Value(SpecialFloat {special(toText(*number))});
    if (const Json *object = find(json, "$object"))
        return Value(Object {membersOf(*object)});
    if (const Json *tuple = find(json, "$tuple"))
        return Value(Tuple {itemsOf(*tuple)});
    if (const Json *part = find(json, "$part"))
        return partValue(*part);
    if (const Json *message = find(json, "$message"))
        return messageValue(*message);
    return Value(Map {membersOf(json)});
}

Json taggedBytes(Json messages)
{
    for (Json &message : messages.array_range()) {
        Json &content = message["content"];
        if (!content.is_array())
            continue;
        for (Json &part : content.array_range()) {
            for (const char *key : {"image", "audio", "document"}) {
                if (const Json *bytes = find(part, key))
                    part[key] = jsonObject({{"$bytes", Json(*bytes)}});
            }
        }
    }
    return messages;
}

/// The cases' word for a kind. Media have two there and one with us, so they say nothing.
static QString category(TemplateErrorKind kind)
{
    switch (kind) {
    case TemplateErrorKind::MissingVariable:
        return u"missing_variable"_s;
    case TemplateErrorKind::Attribute:
        return u"missing_attribute"_s;
    case TemplateErrorKind::Index:
        return u"index"_s;
    case TemplateErrorKind::Syntax:
        return u"template_syntax"_s;
    case TemplateErrorKind::FormatSpec:
        return u"format_spec"_s;
    case TemplateErrorKind::NotAList:
    case TemplateErrorKind::NotMessages:
        return u"not_a_list"_s;
    case TemplateErrorKind::InvalidPart:
        return u"invalid_part"_s;
    case TemplateErrorKind::NotLoaded:
    case TemplateErrorKind::UnknownSnippet:
    case TemplateErrorKind::SnippetCycle:
    case TemplateErrorKind::EmptyPrompt:
        break;
    }
    return {};
}

static Json failed(const TemplateError &error)
{
    return errorResult(category(error.kind), error.message);
}

TemplateOptions importedOptions(const Mode &mode)
{
    return {.whenEmpty = TemplateOptions::WhenEmpty::Compat,
            .joins = TemplateOptions::Joins::Variable,
            .compat = mode.compat};
}

Json runTemplateCase(const Json &input, const Mode &mode)
{
    const TemplateOptions options = importedOptions(mode);
    const auto source = Template::parse(textOf(input, "template"), options);
    if (!source)
        return failed(source.error());

    Variables variables;
    for (const char *key : {"variables", "computed_fields"}) {
        const Json *object = find(input, key);
        if (!object || !object->is_object())
            continue;
        for (const auto &member : object->object_range())
            variables.insert(fromUtf8(member.key()), valueOf(member.value()));
    }
    const auto rendered = render(*source, variables);
    if (!rendered)
        return failed(rendered.error());
    Json out = jsonObject({{"messages", taggedBytes(toJson(rendered->messages))}});
    if (textOf(input, "api") == "class"_L1) {
        const auto text = renderAsText(*source, variables);
        if (!text)
            return failed(text.error());
        out["text"] = toJson(*text);
    }
    return out;
}

} // namespace Antiphon::Oracle
