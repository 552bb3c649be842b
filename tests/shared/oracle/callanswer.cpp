// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "callanswer.h"

#include <antiphon/core/provider/codec.h>
#include <antiphon/core/tools/arguments.h>
#include <antiphon/core/tools/toolstream.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Oracle {

namespace {

template<typename T>
Json maybe(const std::optional<T> &value)
{
    if (!value)
        return Json::null();
    if constexpr (std::is_same_v<T, QString>)
        return toJson(*value);
    else
        return Json(*value);
}

Json texts(const std::optional<QStringList> &list)
{
    if (!list)
        return Json::null();
    Json json = jsonArray();
    for (const QString &text : *list)
        json.push_back(toJson(text));
    return json;
}

Json dollars(const std::optional<Money> &cost)
{
    return cost ? Json(double(cost->picoUsd) / 1e12) : Json::null();
}

Json usageJson(const std::optional<CommonUsage> &usage)
{
    if (!usage)
        return Json::null();
    return jsonObject({{"input_tokens", Json(usage->input)},
                       {"cached_tokens", Json(usage->cached)},
                       {"output_tokens", Json(usage->output)},
                       {"total_tokens", Json(usage->total)}});
}

Json providerForm(const Result<Json> &form)
{
    return form ? *form : Json::null();
}

bool isOneOf(const Response &response, std::initializer_list<QLatin1StringView> providers)
{
    return std::ranges::any_of(
        providers, [&response](QLatin1StringView id) { return response.provider() == id; });
}

/// The reference writes Anthropic's answers as a list of parts, and leaves calls out beside text.
Json commonMessage(const Response &response, const Mode &mode)
{
    Message message = response.commonMessageParam();
    if (mode.compat && (response.request().stream || !plainText(message).isEmpty())) {
        message.parts.removeIf(
            [](const ContentPart &part) { return std::holds_alternative<ToolUse>(part); });
    }
    Json json = taggedBytes(jsonArray({toJson(message)}))[0];
    if (isOneOf(response, {"anthropic"_L1}) && json["content"].is_string())
        json["content"]
            = jsonArray({jsonObject({{"type", Json("text")}, {"text", Json(json["content"])}})});
    if (json["content"].is_array() && json["content"].empty())
        json["content"] = Json("");
    return json;
}

Json toolJson(const CalledTool &tool)
{
    return jsonObject({{"name", toJson(tool.name)},
                       {"args", tool.arguments},
                       {"id", tool.id.isEmpty() ? Json::null() : toJson(tool.id)}});
}

void putTools(Json &json, const Response &response, const Mode &mode)
{
    const auto tools = response.tools();
    if (!tools) {
        const bool notJson = tools.error().code == "not-json"_L1;
        json.insert_or_assign(
            "tools_error",
            errorResult(notJson ? u"not_json"_s : u"tool_validation"_s, tools.error().message)
                .at("error"));
        return;
    }
    Json list = Json::null();
    // The reference says [] where its contract says null.
    const bool configured = response.toolTypes().has_value();
    const bool asked = !response.attempt().toolCalls.isEmpty();
    if (mode.compat && configured && (asked || isOneOf(response, {"anthropic"_L1, "google"_L1})))
        list = jsonArray();
    for (const CalledTool &tool : tools->value_or(QList<CalledTool>())) {
        if (list.is_null())
            list = jsonArray();
        list.push_back(toolJson(tool));
    }
    json.insert_or_assign("tools", std::move(list));
}

Json cached(const Response &response, const Mode &mode)
{
    const auto tokens = response.cachedTokens();
    if (mode.compat && !tokens && isOneOf(response, {"groq"_L1, "mistral"_L1}))
        return Json(0); // the reference cannot tell none from not said
    return maybe(tokens);
}

/// Tags are a set: the cases have them in order.
Json metadataJson(Json metadata)
{
    if (find(metadata, "tags") && metadata["tags"].is_array())
        std::ranges::sort(metadata["tags"].array_range(), {},
                          [](const Json &tag) { return tag.as<std::string>(); });
    return metadata;
}

} // namespace

Json answerJson(const Response &response, const Json &, const Mode &mode)
{
    const auto user = response.commonUserMessageParam();
    const auto audio = response.audio();
    Json json = jsonObject(
        {{"content", toJson(response.content())},
         {"finish_reasons", texts(response.finishReasons())},
         {"common_finish_reasons", texts(response.commonFinishReasons())},
         {"model", toJson(response.model())},
         {"id", maybe(response.id())},
         {"usage", response.usage()},
         {"input_tokens", maybe(response.inputTokens())},
         {"cached_tokens", cached(response, mode)},
         {"output_tokens", maybe(response.outputTokens())},
         {"cost", dollars(response.cost())},
         {"message_param", providerForm(response.messageParam())},
         {"common_message_param", commonMessage(response, mode)},
         {"common_usage", usageJson(response.commonUsage())},
         {"user_message_param", response.userMessageParam().value_or(Json::null())},
         {"common_user_message_param",
          user ? Json(taggedBytes(jsonArray({toJson(*user)}))[0]) : Json::null()},
         {"metadata", metadataJson(response.metadata())},
         {"prompt_template", maybe(response.promptTemplate())},
         {"provider", toJson(response.provider())},
         {"audio",
          audio ? jsonObject({{"$bytes", Json(audio->toBase64().toStdString())}}) : Json::null()},
         {"audio_transcript", maybe(response.audioTranscript())}});
    if (mode.compat && !response.id() && isOneOf(response, {"bedrock"_L1}))
        json.insert_or_assign("id_error",
                              jsonObject({{"type", Json("KeyError")},
                                          {"category", Json("other")},
                                          {"message", Json("'RequestId'")}}));
    putTools(json, response, mode);
    return json;
}

Json chunksJson(const Response &response, const Quirks &quirks, bool pieces)
{
    const Codec *codec = findCodec(response.attempt().codec);
    Framer framer = makeFramer(codec->framing);
    QList<Frame> frames;
    feed(framer, response.rawBody(), frames);
    finish(framer, frames);
    DecodeState state;
    state.quirks = quirks;
    ToolStream stream(pieces);
    Json chunks = jsonArray();
    for (const Frame &frame : std::as_const(frames)) {
        StreamEvents events;
        codec->decodeFrame(frame, state, events);
        Json chunk = jsonObject();
        QString text;
        for (const StreamEvent &event : std::as_const(events)) {
            if (const auto *delta = std::get_if<TextDelta>(&event))
                text += delta->text;
            if (const auto *finished = std::get_if<Finished>(&event))
                chunk["finish_reasons"] = jsonArray({toJson(finished->raw)});
        }
        if (!text.isEmpty())
            chunk["content"] = toJson(text);
        const auto tools = stream.feed(events);
        for (const StreamedTool &tool : tools) {
            const auto known = std::ranges::find(response.request().tools, tool.call.name,
                                                 &ToolDefinition::name);
            if (known == response.request().tools.end())
                continue;
            const auto whole = toolArguments(*known, tool.call.argumentsText);
            Json json = jsonObject(
                {{"name", toJson(tool.call.name)},
                 {"args", tool.delta || !whole ? partialArguments(tool.call) : *whole}});
            if (tool.delta)
                json.insert_or_assign("delta", toJson(*tool.delta));
            if (chunk.contains("tool")) { // one for each pair
                Json only = jsonObject({{"tool", Json(chunk["tool"])}});
                chunks.push_back(std::move(only));
            }
            chunk["tool"] = std::move(json);
        }
        if (!chunk.empty())
            chunks.push_back(std::move(chunk));
    }
    return chunks;
}

Json streamJson(const Response &response, const Mode &mode)
{
    Json message = providerForm(response.messageParam());
    if (find(message, "content") && message["content"].is_null())
        message["content"] = Json(""); // the reference joins the chunks, also if there are none
    return jsonObject({{"content", toJson(response.content())},
                       {"model", toJson(response.model())},
                       {"id", maybe(response.id())},
                       {"input_tokens", maybe(response.inputTokens())},
                       {"output_tokens", maybe(response.outputTokens())},
                       {"cached_tokens", cached(response, mode)},
                       {"cost", dollars(response.cost())},
                       {"message_param", std::move(message)}});
}

} // namespace Antiphon::Oracle
