// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Chat Completions wire format: what goes out.
// Source: openai/openai-openapi, CreateChatCompletionRequest; read 2026-11.

#include "codecparts.h"
#include "openaichat.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

static const QString formatName = QStringLiteral("The Chat Completions format");

static Json textPart(const QString &text)
{
    return jsonObject({{"type", Json("text")}, {"text", toJson(text)}});
}

// --- Parts ---------------------------------------------------------------------------------------

static Json imagePart(const Image &image)
{
    const QString url = image.url.isEmpty() ? dataUri(image.mediaType, image.bytes) : image.url;
    Json address = jsonObject({{"url", toJson(url)}});
    if (!image.detail.isEmpty())
        address.insert_or_assign("detail", toJson(image.detail));
    return jsonObject({{"type", Json("image_url")}, {"image_url", address}});
}

static Result<Json> audioPart(const Audio &audio)
{
    if (!audio.url.isEmpty())
        return cannotCarry(formatName,
                           QCoreApplication::translate("openaichat", "audio by its address"));
    const bool mp3 = audio.mediaType == "audio/mpeg"_L1 || audio.mediaType == "audio/mp3"_L1;
    const bool wav = audio.mediaType.startsWith("audio/"_L1) && audio.mediaType.endsWith("wav"_L1);
    if (!mp3 && !wav)
        return cannotCarry(
            formatName,
            QCoreApplication::translate("openaichat", "audio of type %1").arg(audio.mediaType));
    return jsonObject(
        {{"type", Json("input_audio")},
         {"input_audio",
          jsonObject({{"data", base64(audio.bytes)}, {"format", Json(mp3 ? "mp3" : "wav")}})}});
}

static Result<Json> documentPart(const Document &document)
{
    if (!document.url.isEmpty())
        return cannotCarry(formatName,
                           QCoreApplication::translate("openaichat", "a document by its address"));
    const QString name = document.name.isEmpty() ? u"document"_s : document.name;
    return jsonObject(
        {{"type", Json("file")},
         {"file",
          jsonObject({{"filename", toJson(name)},
                      {"file_data", toJson(dataUri(document.mediaType, document.bytes))}})}});
}

static Json toolCall(const ToolUse &use)
{
    const QString arguments = use.argumentsText.isEmpty() ? u"{}"_s : use.argumentsText;
    Json call = jsonObject(
        {{"id", toJson(use.id)},
         {"type", Json("function")},
         {"function", jsonObject({{"name", toJson(use.name)}, {"arguments", toJson(arguments)}})}});
    if (!use.signature.isEmpty())
        call.insert_or_assign(
            "extra_content",
            jsonObject({{"google", jsonObject({{"thought_signature", toJson(use.signature)}})}}));
    return call;
}

static Json toolMessage(const ToolResult &result)
{
    return jsonObject({{"role", Json("tool")},
                       {"tool_call_id", toJson(result.id)},
                       {"content", toJson(result.content)}});
}

// --- Messages ------------------------------------------------------------------------------------

namespace {

/// One message of ours as one or more of theirs: results of tools are messages of their own.
struct MessageWriter {
    const Endpoint &endpoint;
    Json &out;
    Json parts = jsonArray();
    Json calls = jsonArray();
    QString thinking = {};
    bool onlyText = true;

    Result<> add(const Text &text)
    {
        parts.push_back(textPart(text.text));
        return {};
    }
    Result<> add(const Image &image)
    {
        onlyText = false;
        parts.push_back(imagePart(image));
        return {};
    }
    Result<> add(const Audio &audio) { return addOther(audioPart(audio)); }
    Result<> add(const Document &document) { return addOther(documentPart(document)); }
    Result<> add(const CacheMarker &marker)
    {
        // Gateways take Anthropic's markers; others refuse members they do not know.
        if (endpoint.quirks.cacheMarkers && !parts.empty()) {
            onlyText = false;
            parts[parts.size() - 1].insert_or_assign("cache_control",
                                                     jsonObject({{"type", toJson(marker.type)}}));
        }
        return {};
    }
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
    Result<> add(const Thinking &earlier)
    {
        thinking += earlier.text;
        return {};
    }
    Result<> add(const Native &native) { return addOther(native.value); }

    Result<> addOther(Result<Json> part)
    {
        if (!part)
            return std::unexpected(part.error());
        onlyText = false;
        parts.push_back(*std::move(part));
        return {};
    }

    void end(const Message &message)
    {
        const bool saysNothing = parts.empty() && calls.empty() && thinking.isEmpty();
        if (saysNothing && !message.parts.isEmpty())
            return; // only results of tools
        const bool system = message.role == Role::System;
        Json json = jsonObject(
            {{"role", toJson(system ? endpoint.quirks.systemRole : roleName(message.role))}});
        if (!message.name.isEmpty())
            json.insert_or_assign("name", toJson(message.name));
        if (parts.empty())
            json.insert_or_assign("content", calls.empty() ? Json("") : Json::null());
        else if (onlyText && parts.size() == 1)
            json.insert_or_assign("content", parts[0]["text"]);
        else
            json.insert_or_assign("content", std::move(parts));
        if (!thinking.isEmpty() && !endpoint.quirks.thinkingField.isEmpty())
            json.insert_or_assign(toUtf8(endpoint.quirks.thinkingField), toJson(thinking));
        if (!calls.empty())
            json.insert_or_assign("tool_calls", std::move(calls));
        out.push_back(std::move(json));
    }
};

} // namespace

static Result<Json> messagesOf(const CallRequest &request, const Endpoint &endpoint)
{
    Json out = jsonArray();
    for (const Message &message : request.messages) {
        if (const Json *native = wholeNative(message)) {
            out.push_back(*native);
            continue;
        }
        MessageWriter writer {.endpoint = endpoint, .out = out};
        for (const ContentPart &part : message.parts) {
            const auto added = std::visit([&](const auto &p) { return writer.add(p); }, part);
            if (!added)
                return std::unexpected(added.error());
        }
        writer.end(message);
    }
    return out;
}

// --- Everything else -----------------------------------------------------------------------------

static void addParameters(Json &body, const CallRequest &request, const Endpoint &endpoint)
{
    const Parameters &given = request.parameters;
    const auto add = [&](const QString &name, const auto &value) {
        if (value && takes(endpoint, name))
            body.insert_or_assign(toUtf8(name), *value);
    };
    add(u"temperature"_s, given.temperature);
    if (given.maxTokens && takes(endpoint, u"max_tokens"_s)) {
        const bool newName = std::ranges::any_of(
            endpoint.quirks.completionTokensModels,
            [&](const QString &prefix) { return request.model.startsWith(prefix); });
        body.insert_or_assign(newName ? "max_completion_tokens"
                                      : toUtf8(endpoint.quirks.maxTokensField),
                              *given.maxTokens);
    }
    add(u"top_p"_s, given.topP);
    add(u"frequency_penalty"_s, given.frequencyPenalty);
    add(u"presence_penalty"_s, given.presencePenalty);
    add(u"seed"_s, given.seed);
    if (given.stop && takes(endpoint, u"stop"_s)) {
        Json stops = jsonArray();
        for (const QString &stop : *given.stop)
            stops.push_back(toJson(stop));
        const bool asText = given.stopIsText && stops.size() == 1;
        body.insert_or_assign("stop", asText ? stops[0] : stops);
    }
}

static void addTools(Json &body, const CallRequest &request)
{
    if (request.tools.isEmpty())
        return; // a choice without tools is refused
    Json tools = jsonArray();
    for (const ToolDefinition &tool : request.tools) {
        Json function = jsonObject({{"name", toJson(tool.name)}});
        if (!tool.description.isEmpty())
            function.insert_or_assign("description", toJson(tool.description));
        function.insert_or_assign("parameters", tool.parameters);
        if (tool.strict)
            function.insert_or_assign("strict", true);
        tools.push_back(jsonObject({{"type", Json("function")}, {"function", function}}));
    }
    body.insert_or_assign("tools", std::move(tools));
    if (!request.toolChoice)
        return;
    switch (request.toolChoice->mode) {
    case ToolChoice::Mode::Auto:
        body.insert_or_assign("tool_choice", "auto");
        break;
    case ToolChoice::Mode::None:
        body.insert_or_assign("tool_choice", "none");
        break;
    case ToolChoice::Mode::Required:
        body.insert_or_assign("tool_choice", "required");
        break;
    case ToolChoice::Mode::Named:
        body.insert_or_assign(
            "tool_choice",
            jsonObject({{"type", Json("function")},
                        {"function", jsonObject({{"name", toJson(request.toolChoice->name)}})}}));
        break;
    }
}

static void addOutput(Json &body, const OutputFormat &output)
{
    if (output.mode == OutputFormat::Mode::JsonObject) {
        body.insert_or_assign("response_format", jsonObject({{"type", Json("json_object")}}));
    } else if (output.mode == OutputFormat::Mode::Strict) {
        const QString name = output.name.isEmpty() ? u"answer"_s : output.name;
        body.insert_or_assign("response_format",
                              jsonObject({{"type", Json("json_schema")},
                                          {"json_schema",
                                           jsonObject({{"name", toJson(name)},
                                                       {"schema", output.schema},
                                                       {"strict", Json(true)}})}}));
    }
}

Result<HttpRequest> encodeChat(const CallRequest &request, const Endpoint &endpoint,
                               const Credentials &credentials, const QDateTime &)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    auto messages = messagesOf(request, endpoint);
    if (!messages)
        return std::unexpected(messages.error());

    Json body = jsonObject({{"model", toJson(request.model)},
                            {"messages", *std::move(messages)},
                            {"stream", Json(request.stream)}});
    if (request.stream && endpoint.quirks.streamUsage)
        body.insert_or_assign("stream_options", jsonObject({{"include_usage", Json(true)}}));
    addParameters(body, request, endpoint);
    addTools(body, request);
    addOutput(body, request.output);
    addExtra(body, request.parameters.extra);
    return HttpRequest {.url = endpointUrl(endpoint, u"/chat/completions"),
                        .headers = requestHeaders(endpoint, credentials, request.stream),
                        .body = toBytes(body)};
}

Result<HttpRequest> encodeChatModels(const Endpoint &endpoint, const Credentials &credentials)
{
    return getRequest(modelsUrl(endpoint, u"/models"), endpoint, credentials);
}

} // namespace Antiphon
