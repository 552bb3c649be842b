// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/prompt.h>

#include <antiphon/core/jsonfields.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

const QStringList &variableTypes()
{
    static const QStringList names {u"text"_s,     u"number"_s,    u"integer"_s, u"boolean"_s,
                                    u"choice"_s,   u"list"_s,      u"lists"_s,   u"object"_s,
                                    u"image"_s,    u"images"_s,    u"audio"_s,   u"audios"_s,
                                    u"document"_s, u"documents"_s, u"messages"_s};
    return names;
}

VariableSpec readVariable(JsonFields &fields, const QString &name)
{
    VariableSpec spec {.name = name};
    spec.type = variableTypes().value(fields.choice("type", variableTypes(), 0));
    spec.required = fields.flag("required", false);
    if (const auto *fallback = fields.member("default"))
        spec.fallback = *fallback;
    spec.description = fields.text("description");
    spec.choices = fields.texts("choices");
    spec.multiline = fields.flag("multiline", false);
    spec.sensitive = fields.flag("sensitive", false);
    if (spec.type == "choice"_L1 && spec.choices.isEmpty())
        fields.reject("choices", Words::tr("is missing: what there is to choose from."));
    return spec;
}

QList<VariableSpec> readVariables(JsonFields &fields)
{
    QList<VariableSpec> out;
    auto part = fields.object("variables");
    fields.reject(part.error());
    const auto *value = fields.member("variables");
    if (!value || fields.error())
        return out;
    for (const auto &entry : value->object_range()) {
        if (entry.key() == "note")
            continue;
        JsonFields variable(entry.value(), part.pathOf(entry.key()));
        out.append(readVariable(variable, fromUtf8(entry.key())));
        fields.reject(variable.error());
    }
    return out;
}

void readOptions(JsonFields &fields, Prompt &prompt)
{
    const auto *value = fields.member("template");
    if (!value)
        return;
    if (const auto *engine = find(*value, "engine")) {
        fields.reject("template",
                      Words::tr("this text is written for %1, which Antiphon does not run. Rewrite "
                                "it in Antiphon's template language and remove \"engine\".")
                          .arg(toText(*engine)));
        return;
    }
    if (auto options = templateOptionsFromJson(*value))
        prompt.options = std::move(*options);
    else
        fields.reject("template", options.error().message);
}

Parameters readParameters(JsonFields &fields, std::string_view key)
{
    const auto *value = fields.member(key);
    if (!value)
        return {};
    auto parameters = parametersFromJson(*value);
    if (parameters)
        return std::move(*parameters);
    fields.reject(key, parameters.error().message);
    return {};
}

void readTargetParameters(JsonFields &fields, Prompt &prompt)
{
    auto part = fields.object("targetParams");
    fields.reject(part.error());
    const auto *value = fields.member("targetParams");
    if (!value || fields.error())
        return;
    for (const auto &entry : value->object_range()) {
        if (entry.key() != "note")
            prompt.targetParameters.insert(fromUtf8(entry.key()),
                                           readParameters(part, entry.key()));
    }
    fields.reject(part.error());
}

std::optional<OutputSpec> readOutput(JsonFields &fields)
{
    auto part = fields.object("output");
    fields.reject(part.error());
    const auto *value = fields.member("output");
    if (!value || fields.error() || value->empty())
        return {};
    OutputSpec spec;
    spec.schema = part.text("schema");
    spec.rules = part.text("rules");
    spec.mode = OutputSpec::Mode(part.choice("mode", outputModeNames(), 0));
    spec.lenient = part.flag("lenient", true);
    fields.reject(part.error());
    return spec;
}

QMap<QString, QString> readMapping(JsonFields &fields)
{
    QMap<QString, QString> out;
    auto part = fields.object("mapping");
    fields.reject(part.error());
    const auto *value = fields.member("mapping");
    if (!value || fields.error())
        return out;
    for (const auto &entry : value->object_range()) {
        if (entry.key() != "note")
            out.insert(fromUtf8(entry.key()), part.text(entry.key()));
    }
    fields.reject(part.error());
    return out;
}

}

const QStringList &outputModeNames()
{
    static const QStringList names {u"auto"_s, u"tool"_s, u"json"_s, u"strict"_s};
    return names;
}

Result<Prompt> promptFromJson(const QString &slug, const Json &value)
{
    Prompt prompt {.slug = slug};
    JsonFields fields(value);
    const auto kind = fields.text("antiphon", u"prompt/1"_s);
    if (kind != "prompt/1"_L1)
        fields.reject("antiphon", Words::tr("is \"%1\"; a prompt says \"prompt/1\".").arg(kind));
    prompt.id = fields.text("id");
    prompt.title = fields.text("title", slug);
    readOptions(fields, prompt);
    prompt.variables = readVariables(fields);
    if (fields.member("targets"))
        prompt.targets = fields.texts("targets");
    prompt.parameters = readParameters(fields, "params");
    readTargetParameters(fields, prompt);
    prompt.retry = fields.text("retry");
    if (const auto *dynamic = fields.member("dynamic")) {
        if (auto dynamics = dynamicsFromJson(*dynamic))
            prompt.dynamics = std::move(*dynamics);
        else
            fields.reject(dynamics.error());
    }
    prompt.output = readOutput(fields);
    prompt.tools = fields.texts("tools");
    prompt.toolChoice = fields.text("toolChoice", u"auto"_s);
    prompt.toolSteps = int(fields.integer("toolSteps", 8, 1, 100));
    prompt.mapping = readMapping(fields);
    prompt.examples = fields.text("examples");
    if (fields.error())
        return std::unexpected(*fields.error());
    return prompt;
}

} // namespace Antiphon
