// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Anthropic Messages wire format: what goes out.
// Source: anthropics/anthropic-sdk-python src/anthropic/types/message_create_params; read 2026-11.

#include "anthropic.h"
#include "codecparts.h"
#include "messagewriting.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static const QString formatName = QStringLiteral("The Anthropic format");
static constexpr int mostMarkers = 4;
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

static Json imageBlock(const Image &image)
{
    return jsonObject(
        {{"type", Json("image")}, {"source", source(image.mediaType, image.bytes, image.url)}});
}

static Json toolResult(const ToolResult &result, const QString &id)
{
    Json content = toJson(result.content);
    if (!result.images.isEmpty()) {
        content = jsonArray();
        if (!result.content.isEmpty())
            content.push_back(textBlock(result.content));
        for (const Image &image : result.images)
            content.push_back(imageBlock(image));
    }
    Json block = jsonObject({{"type", Json("tool_result")},
                             {"tool_use_id", toJson(id)},
                             {"content", std::move(content)}});
    if (result.isError)
        block.insert_or_assign("is_error", true);
    return block;
}

namespace {

/// Ids of tool calls in the form the service insists on. Other providers' may hold other
/// characters, or be missing: calls are then numbered, and results belong to them in their order.
class CallIds {
public:
    QString ofCall(const QString &id)
    {
        if (!id.isEmpty())
            return plain(id);
        m_unnamed.append(u"call_%1"_s.arg(++m_made));
        return m_unnamed.last();
    }
    QString ofResult(const QString &id)
    {
        return id.isEmpty() && !m_unnamed.isEmpty() ? m_unnamed.takeFirst() : plain(id);
    }

private:
    static QString plain(QString id)
    {
        for (QChar &c : id) {
            const bool fits = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
                || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
            if (!fits)
                c = u'_';
        }
        return id;
    }

    QStringList m_unnamed;
    int m_made = 0;
};

struct BlockWriter {
    CallIds &ids;
    int &markers;
    Json blocks = jsonArray();

    Result<> add(const Text &text)
    {
        if (!text.text.isEmpty()) // an empty block is refused
            blocks.push_back(textBlock(text.text));
        return {};
    }
    Result<> add(const Image &image)
    {
        blocks.push_back(imageBlock(image));
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
        if (blocks.empty())
            return fail(ErrorKind::Unsupported,
                        QCoreApplication::translate(
                            "anthropic",
                            "A cache marker belongs to the part before it, and there is none: "
                            "move the marker behind the part that is to be cached."));
        if (++markers > mostMarkers)
            return fail(ErrorKind::Unsupported,
                        QCoreApplication::translate(
                            "anthropic", "%1 takes at most %2 cache markers in a request.")
                            .arg(formatName)
                            .arg(mostMarkers));
        Json control = jsonObject({{"type", toJson(marker.type)}});
        if (!marker.ttl.isEmpty())
            control.insert_or_assign("ttl", toJson(marker.ttl));
        blocks[blocks.size() - 1].insert_or_assign("cache_control", std::move(control));
        return {};
    }
    Result<> add(const ToolUse &use)
    {
        blocks.push_back(jsonObject({{"type", Json("tool_use")},
                                     {"id", toJson(ids.ofCall(use.id))},
                                     {"name", toJson(use.name)},
                                     {"input", argumentsObject(use.argumentsText)}}));
        return {};
    }
    Result<> add(const ToolResult &result)
    {
        blocks.push_back(toolResult(result, ids.ofResult(result.id)));
        return {};
    }
    Result<> add(const Thinking &thinking)
    {
        if (!thinking.id.isEmpty() || !thinking.native.is_null())
            return {}; // another format's
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
        if (!isForeign(native, u"anthropic"))
            blocks.push_back(native.value);
        return {};
    }
};

} // namespace

static Result<Json> blocksOf(const Message &message, CallIds &ids, int &markers)
{
    BlockWriter writer {.ids = ids, .markers = markers};
    if (const auto written = writeParts(message, writer); !written)
        return std::unexpected(written.error());
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

// A last turn that is to be gone on with must not end in white space.
static void trimEnd(Json &message)
{
    Json *content = message.contains("content") ? &message["content"] : nullptr;
    Json *text = nullptr;
    if (content && content->is_string())
        text = content;
    else if (content && content->is_array() && !content->empty()
             && textOf((*content)[content->size() - 1], "type") == "text"_L1)
        text = &(*content)[content->size() - 1]["text"];
    if (!text)
        return;
    QString trimmed = toText(*text);
    while (!trimmed.isEmpty() && trimmed.back().isSpace())
        trimmed.chop(1);
    *text = toJson(trimmed);
}

static Result<> addMessages(Json &body, const QList<Message> &all)
{
    Json system = jsonArray();
    Json messages = jsonArray();
    CallIds ids;
    int markers = 0;
    bool afterResults = false; // results of tools and what follows them are one turn
    for (const Message &message : all) {
        if (const Json *native = wholeNative(message, u"anthropic")) {
            messages.push_back(*native);
            afterResults = false;
            continue;
        }
        auto blocks = blocksOf(message, ids, markers);
        if (!blocks)
            return std::unexpected(blocks.error());
        if (blocks->empty() && !message.parts.isEmpty())
            continue; // nothing of it can be said here, and nothing is refused
        if (message.role == Role::System) {
            if (!messages.empty())
                return lateSystemMessage(formatName);
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
    if (all.last().role == Role::Assistant)
        trimEnd(messages[messages.size() - 1]);
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

static Json closed(const Json &schema);

static Json closedMembers(const Json &schemas)
{
    Json out = jsonObject();
    for (const auto &member : schemas.object_range())
        out.insert_or_assign(member.key(), closed(member.value()));
    return out;
}

// Strict schemas must say of every object that it has no members besides.
static Json closed(const Json &schema)
{
    if (schema.is_array()) {
        Json list = jsonArray();
        for (const Json &item : schema.array_range())
            list.push_back(closed(item));
        return list;
    }
    if (!schema.is_object())
        return schema;
    static constexpr std::array<std::string_view, 4> values {"default", "const", "enum",
                                                             "examples"};
    static constexpr std::array<std::string_view, 3> maps {"properties", "$defs", "definitions"};
    Json out = jsonObject();
    for (const auto &member : schema.object_range()) {
        const Json &value = member.value();
        out.insert_or_assign(member.key(),
                             std::ranges::contains(values, member.key()) ? value
                                 : std::ranges::contains(maps, member.key()) && value.is_object()
                                 ? closedMembers(value)
                                 : closed(value));
    }
    const bool isObject = textOf(schema, "type") == "object"_L1 || find(schema, "properties");
    if (isObject && !out.contains("additionalProperties"))
        out.insert_or_assign("additionalProperties", false);
    return out;
}

// Parameters of a tool without any are an object without members.
static Json inputSchema(const ToolDefinition &tool)
{
    Json schema = tool.parameters.is_object() ? tool.parameters : jsonObject();
    if (schema.empty()) {
        schema.insert_or_assign("type", "object");
        schema.insert_or_assign("properties", jsonObject());
    }
    return tool.strict ? closed(schema) : schema;
}

static Result<Json> toolsOf(const CallRequest &request)
{
    Json tools = jsonArray();
    for (const ToolDefinition &tool : request.tools) {
        // Only some may be called: the others are not offered.
        if (request.toolChoice && !request.toolChoice->allowed.isEmpty()
            && !request.toolChoice->allowed.contains(tool.name))
            continue;
        if (tool.kind == ToolDefinition::Kind::Provider) {
            tools.push_back(tool.native);
            continue;
        }
        if (tool.kind == ToolDefinition::Kind::Custom)
            return cannotCarry(formatName,
                               QCoreApplication::translate("anthropic", "the free-form tool \"%1\"")
                                   .arg(tool.name));
        Json json = jsonObject({{"name", toJson(tool.name)}});
        if (!tool.description.isEmpty())
            json.insert_or_assign("description", toJson(tool.description));
        json.insert_or_assign("input_schema", inputSchema(tool));
        if (tool.strict)
            json.insert_or_assign("strict", true);
        tools.push_back(std::move(json));
    }
    return tools;
}

static Result<> addTools(Json &body, const CallRequest &request)
{
    if (request.tools.isEmpty())
        return {};
    auto tools = toolsOf(request);
    if (!tools)
        return std::unexpected(tools.error());
    body.insert_or_assign("tools", *std::move(tools));
    if (!request.toolChoice && request.parallelTools.value_or(true))
        return {};
    const ToolChoice given = request.toolChoice.value_or(ToolChoice {});
    Json choice = jsonObject();
    switch (given.mode) {
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
        choice.insert_or_assign("name", toJson(given.name));
        break;
    }
    if (!request.parallelTools.value_or(true) && given.mode != ToolChoice::Mode::None)
        choice.insert_or_assign("disable_parallel_tool_use", true);
    body.insert_or_assign("tool_choice", std::move(choice));
    return {};
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
    if (auto added = addTools(body, request); !added)
        return std::unexpected(added.error());
    if (request.output.mode == OutputFormat::Mode::Strict)
        body.insert_or_assign(
            "output_config",
            jsonObject({{"format",
                         jsonObject({{"type", Json("json_schema")},
                                     {"schema", closed(request.output.schema)}})}}));
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
