// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/formatspec.h>
#include <antiphon/core/prompt/lookup.h>
#include <antiphon/core/prompt/pythontext.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

static bool isContainer(const Value &value)
{
    if (const auto *json = std::get_if<Json>(&value.held))
        return json->is_array() || json->is_object();
    return std::holds_alternative<List>(value.held) || std::holds_alternative<Tuple>(value.held)
        || std::holds_alternative<Map>(value.held) || std::holds_alternative<Object>(value.held);
}

static QString written(const Scope &scope, const Value &value)
{
    if (scope.source.options.values == TemplateOptions::Values::AsJson && isContainer(value))
        return QString::fromUtf8(toBytes(jsonOf(value)));
    return pythonStr(value);
}

static QString joined(const Scope &scope, const QList<Value> &items, QLatin1StringView between)
{
    QStringList lines;
    for (const Value &item : items)
        lines += written(scope, item);
    return lines.join(between);
}

static std::expected<QString, TemplateError> joinedList(const Scope &scope, const Value &value,
                                                        const Field &field)
{
    if (const auto items = listItems(value))
        return joined(scope, *items, "\n"_L1);
    return scope.fail(
        TemplateErrorKind::NotAList, field.range, field.name.whole,
        QCoreApplication::translate("template",
                                    "The variable '%1' must be a list for ':list', not a value "
                                    "of type '%2'.")
            .arg(field.name.whole, pythonTypeName(value)));
}

static std::expected<QString, TemplateError> joinedLists(const Scope &scope, const Value &value,
                                                         const Field &field)
{
    const auto fail = [&] {
        return scope.fail(TemplateErrorKind::NotAList, field.range, field.name.whole,
                          QCoreApplication::translate(
                              "template", "The variable '%1' must be a list of lists for ':lists'.")
                              .arg(field.name.whole));
    };
    const auto items = listItems(value);
    if (!items)
        return fail();
    QStringList blocks;
    for (const Value &item : *items) {
        const auto *tuple = std::get_if<Tuple>(&item.held);
        const auto inner = tuple ? std::optional(tuple->items) : listItems(item);
        if (!inner)
            return fail();
        blocks += joined(scope, *inner, "\n"_L1);
    }
    return blocks.join("\n\n"_L1);
}

static bool isJoin(const QString &specification)
{
    return specification == "list"_L1 || specification == "lists"_L1;
}

/// The specification that decides whether the field is joined: its own, or its variable's last.
static QString joinOf(const Scope &scope, const TextPart &part, const Field &field)
{
    const TemplateOptions &options = scope.source.options;
    if (options.compat || options.joins == TemplateOptions::Joins::Variable)
        return part.lastSpecifications.value(field.name.whole);
    return field.specification;
}

static QString converted(const Scope &scope, const Value &value, char16_t conversion)
{
    if (conversion == u'r')
        return pythonRepr(value);
    if (conversion == u'a')
        return pythonAscii(value);
    return written(scope, value);
}

/// A value of dialect v0 is a text before anything else happens to it.
static QString v0Text(const Scope &scope, const Value &value)
{
    const auto items = listItems(value);
    if (!items || items->isEmpty())
        return written(scope, value);
    if (!listItems(items->first()))
        return joined(scope, *items, "\n"_L1);
    QStringList blocks;
    for (const Value &item : *items) {
        const auto inner = listItems(item);
        blocks += inner ? joined(scope, *inner, "\n"_L1) : written(scope, item);
    }
    return blocks.join("\n\n"_L1);
}

static std::expected<Value, TemplateError> fieldValue(const Scope &scope, const TextPart &part,
                                                      const Field &field)
{
    if (scope.source.options.dialect == TemplateOptions::Dialect::V0) {
        return lookUpWhole(scope, field.name, field.range).transform([&](const Value &value) {
            return Value(v0Text(scope, value));
        });
    }
    auto value = lookUp(scope, field.name, field.range);
    if (!value)
        return value;
    const QString join = joinOf(scope, part, field);
    if (isJoin(join)) {
        auto text = join == "list"_L1 ? joinedList(scope, *value, field)
                                      : joinedLists(scope, *value, field);
        return text.transform([](const QString &lines) { return Value(lines); });
    }
    if (isNull(*value) && field.name.steps.isEmpty())
        return Value(QString());
    return value;
}

std::expected<QString, TemplateError> fieldText(const Scope &scope, const TextPart &part,
                                                const Field &field)
{
    auto value = fieldValue(scope, part, field);
    if (!value)
        return std::unexpected(value.error());
    if (!field.nested.isEmpty() || field.specification.contains(u'{'))
        return scope.fail(
            TemplateErrorKind::MissingVariable, field.range, field.nested,
            QCoreApplication::translate("template",
                                        "'%1' has no value here: a specification cannot hold "
                                        "a field. Write the number itself.")
                .arg(field.nested));
    if (field.conversion)
        value = Value(converted(scope, *value, field.conversion));

    const bool v0 = scope.source.options.dialect == TemplateOptions::Dialect::V0;
    const QString specification
        = !v0 && isJoin(field.specification) ? QString() : field.specification;
    if (specification.isEmpty())
        return written(scope, *value);
    return formatted(*value, specification).transform_error([&](const QString &problem) {
        return scope
            .fail(TemplateErrorKind::FormatSpec, field.specificationRange, field.name.whole,
                  problem)
            .error();
    });
}

} // namespace Antiphon
