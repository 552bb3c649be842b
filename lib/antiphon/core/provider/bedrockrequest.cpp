// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Bedrock's Converse format: what goes out.
// Source: boto/botocore bedrock-runtime 2023-09-30 service model; read 2026-11.

#include "bedrock.h"
#include "codecparts.h"

#include <antiphon/core/provider/sigv4.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- Messages ------------------------------------------------------------------------------------

static void append(Json &to, const Json &blocks)
{
    for (const Json &block : blocks.array_range())
        to.push_back(block);
}

// Space at the end of what the model is to go on from is refused.
static void trimPrefill(Json &messages)
{
    Json &last = messages[messages.size() - 1];
    const Json *content = find(last, "content");
    if (textOf(last, "role") != "assistant"_L1 || !content || !content->is_array()
        || content->empty())
        return;
    Json &block = last["content"][content->size() - 1];
    if (const Json *text = find(block, "text"); text && text->is_string()) {
        QString kept = toText(*text);
        while (!kept.isEmpty() && kept.back().isSpace())
            kept.chop(1);
        block.insert_or_assign("text", toJson(kept));
    }
}

// Turns alternate strictly, so what follows in the same role is one message: the results of all
// tools of a turn, and what the user says besides.
static Result<> addMessages(Json &body, const CallRequest &request, BedrockBlocks &writer)
{
    Json system = jsonArray();
    Json messages = jsonArray();
    bool open = false; // the last message may grow
    for (const Message &message : request.messages) {
        if (const Json *native = wholeNative(message, u"bedrock")) {
            messages.push_back(*native);
            open = false;
            continue;
        }
        const auto blocks = writer.write(message);
        if (!blocks)
            return std::unexpected(blocks.error());
        if (blocks->empty())
            continue; // a message without content is refused
        if (message.role == Role::System) {
            append(system, *blocks);
            continue;
        }
        const char *role = message.role == Role::Assistant ? "assistant" : "user";
        if (open && messages[messages.size() - 1]["role"] == role)
            append(messages[messages.size() - 1]["content"], *blocks);
        else
            messages.push_back(jsonObject({{"role", Json(role)}, {"content", *blocks}}));
        open = true;
    }
    if (messages.empty())
        return nothingToSend();
    trimPrefill(messages);
    if (!system.empty())
        body.insert_or_assign("system", std::move(system));
    body.insert_or_assign("messages", std::move(messages));
    return {};
}

// --- Tools ---------------------------------------------------------------------------------------

static Json toolSpec(const ToolDefinition &tool)
{
    Json spec = jsonObject({{"name", toJson(tool.name)}});
    if (!tool.description.isEmpty()) // an empty one is refused
        spec.insert_or_assign("description", toJson(tool.description));
    spec.insert_or_assign("inputSchema", jsonObject({{"json", tool.parameters}}));
    if (tool.strict)
        spec.insert_or_assign("strict", true);
    return jsonObject({{"toolSpec", std::move(spec)}});
}

// The tools the conversation has used: they must be declared as long as it is sent.
static QStringList usedTools(const QList<Message> &messages)
{
    QStringList names;
    for (const Message &message : messages) {
        for (const ContentPart &part : message.parts) {
            if (const auto *use = std::get_if<ToolUse>(&part))
                names.append(use->name);
            else if (const auto *result = std::get_if<ToolResult>(&part))
                names.append(result->name);
        }
    }
    const bool any = !names.isEmpty();
    names.removeAll(QString());
    names.removeDuplicates();
    return any && names.isEmpty() ? QStringList {u"tool"_s} : names;
}

static Result<Json> toolsOf(const CallRequest &request)
{
    Json tools = jsonArray();
    for (const ToolDefinition &tool : request.tools) {
        if (!isOffered(tool, request))
            continue;
        if (tool.kind == ToolDefinition::Kind::Custom)
            return cannotCarry(Words::tr("The Bedrock format"),
                               Words::tr("the free-form tool \"%1\"").arg(tool.name));
        tools.push_back(tool.kind == ToolDefinition::Kind::Provider ? tool.native : toolSpec(tool));
    }
    if (tools.empty()) {
        for (const QString &name : usedTools(request.messages))
            tools.push_back(
                toolSpec({.name = name, .parameters = jsonObject({{"type", Json("object")}})}));
    }
    return tools;
}

static Result<> addTools(Json &body, const CallRequest &request)
{
    const auto mode = request.toolChoice ? request.toolChoice->mode : ToolChoice::Mode::Auto;
    if (mode == ToolChoice::Mode::None) {
        // The format has no such choice; without tools the model cannot call one.
        if (!usedTools(request.messages).isEmpty())
            return cannotCarry(Words::tr("The Bedrock format"),
                               Words::tr("the tool choice \"none\" once tools have been used"));
        return {};
    }
    auto tools = toolsOf(request);
    if (!tools)
        return std::unexpected(tools.error());
    if (tools->empty())
        return {};
    Json config = jsonObject({{"tools", *std::move(tools)}});
    if (request.toolChoice && !request.tools.isEmpty()) {
        const Json named = jsonObject({{"name", toJson(request.toolChoice->name)}});
        const char *word = mode == ToolChoice::Mode::Required ? "any"
            : mode == ToolChoice::Mode::Named                 ? "tool"
                                                              : "auto";
        config.insert_or_assign(
            "toolChoice",
            jsonObject({{word, mode == ToolChoice::Mode::Named ? named : jsonObject()}}));
    }
    body.insert_or_assign("toolConfig", std::move(config));
    return {};
}

// --- Parameters ----------------------------------------------------------------------------------

static void addInference(Json &body, const Parameters &given, const Endpoint &endpoint)
{
    Json config = jsonObject();
    if (given.maxTokens && takes(endpoint, u"max_tokens"_s))
        config.insert_or_assign("maxTokens", *given.maxTokens);
    if (given.temperature && takes(endpoint, u"temperature"_s))
        config.insert_or_assign("temperature", *given.temperature);
    if (given.topP && takes(endpoint, u"top_p"_s))
        config.insert_or_assign("topP", *given.topP);
    if (given.stop && !given.stop->isEmpty() && takes(endpoint, u"stop"_s)) {
        Json stops = jsonArray();
        for (const QString &stop : *given.stop)
            stops.push_back(toJson(stop));
        config.insert_or_assign("stopSequences", std::move(stops));
    }
    if (!config.empty())
        body.insert_or_assign("inferenceConfig", std::move(config));
}

// The schema goes as a text.
static void addOutput(Json &body, const OutputFormat &output)
{
    if (output.mode != OutputFormat::Mode::Strict)
        return;
    Json schema = jsonObject({{"schema", toJson(QString::fromUtf8(toBytes(output.schema)))},
                              {"name", toJson(output.name.isEmpty() ? u"answer"_s : output.name)}});
    body.insert_or_assign(
        "outputConfig",
        jsonObject(
            {{"textFormat",
              jsonObject({{"type", Json("json_schema")},
                          {"structure", jsonObject({{"jsonSchema", std::move(schema)}})}})}}));
}

// Members of the format itself keep their place; everything else is the model's own.
static Json placed(const Json &extra)
{
    static constexpr std::string_view own[] {
        "additionalModelRequestFields",
        "additionalModelResponseFieldPaths",
        "guardrailConfig",
        "inferenceConfig",
        "messages",
        "outputConfig",
        "performanceConfig",
        "promptVariables",
        "requestMetadata",
        "serviceTier",
        "system",
        "toolConfig",
    };
    Json out = jsonObject();
    Json model = jsonObject();
    for (const auto &member : extra.object_range()) {
        const bool known = std::ranges::find(own, member.key()) != std::end(own);
        (known ? out : model).insert_or_assign(member.key(), member.value());
    }
    if (!model.empty()) {
        const Json *given = find(out, "additionalModelRequestFields");
        out.insert_or_assign("additionalModelRequestFields",
                             given && given->is_object() ? merged(model, *given) : model);
    }
    return out;
}

// --- The request ---------------------------------------------------------------------------------

// Model ids hold colons, and those that are ARNs slashes: both are data here, and QUrl is to leave
// them as they are.
static QUrl modelUrl(const Endpoint &endpoint, const QString &model, const QByteArray &call)
{
    QByteArray url = endpoint.baseUrl.toEncoded(QUrl::RemoveQuery | QUrl::StripTrailingSlash);
    url += "/model/" + QUrl::toPercentEncoding(model) + '/' + call;
    char separator = '?';
    for (const auto &[name, value] : endpoint.query.asKeyValueRange()) {
        url += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

// Models that want ids of exactly nine letters and digits.
static bool takesShortToolIds(const QString &model, const Quirks &quirks)
{
    const Json *families = find(quirks.extra, "shortToolIdModels");
    return families && families->is_array()
        && std::ranges::any_of(families->array_range(),
                               [&](const Json &family) { return model.contains(toText(family)); });
}

Result<HttpRequest> encodeBedrock(const CallRequest &request, const Endpoint &endpoint,
                                  const Credentials &credentials, const QDateTime &now)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    BedrockBlocks writer(takesShortToolIds(request.model, endpoint.quirks));
    Json body = jsonObject();
    if (auto added = addMessages(body, request, writer); !added)
        return std::unexpected(added.error());
    addInference(body, request.parameters, endpoint);
    if (auto added = addTools(body, request); !added)
        return std::unexpected(added.error());
    addOutput(body, request.output);
    addExtra(body, placed(request.parameters.extra));

    HttpRequest http {
        .url = modelUrl(endpoint, request.model, request.stream ? "converse-stream" : "converse"),
        .body = toBytes(body)};
    HttpHeaders headers = requestHeaders(endpoint, credentials, false);
    http.headers = {headers.takeFirst()}; // the type is signed; what follows is not
    headers.first().value
        = request.stream ? "application/vnd.amazon.eventstream" : "application/json";
    if (auto done = signForAws(http, endpoint, credentials, now); !done)
        return std::unexpected(done.error());
    http.headers += headers;
    return http;
}

// Lists are the control plane's, at an address of its own beside that of the models.
static HttpRequest listRequest(const Endpoint &endpoint, const Credentials &credentials,
                               QLatin1StringView path, const QString &query)
{
    QUrl url = endpoint.baseUrl;
    QString host = url.host();
    if (host.startsWith("bedrock-runtime"_L1))
        url.setHost(host.replace(0, 15, u"bedrock"_s));
    url.setPath(url.path() + path);
    url.setQuery(query);
    return getRequest(std::move(url), endpoint, credentials);
}

Result<HttpRequest> encodeBedrockModels(const Endpoint &endpoint, const Credentials &credentials)
{
    return listRequest(endpoint, credentials, "/foundation-models"_L1, u"byOutputModality=TEXT"_s);
}

Result<HttpRequest> encodeBedrockProfiles(const Endpoint &endpoint, const Credentials &credentials)
{
    return listRequest(endpoint, credentials, "/inference-profiles"_L1,
                       u"maxResults=1000&type=SYSTEM_DEFINED"_s);
}

} // namespace Antiphon
