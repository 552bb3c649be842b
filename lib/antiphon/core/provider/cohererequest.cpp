// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Cohere's v2 format: what goes out.
// Source: cohere-ai/cohere-developer-experience cohere-openapi.yaml, /v2/chat; read 2026-11.

#include "codecparts.h"
#include "cohere.h"
#include "messagewriting.h"

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QString formatName()
{
    return Words::tr("The Cohere format");
}

// --- Parts ---------------------------------------------------------------------------------------

static Json textPart(const QString &text)
{
    return jsonObject({{"type", Json("text")}, {"text", toJson(text)}});
}

static Json imagePart(const Image &image)
{
    const QString url = image.url.isEmpty() ? dataUri(image.mediaType, image.bytes) : image.url;
    Json address = jsonObject({{"url", toJson(url)}});
    if (!image.detail.isEmpty())
        address.insert_or_assign("detail", toJson(image.detail));
    return jsonObject({{"type", Json("image_url")}, {"image_url", std::move(address)}});
}

static Json toolCall(const ToolUse &use)
{
    const QString arguments = use.argumentsText.isEmpty() ? u"{}"_s : use.argumentsText;
    return jsonObject(
        {{"id", toJson(use.id)},
         {"type", Json("function")},
         {"function", jsonObject({{"name", toJson(use.name)}, {"arguments", toJson(arguments)}})}});
}

static Json toolMessage(const ToolResult &result)
{
    return jsonObject({{"role", Json("tool")},
                       {"tool_call_id", toJson(result.id)},
                       {"content", toJson(result.content)}});
}

namespace {

/// One message of ours as one or more of theirs: results of tools are messages of their own, and
/// documents stand beside all messages.
struct MessageWriter {
    Json &out;
    Json &documents;
    Json parts = jsonArray();
    Json calls = jsonArray();
    QString text = {};
    bool onlyText = true;

    Result<> add(const Text &part)
    {
        if (part.text.isEmpty())
            return {};
        text += part.text;
        parts.push_back(textPart(part.text));
        return {};
    }
    Result<> add(const Image &image)
    {
        onlyText = false;
        parts.push_back(imagePart(image));
        return {};
    }
    Result<> add(const Audio &) { return cannotCarry(formatName(), Words::tr("audio")); }
    Result<> add(const Document &document)
    {
        if (!document.mediaType.startsWith("text/"_L1))
            return cannotCarry(
                formatName(),
                Words::tr("a document of type \"%1\": it takes text only").arg(document.mediaType));
        if (!document.url.isEmpty())
            return cannotCarry(formatName(), Words::tr("a document by its address"));
        Json data = jsonObject({{"text", toJson(QString::fromUtf8(document.bytes))}});
        if (!document.name.isEmpty())
            data.insert_or_assign("title", toJson(document.name));
        documents.push_back(jsonObject({{"data", std::move(data)}}));
        return {};
    }
    Result<> add(const CacheMarker &) { return {}; } // the service caches by itself
    Result<> add(const ToolUse &use)
    {
        calls.push_back(toolCall(use));
        return {};
    }
    Result<> add(const ToolResult &result)
    {
        out.push_back(toolMessage(result));
        return {};
    }
    Result<> add(const Thinking &thinking)
    {
        if (thinking.text.isEmpty())
            return {};
        onlyText = false;
        parts.push_back(
            jsonObject({{"type", Json("thinking")}, {"thinking", toJson(thinking.text)}}));
        return {};
    }
    Result<> add(const Native &native)
    {
        if (isForeign(native, u"cohere"))
            return {};
        onlyText = false;
        parts.push_back(native.value);
        return {};
    }

    // What the model said before it called tools was its plan, and goes back as that.
    void takePlan(Json &json)
    {
        if (text.isEmpty())
            return;
        json.insert_or_assign("tool_plan", toJson(text));
        Json others = jsonArray();
        for (const Json &part : parts.array_range()) {
            if (textOf(part, "type") != "text"_L1)
                others.push_back(part);
        }
        parts = std::move(others);
    }

    void end(Role role)
    {
        if (parts.empty() && calls.empty())
            return; // only results of tools and documents
        Json json = jsonObject({{"role", toJson(roleName(role))}});
        if (!calls.empty())
            takePlan(json);
        if (!parts.empty())
            json.insert_or_assign("content",
                                  onlyText && parts.size() == 1 ? parts[0]["text"] : parts);
        if (!calls.empty())
            json.insert_or_assign("tool_calls", std::move(calls));
        out.push_back(std::move(json));
    }
};

} // namespace

static Result<> addMessages(Json &body, const QList<Message> &all)
{
    Json documents = jsonArray();
    auto messages = writeMessages(all, u"cohere", [&](const Message &message, Json &list) {
        MessageWriter writer {.out = list, .documents = documents};
        auto written = writeParts(message, writer);
        writer.end(message.role);
        return written;
    });
    if (!messages)
        return std::unexpected(messages.error());
    if (messages->empty())
        return nothingToSend();
    body.insert_or_assign("messages", *std::move(messages));
    if (!documents.empty())
        body.insert_or_assign("documents", std::move(documents));
    return {};
}

// --- Everything else -----------------------------------------------------------------------------

static void addParameters(Json &body, const Parameters &given, const Endpoint &endpoint)
{
    const auto add = [&](const QString &name, std::string_view theirs, const auto &value) {
        if (value && takes(endpoint, name))
            body.insert_or_assign(theirs, *value);
    };
    add(u"temperature"_s, "temperature", given.temperature);
    add(u"max_tokens"_s, "max_tokens", given.maxTokens);
    add(u"top_p"_s, "p", given.topP);
    add(u"frequency_penalty"_s, "frequency_penalty", given.frequencyPenalty);
    add(u"presence_penalty"_s, "presence_penalty", given.presencePenalty);
    add(u"seed"_s, "seed", given.seed);
    if (given.stop && takes(endpoint, u"stop"_s)) {
        Json stops = jsonArray();
        for (const QString &stop : *given.stop)
            stops.push_back(toJson(stop));
        body.insert_or_assign("stop_sequences", std::move(stops));
    }
}

static Json functionTool(const ToolDefinition &tool)
{
    Json function = jsonObject({{"name", toJson(tool.name)}});
    if (!tool.description.isEmpty())
        function.insert_or_assign("description", toJson(tool.description));
    function.insert_or_assign("parameters", tool.parameters);
    return jsonObject({{"type", Json("function")}, {"function", std::move(function)}});
}

// There is no choice of one tool by name: the one is offered alone, and some tool is required.
static Result<> addTools(Json &body, const CallRequest &request)
{
    const auto mode = request.toolChoice ? request.toolChoice->mode : ToolChoice::Mode::Auto;
    const bool named = mode == ToolChoice::Mode::Named;
    Json tools = jsonArray();
    bool strict = false;
    for (const ToolDefinition &tool : request.tools) {
        if (!isOffered(tool, request) || (named && tool.name != request.toolChoice->name))
            continue;
        if (tool.kind == ToolDefinition::Kind::Custom)
            return cannotCarry(formatName(), Words::tr("the free-form tool \"%1\"").arg(tool.name));
        strict = strict || tool.strict;
        tools.push_back(tool.kind == ToolDefinition::Kind::Provider ? tool.native
                                                                    : functionTool(tool));
    }
    if (named && tools.empty())
        return fail(ErrorKind::Setup,
                    Words::tr("The tool \"%1\" is to be called, but there is no such tool.")
                        .arg(request.toolChoice->name));
    if (tools.empty())
        return {};
    body.insert_or_assign("tools", std::move(tools));
    if (strict)
        body.insert_or_assign("strict_tools", true);
    if (mode != ToolChoice::Mode::Auto)
        body.insert_or_assign("tool_choice", mode == ToolChoice::Mode::None ? "NONE" : "REQUIRED");
    return {};
}

// A form for the answer goes neither with tools nor with documents. The wish for JSON is in the
// prompt too; a schema that must be kept is not.
static Result<> addOutput(Json &body, const OutputFormat &output)
{
    if (output.mode == OutputFormat::Mode::Text)
        return {};
    const bool strict = output.mode == OutputFormat::Mode::Strict;
    if (body.contains("tools") || body.contains("documents")) {
        if (strict)
            return cannotCarry(formatName(),
                               Words::tr("a schema for the answer beside tools or documents"));
        return {};
    }
    Json format = jsonObject({{"type", Json("json_object")}});
    if (strict)
        format.insert_or_assign("json_schema", output.schema);
    body.insert_or_assign("response_format", std::move(format));
    return {};
}

Result<HttpRequest> encodeCohere(const CallRequest &request, const Endpoint &endpoint,
                                 const Credentials &credentials, const QDateTime &)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    Json body = jsonObject({{"model", toJson(request.model)}});
    if (auto added = addMessages(body, request.messages); !added)
        return std::unexpected(added.error());
    body.insert_or_assign("stream", request.stream);
    addParameters(body, request.parameters, endpoint);
    if (auto added = addTools(body, request); !added)
        return std::unexpected(added.error());
    if (auto added = addOutput(body, request.output); !added)
        return std::unexpected(added.error());
    addExtra(body, request.parameters.extra);
    return HttpRequest {.url = endpointUrl(endpoint, u"/chat", u"/v2"),
                        .headers = requestHeaders(endpoint, credentials, request.stream),
                        .body = toBytes(body)};
}

Result<HttpRequest> encodeCohereModels(const Endpoint &endpoint, const Credentials &credentials)
{
    Endpoint models = endpoint; // the list is still that of v1
    QString path = models.baseUrl.path();
    if (path.endsWith("/v2"_L1))
        models.baseUrl.setPath(path.chopped(3));
    models.query.insert(u"endpoint"_s, u"chat"_s);
    models.query.insert(u"page_size"_s, u"1000"_s);
    return getRequest(endpointUrl(models, u"/models", u"/v1"), endpoint, credentials);
}

} // namespace Antiphon
