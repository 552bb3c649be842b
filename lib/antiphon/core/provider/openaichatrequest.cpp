// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Chat Completions wire format: what goes out.
// Source: openai/openai-openapi, CreateChatCompletionRequest; read 2026-11.

#include "codecparts.h"
#include "openaichat.h"
#include "openaitools.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

static void addStop(Json &body, const CallRequest &request, const Endpoint &endpoint)
{
    const Parameters &given = request.parameters;
    if (!given.stop || !takes(endpoint, u"stop"_s))
        return;
    Json stops = jsonArray();
    for (const QString &stop : *given.stop)
        stops.push_back(toJson(stop));
    const bool asText = given.stopIsText && stops.size() == 1 && !endpoint.quirks.stopAsList;
    body.insert_or_assign("stop", asText ? stops[0] : stops);
}

static void addParameters(Json &body, const CallRequest &request, const Endpoint &endpoint)
{
    const Parameters &given = request.parameters;
    const auto add = [&](const QString &name, const auto &value) {
        if (value && takes(endpoint, name))
            body.insert_or_assign(toUtf8(name), *value);
    };
    add(u"temperature"_s, given.temperature);
    if (given.maxTokens && takes(endpoint, u"max_tokens"_s)) {
        const bool newName = isOneOfModels(request.model, endpoint.quirks.completionTokensModels);
        body.insert_or_assign(newName ? "max_completion_tokens"
                                      : toUtf8(endpoint.quirks.maxTokensField),
                              *given.maxTokens);
    }
    add(u"top_p"_s, given.topP);
    add(u"frequency_penalty"_s, given.frequencyPenalty);
    add(u"presence_penalty"_s, given.presencePenalty);
    add(u"seed"_s, given.seed);
    addStop(body, request, endpoint);
}

Json responseFormat(const OutputFormat &output, const Quirks &quirks)
{
    if (output.mode == OutputFormat::Mode::Text)
        return Json::null();
    const bool strict = output.mode == OutputFormat::Mode::Strict;
    if (!strict && quirks.jsonObject)
        return jsonObject({{"type", Json("json_object")}});
    Json schema = output.schema;
    if (!schema.is_object() || schema.empty())
        schema = jsonObject({{"type", Json("object")}}); // any JSON, where only a schema will do
    return jsonObject({{"type", Json("json_schema")},
                       {"json_schema",
                        jsonObject({{"name", toJson(schemaName(output.name))},
                                    {"schema", std::move(schema)},
                                    {"strict", Json(strict)}})}});
}

// Sound has rules of its own, which a service states only after the upload.
static Result<> checkAudio(const CallRequest &request, const Endpoint &endpoint)
{
    const Json *audio = find(request.parameters.extra, "audio");
    const Quirks &quirks = endpoint.quirks;
    if (!audio || !audio->is_object())
        return {};
    const QString format = textOf(*audio, "format");
    if (request.stream && !quirks.streamedAudio.isEmpty() && format != quirks.streamedAudio)
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate(
                        "openaichat",
                        "%1 streams sound as %2 only: set audio.format to \"%2\", or turn "
                        "streaming off.")
                        .arg(endpoint.provider, quirks.streamedAudio));
    if (!request.stream && quirks.audioNeedsStream)
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate(
                        "openaichat", "%1 gives sound in streams only: turn streaming on.")
                        .arg(endpoint.provider));
    return {};
}

static Result<> check(const CallRequest &request, const Endpoint &endpoint)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    if (auto possible = checkOutput(request, endpoint); !possible)
        return possible;
    return checkAudio(request, endpoint);
}

Result<HttpRequest> encodeChat(const CallRequest &request, const Endpoint &endpoint,
                               const Credentials &credentials, const QDateTime &)
{
    if (auto possible = check(request, endpoint); !possible)
        return std::unexpected(possible.error());
    auto messages = chatMessages(request, endpoint);
    if (!messages)
        return std::unexpected(messages.error());

    Json body = jsonObject({{"model", toJson(request.model)},
                            {"messages", *std::move(messages)},
                            {"stream", Json(request.stream)}});
    if (request.stream && endpoint.quirks.streamUsage)
        body.insert_or_assign("stream_options", jsonObject({{"include_usage", Json(true)}}));
    addParameters(body, request, endpoint);
    addOpenAiTools(body, request, endpoint.quirks, {});
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

Result<HttpRequest> encodeChatModels(const Endpoint &endpoint, const Credentials &credentials)
{
    return getRequest(modelsUrl(endpoint, u"/models"), endpoint, credentials);
}

} // namespace Antiphon
