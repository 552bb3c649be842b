// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Gemini wire format (generateContent): what goes out.
// Source: googleapis/python-genai google/genai/types.py, and the API reference; read 2026-11.

#include "codecparts.h"
#include "gemini.h"
#include "messagewriting.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static const QString formatName = QStringLiteral("The Gemini format");

// --- Parts ---------------------------------------------------------------------------------------

static Json mediaPart(const QString &mediaType, const QByteArray &bytes, const QString &url)
{
    if (url.isEmpty())
        return jsonObject(
            {{"inlineData",
              jsonObject({{"mimeType", toJson(mediaType)}, {"data", base64(bytes)}})}});
    Json file = jsonObject();
    if (!mediaType.isEmpty())
        file.insert_or_assign("mimeType", toJson(mediaType));
    file.insert_or_assign("fileUri", toJson(url));
    return jsonObject({{"fileData", file}});
}

static Json callPart(const ToolUse &use)
{
    Json call = jsonObject();
    if (!use.id.isEmpty())
        call.insert_or_assign("id", toJson(use.id));
    call.insert_or_assign("name", toJson(use.name));
    call.insert_or_assign("args", argumentsObject(use.argumentsText));
    Json part = jsonObject({{"functionCall", call}});
    if (!use.signature.isEmpty())
        part.insert_or_assign("thoughtSignature", toJson(use.signature));
    return part;
}

static Json resultPart(const ToolResult &result, const QString &name)
{
    Json call = jsonObject();
    if (!result.id.isEmpty())
        call.insert_or_assign("id", toJson(result.id));
    call.insert_or_assign("name", toJson(name));
    auto value = parseJson(result.content.toUtf8());
    call.insert_or_assign("response",
                          jsonObject({{result.isError ? "error" : "output",
                                       value ? *std::move(value) : toJson(result.content)}}));
    if (!result.images.isEmpty()) {
        Json parts = jsonArray();
        for (const Image &image : result.images)
            parts.push_back(mediaPart(image.mediaType, image.bytes, image.url));
        call.insert_or_assign("parts", std::move(parts));
    }
    return jsonObject({{"functionResponse", call}});
}

namespace {

/// Which call a result belongs to, where only the order tells.
struct Calls {
    QHash<QString, QString> names = {}; ///< By the id of the call.
    QStringList unnamed = {}; ///< Names of the calls without an id, in their order.
};

struct PartWriter {
    bool wantsSignatures = false; ///< The first call of a turn is refused without one.
    Calls &calls;
    Json parts = jsonArray();
    bool hasCalls = false;

    void sign(const QString &signature)
    {
        if (!signature.isEmpty())
            parts[parts.size() - 1].insert_or_assign("thoughtSignature", toJson(signature));
    }
    Result<> add(const Text &text)
    {
        parts.push_back(jsonObject({{"text", toJson(text.text)}}));
        sign(text.signature);
        return {};
    }
    Result<> add(const Image &image)
    {
        parts.push_back(mediaPart(image.mediaType, image.bytes, image.url));
        sign(image.signature);
        return {};
    }
    Result<> add(const Audio &audio)
    {
        parts.push_back(mediaPart(audio.mediaType, audio.bytes, audio.url));
        return {};
    }
    Result<> add(const Document &document)
    {
        parts.push_back(mediaPart(document.mediaType, document.bytes, document.url));
        return {};
    }
    Result<> add(const CacheMarker &) { return {}; } // the service caches by itself
    Result<> add(const ToolUse &use)
    {
        if (use.id.isEmpty())
            calls.unnamed.append(use.name);
        else
            calls.names.insert(use.id, use.name);
        parts.push_back(callPart(use));
        // What another provider's model called has no signature of this one's.
        if (use.signature.isEmpty() && wantsSignatures && !hasCalls)
            sign(u"skip_thought_signature_validator"_s);
        hasCalls = true;
        return {};
    }
    Result<> add(const ToolResult &result)
    {
        QString name = result.name;
        if (name.isEmpty())
            name = result.id.isEmpty() && !calls.unnamed.isEmpty() ? calls.unnamed.first()
                                                                   : calls.names.value(result.id);
        if (result.id.isEmpty() && !calls.unnamed.isEmpty())
            calls.unnamed.removeFirst();
        parts.push_back(resultPart(result, name));
        return {};
    }
    Result<> add(const Thinking &thinking)
    {
        if (thinking.signature.isEmpty() || !thinking.id.isEmpty() || !thinking.native.is_null())
            return {}; // only what is signed goes back, and to where it came from
        Json part = jsonObject({{"text", toJson(thinking.text)}});
        if (!thinking.text.isEmpty())
            part.insert_or_assign("thought", true);
        part.insert_or_assign("thoughtSignature", toJson(thinking.signature));
        parts.push_back(std::move(part));
        return {};
    }
    Result<> add(const Native &native)
    {
        if (!isForeign(native, u"gemini"))
            parts.push_back(native.value);
        return {};
    }
};

} // namespace

static Result<> addContents(Json &body, const CallRequest &request, const Endpoint &endpoint)
{
    const bool wantsSignatures
        = std::ranges::any_of(endpoint.quirks.signedCallModels, [&request](const QString &prefix) {
              return request.model.contains(prefix);
          });
    Calls calls;
    Json system = jsonArray();
    Json contents = jsonArray();
    bool afterResults = false;
    for (const Message &message : request.messages) {
        if (const Json *native = wholeNative(message, u"gemini")) {
            contents.push_back(*native);
            afterResults = false;
            continue;
        }
        if (message.role == Role::System && !contents.empty())
            return lateSystemMessage(formatName);
        PartWriter writer {.wantsSignatures = wantsSignatures, .calls = calls};
        if (auto written = writeParts(message, writer); !written)
            return written;
        if (writer.parts.empty() && !message.parts.isEmpty())
            continue; // all of it was another format's

        const bool results = message.role == Role::Tool;
        Json *target = message.role == Role::System ? &system
            : results && afterResults               ? &contents[contents.size() - 1]["parts"]
                                                    : nullptr;
        if (target) {
            for (const Json &part : writer.parts.array_range())
                target->push_back(part);
        } else {
            contents.push_back(
                jsonObject({{"role", Json(message.role == Role::Assistant ? "model" : "user")},
                            {"parts", std::move(writer.parts)}}));
        }
        if (message.role != Role::System)
            afterResults = results; // all results of a turn go back together
    }
    if (contents.empty())
        return nothingToSend();
    if (!system.empty())
        body.insert_or_assign("systemInstruction", jsonObject({{"parts", system}}));
    body.insert_or_assign("contents", std::move(contents));
    return {};
}

// --- Everything else -----------------------------------------------------------------------------

static Json generationConfig(const CallRequest &request, const Endpoint &endpoint)
{
    const Parameters &given = request.parameters;
    Json config = jsonObject();
    const auto add = [&](const QString &common, std::string_view name, const auto &value) {
        if (value && takes(endpoint, common))
            config.insert_or_assign(name, *value);
    };
    add(u"temperature"_s, "temperature", given.temperature);
    add(u"max_tokens"_s, "maxOutputTokens", given.maxTokens);
    add(u"top_p"_s, "topP", given.topP);
    add(u"frequency_penalty"_s, "frequencyPenalty", given.frequencyPenalty);
    add(u"presence_penalty"_s, "presencePenalty", given.presencePenalty);
    add(u"seed"_s, "seed", given.seed);
    if (given.stop && takes(endpoint, u"stop"_s)) {
        Json stops = jsonArray();
        for (const QString &stop : *given.stop)
            stops.push_back(toJson(stop));
        config.insert_or_assign("stopSequences", std::move(stops));
    }
    // Older models refuse it together with functions.
    const bool plainJson = request.output.mode == OutputFormat::Mode::JsonObject;
    if (request.output.mode == OutputFormat::Mode::Strict || (plainJson && request.tools.isEmpty()))
        config.insert_or_assign("responseMimeType", "application/json");
    if (request.output.mode == OutputFormat::Mode::Strict)
        config.insert_or_assign("responseJsonSchema", request.output.schema);
    return config;
}

// People give `topK` or `thinkingConfig` like any other parameter; the service wants these inside
// `generationConfig`, under either spelling.
static bool belongsToConfig(const QString &key)
{
    static const QStringList names {u"topK"_s,
                                    u"candidateCount"_s,
                                    u"responseLogprobs"_s,
                                    u"logprobs"_s,
                                    u"responseMimeType"_s,
                                    u"responseSchema"_s,
                                    u"responseJsonSchema"_s,
                                    u"responseModalities"_s,
                                    u"mediaResolution"_s,
                                    u"speechConfig"_s,
                                    u"imageConfig"_s,
                                    u"thinkingConfig"_s};
    QString camel;
    for (const QChar c : key) {
        if (camel.endsWith(u'_')) {
            camel.chop(1);
            camel += c.toUpper();
        } else {
            camel += c;
        }
    }
    return names.contains(camel);
}

static void addExtraParts(Json &body, Json config, const Json &extra)
{
    Json outside = jsonObject();
    Json inside = jsonObject();
    for (const auto &member : extra.object_range())
        (belongsToConfig(fromUtf8(member.key())) ? inside : outside)
            .insert_or_assign(member.key(), member.value());
    addExtra(config, inside);
    if (!config.empty())
        body.insert_or_assign("generationConfig", std::move(config));
    addExtra(body, outside);
}

static Result<> addTools(Json &body, const CallRequest &request)
{
    if (request.tools.isEmpty())
        return {};
    Json declarations = jsonArray();
    Json tools = jsonArray();
    bool strict = false;
    for (const ToolDefinition &tool : request.tools) {
        if (tool.kind == ToolDefinition::Kind::Custom)
            return cannotCarry(
                formatName,
                QCoreApplication::translate("gemini", "the free-form tool \"%1\"").arg(tool.name));
        if (tool.kind == ToolDefinition::Kind::Provider) {
            tools.push_back(tool.native);
            continue;
        }
        strict = strict || tool.strict;
        Json json = jsonObject({{"name", toJson(tool.name)}});
        if (!tool.description.isEmpty())
            json.insert_or_assign("description", toJson(tool.description));
        const Json *properties = find(tool.parameters, "properties");
        if (properties && !properties->empty()) // an object without properties is refused
            json.insert_or_assign("parametersJsonSchema", tool.parameters);
        declarations.push_back(std::move(json));
    }
    if (!declarations.empty())
        tools.insert(tools.array_range().begin(),
                     jsonObject({{"functionDeclarations", std::move(declarations)}}));
    body.insert_or_assign("tools", std::move(tools));
    if (!request.toolChoice && !strict)
        return {};
    const ToolChoice given = request.toolChoice.value_or(ToolChoice {});
    Json config = jsonObject();
    switch (given.mode) {
    case ToolChoice::Mode::Auto:
        config.insert_or_assign("mode", strict ? "VALIDATED" : "AUTO");
        break;
    case ToolChoice::Mode::None:
        config.insert_or_assign("mode", "NONE");
        break;
    case ToolChoice::Mode::Required:
        config.insert_or_assign("mode", "ANY");
        break;
    case ToolChoice::Mode::Named:
        config.insert_or_assign("mode", "ANY");
        config.insert_or_assign("allowedFunctionNames", jsonArray({toJson(given.name)}));
        break;
    }
    if (!given.allowed.isEmpty()) { // AUTO takes no list, VALIDATED does
        Json allowed = jsonArray();
        for (const QString &name : given.allowed)
            allowed.push_back(toJson(name));
        if (given.mode == ToolChoice::Mode::Auto)
            config.insert_or_assign("mode", "VALIDATED");
        config.insert_or_assign("allowedFunctionNames", std::move(allowed));
    }
    body.insert_or_assign("toolConfig", jsonObject({{"functionCallingConfig", config}}));
    return {};
}

// The base URL names the version; a bare host means the one that has all features.
static QUrl urlFor(const Endpoint &endpoint, const QString &path)
{
    const QString base = endpoint.baseUrl.path();
    const bool bare = base.isEmpty() || base == "/"_L1;
    return endpointUrl(endpoint, path, bare ? u"/v1beta"_s : QString());
}

static QString modelPath(const QString &model)
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(model, "/:"));
    return u'/' + (name.contains(u'/') ? name : "models/"_L1 + name);
}

// Vertex matches calls and results by name and order, and refuses a field it does not know.
static void dropCallIds(Json &body)
{
    for (Json &content : body["contents"].array_range()) {
        for (Json &part : content["parts"].array_range()) {
            for (const char *kind : {"functionCall", "functionResponse"}) {
                if (part.contains(kind))
                    part[kind].erase("id");
            }
        }
    }
}

Result<HttpRequest> encodeGemini(const CallRequest &request, const Endpoint &endpoint,
                                 const Credentials &credentials, const QDateTime &)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    Json body = jsonObject();
    if (auto added = addContents(body, request, endpoint); !added)
        return std::unexpected(added.error());
    if (auto added = addTools(body, request); !added)
        return std::unexpected(added.error());
    if (!endpoint.quirks.toolCallIds)
        dropCallIds(body);
    addExtraParts(body, generationConfig(request, endpoint), request.parameters.extra);
    addExtra(body, endpoint.form.body);

    const QString call = request.stream ? u":streamGenerateContent"_s : u":generateContent"_s;
    // A model that is a path of its own, as a tuned one's endpoint, goes as it is.
    QUrl url = request.model.contains(u'/') || endpoint.form.path.isEmpty()
        ? urlFor(endpoint, modelPath(request.model) + call)
        : requestUrl(endpoint, request, {});
    if (request.stream) {
        QUrlQuery query(url);
        query.addQueryItem(u"alt"_s, u"sse"_s);
        url.setQuery(query);
    }
    return HttpRequest {.url = url,
                        .headers = requestHeaders(endpoint, credentials, request.stream),
                        .body = toBytes(body)};
}

Result<HttpRequest> encodeGeminiModels(const Endpoint &endpoint, const Credentials &credentials)
{
    const bool elsewhere = !endpoint.modelsUrl.isEmpty();
    QUrl url = elsewhere ? endpoint.modelsUrl : urlFor(endpoint, u"/models"_s);
    QUrlQuery query(url);
    query.addQueryItem(u"pageSize"_s, u"1000"_s);
    url.setQuery(query);
    return getRequest(std::move(url), endpoint, credentials);
}

} // namespace Antiphon
