// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Anthropic Messages wire format: what goes out.
// Source: anthropics/anthropic-sdk-python src/anthropic/types/message_create_params; read 2026-11.

#include "anthropic.h"
#include "codecparts.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static const QString formatName = QStringLiteral("The Anthropic format");
static constexpr qint64 defaultMaxTokens = 1024; // the service insists on one

// --- Parts ---------------------------------------------------------------------------------------

static Json textBlock(const QString &text)
{
    return jsonObject({{"type", Json("text")}, {"text", toJson(text)}});
}

static Json source(const QString &mediaType, const QByteArray &bytes, const QString &url)
{
    if (!url.isEmpty())
        return jsonObject({{"type", Json("url")}, {"url", toJson(url)}});
    if (mediaType.startsWith("text/"_L1))
        return jsonObject({{"type", Json("text")},
                           {"media_type", Json("text/plain")},
                           {"data", toJson(QString::fromUtf8(bytes))}});
    return jsonObject(
        {{"type", Json("base64")}, {"media_type", toJson(mediaType)}, {"data", base64(bytes)}});
}

static Json toolResult(const ToolResult &result)
{
    Json block = jsonObject({{"type", Json("tool_result")},
                             {"tool_use_id", toJson(result.id)},
                             {"content", toJson(result.content)}});
    if (result.isError)
        block.insert_or_assign("is_error", true);
    return block;
}

namespace {

struct BlockWriter {
    Json blocks = jsonArray();

    Result<> add(const Text &text)
    {
        if (!text.text.isEmpty()) // an empty block is refused
            blocks.push_back(textBlock(text.text));
        return {};
    }
    Result<> add(const Image &image)
    {
        blocks.push_back(jsonObject({{"type", Json("image")},
                                     {"source", source(image.mediaType, image.bytes, image.url)}}));
        return {};
    }
    Result<> add(const Audio &)
    {
        return cannotCarry(formatName, QCoreApplication::translate("anthropic", "audio"));
    }
    Result<> add(const Document &document)
    {
        Json block
            = jsonObject({{"type", Json("document")},
                          {"source", source(document.mediaType, document.bytes, document.url)}});
        if (!document.name.isEmpty())
            block.insert_or_assign("title", toJson(document.name));
        blocks.push_back(std::move(block));
        return {};
    }
    Result<> add(const CacheMarker &marker)
    {
        if (!blocks.empty())
            blocks[blocks.size() - 1].insert_or_assign("cache_control",
                                                       jsonObject({{"type", toJson(marker.type)}}));
        return {};
    }
    Result<> add(const ToolUse &use)
    {
        blocks.push_back(jsonObject({{"type", Json("tool_use")},
                                     {"id", toJson(use.id)},
                                     {"name", toJson(use.name)},
                                     {"input", argumentsObject(use.argumentsText)}}));
        return {};
    }
    Result<> add(const ToolResult &result)
    {
        blocks.push_back(toolResult(result));
        return {};
    }
    Result<> add(const Thinking &thinking)
    {
        if (!thinking.redacted.isEmpty())
            blocks.push_back(jsonObject(
                {{"type", Json("redacted_thinking")}, {"data", toJson(thinking.redacted)}}));
        else if (!thinking.signature.isEmpty()) // another model's reasoning is refused
            blocks.push_back(jsonObject({{"type", Json("thinking")},
                                         {"thinking", toJson(thinking.text)},
                                         {"signature", toJson(thinking.signature)}}));
        return {};
    }
    Result<> add(const Native &native)
    {
        blocks.push_back(native.value);
        return {};
    }
};

} // namespace

static Result<Json> blocksOf(const Message &message)
{
    BlockWriter writer;
    for (const ContentPart &part : message.parts) {
        const auto added = std::visit([&](const auto &p) { return writer.add(p); }, part);
        if (!added)
            return std::unexpected(added.error());
    }
    return std::move(writer.blocks);
}

// One plain text goes as a string, as people write it.
static Json contentOf(Json blocks)
{
    if (blocks.size() == 1 && blocks[0].size() == 2 && find(blocks[0], "text"))
        return blocks[0]["text"];
    return blocks;
}

// --- Messages ------------------------------------------------------------------------------------

static Result<> addMessages(Json &body, const QList<Message> &all)
{
    Json system = jsonArray();
    Json messages = jsonArray();
    bool afterResults = false; // results of tools and what follows them are one turn
    for (const Message &message : all) {
        if (const Json *native = wholeNative(message)) {
            messages.push_back(*native);
            afterResults = false;
            continue;
        }
        auto blocks = blocksOf(message);
        if (!blocks)
            return std::unexpected(blocks.error());
        if (message.role == Role::System) {
            for (const Json &block : blocks->array_range())
                system.push_back(block);
            continue;
        }
        const bool user = message.role != Role::Assistant;
        if (user && afterResults) {
            Json &before = messages[messages.size() - 1]["content"];
            for (const Json &block : blocks->array_range())
                before.push_back(block);
        } else {
            const bool results = message.role == Role::Tool;
            messages.push_back(jsonObject(
                {{"role", Json(user ? "user" : "assistant")},
                 {"content", results ? *std::move(blocks) : contentOf(*std::move(blocks))}}));
        }
        afterResults = user && (afterResults || message.role == Role::Tool);
    }
    if (messages.empty())
        return nothingToSend();
    if (!system.empty())
        body.insert_or_assign("system", contentOf(std::move(system)));
    body.insert_or_assign("messages", std::move(messages));
    return {};
}

// --- Everything else -----------------------------------------------------------------------------

static qint64 maxTokens(const Parameters &given)
{
    if (given.maxTokens)
        return *given.maxTokens;
    const Json *thinking = find(given.extra, "thinking");
    const Json *budget = thinking ? find(*thinking, "budget_tokens") : nullptr;
    return defaultMaxTokens + (budget && budget->is_number() ? budget->as<qint64>() : 0);
}

static void addParameters(Json &body, const Parameters &given, const Endpoint &endpoint)
{
    if (given.temperature && takes(endpoint, u"temperature"_s))
        body.insert_or_assign("temperature", *given.temperature);
    if (given.topP && takes(endpoint, u"top_p"_s))
        body.insert_or_assign("top_p", *given.topP);
    if (given.stop && takes(endpoint, u"stop"_s)) {
        Json stops = jsonArray();
        for (const QString &stop : *given.stop)
            stops.push_back(toJson(stop));
        body.insert_or_assign("stop_sequences", std::move(stops));
    }
}

static void addTools(Json &body, const CallRequest &request)
{
    if (request.tools.isEmpty())
        return;
    Json tools = jsonArray();
    for (const ToolDefinition &tool : request.tools) {
        Json json = jsonObject({{"name", toJson(tool.name)}});
        if (!tool.description.isEmpty())
            json.insert_or_assign("description", toJson(tool.description));
        json.insert_or_assign("input_schema", tool.parameters);
        if (tool.strict)
            json.insert_or_assign("strict", true);
        tools.push_back(std::move(json));
    }
    body.insert_or_assign("tools", std::move(tools));
    if (!request.toolChoice)
        return;
    Json choice = jsonObject();
    switch (request.toolChoice->mode) {
    case ToolChoice::Mode::Auto:
        choice.insert_or_assign("type", "auto");
        break;
    case ToolChoice::Mode::None:
        choice.insert_or_assign("type", "none");
        break;
    case ToolChoice::Mode::Required:
        choice.insert_or_assign("type", "any");
        break;
    case ToolChoice::Mode::Named:
        choice.insert_or_assign("type", "tool");
        choice.insert_or_assign("name", toJson(request.toolChoice->name));
        break;
    }
    body.insert_or_assign("tool_choice", std::move(choice));
}

Result<HttpRequest> encodeAnthropic(const CallRequest &request, const Endpoint &endpoint,
                                    const Credentials &credentials, const QDateTime &)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    Json body = jsonObject(
        {{"model", toJson(request.model)}, {"max_tokens", Json(maxTokens(request.parameters))}});
    if (auto added = addMessages(body, request.messages); !added)
        return std::unexpected(added.error());
    body.insert_or_assign("stream", request.stream);
    addParameters(body, request.parameters, endpoint);
    addTools(body, request);
    if (request.output.mode == OutputFormat::Mode::Strict)
        body.insert_or_assign("output_config",
                              jsonObject({{"format",
                                           jsonObject({{"type", Json("json_schema")},
                                                       {"schema", request.output.schema}})}}));
    addExtra(body, request.parameters.extra);
    fitBody(body, endpoint);
    return HttpRequest {.url = requestUrl(endpoint, request, u"/messages", u"/v1"),
                        .headers = requestHeaders(endpoint, credentials, request.stream),
                        .body = toBytes(body)};
}

Result<HttpRequest> encodeAnthropicModels(const Endpoint &endpoint, const Credentials &credentials)
{
    QUrl url = modelsUrl(endpoint, u"/models", u"/v1");
    if (endpoint.modelsUrl.isEmpty())
        url.setQuery(u"limit=1000"_s);
    return getRequest(std::move(url), endpoint, credentials);
}

} // namespace Antiphon
