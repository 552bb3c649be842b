// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/lookup.h>

#include <antiphon/core/prompt/pythontext.h>
#include <antiphon/core/prompt/templateerror.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

std::unexpected<TemplateError> Scope::fail(TemplateErrorKind kind, SourceRange range,
                                           const QString &name, const QString &message) const
{
    return std::unexpected(templateError(source.source, kind, range, name, message));
}

bool isNull(const Value &value)
{
    const auto *json = std::get_if<Json>(&value.held);
    return json && json->is_null();
}

bool isFalsy(const Value &value)
{
    if (const auto *json = std::get_if<Json>(&value.held)) {
        if (json->is_bool())
            return !json->as<bool>();
        if (json->is_string())
            return json->as_string_view().empty();
        if (json->is_number())
            return json->as<double>() == 0;
        return json->is_null() || json->empty();
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value.held))
        return bytes->isEmpty();
    if (const auto *list = std::get_if<List>(&value.held))
        return list->items.isEmpty();
    if (const auto *tuple = std::get_if<Tuple>(&value.held))
        return tuple->items.isEmpty();
    if (const auto *map = std::get_if<Map>(&value.held))
        return map->entries.isEmpty();
    return false;
}

std::optional<QList<Value>> listItems(const Value &value)
{
    if (const auto *list = std::get_if<List>(&value.held))
        return list->items;
    const auto *json = std::get_if<Json>(&value.held);
    if (!json || !json->is_array())
        return std::nullopt;
    QList<Value> items;
    for (const Json &item : json->array_range())
        items.append(Value(item));
    return items;
}

static std::optional<Value> memberOf(const QList<std::pair<QString, Value>> &members,
                                     const QString &key)
{
    const auto found = std::ranges::find(members, key, &std::pair<QString, Value>::first);
    return found == members.end() ? std::nullopt : std::optional(found->second);
}

static std::optional<Value> jsonMember(const Value &value, const QString &key)
{
    const auto *json = std::get_if<Json>(&value.held);
    const Json *member = json ? find(*json, toUtf8(key)) : nullptr;
    return member ? std::optional<Value>(*member) : std::nullopt;
}

static std::expected<Value, TemplateError> attribute(const Scope &scope, const Value &value,
                                                     const QString &key, const QString &variable,
                                                     SourceRange range)
{
    if (const auto *object = std::get_if<Object>(&value.held)) {
        if (const auto member = memberOf(object->members, key))
            return *member;
    }
    if (const auto member = jsonMember(value, key))
        return *member;
    const QString type = isNull(value) ? u"null"_s : pythonTypeName(value);
    return scope.fail(
        TemplateErrorKind::Attribute, range, variable,
        QCoreApplication::translate("template", "%1 has no attribute '%2'.").arg(type, key));
}

/// Whether a list can be indexed with \p key: digits only, as in Python's format strings.
static std::optional<qsizetype> listIndex(const QString &key)
{
    const bool digits = !key.isEmpty()
        && std::ranges::all_of(key, [](QChar unit) { return unit >= u'0' && unit <= u'9'; });
    return digits ? std::optional<qsizetype>(key.toLongLong()) : std::nullopt;
}

/// What is indexed by number: items of a list or tuple, characters of a text.
static std::optional<QList<Value>> sequence(const Value &value)
{
    if (const auto *tuple = std::get_if<Tuple>(&value.held))
        return tuple->items;
    if (pythonTypeName(value) == "str"_L1) {
        QList<Value> characters;
        for (const uint code : pythonStr(value).toUcs4()) {
            const auto character = char32_t(code);
            characters.append(Value(QString::fromUcs4(&character, 1)));
        }
        return characters;
    }
    return listItems(value);
}

static std::expected<Value, TemplateError> item(const Scope &scope, const Value &value,
                                                const QString &key, const QString &variable,
                                                SourceRange range)
{
    const auto *map = std::get_if<Map>(&value.held);
    const auto *json = std::get_if<Json>(&value.held);
    if (map || (json && json->is_object())) {
        // In Python a number is no text: it never finds a JSON key.
        const bool number = scope.source.options.compat && listIndex(key);
        const auto member = map ? memberOf(map->entries, key) : jsonMember(value, key);
        if (member && !number)
            return *member;
        return scope.fail(
            TemplateErrorKind::MissingVariable, range, key,
            QCoreApplication::translate("template", "'%1' has no entry '%2'.").arg(variable, key));
    }
    const auto items = sequence(value);
    const auto index = listIndex(key);
    if (items && index && *index >= 0 && *index < items->size())
        return items->at(*index);
    QString message;
    if (!items)
        message = QCoreApplication::translate(
                      "template", "'%1' leads to a value of type '%2', which has no entries.")
                      .arg(variable, pythonTypeName(value));
    else if (!index)
        message
            = QCoreApplication::translate(
                  "template", "'%1' leads to a list: its entries have numbers from 0, not '%2'.")
                  .arg(variable, key);
    else
        message = QCoreApplication::translate("template",
                                              "There is no entry %2 in '%1': it has %n entries.",
                                              nullptr, int(items->size()))
                      .arg(variable, key);
    return scope.fail(TemplateErrorKind::Index, range, variable, message);
}

static std::unexpected<TemplateError> missing(const Scope &scope, SourceRange range,
                                              const QString &name)
{
    return scope.fail(
        TemplateErrorKind::MissingVariable, range, name,
        QCoreApplication::translate("template", "The variable '%1' has no value.").arg(name));
}

std::expected<Value, TemplateError> lookUpWhole(const Scope &scope, const FieldName &name,
                                                SourceRange range)
{
    const auto found = scope.values.constFind(name.whole);
    if (found == scope.values.constEnd())
        return missing(scope, range, name.whole);
    return *found;
}

std::expected<Value, TemplateError> lookUp(const Scope &scope, const FieldName &name,
                                           SourceRange range)
{
    if (scope.source.options.compat && name.first.startsWith("self"_L1) && name.first != "self"_L1)
        return missing(scope, range, name.first);

    Value value;
    if (const auto found = scope.values.constFind(name.first); found != scope.values.constEnd())
        value = *found;
    else if (name.steps.isEmpty() || !name.steps.first().attribute || name.first == "self"_L1)
        return missing(scope, range, name.first);
    // A dotted name that is missing counts as null, which has no attributes: the original's answer.
    for (const FieldStep &step : name.steps) {
        auto next = step.attribute ? attribute(scope, value, step.key, name.first, range)
                                   : item(scope, value, step.key, name.first, range);
        if (!next)
            return next;
        value = *std::move(next);
    }
    return value;
}

} // namespace Antiphon
