// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/message.h>

#include <antiphon/core/words.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr std::array roleNames {"system"_L1, "user"_L1, "assistant"_L1, "tool"_L1};

QString roleName(Role role)
{
    return roleNames[size_t(role)];
}

std::optional<Role> roleFromName(QStringView name)
{
    for (size_t i = 0; i < roleNames.size(); ++i) {
        if (name == roleNames[i])
            return Role(i);
    }
    return {};
}

Message textMessage(Role role, QString text)
{
    return {.role = role, .parts = {Text {std::move(text)}}};
}

QString plainText(const Message &message)
{
    QString all;
    for (const ContentPart &part : message.parts) {
        if (const auto *text = std::get_if<Text>(&part))
            all += text->text;
    }
    return all;
}

namespace {

Json base64(const QByteArray &bytes)
{
    return toJson(QString::fromLatin1(bytes.toBase64()));
}

// Media by bytes or by address, in the two forms of template-language.md 5.
Json media(std::string_view type, const QString &mediaType, const QByteArray &bytes,
           const QString &url)
{
    if (!url.isEmpty())
        return jsonObject({{"type", Json(std::string(type) + "_url")}, {"url", toJson(url)}});
    return jsonObject(
        {{"type", Json(type)}, {"media_type", toJson(mediaType)}, {type, base64(bytes)}});
}

struct PartWriter {
    Json operator()(const Text &part) const
    {
        Json json = jsonObject({{"type", Json("text")}, {"text", toJson(part.text)}});
        if (!part.phase.isEmpty())
            json.insert_or_assign("phase", toJson(part.phase));
        if (!part.signature.isEmpty())
            json.insert_or_assign("signature", toJson(part.signature));
        return json;
    }
    Json operator()(const Image &part) const
    {
        Json json = media("image", part.mediaType, part.bytes, part.url);
        json.insert_or_assign("detail", part.detail.isEmpty() ? Json::null() : toJson(part.detail));
        if (!part.signature.isEmpty())
            json.insert_or_assign("signature", toJson(part.signature));
        return json;
    }
    Json operator()(const Audio &part) const
    {
        Json json = media("audio", part.mediaType, part.bytes, part.url);
        if (!part.id.isEmpty())
            json.insert_or_assign("id", toJson(part.id));
        if (!part.transcript.isEmpty())
            json.insert_or_assign("transcript", toJson(part.transcript));
        return json;
    }
    Json operator()(const Document &part) const
    {
        Json json = media("document", part.mediaType, part.bytes, part.url);
        if (!part.name.isEmpty())
            json.insert_or_assign("name", toJson(part.name));
        return json;
    }
    Json operator()(const CacheMarker &part) const
    {
        Json json
            = jsonObject({{"type", Json("cache_control")}, {"cache_type", toJson(part.type)}});
        if (!part.ttl.isEmpty())
            json.insert_or_assign("ttl", toJson(part.ttl));
        return json;
    }
    Json operator()(const ToolUse &part) const
    {
        auto arguments = parseJson(part.argumentsText.toUtf8());
        Json json = jsonObject({{"type", Json("tool_call")},
                                {"name", toJson(part.name)},
                                {"args", arguments ? *arguments : toJson(part.argumentsText)},
                                {"id", part.id.isEmpty() ? Json::null() : toJson(part.id)}});
        if (!part.signature.isEmpty())
            json.insert_or_assign("signature", toJson(part.signature));
        if (part.custom)
            json.insert_or_assign("custom", true);
        if (!part.group.isEmpty())
            json.insert_or_assign("group", toJson(part.group));
        return json;
    }
    Json operator()(const ToolResult &part) const
    {
        Json json = jsonObject({{"type", Json("tool_result")},
                                {"name", toJson(part.name)},
                                {"content", toJson(part.content)},
                                {"id", part.id.isEmpty() ? Json::null() : toJson(part.id)},
                                {"is_error", Json(part.isError)}});
        if (part.custom)
            json.insert_or_assign("custom", true);
        if (!part.images.isEmpty()) {
            Json images = jsonArray();
            for (const Image &image : part.images)
                images.push_back((*this)(image));
            json.insert_or_assign("images", std::move(images));
        }
        return json;
    }
    Json operator()(const Thinking &part) const
    {
        Json json = jsonObject({{"type", Json("thinking")}, {"text", toJson(part.text)}});
        if (!part.id.isEmpty())
            json.insert_or_assign("id", toJson(part.id));
        if (!part.signature.isEmpty())
            json.insert_or_assign("signature", toJson(part.signature));
        if (!part.redacted.isEmpty())
            json.insert_or_assign("redacted", toJson(part.redacted));
        if (!part.native.is_null())
            json.insert_or_assign("native", part.native);
        return json;
    }
    Json operator()(const Native &part) const
    {
        if (part.codec.isEmpty())
            return part.value;
        return jsonObject(
            {{"type", Json("native")}, {"codec", toJson(part.codec)}, {"value", part.value}});
    }
};

bool isNativeMessage(const Message &message)
{
    if (message.parts.size() != 1)
        return false;
    const auto *native = std::get_if<Native>(&message.parts.first());
    return native && find(native->value, "role");
}

} // namespace

Json toJson(const Message &message)
{
    if (isNativeMessage(message))
        return std::get<Native>(message.parts.first()).value;
    Json json = jsonObject({{"role", toJson(roleName(message.role))}});
    if (!message.name.isEmpty())
        json.insert_or_assign("name", toJson(message.name));
    const Text *only
        = message.parts.size() == 1 ? std::get_if<Text>(&message.parts.first()) : nullptr;
    if (only && only->phase.isEmpty() && only->signature.isEmpty()) {
        json.insert_or_assign("content", toJson(only->text));
        return json;
    }
    Json content = jsonArray();
    for (const ContentPart &part : message.parts)
        content.push_back(std::visit(PartWriter {}, part));
    json.insert_or_assign("content", std::move(content));
    return json;
}

Json toJson(const QList<Message> &messages)
{
    Json list = jsonArray();
    for (const Message &message : messages)
        list.push_back(toJson(message));
    return list;
}

static bool isTrue(const Json &object, std::string_view name)
{
    const Json *value = find(object, name);
    return value && value->is_bool() && value->as_bool();
}

static std::optional<ContentPart> partFromJson(const Json &value);

static ToolResult toolResultFromJson(const Json &value)
{
    const Json *content = find(value, "content");
    ToolResult result {.id = textOf(value, "id"),
                       .name = textOf(value, "name"),
                       .content = !content        ? QString()
                           : content->is_string() ? toText(*content)
                                                  : QString::fromUtf8(toBytes(*content)),
                       .isError = isTrue(value, "is_error"),
                       .custom = isTrue(value, "custom")};
    const Json *images = find(value, "images");
    if (images && images->is_array()) {
        for (const Json &item : images->array_range()) {
            const auto part = partFromJson(item);
            if (const auto *image = part ? std::get_if<Image>(&*part) : nullptr)
                result.images.append(*image);
        }
    }
    return result;
}

static std::optional<ContentPart> partFromJson(const Json &value)
{
    if (value.is_string())
        return Text {toText(value)};
    const QString type = textOf(value, "type");
    const auto bytes = [&value](std::string_view key) {
        return QByteArray::fromBase64(textOf(value, key).toLatin1());
    };
    if (type == "text"_L1 && find(value, "text") && find(value, "text")->is_string())
        return Text {.text = textOf(value, "text"),
                     .phase = textOf(value, "phase"),
                     .signature = textOf(value, "signature")};
    if (type == "image"_L1 && find(value, "image"))
        return Image {.mediaType = textOf(value, "media_type"),
                      .bytes = bytes("image"),
                      .detail = textOf(value, "detail"),
                      .signature = textOf(value, "signature")};
    if (type == "image_url"_L1 && find(value, "url"))
        return Image {.url = textOf(value, "url"), .detail = textOf(value, "detail")};
    if (type == "audio"_L1 && find(value, "audio"))
        return Audio {.mediaType = textOf(value, "media_type"),
                      .bytes = bytes("audio"),
                      .id = textOf(value, "id"),
                      .transcript = textOf(value, "transcript")};
    if (type == "audio_url"_L1 && find(value, "url"))
        return Audio {.url = textOf(value, "url")};
    if (type == "document"_L1 && find(value, "document"))
        return Document {textOf(value, "media_type"), bytes("document"), {}, textOf(value, "name")};
    if (type == "document_url"_L1 && find(value, "url"))
        return Document {{}, {}, textOf(value, "url"), textOf(value, "name")};
    if (type == "cache_control"_L1)
        return CacheMarker {.type = textOf(value, "cache_type", u"ephemeral"_s),
                            .ttl = textOf(value, "ttl")};
    if (type == "tool_call"_L1 && find(value, "name")) {
        const Json *arguments = find(value, "args");
        return ToolUse {.id = textOf(value, "id"),
                        .name = textOf(value, "name"),
                        .argumentsText = !arguments || arguments->is_null() ? u"{}"_s
                            : arguments->is_string()                        ? toText(*arguments)
                                                     : QString::fromUtf8(toBytes(*arguments)),
                        .signature = textOf(value, "signature"),
                        .custom = isTrue(value, "custom"),
                        .group = textOf(value, "group")};
    }
    if (type == "tool_result"_L1)
        return toolResultFromJson(value);
    if (type == "thinking"_L1 && find(value, "text"))
        return Thinking {.text = textOf(value, "text"),
                         .id = textOf(value, "id"),
                         .signature = textOf(value, "signature"),
                         .redacted = textOf(value, "redacted"),
                         .native = find(value, "native") ? *find(value, "native") : Json::null()};
    if (type == "native"_L1 && find(value, "value"))
        return Native {*find(value, "value"), textOf(value, "codec")};
    return {};
}

static Result<Message> messageFromJson(const Json &value, int place)
{
    if (!value.is_object())
        return fail(ErrorKind::Setup,
                    Words::tr("Message %1 is no object; write {\"role\": ..., \"content\": ...}.")
                        .arg(place));
    const auto role = roleFromName(textOf(value, "role"));
    const Json *content = find(value, "content");
    const Message native {.role = role.value_or(Role::User), .parts = {Native {value}}};
    if (!role && !find(value, "role"))
        return fail(ErrorKind::Setup, Words::tr("Message %1 has no role.").arg(place));
    if (!role || !content || content->is_null())
        return native;
    for (const auto &member : value.object_range()) {
        if (member.key() != "role" && member.key() != "content" && member.key() != "name")
            return native;
    }
    Message message {.role = *role, .name = textOf(value, "name")};
    if (content->is_string()) {
        message.parts.append(Text {toText(*content)});
        return message;
    }
    if (!content->is_array())
        return native;
    for (const Json &item : content->array_range()) {
        auto part = partFromJson(item);
        message.parts.append(part ? *std::move(part) : ContentPart(Native {item}));
    }
    return message;
}

Result<QList<Message>> messagesFromJson(const Json &value)
{
    if (!value.is_array())
        return fail(ErrorKind::Setup, Words::tr("Messages are a list of {\"role\", \"content\"}."));
    QList<Message> messages;
    for (const Json &item : value.array_range()) {
        auto message = messageFromJson(item, int(messages.size()) + 1);
        if (!message)
            return std::unexpected(message.error());
        messages.append(*std::move(message));
    }
    return messages;
}

} // namespace Antiphon
