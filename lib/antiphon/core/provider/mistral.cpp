// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Mistral wire format: what goes out. Answers are those of Chat Completions, whose content may
// be a list; everything that is sent has names of its own, and unknown members are refused.
// Source: mistralai/platform-docs-public openapi.yaml, ChatCompletionRequest; recorded traffic for
// documents as data URIs; read 2026-11.

#include "callids.h"
#include "codecparts.h"
#include "errorclasses.h"
#include "messagewriting.h"
#include "openaichat.h"
#include "openaitools.h"

#include <antiphon/core/words.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static const QString formatName = QStringLiteral("The Mistral format");
static constexpr CallIdRule callIds {.longest = 9, .exactly = true};

// --- Parts ---------------------------------------------------------------------------------------

static Json textChunk(const QString &text)
{
    return jsonObject({{"type", Json("text")}, {"text", toJson(text)}});
}

static Json imageChunk(const Image &image)
{
    const Json url
        = toJson(image.url.isEmpty() ? dataUri(image.mediaType, image.bytes) : image.url);
    if (image.detail.isEmpty())
        return jsonObject({{"type", Json("image_url")}, {"image_url", url}});
    return jsonObject(
        {{"type", Json("image_url")},
         {"image_url", jsonObject({{"url", url}, {"detail", toJson(image.detail)}})}});
}

static Json audioChunk(const Audio &audio)
{
    return jsonObject(
        {{"type", Json("input_audio")},
         {"input_audio", audio.url.isEmpty() ? base64(audio.bytes) : toJson(audio.url)}});
}

static Json documentChunk(const Document &document)
{
    const QString url
        = document.url.isEmpty() ? dataUri(document.mediaType, document.bytes) : document.url;
    Json chunk = jsonObject({{"type", Json("document_url")}, {"document_url", toJson(url)}});
    if (!document.name.isEmpty())
        chunk.insert_or_assign("document_name", toJson(document.name));
    return chunk;
}

static Json thinkingChunk(const Thinking &earlier)
{
    Json chunk = jsonObject(
        {{"type", Json("thinking")}, {"thinking", jsonArray({textChunk(earlier.text)})}});
    if (!earlier.signature.isEmpty())
        chunk.insert_or_assign("signature", toJson(earlier.signature));
    return chunk;
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
    Json json = jsonObject({{"role", Json("tool")}, {"tool_call_id", toJson(result.id)}});
    if (!result.name.isEmpty())
        json.insert_or_assign("name", toJson(result.name));
    json.insert_or_assign("content", toJson(result.content));
    return json;
}

// --- Messages ------------------------------------------------------------------------------------

namespace {

struct MessageWriter {
    Role role;
    Json &out;
    Json chunks = jsonArray();
    Json calls = jsonArray();

    Result<> add(const Text &text) { return addChunk(textChunk(text.text)); }
    Result<> add(const Image &image)
    {
        // What another model drew has no place in its message; it stays visible to the user.
        return role == Role::Assistant ? Result<>() : addChunk(imageChunk(image));
    }
    Result<> add(const Audio &audio)
    {
        if (role != Role::Assistant)
            return addChunk(audioChunk(audio));
        return audio.transcript.isEmpty() ? Result<>() : addChunk(textChunk(audio.transcript));
    }
    Result<> add(const Document &document) { return addChunk(documentChunk(document)); }
    Result<> add(const CacheMarker &) { return {}; } // caches by itself
    Result<> add(const ToolUse &use)
    {
        if (use.custom)
            return cannotCarry(formatName, Words::tr("a call of a free-form tool"));
        calls.push_back(toolCall(use));
        return {};
    }
    Result<> add(const ToolResult &result)
    {
        end();
        out.push_back(toolMessage(result));
        return {};
    }
    Result<> add(const Thinking &earlier)
    {
        return earlier.text.isEmpty() ? Result<>() : addChunk(thinkingChunk(earlier));
    }
    Result<> add(const Native &native)
    {
        return isForeign(native, u"mistral") ? Result<>() : addChunk(native.value);
    }

    Result<> addChunk(Json chunk)
    {
        chunks.push_back(std::move(chunk));
        return {};
    }

    [[nodiscard]] Json content()
    {
        if (chunks.empty())
            return Json("");
        const bool onlyText
            = chunks.size() == 1 && textOf(chunks[0], "type") == "text"_L1 && chunks[0].size() == 2;
        return onlyText ? chunks[0]["text"] : std::exchange(chunks, jsonArray());
    }

    void end()
    {
        if (!chunks.empty() || !calls.empty())
            write();
    }

    void write()
    {
        const Role said = role == Role::Tool ? Role::User : role;
        Json json = jsonObject({{"role", toJson(roleName(said))}, {"content", content()}});
        if (!calls.empty())
            json.insert_or_assign("tool_calls", calls);
        out.push_back(std::move(json));
        chunks = jsonArray();
        calls = jsonArray();
    }
};

} // namespace

static Result<Json> messagesOf(const CallRequest &request)
{
    auto out = writeMessages(withCallIds(request.messages, callIds), u"mistral",
                             [](const Message &message, Json &list) {
                                 MessageWriter writer {.role = message.role, .out = list};
                                 auto written = writeParts(message, writer);
                                 if (message.parts.isEmpty())
                                     writer.write();
                                 writer.end();
                                 return written;
                             });
    // An answer that the model is to go on with must say so.
    if (out && !out->empty() && textOf((*out)[out->size() - 1], "role") == "assistant"_L1)
        (*out)[out->size() - 1].insert_or_assign("prefix", true);
    return out;
}

// --- Everything else -----------------------------------------------------------------------------

static void addParameters(Json &body, const CallRequest &request, const Endpoint &endpoint)
{
    const Parameters &given = request.parameters;
    const auto add = [&](const QString &name, const char *wire, const auto &value) {
        if (value && takes(endpoint, name))
            body.insert_or_assign(wire, *value);
    };
    add(u"temperature"_s, "temperature", given.temperature);
    add(u"max_tokens"_s, "max_tokens", given.maxTokens);
    add(u"top_p"_s, "top_p", given.topP);
    add(u"frequency_penalty"_s, "frequency_penalty", given.frequencyPenalty);
    add(u"presence_penalty"_s, "presence_penalty", given.presencePenalty);
    add(u"seed"_s, "random_seed", given.seed);
    if (given.stop && takes(endpoint, u"stop"_s)) {
        Json stops = jsonArray();
        for (const QString &stop : *given.stop)
            stops.push_back(toJson(stop));
        const bool asText = given.stopIsText && stops.size() == 1;
        body.insert_or_assign("stop", asText ? stops[0] : stops);
    }
}

static Result<HttpRequest> encode(const CallRequest &request, const Endpoint &endpoint,
                                  const Credentials &credentials, const QDateTime &)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    for (const ToolDefinition &tool : request.tools) {
        if (tool.kind == ToolDefinition::Kind::Custom)
            return cannotCarry(formatName, Words::tr("the free-form tool \"%1\"").arg(tool.name));
    }
    auto messages = messagesOf(request);
    if (!messages)
        return std::unexpected(messages.error());

    Json body = jsonObject({{"model", toJson(request.model)},
                            {"messages", *std::move(messages)},
                            {"stream", Json(request.stream)}});
    addParameters(body, request, endpoint);
    addOpenAiTools(body, request, endpoint.quirks, {.required = "any"});
    if (Json format = responseFormat(request.output, endpoint.quirks); !format.is_null())
        body.insert_or_assign("response_format", std::move(format));
    addExtra(body, takenExtra(request, endpoint));
    addDefaults(body, endpoint.quirks);
    leaveOutNulls(body, request.parameters.extra);
    dropLoneOptions(body);
    return HttpRequest {.url = endpointUrl(endpoint, u"/chat/completions"),
                        .headers = requestHeaders(endpoint, credentials, request.stream),
                        .body = toBytes(body)};
}

const Codec mistral {
    .id = "mistral"_L1,
    .framing = Framing::ServerSentEvents,
    .encode = encode,
    .decodeFrame = decodeChatFrame,
    .decodeBody = decodeChatBody,
    .classify = classifyResponse,
    .encodeModels = encodeChatModels,
    .decodeModels = modelIds,
};

} // namespace Antiphon
