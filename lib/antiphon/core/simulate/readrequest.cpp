// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/script.h>

#include <antiphon/core/words.h>

#include <QCryptographicHash>
#include <QUrlQuery>

#include <algorithm>

namespace Antiphon {

using namespace Qt::StringLiterals;

static bool isTrue(const Json &value, std::string_view key)
{
    const Json *member = find(value, key);
    return member && member->is_bool() && member->as<bool>();
}

static const Json &listOf(const Json &value, std::string_view key)
{
    static const Json none(jsoncons::json_array_arg);
    const Json *member = find(value, key);
    return member && member->is_array() ? *member : none;
}

static const Json &objectOf(const Json &value, std::string_view key)
{
    static const Json none(jsoncons::json_object_arg);
    const Json *member = find(value, key);
    return member && member->is_object() ? *member : none;
}

/// The text of a content that is a string or a list of parts with a `text`.
static QString contentText(const Json &content)
{
    if (content.is_string())
        return toText(content);
    QString out;
    if (content.is_array()) {
        for (const Json &part : content.array_range())
            out += part.is_string() ? toText(part) : textOf(part, "text");
    }
    return out;
}

static QString contentText(const Json &message, std::string_view key)
{
    const Json *content = find(message, key);
    return content ? contentText(*content) : QString();
}

/// A conversation as it is read, message by message: the last ones decide.
class Reading {
public:
    explicit Reading(SimulatedRequest &request)
        : m_request(request)
    {
    }

    void user(const QString &text)
    {
        m_request.lastUserText = text;
        m_request.inputCharacters += text.size();
        m_request.toolResults.clear();
    }
    void other(const QString &text)
    {
        m_request.inputCharacters += text.size();
        m_request.toolResults.clear();
    }
    void toolResult(const QString &text)
    {
        m_request.inputCharacters += text.size();
        m_request.toolResults.append(text);
    }
    void tool(const Json &tool, std::string_view schemaKey)
    {
        m_request.tools.append({.name = textOf(tool, "name"),
                                .description = textOf(tool, "description"),
                                .parameters = objectOf(tool, schemaKey)});
    }

private:
    SimulatedRequest &m_request;
};

/// What JSON mode without a schema gets.
static Json anyObject()
{
    return jsonObject({{"type", "object"},
                       {"properties", jsonObject({{"answer", jsonObject({{"type", "string"}})}})},
                       {"required", jsonArray({"answer"})}});
}

static void forceTool(SimulatedRequest &request, const QString &name)
{
    request.toolForced = true;
    request.forcedTool = name;
}

// --- The four formats ---

static void readChat(SimulatedRequest &request, const Json &body)
{
    Reading reading(request);
    for (const Json &message : listOf(body, "messages").array_range()) {
        const QString role = textOf(message, "role");
        const QString text = contentText(message, "content");
        if (role == u"tool" || role == u"function")
            reading.toolResult(text);
        else if (role == u"user")
            reading.user(text);
        else
            reading.other(text);
    }
    for (const Json &tool : listOf(body, "tools").array_range()) {
        if (textOf(tool, "type") == u"function")
            reading.tool(objectOf(tool, "function"), "parameters");
    }
    const Json &format = objectOf(body, "response_format");
    if (textOf(format, "type") == u"json_schema")
        request.schema = objectOf(objectOf(format, "json_schema"), "schema");
    else if (textOf(format, "type") == u"json_object")
        request.schema = anyObject();

    const Json *choice = find(body, "tool_choice");
    if (choice && choice->is_object())
        forceTool(request, textOf(objectOf(*choice, "function"), "name"));
    else if (choice && (toText(*choice) == u"required" || toText(*choice) == u"any"))
        forceTool(request, {});
    request.stream = isTrue(body, "stream");
    request.streamUsage = isTrue(objectOf(body, "stream_options"), "include_usage");
}

static void readResponses(SimulatedRequest &request, const Json &body)
{
    Reading reading(request);
    reading.other(textOf(body, "instructions"));
    if (const Json *input = find(body, "input"); input && input->is_string())
        reading.user(toText(*input));
    for (const Json &item : listOf(body, "input").array_range()) {
        if (textOf(item, "type") == u"function_call_output")
            reading.toolResult(contentText(item, "output"));
        else if (textOf(item, "role") == u"user")
            reading.user(contentText(item, "content"));
        else
            reading.other(contentText(item, "content"));
    }
    for (const Json &tool : listOf(body, "tools").array_range()) {
        if (textOf(tool, "type") == u"function")
            reading.tool(tool, "parameters");
    }
    const Json &format = objectOf(objectOf(body, "text"), "format");
    if (textOf(format, "type") == u"json_schema")
        request.schema = objectOf(format, "schema");
    else if (textOf(format, "type") == u"json_object")
        request.schema = anyObject();

    const Json *choice = find(body, "tool_choice");
    if (choice && textOf(*choice, "type") == u"function")
        forceTool(request, textOf(*choice, "name"));
    else if (choice && toText(*choice) == u"required")
        forceTool(request, {});
    request.stream = isTrue(body, "stream");
}

static void readMessages(SimulatedRequest &request, const Json &body)
{
    Reading reading(request);
    reading.other(contentText(body, "system"));
    for (const Json &message : listOf(body, "messages").array_range()) {
        const QString text = contentText(message, "content");
        bool results = false;
        for (const Json &block : listOf(message, "content").array_range()) {
            if (textOf(block, "type") != u"tool_result")
                continue;
            if (!std::exchange(results, true))
                reading.other({});
            reading.toolResult(contentText(block, "content"));
        }
        if (results)
            request.inputCharacters += text.size();
        else if (textOf(message, "role") == u"user")
            reading.user(text);
        else
            reading.other(text);
    }
    for (const Json &tool : listOf(body, "tools").array_range()) {
        if (find(tool, "input_schema"))
            reading.tool(tool, "input_schema");
    }
    const Json &format = objectOf(objectOf(body, "output_config"), "format");
    if (textOf(format, "type") == u"json_schema")
        request.schema = objectOf(format, "schema");

    const Json &choice = objectOf(body, "tool_choice");
    if (textOf(choice, "type") == u"tool")
        forceTool(request, textOf(choice, "name"));
    else if (textOf(choice, "type") == u"any")
        forceTool(request, {});
    request.stream = isTrue(body, "stream");
}

/// The server takes both spellings of its names.
static const Json &either(const Json &value, std::string_view camel, std::string_view snake)
{
    return find(value, camel) ? objectOf(value, camel) : objectOf(value, snake);
}

static void readGenerate(SimulatedRequest &request, const Json &body)
{
    Reading reading(request);
    reading.other(contentText(either(body, "systemInstruction", "system_instruction"), "parts"));
    for (const Json &content : listOf(body, "contents").array_range()) {
        const QString text = contentText(content, "parts");
        bool results = false;
        for (const Json &part : listOf(content, "parts").array_range()) {
            const Json &answer = either(part, "functionResponse", "function_response");
            if (answer.empty())
                continue;
            if (!std::exchange(results, true))
                reading.other({});
            const Json &response = objectOf(answer, "response");
            const Json *output = find(response, "output");
            reading.toolResult(output && output->is_string() ? toText(*output)
                                                             : fromUtf8(toBytes(response).data()));
        }
        if (results)
            continue;
        if (textOf(content, "role", u"user"_s) == u"user")
            reading.user(text);
        else
            reading.other(text);
    }
    for (const Json &tool : listOf(body, "tools").array_range()) {
        const Json &functions = find(tool, "functionDeclarations")
            ? listOf(tool, "functionDeclarations")
            : listOf(tool, "function_declarations");
        for (const Json &function : functions.array_range())
            reading.tool(function,
                         find(function, "parametersJsonSchema") ? "parametersJsonSchema"
                                                                : "parameters");
    }

    const Json &config = either(body, "generationConfig", "generation_config");
    const Json &newer = either(config, "responseJsonSchema", "response_json_schema");
    const Json &older = either(config, "responseSchema", "response_schema");
    const QString mime = textOf(config, "responseMimeType", textOf(config, "response_mime_type"));
    if (!newer.empty() || !older.empty())
        request.schema = newer.empty() ? older : newer;
    else if (mime == u"application/json")
        request.schema = anyObject();

    const Json &calling = either(either(body, "toolConfig", "tool_config"), "functionCallingConfig",
                                 "function_calling_config");
    if (textOf(calling, "mode").toUpper() == u"ANY") {
        const Json &names = listOf(calling, "allowedFunctionNames");
        forceTool(request, names.empty() ? QString() : toText(names[0]));
    }
}

// --- Which one it is ---

static std::optional<SimulatedFormat> formatOf(const QString &path)
{
    if (path.endsWith(u"/chat/completions"))
        return SimulatedFormat::Chat;
    if (path.endsWith(u"/responses"))
        return SimulatedFormat::Responses;
    if (path.endsWith(u"/messages"))
        return SimulatedFormat::Messages;
    if (path.endsWith(u":generateContent") || path.endsWith(u":streamGenerateContent"))
        return SimulatedFormat::Generate;
    return {};
}

/// Any key will do but `invalid`, wherever the format carries it.
static bool hasInvalidKey(const HttpRequest &request)
{
    const QByteArray bearer = headerValue(request.headers, "authorization");
    return bearer.mid(bearer.lastIndexOf(' ') + 1) == "invalid"
        || headerValue(request.headers, "x-api-key") == "invalid"
        || headerValue(request.headers, "api-key") == "invalid"
        || headerValue(request.headers, "x-goog-api-key") == "invalid"
        || QUrlQuery(request.url).queryItemValue(u"key"_s) == u"invalid";
}

/// A forced tool's arguments are an answer in the form of its parameters.
static void useForcedSchema(SimulatedRequest &request)
{
    if (!request.toolForced || request.tools.isEmpty()) {
        request.toolForced = false;
        return;
    }
    const auto tool = std::ranges::find(request.tools, request.forcedTool, &ToolDefinition::name);
    const ToolDefinition &forced = tool == request.tools.end() ? request.tools.first() : *tool;
    request.forcedTool = forced.name;
    request.schema = forced.parameters;
}

Result<SimulatedRequest> readSimulatedRequest(const HttpRequest &http)
{
    const QString path = http.url.path();
    const auto format = formatOf(path);
    if (!format) {
        return fail(ErrorKind::Setup,
                    Words::tr("The simulator does not know the path %1; it speaks "
                              "/v1/chat/completions, /v1/responses, /v1/messages and "
                              "/v1beta/models/NAME:generateContent.")
                        .arg(path),
                    u"path"_s);
    }
    const auto body = parseJson(http.body, 128);
    if (!body)
        return std::unexpected(
            body.error().toError(Words::tr("The request sent to the simulator")));
    if (!body->is_object())
        return fail(ErrorKind::Setup,
                    Words::tr("The request sent to the simulator is no JSON object."));

    SimulatedRequest request {
        .format = *format, .model = textOf(*body, "model"), .invalidKey = hasInvalidKey(http)};
    switch (*format) {
    case SimulatedFormat::Chat:
        readChat(request, *body);
        break;
    case SimulatedFormat::Responses:
        readResponses(request, *body);
        break;
    case SimulatedFormat::Messages:
        readMessages(request, *body);
        break;
    case SimulatedFormat::Generate: {
        const qsizetype colon = path.lastIndexOf(u':');
        const qsizetype slash = path.lastIndexOf(u'/');
        request.model = path.sliced(slash + 1, colon - slash - 1);
        request.stream = path.endsWith(u":streamGenerateContent");
        request.jsonArray
            = request.stream && QUrlQuery(http.url).queryItemValue(u"alt"_s) != u"sse";
        readGenerate(request, *body);
        break;
    }
    }
    request.hasToolResults = !request.toolResults.isEmpty();
    useForcedSchema(request);
    return request;
}

QByteArray placeOf(const HttpRequest &request)
{
    return QCryptographicHash::hash(request.body, QCryptographicHash::Sha256);
}

std::optional<Json> simulatedModels(const QString &path, bool anthropic)
{
    Json list = jsonArray();
    if (path.endsWith(u"/v1beta/models")) {
        for (const QString &name : builtinScriptNames()) {
            list.push_back(jsonObject({{"name", toJson(u"models/"_s + name)},
                                       {"displayName", toJson(name)},
                                       {"supportedGenerationMethods",
                                        jsonArray({"generateContent", "streamGenerateContent"})}}));
        }
        return jsonObject({{"models", list}});
    }
    if (!path.endsWith(u"/models"))
        return {};
    for (const QString &name : builtinScriptNames()) {
        list.push_back(anthropic ? jsonObject({{"type", "model"},
                                               {"id", toJson(name)},
                                               {"display_name", toJson(name)},
                                               {"created_at", "2026-01-01T00:00:00Z"}})
                                 : jsonObject({{"id", toJson(name)},
                                               {"object", "model"},
                                               {"created", 1'767'225'600},
                                               {"owned_by", "simulator"}}));
    }
    if (!anthropic)
        return jsonObject({{"object", "list"}, {"data", list}});
    return jsonObject({{"data", list},
                       {"has_more", false},
                       {"first_id", toJson(builtinScriptNames().first())},
                       {"last_id", toJson(builtinScriptNames().last())}});
}

} // namespace Antiphon
