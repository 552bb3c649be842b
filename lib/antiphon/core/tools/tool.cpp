// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/tools/tool.h>

#include <antiphon/core/extract/jsonschema.h>
#include <antiphon/core/jsonfields.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr double longestCommand = 600; // seconds

const QStringList &toolAnswerNames()
{
    static const QStringList names {u"ask"_s, u"canned"_s, u"script"_s, u"command"_s};
    return names;
}

bool isToolName(QStringView name)
{
    return !name.isEmpty() && name.size() <= 64 && std::ranges::all_of(name, [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'_' || c == u'-';
    });
}

std::optional<Json> cannedAnswer(const CannedAnswers &answers, const Json &arguments)
{
    const auto fits = [&arguments](const CannedAnswers::Entry &entry) {
        return std::ranges::all_of(entry.arguments.object_range(), [&](const auto &wanted) {
            const Json *given = find(arguments, wanted.key());
            return given && *given == wanted.value();
        });
    };
    const auto found = std::ranges::find_if(answers.results, fits);
    if (found == answers.results.end())
        return answers.otherwise;
    return found->result;
}

static CannedAnswers::Entry readEntry(JsonFields &fields)
{
    CannedAnswers::Entry entry;
    if (const Json *arguments = fields.member("arguments")) {
        if (arguments->is_object())
            entry.arguments = *arguments;
        else
            fields.reject("arguments", Words::tr("must be an object."));
    }
    if (const Json *result = fields.member("result"))
        entry.result = *result;
    else
        fields.reject("result", Words::tr("is missing: what the tool answers."));
    return entry;
}

Result<CannedAnswers> cannedFromJson(const Json &value)
{
    JsonFields fields(value);
    CannedAnswers answers;
    const Json *results = fields.member("results");
    if (results && !results->is_array())
        fields.reject("results", Words::tr("must be a list."));
    else if (results) {
        for (size_t i = 0; i < results->size(); ++i) {
            JsonFields entry((*results)[i], u"results.%1"_s.arg(i));
            answers.results.append(readEntry(entry));
            fields.reject(entry.error());
        }
    }
    if (const Json *otherwise = fields.member("default"))
        answers.otherwise = *otherwise;
    if (fields.error())
        return std::unexpected(*fields.error());
    return answers;
}

Json toJson(const CannedAnswers &answers)
{
    Json results = jsonArray();
    for (const CannedAnswers::Entry &entry : answers.results)
        results.push_back(jsonObject({{"arguments", entry.arguments}, {"result", entry.result}}));
    Json json = jsonObject({{"antiphon", Json("canned/1")}, {"results", std::move(results)}});
    if (answers.otherwise)
        json.insert_or_assign("default", *answers.otherwise);
    return json;
}

/// \p word in quotes, so that nothing in it can pass for another word, or hide.
static QString quoted(const QString &word)
{
    QString text;
    for (const QChar c : word) {
        if (!c.isPrint())
            text += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else if (c == u'"' || c == u'\\')
            text += u'\\' + QString(c);
        else
            text += c;
    }
    return u'"' + text + u'"';
}

QString commandText(const ToolCommand &command)
{
    QStringList words;
    for (const QString &word : command.words) {
        const bool plain = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
            return c.isPrint() && !c.isSpace() && c != u'"' && c != u'\\' && c != u'\'';
        });
        words.append(plain ? word : quoted(word));
    }
    return words.join(u' ');
}

static ToolDefinition readDefinition(JsonFields &fields, const QString &slug)
{
    ToolDefinition definition {.name = fields.text("name", slug),
                               .description = fields.text("description"),
                               .strict = fields.flag("strict", false),
                               .slug = slug};
    if (!isToolName(definition.name))
        fields.reject("name",
                      Words::tr("may only have letters a-z and A-Z, digits, \"_\" and \"-\", at "
                                "most 64 of them."));
    if (const Json *parameters = fields.member("parameters")) {
        definition.parameters = *parameters;
        if (!parameters->is_object())
            fields.reject("parameters", Words::tr("must be a JSON Schema in braces."));
        else if (const auto schema = JsonSchema::read(*parameters); !schema)
            fields.reject("parameters", schema.error().message);
    }
    if (const Json *native = fields.member("native")) {
        definition.kind = ToolDefinition::Kind::Provider;
        definition.native = *native;
        if (!native->is_object())
            fields.reject("native",
                          Words::tr("must be an object: the tool as its provider writes it."));
    }
    return definition;
}

static ToolCommand readCommand(JsonFields &fields)
{
    const double seconds = fields.number("timeout", 30, 0.1, longestCommand);
    return {.words = fields.texts("command"),
            .timeout = std::chrono::milliseconds(qRound64(seconds * 1000)),
            .environment = fields.texts("environment")};
}

Result<Tool> toolFromJson(const QString &slug, const Json &value)
{
    JsonFields fields(value);
    const QString kind = fields.text("antiphon", u"tool/1"_s);
    if (kind != "tool/1"_L1)
        fields.reject("antiphon", Words::tr("is \"%1\"; a tool says \"tool/1\".").arg(kind));
    Tool tool {.slug = slug, .id = fields.text("id"), .definition = readDefinition(fields, slug)};
    tool.answer = Tool::Answer(fields.choice("answer", toolAnswerNames(), 0));
    tool.confirm = fields.flag("confirm", false);
    tool.command = readCommand(fields);
    if (tool.answer == Tool::Answer::Command
        && (tool.command.words.isEmpty() || tool.command.words.first().isEmpty()))
        fields.reject("command",
                      Words::tr("is missing: the program and its arguments as a list of texts."));
    if (fields.error())
        return std::unexpected(*fields.error());
    return tool;
}

static Json textsJson(const QStringList &texts)
{
    Json list = jsonArray();
    for (const QString &text : texts)
        list.push_back(toJson(text));
    return list;
}

Json toJson(const Tool &tool)
{
    const ToolDefinition &definition = tool.definition;
    Json json = jsonObject({{"antiphon", Json("tool/1")}});
    if (!tool.id.isEmpty())
        json.insert_or_assign("id", toJson(tool.id));
    json.insert_or_assign("name", toJson(definition.name));
    if (!definition.description.isEmpty())
        json.insert_or_assign("description", toJson(definition.description));
    if (!definition.parameters.empty())
        json.insert_or_assign("parameters", definition.parameters);
    if (definition.strict)
        json.insert_or_assign("strict", true);
    if (definition.kind == ToolDefinition::Kind::Provider)
        json.insert_or_assign("native", definition.native);
    if (tool.answer != Tool::Answer::Ask)
        json.insert_or_assign("answer", toJson(toolAnswerNames()[int(tool.answer)]));
    if (tool.confirm)
        json.insert_or_assign("confirm", true);
    if (!tool.command.words.isEmpty())
        json.insert_or_assign("command", textsJson(tool.command.words));
    if (tool.command.timeout != ToolCommand {}.timeout)
        json.insert_or_assign("timeout", double(tool.command.timeout.count()) / 1000);
    if (!tool.command.environment.isEmpty())
        json.insert_or_assign("environment", textsJson(tool.command.environment));
    return json;
}

} // namespace Antiphon
