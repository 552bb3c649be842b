// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/exampleturns.h>

#include <antiphon/core/extract/check.h>
#include <antiphon/core/extract/schemaref.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static std::unexpected<Error> wrongExample(qsizetype number, Error error)
{
    error.message = Words::tr("Example %1: %2").arg(number).arg(error.message);
    return std::unexpected(std::move(error));
}

static Result<Message> exampleQuestion(const Template &source, const Example &example,
                                       const Variables &values, const MediaLoader &load)
{
    const QStringList wanted = source.variables();
    const bool fits = std::ranges::any_of(
        wanted, [&example](const QString &name) { return example.values.contains(name); });
    if (!fits)
        return fail(ErrorKind::Setup,
                    Words::tr("it has no value for any variable of the template (%1). Columns of "
                              "other names can be told in the prompt's \"mapping\".")
                        .arg(wanted.join(", "_L1)),
                    u"examples"_s);
    const auto rendered = render(source, values, load);
    if (!rendered)
        return std::unexpected(rendered.error().toError());
    const auto &messages = rendered->messages;
    const auto last
        = std::find_if(messages.crbegin(), messages.crend(),
                       [](const Message &message) { return message.role == Role::User; });
    if (last == messages.crend())
        return fail(ErrorKind::Setup,
                    Words::tr("the template has no user message to show it with."), u"examples"_s);
    Message question = *last; // caches end once in a request, with what is really asked
    question.parts.removeIf(
        [](const ContentPart &part) { return std::holds_alternative<CacheMarker>(part); });
    return question;
}

Result<QList<ShownExample>> showExamples(const CallInputs &inputs, const ExampleValues &valuesOf)
{
    QList<ShownExample> shown;
    if (inputs.examples.isEmpty())
        return shown;
    const auto source = Template::parse(inputs.prompt.text, inputs.prompt.options, inputs.snippets);
    if (!source)
        return std::unexpected(source.error().toError());
    for (const Example &example : inputs.examples) {
        const auto values = valuesOf(example);
        if (!values)
            return wrongExample(shown.size() + 1, values.error());
        auto question = exampleQuestion(*source, example, *values, inputs.load);
        if (!question)
            return wrongExample(shown.size() + 1, question.error());
        shown.append({*std::move(question), example.answer});
    }
    return shown;
}

qsizetype placeOfExamples(const Prompt &prompt, const QList<Message> &messages)
{
    const bool hasHistory
        = std::ranges::contains(prompt.variables, u"messages"_s, &VariableSpec::type);
    if (hasHistory) {
        const auto turn = std::ranges::find_if(
            messages, [](const Message &message) { return message.role != Role::System; });
        return turn - messages.begin();
    }
    for (qsizetype at = messages.size() - 1; at >= 0; --at) {
        if (messages[at].role == Role::User)
            return at;
    }
    return messages.size();
}

/// \p answer as the value that \p model asks for.
static Json askedValue(const Json &answer, const ResponseModel &model)
{
    Json value = answer;
    const Json *bare = model.wrapped ? localTarget(model.asked, u"#/properties/value") : nullptr;
    const bool isText
        = bare && typesOf(resolved(model.asked, *bare)).contains("string"_L1) && value.is_string();
    if (value.is_string() && !isText) { // a cell of a text file
        if (const auto parsed = parseJson(toText(value).toUtf8()))
            value = *parsed;
    }
    if (model.wrapped && !(value.is_object() && value.size() == 1 && value.contains("value")))
        return jsonObject({{"value", std::move(value)}});
    if (value.is_object()) {
        for (const QString &name : model.fromArguments)
            value.erase(toUtf8(name));
    }
    return value;
}

// Read by models, so it is English whatever the interface speaks.
static QList<Message> turnsByTool(const QString &name, const Json &value, qsizetype number)
{
    const QString id = u"example_%1"_s.arg(number);
    const ToolUse use {.id = id, .name = name, .argumentsText = QString::fromUtf8(toBytes(value))};
    const ToolResult result {.id = id, .name = name, .content = u"OK"_s};
    return {Message {.role = Role::Assistant, .parts = {use}},
            Message {.role = Role::Tool, .parts = {result}},
            textMessage(Role::Assistant, u"Done."_s)};
}

QList<Message> exampleTurns(const QList<ShownExample> &shown, const Extraction *how)
{
    QList<Message> turns;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        turns.append(shown[i].question);
        const Json value = how ? askedValue(shown[i].answer, how->model) : shown[i].answer;
        if (how && how->mechanism == Extraction::Mechanism::Tool)
            turns += turnsByTool(how->model.name, value, i + 1);
        else
            turns.append(textMessage(
                Role::Assistant,
                !how && value.is_string() ? toText(value) : QString::fromUtf8(toBytes(value))));
    }
    return turns;
}

QStringList misfits(const QList<ShownExample> &shown, const Extraction &how)
{
    QStringList found;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const Json value = askedValue(shown[i].answer, how.model);
        const auto checked = checkValue(value, how.model.asked, false);
        if (!checked || checked->issues.isEmpty())
            continue;
        const ValidationIssue &issue = checked->issues.first();
        const QString place = locationText(issue.location);
        found.append(
            Words::tr("The answer of example %1 does not fit the schema: %2")
                .arg(i + 1)
                .arg(place.isEmpty() ? issue.message : u"%1: %2"_s.arg(place, issue.message)));
    }
    return found;
}

} // namespace Antiphon
