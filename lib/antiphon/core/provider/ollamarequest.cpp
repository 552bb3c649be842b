// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Ollama's own format: what goes out.
// Source: ollama/ollama docs/api.md and api/types.go; read 2026-11.

#include "codecparts.h"
#include "messagewriting.h"
#include "ollama.h"

#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QString formatName()
{
    return Words::tr("The Ollama format");
}

// --- Messages ------------------------------------------------------------------------------------

namespace {

/// One message of ours as one or more of theirs: results of tools are messages of their own. Text
/// is one string; images, and audio for models that hear, stand beside it.
struct MessageWriter {
    Json &out;
    QString text = {};
    QString thinking = {};
    Json media = jsonArray();
    Json calls = jsonArray();
    bool isResult = false;
    bool isForeignOnly = false; ///< Unless something else is said.

    Result<> addMedia(const QByteArray &bytes, const QString &url, const QString &what)
    {
        if (!url.isEmpty())
            return cannotCarry(formatName(), what);
        media.push_back(base64(bytes));
        return {};
    }

    Result<> add(const Text &part)
    {
        text += part.text;
        return {};
    }
    Result<> add(const Image &image)
    {
        return addMedia(image.bytes, image.url, Words::tr("an image by its address"));
    }
    Result<> add(const Audio &audio)
    {
        return addMedia(audio.bytes, audio.url, Words::tr("audio by its address"));
    }
    Result<> add(const Document &)
    {
        return cannotCarry(formatName(), Words::tr("a document: put its text into the prompt"));
    }
    Result<> add(const CacheMarker &) { return {}; } // the server keeps what it can by itself
    Result<> add(const ToolUse &use)
    {
        Json call = jsonObject();
        if (!use.id.isEmpty())
            call.insert_or_assign("id", toJson(use.id));
        call.insert_or_assign("function",
                              jsonObject({{"name", toJson(use.name)},
                                          {"arguments", argumentsObject(use.argumentsText)}}));
        calls.push_back(std::move(call));
        return {};
    }
    Result<> add(const ToolResult &result)
    {
        isResult = true;
        Json message = jsonObject({{"role", Json("tool")}, {"content", toJson(result.content)}});
        if (!result.name.isEmpty())
            message.insert_or_assign("tool_name", toJson(result.name));
        if (!result.id.isEmpty())
            message.insert_or_assign("tool_call_id", toJson(result.id));
        out.push_back(std::move(message));
        return {};
    }
    Result<> add(const Thinking &part)
    {
        thinking += part.text;
        return {};
    }
    Result<> add(const Native &native)
    {
        if (isForeign(native, u"ollama")) {
            isForeignOnly = true;
            return {};
        }
        return cannotCarry(formatName(), Words::tr("a part in another provider's form"));
    }

    void end(Role role)
    {
        const bool silent = text.isEmpty() && media.empty() && calls.empty();
        if (silent && (isResult || isForeignOnly))
            return;
        Json json = jsonObject({{"role", toJson(roleName(role))}, {"content", toJson(text)}});
        if (!thinking.isEmpty())
            json.insert_or_assign("thinking", toJson(thinking));
        if (!media.empty())
            json.insert_or_assign("images", std::move(media));
        if (!calls.empty())
            json.insert_or_assign("tool_calls", std::move(calls));
        out.push_back(std::move(json));
    }
};

} // namespace

static Result<Json> messagesOf(const QList<Message> &all)
{
    return writeMessages(all, u"ollama", [](const Message &message, Json &list) {
        MessageWriter writer {.out = list};
        auto written = writeParts(message, writer);
        if (written)
            writer.end(message.role);
        return written;
    });
}

// --- Options -------------------------------------------------------------------------------------

static Json optionsOf(const Parameters &given, const Endpoint &endpoint)
{
    Json options = jsonObject();
    const auto add = [&](const QString &name, std::string_view theirs, const auto &value) {
        if (value && takes(endpoint, name))
            options.insert_or_assign(theirs, *value);
    };
    add(u"temperature"_s, "temperature", given.temperature);
    add(u"max_tokens"_s, "num_predict", given.maxTokens);
    add(u"top_p"_s, "top_p", given.topP);
    add(u"frequency_penalty"_s, "frequency_penalty", given.frequencyPenalty);
    add(u"presence_penalty"_s, "presence_penalty", given.presencePenalty);
    add(u"seed"_s, "seed", given.seed);
    if (given.stop && takes(endpoint, u"stop"_s)) {
        Json stops = jsonArray();
        for (const QString &stop : *given.stop)
            stops.push_back(toJson(stop));
        options.insert_or_assign("stop", std::move(stops));
    }
    return options;
}

// Settings of the model and its runner stand in `options`, however they were given.
static Json placed(const Json &extra)
{
    static constexpr std::string_view optionNames[] {
        "draft_num_predict",
        "main_gpu",
        "min_p",
        "mirostat",
        "mirostat_eta",
        "mirostat_tau",
        "num_batch",
        "num_ctx",
        "num_gpu",
        "num_keep",
        "num_predict",
        "num_thread",
        "numa",
        "repeat_last_n",
        "repeat_penalty",
        "tfs_z",
        "top_k",
        "typical_p",
        "use_mlock",
        "use_mmap",
    };
    Json out = jsonObject();
    Json options = jsonObject();
    for (const auto &member : extra.object_range()) {
        const bool option = std::ranges::find(optionNames, member.key()) != std::end(optionNames);
        (option ? options : out).insert_or_assign(member.key(), member.value());
    }
    if (!options.empty()) {
        const Json *given = find(out, "options");
        out.insert_or_assign("options",
                             given && given->is_object() ? merged(options, *given) : options);
    }
    return out;
}

static Result<> addTools(Json &body, const CallRequest &request)
{
    const auto mode = request.toolChoice ? request.toolChoice->mode : ToolChoice::Mode::Auto;
    if (request.tools.isEmpty() || mode == ToolChoice::Mode::None)
        return {}; // without tools the model cannot call one
    if (mode != ToolChoice::Mode::Auto)
        return cannotCarry(formatName(), Words::tr("a choice of tools: the model decides"));
    Json tools = jsonArray();
    for (const ToolDefinition &tool : request.tools) {
        if (!isOffered(tool, request))
            continue;
        if (tool.kind == ToolDefinition::Kind::Custom)
            return cannotCarry(formatName(), Words::tr("the free-form tool \"%1\"").arg(tool.name));
        if (tool.kind == ToolDefinition::Kind::Provider) {
            tools.push_back(tool.native);
            continue;
        }
        Json function = jsonObject({{"name", toJson(tool.name)}});
        if (!tool.description.isEmpty())
            function.insert_or_assign("description", toJson(tool.description));
        function.insert_or_assign("parameters", tool.parameters);
        tools.push_back(
            jsonObject({{"type", Json("function")}, {"function", std::move(function)}}));
    }
    body.insert_or_assign("tools", std::move(tools));
    return {};
}

// --- The request ---------------------------------------------------------------------------------

Result<HttpRequest> encodeOllama(const CallRequest &request, const Endpoint &endpoint,
                                 const Credentials &credentials, const QDateTime &)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    auto messages = messagesOf(request.messages);
    if (!messages)
        return std::unexpected(messages.error());
    Json body = jsonObject({{"model", toJson(request.model)},
                            {"messages", *std::move(messages)},
                            {"stream", Json(request.stream)}});
    if (auto added = addTools(body, request); !added)
        return std::unexpected(added.error());
    if (request.output.mode == OutputFormat::Mode::JsonObject)
        body.insert_or_assign("format", "json");
    else if (request.output.mode == OutputFormat::Mode::Strict)
        body.insert_or_assign("format", request.output.schema);
    if (Json options = optionsOf(request.parameters, endpoint); !options.empty())
        body.insert_or_assign("options", std::move(options));
    addExtra(body, placed(request.parameters.extra));

    HttpRequest http {.url = endpointUrl(endpoint, u"/chat", u"/api"),
                      .headers = requestHeaders(endpoint, credentials, false),
                      .body = toBytes(body)};
    if (request.stream)
        http.headers[1].value = "application/x-ndjson";
    return http;
}

Result<HttpRequest> encodeOllamaModels(const Endpoint &endpoint, const Credentials &credentials)
{
    return getRequest(endpointUrl(endpoint, u"/tags", u"/api"), endpoint, credentials);
}

} // namespace Antiphon
