// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Chat Completions wire format: messages.
// Source: openai/openai-openapi, ChatCompletionRequest*Message; for others the documentation of
// OpenRouter, LiteLLM, DeepSeek and the local servers; read 2026-11.

#include "callids.h"
#include "codecparts.h"
#include "messagewriting.h"
#include "openaichat.h"
#include "openaitools.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr QStringView ownCodec = u"openai-chat";
static const QString formatName = QStringLiteral("The Chat Completions format");

// --- Parts ---------------------------------------------------------------------------------------

static Json textPart(const QString &text)
{
    return jsonObject({{"type", Json("text")}, {"text", toJson(text)}});
}

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

// {"a": {"b": value}} for "a.b".
static void insertAt(Json &object, QStringView path, const Json &value)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        object.insert_or_assign(toUtf8(path), value);
        return;
    }
    Json inner = jsonObject();
    insertAt(inner, path.sliced(dot + 1), value);
    object.insert_or_assign(toUtf8(path.first(dot)), std::move(inner));
}

static Json toolCall(const ToolUse &use, const Quirks &quirks)
{
    const char *type = use.custom ? "custom" : "function";
    const QString arguments
        = use.argumentsText.isEmpty() && !use.custom ? u"{}"_s : use.argumentsText;
    Json call
        = jsonObject({{"id", toJson(use.id)},
                      {"type", Json(type)},
                      {type,
                       jsonObject({{"name", toJson(use.name)},
                                   {use.custom ? "input" : "arguments", toJson(arguments)}})}});
    if (!use.signature.isEmpty() && !quirks.signatureField.isEmpty())
        insertAt(call, quirks.signatureField, toJson(use.signature));
    return call;
}

static Json toolMessage(const ToolResult &result, const Quirks &quirks)
{
    Json json = jsonObject({{"role", Json("tool")}, {"tool_call_id", toJson(result.id)}});
    if (quirks.toolNames && !result.name.isEmpty())
        json.insert_or_assign("name", toJson(result.name));
    json.insert_or_assign("content", toJson(result.content));
    return json;
}

// Reasoning of an earlier turn as an element of a list of blocks (LiteLLM).
static Json thinkingBlock(const Thinking &earlier)
{
    if (!earlier.redacted.isEmpty())
        return jsonObject(
            {{"type", Json("redacted_thinking")}, {"data", toJson(earlier.redacted)}});
    return jsonObject({{"type", Json("thinking")},
                       {"thinking", toJson(earlier.text)},
                       {"signature", toJson(earlier.signature)}});
}

// --- Messages ------------------------------------------------------------------------------------

namespace {

/// One message of ours as one or more of theirs: results of tools are messages of their own.
struct MessageWriter {
    const Endpoint &endpoint;
    Role role;
    bool cachePoints; ///< Markers become `prompt_cache_breakpoint`.
    Json &out;
    Json parts = jsonArray();
    Json calls = jsonArray();
    Json images = jsonArray(); ///< That the model made.
    Json thinkingItems = jsonArray();
    QString thinking = {};
    QString audioId = {};
    bool onlyText = true;

    Result<> add(const Text &text)
    {
        parts.push_back(textPart(text.text));
        return {};
    }
    Result<> add(const Image &image)
    {
        if (role == Role::Assistant) {
            images.push_back(imagePart(image));
            return {};
        }
        if (!image.url.isEmpty() && !endpoint.quirks.imageAddresses)
            return fail(ErrorKind::Unsupported,
                        QCoreApplication::translate("openaichat",
                                                    "%1 does not fetch images by their address: "
                                                    "attach the image itself.")
                            .arg(endpoint.provider));
        return addOther(imagePart(image));
    }
    Result<> add(const Audio &audio)
    {
        if (role != Role::Assistant)
            return addOther(audioPart(audio));
        if (!audio.id.isEmpty())
            audioId = audio.id; // the service has it still, or says that it expired
        else if (!audio.transcript.isEmpty())
            parts.push_back(textPart(audio.transcript));
        return {};
    }
    Result<> add(const Document &document) { return addOther(documentPart(document)); }
    Result<> add(const CacheMarker &marker)
    {
        // Gateways take Anthropic's markers; others refuse members they do not know.
        const bool anthropics = endpoint.quirks.cacheMarkers;
        if (parts.empty() || (!anthropics && !cachePoints))
            return {};
        onlyText = false;
        Json &last = parts[parts.size() - 1];
        if (anthropics)
            last.insert_or_assign("cache_control", jsonObject({{"type", toJson(marker.type)}}));
        else
            last.insert_or_assign("prompt_cache_breakpoint",
                                  jsonObject({{"mode", Json("explicit")}}));
        return {};
    }
    Result<> add(const ToolUse &use)
    {
        calls.push_back(toolCall(use, endpoint.quirks));
        return {};
    }
    Result<> add(const ToolResult &result)
    {
        end(); // what stands before the result comes first
        out.push_back(toolMessage(result, endpoint.quirks));
        return {};
    }
    Result<> add(const Thinking &earlier)
    {
        thinking += earlier.text;
        if (endpoint.quirks.thinkingField == "thinking_blocks"_L1) {
            if (!earlier.signature.isEmpty() || !earlier.redacted.isEmpty())
                thinkingItems.push_back(thinkingBlock(earlier));
        } else if (earlier.native.is_array()) {
            for (const Json &item : earlier.native.array_range())
                thinkingItems.push_back(item);
        }
        return {};
    }
    Result<> add(const Native &native)
    {
        return isForeign(native, ownCodec) ? Result<>() : addOther(native.value);
    }

    Result<> addOther(Result<Json> part)
    {
        if (!part)
            return std::unexpected(part.error());
        if (endpoint.quirks.textOnly)
            return fail(ErrorKind::Unsupported,
                        QCoreApplication::translate(
                            "openaichat", "%1 takes text only, no images, sounds or documents.")
                            .arg(endpoint.provider));
        onlyText = false;
        parts.push_back(*std::move(part));
        return {};
    }

    [[nodiscard]] bool isEmpty() const
    {
        return parts.empty() && calls.empty() && images.empty() && thinking.isEmpty()
            && thinkingItems.empty() && audioId.isEmpty();
    }

    [[nodiscard]] Json content()
    {
        const bool nothingToSay = !calls.empty() || !audioId.isEmpty();
        if (parts.empty())
            return nothingToSay && endpoint.quirks.nullContent ? Json::null() : Json("");
        if (onlyText && parts.size() == 1)
            return parts[0]["text"];
        if (!endpoint.quirks.textOnly)
            return std::move(parts);
        QStringList texts;
        for (const Json &part : parts.array_range())
            texts.append(textOf(part, "text"));
        return toJson(texts.join(u"\n\n"_s));
    }

    void addThinking(Json &json) const
    {
        const QString &field = endpoint.quirks.thinkingField;
        if (field == "reasoning_details"_L1 || field == "thinking_blocks"_L1) {
            if (!thinkingItems.empty())
                json.insert_or_assign(toUtf8(field), thinkingItems);
            else if (field == "reasoning_details"_L1 && !thinking.isEmpty())
                json.insert_or_assign("reasoning", toJson(thinking)); // all there was
        } else if (!field.isEmpty() && !thinking.isEmpty()) {
            json.insert_or_assign(toUtf8(field), toJson(thinking));
        }
    }

    void end(const QString &name = {})
    {
        if (isEmpty())
            return;
        write(name);
        parts = jsonArray();
        calls = jsonArray();
        images = jsonArray();
        thinkingItems = jsonArray();
        thinking.clear();
        audioId.clear();
        onlyText = true;
    }

    void write(const QString &name)
    {
        // What stands beside results of tools in one message of ours is the user's.
        const QString said = role == Role::System ? endpoint.quirks.systemRole
            : role == Role::Tool                  ? roleName(Role::User)
                                                  : roleName(role);
        Json json = jsonObject({{"role", toJson(said)}});
        if (!name.isEmpty() && endpoint.quirks.messageNames)
            json.insert_or_assign("name", toJson(name));
        json.insert_or_assign("content", content());
        addThinking(json);
        if (!audioId.isEmpty())
            json.insert_or_assign("audio", jsonObject({{"id", toJson(audioId)}}));
        if (!images.empty())
            json.insert_or_assign("images", images);
        if (!calls.empty())
            json.insert_or_assign("tool_calls", calls);
        out.push_back(std::move(json));
    }
};

} // namespace

// --- What chat templates of small servers insist on ----------------------------------------------

static void appendTo(Message &message, const Message &more)
{
    const bool twoTexts = !message.parts.isEmpty() && !more.parts.isEmpty()
        && std::holds_alternative<Text>(message.parts.last())
        && std::holds_alternative<Text>(more.parts.first());
    if (!twoTexts) {
        message.parts += more.parts;
        return;
    }
    std::get<Text>(message.parts.last()).text
        += "\n\n"_L1 + std::get<Text>(more.parts.first()).text;
    message.parts += more.parts.sliced(1);
}

static QList<Message> withOneSystem(const QList<Message> &messages)
{
    Message system {.role = Role::System};
    QList<Message> rest;
    for (const Message &message : messages) {
        if (message.role == Role::System && !wholeNative(message, ownCodec))
            appendTo(system, message);
        else
            rest.append(message);
    }
    if (!system.parts.isEmpty())
        rest.prepend(system);
    return rest;
}

static QList<Message> withTurns(const QList<Message> &messages)
{
    QList<Message> out;
    for (const Message &message : messages) {
        const bool goesOn = !out.isEmpty() && out.last().role == message.role
            && message.role != Role::Tool && !wholeNative(message, ownCodec)
            && !wholeNative(out.last(), ownCodec);
        if (goesOn)
            appendTo(out.last(), message);
        else
            out.append(message);
    }
    return out;
}

Result<Json> chatMessages(const CallRequest &request, const Endpoint &endpoint)
{
    QList<Message> messages = withCallIds(request.messages);
    if (endpoint.quirks.singleSystem)
        messages = withOneSystem(messages);
    if (endpoint.quirks.alternateRoles)
        messages = withTurns(messages);

    return writeMessages(messages, ownCodec, [&](const Message &message, Json &list) {
        MessageWriter writer {.endpoint = endpoint,
                              .role = message.role,
                              .cachePoints = wantsCachePoints(request),
                              .out = list};
        auto written = writeParts(message, writer);
        if (message.parts.isEmpty())
            writer.write(message.name); // an empty text is what it says
        writer.end(message.name);
        return written;
    });
}

} // namespace Antiphon
