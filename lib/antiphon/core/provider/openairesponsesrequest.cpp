// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Responses wire format: what goes out.
// Source: openai/openai-openapi, CreateResponse and InputItem; read 2026-11.

#include "callids.h"
#include "codecparts.h"
#include "messagewriting.h"
#include "openairesponses.h"
#include "openaitools.h"

#include <antiphon/core/words.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr QStringView ownCodec = u"openai-responses";
static const QString formatName = QStringLiteral("The Responses format");
static constexpr CallIdRule callIds {.longest = 64};

// --- Parts ---------------------------------------------------------------------------------------

static Json imageInput(const Image &image)
{
    const QString url = image.url.isEmpty() ? dataUri(image.mediaType, image.bytes) : image.url;
    Json part = jsonObject({{"type", Json("input_image")}, {"image_url", toJson(url)}});
    if (!image.detail.isEmpty())
        part.insert_or_assign("detail", toJson(image.detail));
    return part;
}

static Json documentInput(const Document &document)
{
    if (!document.url.isEmpty())
        return jsonObject({{"type", Json("input_file")}, {"file_url", toJson(document.url)}});
    const QString name = document.name.isEmpty() ? u"document"_s : document.name;
    return jsonObject({{"type", Json("input_file")},
                       {"filename", toJson(name)},
                       {"file_data", toJson(dataUri(document.mediaType, document.bytes))}});
}

static Json callItem(const ToolUse &use)
{
    const QString none = use.custom ? QString() : u"{}"_s;
    Json item = jsonObject({{"type", Json(use.custom ? "custom_tool_call" : "function_call")},
                            {"call_id", toJson(use.id)},
                            {"name", toJson(use.name)},
                            {use.custom ? "input" : "arguments",
                             toJson(use.argumentsText.isEmpty() ? none : use.argumentsText)}});
    if (!use.group.isEmpty())
        item.insert_or_assign("namespace", toJson(use.group));
    return item;
}

static Json resultItem(const ToolResult &result)
{
    return jsonObject(
        {{"type", Json(result.custom ? "custom_tool_call_output" : "function_call_output")},
         {"call_id", toJson(result.id)},
         {"output", toJson(result.content)}});
}

// --- Items ---------------------------------------------------------------------------------------

namespace {

/// One message of ours as items of theirs, in the order of its parts: reasoning stands directly
/// before what it led to, or the request is refused.
struct ItemWriter {
    const Endpoint &endpoint;
    Role role;
    bool cachePoints;
    bool stored; ///< The service still knows what it said, so that an id is enough.
    Json &out;
    Json parts = jsonArray();
    QString phase = {};

    Result<> add(const Text &text)
    {
        if (!text.phase.isEmpty() && text.phase != phase)
            end();
        if (!text.phase.isEmpty())
            phase = text.phase;
        if (text.text.isEmpty() && !text.phase.isEmpty())
            return {}; // announced, and then nothing was said
        const bool model = role == Role::Assistant;
        return addPart(jsonObject(
            {{"type", Json(model ? "output_text" : "input_text")}, {"text", toJson(text.text)}}));
    }
    Result<> add(const Image &image)
    {
        if (!image.url.isEmpty() && !endpoint.quirks.imageAddresses)
            return fail(ErrorKind::Unsupported,
                        Words::tr("%1 does not fetch images by their address: attach the image "
                                  "itself.")
                            .arg(endpoint.provider));
        if (role != Role::Assistant)
            return addPart(imageInput(image));
        end(); // a drawn image goes back as one that is shown
        out.push_back(
            jsonObject({{"role", Json("user")}, {"content", jsonArray({imageInput(image)})}}));
        return {};
    }
    Result<> add(const Audio &audio)
    {
        if (role != Role::Assistant)
            return cannotCarry(formatName, Words::tr("audio"));
        return audio.transcript.isEmpty() ? Result<>() : add(Text {.text = audio.transcript});
    }
    Result<> add(const Document &document) { return addPart(documentInput(document)); }
    Result<> add(const CacheMarker &)
    {
        if (cachePoints && !parts.empty())
            parts[parts.size() - 1].insert_or_assign("prompt_cache_breakpoint",
                                                     jsonObject({{"mode", Json("explicit")}}));
        return {};
    }
    Result<> add(const ToolUse &use) { return addItem(callItem(use)); }
    Result<> add(const ToolResult &result) { return addItem(resultItem(result)); }
    Result<> add(const Thinking &earlier)
    {
        // Another format's reasoning means nothing here. An id alone only finds what was stored.
        const Json *encrypted = find(earlier.native, "encrypted_content");
        const bool goesBack
            = earlier.native.is_object() && (stored || (encrypted && encrypted->is_string()));
        return goesBack ? addItem(earlier.native) : Result<>();
    }
    Result<> add(const Native &native)
    {
        if (native.codec == ownCodec)
            return addItem(native.value);
        return native.codec.isEmpty() ? addPart(native.value) : Result<>();
    }

    Result<> addPart(Json part)
    {
        parts.push_back(std::move(part));
        return {};
    }
    Result<> addItem(Json item)
    {
        end();
        out.push_back(std::move(item));
        return {};
    }

    [[nodiscard]] Json content()
    {
        if (parts.empty())
            return Json("");
        const bool onlyText = parts.size() == 1 && find(parts[0], "text") && parts[0].size() == 2;
        return onlyText ? parts[0]["text"] : std::exchange(parts, jsonArray());
    }

    void end()
    {
        if (!parts.empty())
            write();
    }

    void write()
    {
        const QString said = role == Role::System ? endpoint.quirks.systemRole
            : role == Role::Tool                  ? roleName(Role::User)
                                                  : roleName(role);
        Json item = jsonObject({{"role", toJson(said)}, {"content", content()}});
        if (!phase.isEmpty())
            item.insert_or_assign("phase", toJson(phase));
        out.push_back(std::move(item));
        parts = jsonArray();
        phase.clear();
    }
};

} // namespace

static bool isTrue(const Json *value)
{
    return value && value->is_bool() && value->as<bool>();
}

// Nothing said means the service's default, which is to store.
static bool isStored(const CallRequest &request, const Quirks &quirks)
{
    const Json *said = find(request.parameters.extra, "store");
    if (!said)
        said = find(quirks.requestDefaults, "store");
    return !said || isTrue(said);
}

// Whoever builds on what the service keeps wants this answer kept too.
static Quirks quirksFor(const CallRequest &request, Quirks quirks)
{
    for (const char *name : {"previous_response_id", "conversation", "background"}) {
        if (find(request.parameters.extra, name) && quirks.requestDefaults.is_object())
            quirks.requestDefaults.erase("store");
    }
    return quirks;
}

static Result<Json> itemsOf(const QList<Message> &messages, const CallRequest &request,
                            const Endpoint &endpoint, const Quirks &quirks)
{
    return writeMessages(messages, ownCodec, [&](const Message &message, Json &list) {
        ItemWriter writer {.endpoint = endpoint,
                           .role = message.role,
                           .cachePoints = wantsCachePoints(request),
                           .stored = isStored(request, quirks),
                           .out = list};
        auto written = writeParts(message, writer);
        if (message.parts.isEmpty())
            writer.write();
        writer.end();
        return written;
    });
}

// A first system message of plain text, beside something to answer, is the instructions.
static bool hasInstructions(const QList<Message> &messages, const CallRequest &request)
{
    if (messages.size() < 2 || messages.first().role != Role::System
        || wholeNative(messages.first(), ownCodec)
        || find(request.parameters.extra, "instructions"))
        return false;
    return std::ranges::all_of(messages.first().parts, [](const ContentPart &part) {
        return std::holds_alternative<Text>(part);
    });
}

// --- Everything else -----------------------------------------------------------------------------

static void addParameters(Json &body, const Parameters &given, const Endpoint &endpoint)
{
    if (given.maxTokens && takes(endpoint, u"max_tokens"_s))
        body.insert_or_assign("max_output_tokens", *given.maxTokens);
    if (given.temperature && takes(endpoint, u"temperature"_s))
        body.insert_or_assign("temperature", *given.temperature);
    if (given.topP && takes(endpoint, u"top_p"_s))
        body.insert_or_assign("top_p", *given.topP);
}

static void addOutput(Json &body, const OutputFormat &output, const Quirks &quirks)
{
    if (output.mode == OutputFormat::Mode::Text)
        return;
    const bool strict = output.mode == OutputFormat::Mode::Strict;
    Json format = jsonObject({{"type", Json("json_object")}});
    if (strict || !quirks.jsonObject) {
        Json schema = output.schema;
        if (!schema.is_object() || schema.empty())
            schema = jsonObject({{"type", Json("object")}});
        format = jsonObject({{"type", Json("json_schema")},
                             {"name", toJson(schemaName(output.name))},
                             {"schema", std::move(schema)},
                             {"strict", Json(strict)}});
    }
    body.insert_or_assign("text", jsonObject({{"format", std::move(format)}}));
}

// What is not stored must come along, encrypted, to be sent back.
static void addEncryptedReasoning(Json &body, const CallRequest &request, const Quirks &quirks)
{
    const Json *store = find(body, "store");
    if (!store || isTrue(store) || !isOneOfModels(request.model, quirks.encryptedReasoningModels))
        return;
    const Json wanted("reasoning.encrypted_content");
    Json include = jsonArray();
    if (const Json *given = find(body, "include"); given && given->is_array())
        include = *given;
    for (const Json &item : include.array_range()) {
        if (item == wanted)
            return;
    }
    include.push_back(wanted);
    body.insert_or_assign("include", std::move(include));
}

Result<HttpRequest> encodeResponses(const CallRequest &request, const Endpoint &endpoint,
                                    const Credentials &credentials, const QDateTime &)
{
    if (request.messages.isEmpty())
        return nothingToSend();
    if (auto possible = checkOutput(request, endpoint); !possible)
        return std::unexpected(possible.error());
    QList<Message> messages = withCallIds(request.messages, callIds);
    Json body = jsonObject({{"model", toJson(request.model)}});
    if (hasInstructions(messages, request))
        body.insert_or_assign("instructions", toJson(plainText(messages.takeFirst())));
    const Quirks quirks = quirksFor(request, endpoint.quirks);
    auto items = itemsOf(messages, request, endpoint, quirks);
    if (!items)
        return std::unexpected(items.error());

    body.insert_or_assign("input", *std::move(items));
    body.insert_or_assign("stream", request.stream);
    addParameters(body, request.parameters, endpoint);
    addOpenAiTools(body, request, quirks, {.nested = false, .sayStrict = true});
    addOutput(body, request.output, quirks);
    addExtra(body, takenExtra(request, endpoint));
    addDefaults(body, quirks);
    addEncryptedReasoning(body, request, quirks);
    leaveOutNulls(body, request.parameters.extra);
    dropLoneOptions(body);
    return HttpRequest {.url = endpointUrl(endpoint, u"/responses"),
                        .headers = requestHeaders(endpoint, credentials, request.stream),
                        .body = toBytes(body)};
}

} // namespace Antiphon
