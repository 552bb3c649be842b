// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/rules.h>

#include <antiphon/core/call/parameters.h>
#include <antiphon/core/jsonfields.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

constexpr auto parametersHead = "params."_L1;

Script expressionOf(const Json &value, const QString &place)
{
    return Script(toText(value), place);
}

std::optional<PromptQuestion> readQuestion(const Json &value, const QString &path,
                                           JsonFields &parent)
{
    JsonFields fields(value, path);
    const QString name = fields.text("prompt");
    PromptQuestion question {.prompt = name.section(u'#', 0, 0), .target = fields.text("target")};
    if (name.contains(u'#'))
        question.variant = name.section(u'#', 1);
    if (question.prompt.isEmpty())
        fields.reject("prompt",
                      Words::tr("is missing: the prompt that is asked, as in "
                                "\"classify\" or \"classify#short\"."));
    auto inputs = fields.object("inputs");
    if (const Json *given = fields.member("inputs"); given && given->is_object()) {
        for (const auto &entry : given->object_range()) {
            if (!entry.value().is_string())
                inputs.reject(entry.key(), Words::tr("must be an expression in quotes."));
            question.inputs.append(
                {fromUtf8(entry.key()), expressionOf(entry.value(), inputs.pathOf(entry.key()))});
        }
    }
    fields.reject(inputs.error());
    parent.reject(fields.error());
    return question;
}

QList<ComputedField> readComputed(JsonFields &fields)
{
    QList<ComputedField> out;
    auto part = fields.object("computed");
    const Json *computed = fields.member("computed");
    if (!computed || !computed->is_object()) {
        fields.reject(part.error());
        return out;
    }
    for (const auto &entry : computed->object_range()) {
        if (entry.key() == "note")
            continue;
        const QString path = part.pathOf(entry.key());
        ComputedField field {.name = fromUtf8(entry.key())};
        if (entry.value().is_object())
            field.question = readQuestion(entry.value(), path, part);
        else if (entry.value().is_string())
            field.expression = expressionOf(entry.value(), path);
        else
            part.reject(entry.key(),
                        Words::tr("must be an expression in quotes or {\"prompt\": ...}."));
        out.append(std::move(field));
    }
    fields.reject(part.error());
    return out;
}

/// What is wrong with setting \p key to \p value; empty: nothing.
QString wrongSetting(const QString &key, const Json &value)
{
    if (key.startsWith(parametersHead) && key.size() > parametersHead.size()) {
        Json one = jsonObject();
        one.insert_or_assign(toUtf8(key.sliced(parametersHead.size())), value);
        const auto read = parametersFromJson(one);
        return read ? QString() : read.error().message;
    }
    if (key == "tools"_L1)
        return value.is_array() || value.is_null() ? QString()
                                                   : Words::tr("must be a list of tools.");
    if (key == "metadata"_L1)
        return value.is_object() || value.is_null() ? QString() : Words::tr("must be an object.");
    if (key == "target"_L1 || key == "retry"_L1 || key == "output.schema"_L1)
        return value.is_string() ? QString() : Words::tr("must be a name in quotes.");
    return Words::tr("cannot be set; there are params.<name>, tools, metadata, target, retry, "
                     "output.schema.");
}

DynamicRule readRule(const Json &value, const QString &path, JsonFields &parent)
{
    JsonFields fields(value, path);
    DynamicRule rule {.when = Script(fields.text("when"), fields.pathOf("when")),
                      .enabled = fields.flag("enabled", true),
                      .note = fields.text("note")};
    if (rule.when.isEmpty())
        fields.reject("when", Words::tr("is missing: the expression that decides."));
    auto set = fields.object("set");
    if (const Json *given = fields.member("set"); given && given->is_object()) {
        rule.set = *given;
        rule.set.erase("note");
        for (const auto &entry : rule.set.object_range()) {
            const QString wrong = wrongSetting(fromUtf8(entry.key()), entry.value());
            if (!wrong.isEmpty())
                set.reject(entry.key(), wrong);
        }
    }
    fields.reject(set.error());
    parent.reject(fields.error());
    return rule;
}

QList<DynamicRule> readRules(JsonFields &fields)
{
    QList<DynamicRule> out;
    const Json *rules = fields.member("rules");
    if (!rules)
        return out;
    if (!rules->is_array()) {
        fields.reject("rules", Words::tr("must be a list, not %1.").arg(jsonTypeName(*rules)));
        return out;
    }
    for (const Json &rule : rules->array_range())
        out.append(readRule(rule, u"%1.%2"_s.arg(fields.pathOf("rules")).arg(out.size()), fields));
    return out;
}

Json questionJson(const PromptQuestion &question)
{
    const bool plain = question.variant == "default"_L1;
    Json json = jsonObject(
        {{"prompt", toJson(plain ? question.prompt : question.prompt + u'#' + question.variant)}});
    Json inputs = jsonObject();
    for (const auto &[name, expression] : question.inputs)
        inputs.insert_or_assign(toUtf8(name), toJson(expression.source()));
    if (!inputs.empty())
        json.insert_or_assign("inputs", std::move(inputs));
    if (!question.target.isEmpty())
        json.insert_or_assign("target", toJson(question.target));
    return json;
}

} // namespace

bool Dynamics::isEmpty() const
{
    return computed.isEmpty() && rules.isEmpty() && config.isEmpty();
}

Result<Dynamics> dynamicsFromJson(const Json &value)
{
    JsonFields fields(value, u"dynamic"_s);
    Dynamics dynamics;
    dynamics.computed = readComputed(fields);
    dynamics.rules = readRules(fields);
    if (fields.error())
        return std::unexpected(*fields.error());
    return dynamics;
}

Json toJson(const Dynamics &dynamics)
{
    Json computed = jsonObject();
    for (const ComputedField &field : dynamics.computed)
        computed.insert_or_assign(toUtf8(field.name),
                                  field.question ? questionJson(*field.question)
                                                 : toJson(field.expression.source()));
    Json rules = jsonArray();
    for (const DynamicRule &rule : dynamics.rules) {
        Json json = jsonObject({{"when", toJson(rule.when.source())}, {"set", rule.set}});
        if (!rule.enabled)
            json.insert_or_assign("enabled", false);
        if (!rule.note.isEmpty())
            json.insert_or_assign("note", toJson(rule.note));
        rules.push_back(std::move(json));
    }
    Json json = jsonObject();
    if (!computed.empty())
        json.insert_or_assign("computed", std::move(computed));
    if (!rules.empty())
        json.insert_or_assign("rules", std::move(rules));
    return json;
}

QList<ScriptError> faults(const Dynamics &dynamics)
{
    QList<ScriptError> out;
    const auto look = [&out](const Script &script) {
        if (auto error = script.check())
            out.append(*std::move(error));
    };
    for (const ComputedField &field : dynamics.computed) {
        if (!field.question)
            look(field.expression);
        else
            for (const auto &[name, expression] : field.question->inputs)
                look(expression);
    }
    if (const auto stages = computedStages(dynamics.computed); !stages)
        out.append({.message = stages.error().message, .file = u"dynamic.computed"_s});
    for (const DynamicRule &rule : dynamics.rules)
        look(rule.when);
    if (!dynamics.config.isEmpty())
        look(dynamics.config);
    if (!dynamics.parser.isEmpty())
        look(dynamics.parser);
    return out;
}

} // namespace Antiphon
