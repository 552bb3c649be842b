// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Source: openai/openai-openapi, ChatCompletionTool*, Tool*, ToolChoice*; read 2026-11.

#include "openaitools.h"

#include "codecparts.h"

#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Kind = ToolDefinition::Kind;

// --- Tools ---------------------------------------------------------------------------------------

// The two formats differ in whether a grammar stands in an object of its own.
static Json customFormat(const Json &given, bool nested)
{
    const Json *own = find(given, "grammar");
    if (textOf(given, "type") != "grammar"_L1 || nested == (own != nullptr))
        return given;
    Json out = jsonObject({{"type", Json("grammar")}});
    Json grammar = own ? *own : given;
    grammar.erase("type");
    if (nested)
        out.insert_or_assign("grammar", std::move(grammar));
    else
        out.merge(grammar);
    return out;
}

static Json toolJson(const ToolDefinition &tool, const Quirks &quirks, ToolForm form)
{
    if (tool.kind == Kind::Provider)
        return tool.native;
    const bool custom = tool.kind == Kind::Custom;
    const char *type = custom ? "custom" : "function";
    Json inner = jsonObject({{"name", toJson(tool.name)}});
    if (!tool.description.isEmpty())
        inner.insert_or_assign("description", toJson(tool.description));
    if (custom) {
        if (const Json *format = find(tool.native, "format"))
            inner.insert_or_assign("format", customFormat(*format, form.nested));
    } else {
        if (!form.nested || !tool.parameters.empty()) // left out: there are none
            inner.insert_or_assign("parameters", tool.parameters);
        if (quirks.strictTools && (tool.strict || form.sayStrict))
            inner.insert_or_assign("strict", tool.strict);
    }
    Json json = jsonObject({{"type", Json(type)}});
    if (form.nested)
        json.insert_or_assign(type, std::move(inner));
    else
        json.merge(inner);
    return json;
}

// --- Their choice --------------------------------------------------------------------------------

static Json toolName(const QString &name, const CallRequest &request, ToolForm form)
{
    const auto tool = std::ranges::find(request.tools, name, &ToolDefinition::name);
    const Kind kind = tool == request.tools.end() ? Kind::Function : tool->kind;
    if (kind == Kind::Provider) // chosen by its type
        return jsonObject({{"type", toJson(textOf(tool->native, "type"))}});
    const char *type = kind == Kind::Custom ? "custom" : "function";
    Json json = jsonObject({{"type", Json(type)}});
    if (form.nested)
        json.insert_or_assign(type, jsonObject({{"name", toJson(name)}}));
    else
        json.insert_or_assign("name", toJson(name));
    return json;
}

static Json allowedTools(const CallRequest &request, const char *mode, ToolForm form)
{
    Json names = jsonArray();
    for (const QString &name : request.toolChoice->allowed)
        names.push_back(toolName(name, request, form));
    const Json inner = jsonObject({{"mode", Json(mode)}, {"tools", std::move(names)}});
    Json json = jsonObject({{"type", Json("allowed_tools")}});
    if (form.nested)
        json.insert_or_assign("allowed_tools", inner);
    else
        json.merge(inner);
    return json;
}

static Json choiceJson(const CallRequest &request, const Quirks &quirks, ToolForm form)
{
    const ToolChoice &choice = *request.toolChoice;
    switch (choice.mode) {
    case ToolChoice::Mode::None:
        return Json("none");
    case ToolChoice::Mode::Named:
        return quirks.namedToolChoice ? toolName(choice.name, request, form) : Json(form.required);
    case ToolChoice::Mode::Auto:
    case ToolChoice::Mode::Required:
        break;
    }
    const char *mode = choice.mode == ToolChoice::Mode::Required ? form.required : "auto";
    if (!choice.allowed.isEmpty() && quirks.allowedTools)
        return allowedTools(request, mode, form);
    return Json(mode);
}

// Where a service cannot be told which tools may be called, only those are offered.
static bool isOffered(const ToolDefinition &tool, const CallRequest &request, const Quirks &quirks)
{
    if (!request.toolChoice)
        return true;
    const ToolChoice &choice = *request.toolChoice;
    if (choice.mode == ToolChoice::Mode::Named)
        return quirks.namedToolChoice || tool.name == choice.name;
    return choice.allowed.isEmpty() || quirks.allowedTools || choice.allowed.contains(tool.name);
}

void addOpenAiTools(Json &body, const CallRequest &request, const Quirks &quirks, ToolForm form)
{
    Json tools = jsonArray();
    for (const ToolDefinition &tool : request.tools) {
        if (isOffered(tool, request, quirks))
            tools.push_back(toolJson(tool, quirks, form));
    }
    if (tools.empty())
        return;
    body.insert_or_assign("tools", std::move(tools));
    if (request.toolChoice)
        body.insert_or_assign("tool_choice", choiceJson(request, quirks, form));
    if (request.parallelTools && !quirks.droppedParameters.contains("parallel_tool_calls"_L1))
        body.insert_or_assign("parallel_tool_calls", *request.parallelTools);
}

void leaveOutNulls(Json &body, const Json &extra)
{
    if (!extra.is_object())
        return;
    for (const auto &member : extra.object_range()) {
        const bool needed
            = member.key() == "model" || member.key() == "messages" || member.key() == "input";
        if (member.value().is_null() && !needed)
            body.erase(member.key());
    }
}

void dropLoneOptions(Json &body)
{
    if (!body.contains("tools")) {
        body.erase("tool_choice");
        body.erase("parallel_tool_calls");
    }
    const Json *stream = find(body, "stream");
    if (stream && stream->is_bool() && !stream->as<bool>())
        body.erase("stream_options");
}

// --- Everything else -----------------------------------------------------------------------------

QString schemaName(const QString &name)
{
    constexpr qsizetype longest = 64;
    QString out;
    for (const QChar c : name.left(longest)) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
        out += plain ? c : QChar(u'_');
    }
    return out.isEmpty() ? u"answer"_s : out;
}

Json takenExtra(const CallRequest &request, const Endpoint &endpoint)
{
    Json extra = request.parameters.extra;
    if (extra.is_object())
        for (const QString &name : endpoint.quirks.droppedParameters)
            extra.erase(toUtf8(name));
    return extra;
}

void addDefaults(Json &body, const Quirks &quirks)
{
    if (!quirks.requestDefaults.is_object())
        return;
    for (const auto &member : quirks.requestDefaults.object_range()) {
        if (!body.contains(member.key()))
            body.insert_or_assign(member.key(), member.value());
    }
}

bool isOneOfModels(const QString &model, const QStringList &prefixes)
{
    return std::ranges::any_of(prefixes,
                               [&](const QString &prefix) { return model.startsWith(prefix); });
}

Result<> checkOutput(const CallRequest &request, const Endpoint &endpoint)
{
    const Quirks &quirks = endpoint.quirks;
    if (request.output.mode == OutputFormat::Mode::Strict && !quirks.jsonSchema)
        return fail(ErrorKind::Unsupported,
                    Words::tr("%1 cannot hold an answer to a schema. Ask for JSON without "
                              "\"strict\", or choose another target.")
                        .arg(endpoint.provider));
    if (request.output.mode == OutputFormat::Mode::JsonObject && !quirks.jsonObject
        && !quirks.jsonSchema)
        return fail(ErrorKind::Unsupported,
                    Words::tr("%1 has no JSON mode. Ask for JSON in the prompt, or choose another "
                              "target.")
                        .arg(endpoint.provider));
    return {};
}

bool wantsCachePoints(const CallRequest &request)
{
    const Json *options = find(request.parameters.extra, "prompt_cache_options");
    return options && textOf(*options, "mode") == "explicit"_L1;
}

} // namespace Antiphon
