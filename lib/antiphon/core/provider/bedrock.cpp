// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Bedrock's Converse format: what comes back.
// Source: boto/botocore bedrock-runtime 2023-09-30 service model; read 2026-11.

#include "bedrock.h"
#include "codecparts.h"
#include "errorclasses.h"

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- Usage ---------------------------------------------------------------------------------------

// Cached tokens stand beside the input, and reasoning is part of the output.
static void decodeUsage(const JsonView &root, DecodeState &state, StreamEvents &out)
{
    const JsonView usage = root["usage"];
    if (!usage.isObject())
        return;
    std::optional<qint64> lasting;
    usage["cacheDetails"].forEach([&](const JsonView &detail) {
        if (detail["ttl"].utf8() == "1h")
            lasting = sum(lasting, detail["inputTokens"].toInt());
    });
    report({.input = usage["inputTokens"].toInt(),
            .cachedInput = usage["cacheReadInputTokens"].toInt(),
            .cacheWrite = without(usage["cacheWriteInputTokens"].toInt(), lasting),
            .cacheWriteLong = lasting,
            .output = usage["outputTokens"].toInt(),
            .tier = tierName(root["serviceTier"]["type"].toString())},
           usage.toJson(), state, out);
}

// --- Blocks --------------------------------------------------------------------------------------

// Tools the service runs itself are named so; their results come as blocks of the answer.
static bool isServerTool(const JsonView &use)
{
    return use["type"].utf8() == "server_tool_use";
}

static ProviderToolUse providerTool(const Json &block)
{
    const Json *use = find(block, "toolUse");
    return {.id = use ? textOf(*use, "toolUseId") : QString(),
            .name = use ? textOf(*use, "name") : QString(),
            .raw = block};
}

static void startTool(int index, const JsonView &use, DecodeState &state, StreamEvents &out)
{
    if (isServerTool(use)) {
        const Json block = jsonObject({{"toolUse", use.toJson()}});
        state.blockData.insert(index, block);
        out.append(providerTool(block));
        return;
    }
    const ToolProgress tool {
        .wireIndex = index, .id = use["toolUseId"].toString(), .name = use["name"].toString()};
    out.append(ToolCallDelta {.index = int(state.tools.size()), .id = tool.id, .name = tool.name});
    state.tools.append(tool);
}

static void addToolInput(int index, const QString &text, DecodeState &state, StreamEvents &out)
{
    if (text.isEmpty())
        return;
    if (const auto block = state.blockData.find(index); block != state.blockData.end()) {
        if (find(*block, "toolUse"))
            block->insert_or_assign("inputText", toJson(textOf(*block, "inputText") + text));
        return;
    }
    if (const int tool = toolAt(index, state); tool >= 0) {
        state.tools[tool].hasArguments = true;
        out.append(ToolCallDelta {.index = tool, .arguments = text});
    }
}

// The result of a server's tool belongs to its call, which came in an earlier block.
static void sayResult(const Json &result, DecodeState &state, StreamEvents &out)
{
    const QString id = textOf(result, "toolUseId");
    for (Json &block : state.blockData) {
        ProviderToolUse tool = providerTool(block);
        if (tool.id == id && find(block, "toolUse")) {
            block.insert_or_assign("toolResult", result);
            tool.raw = block;
            out.append(tool);
            return;
        }
    }
    out.append(ProviderToolUse {
        .id = id, .name = textOf(result, "type"), .raw = jsonObject({{"toolResult", result}})});
}

static void decodeReasoning(int index, const JsonView &reasoning, DecodeState &state,
                            StreamEvents &out)
{
    const JsonView whole = reasoning["reasoningText"]; // of a whole answer
    const JsonView &from = whole.isObject() ? whole : reasoning;
    ThinkingDelta delta {.text = from["text"].toString(),
                         .signature = from["signature"].toString(),
                         .redacted = reasoning["redactedContent"].toString()};
    if (delta == ThinkingDelta())
        return;
    delta.opensBlock = !state.blockData.contains(index);
    state.blockData.insert(index, Json("reasoning"));
    out.append(delta);
}

static void decodeCitation(const JsonView &citation, StreamEvents &out)
{
    if (!citation.isObject())
        return;
    const JsonView web = citation["location"]["web"];
    const QString title = citation["title"].toString();
    out.append(Citation {.title = title.isEmpty() ? web["domain"].toString() : title,
                         .url = web["url"].toString(),
                         .quote = citation["sourceContent"][0]["text"].toString(),
                         .raw = citation.toJson()});
}

static void decodeImage(const QString &format, const JsonView &image, StreamEvents &out)
{
    const QString data = image["source"]["bytes"].toString();
    if (data.isEmpty())
        return;
    out.append(ImageDelta {.mediaType = "image/"_L1 + (format.isEmpty() ? u"png"_s : format),
                           .bytes = QByteArray::fromBase64(data.toLatin1())});
}

// --- Streams -------------------------------------------------------------------------------------

static void startBlock(int index, const JsonView &start, DecodeState &state, StreamEvents &out)
{
    if (const JsonView use = start["toolUse"]; use.isObject())
        startTool(index, use, state, out);
    else if (start["toolResult"].isObject() || start["image"].isObject())
        state.blockData.insert(index, start.toJson());
}

static void decodeDelta(int index, const JsonView &delta, DecodeState &state, StreamEvents &out)
{
    if (QString text = delta["text"].toString(); !text.isEmpty())
        out.append(TextDelta {std::move(text)});
    if (const JsonView use = delta["toolUse"]; use.isObject())
        addToolInput(index, use["input"].toString(), state, out);
    if (const JsonView reasoning = delta["reasoningContent"]; reasoning.isObject())
        decodeReasoning(index, reasoning, state, out);
    decodeCitation(delta["citation"], out);
    const auto block = state.blockData.find(index);
    const bool begun = block != state.blockData.end();
    if (const JsonView image = delta["image"]; image.isObject()) {
        const Json *said = begun ? find(*block, "image") : nullptr;
        decodeImage(said ? textOf(*said, "format") : QString(), image, out);
    }
    if (!delta["toolResult"].isArray() || !begun || !find(*block, "toolResult"))
        return;
    Json &result = (*block)["toolResult"];
    if (!result.is_object())
        return;
    if (!find(result, "content"))
        result.insert_or_assign("content", jsonArray());
    delta["toolResult"].forEach(
        [&](const JsonView &piece) { result["content"].push_back(piece.toJson()); });
}

static void endBlock(int index, DecodeState &state, StreamEvents &out)
{
    const auto block = state.blockData.find(index);
    if (block == state.blockData.end() || !block->is_object())
        return;
    if (find(*block, "toolUse")) {
        const QString text = textOf(*block, "inputText");
        block->erase("inputText");
        if (text.isEmpty())
            return; // said at its start
        auto input = parseJson(text.toUtf8());
        (*block)["toolUse"].insert_or_assign("input", input ? *std::move(input) : toJson(text));
        out.append(providerTool(*block));
    } else if (const Json *result = find(*block, "toolResult")) {
        const Json copy = *result;
        sayResult(copy, state, out);
    }
}

static void decodeStop(const JsonView &root, DecodeState &state, StreamEvents &out)
{
    const QString raw = root["stopReason"].toString();
    FinishReason reason = finishReasonFromRaw(raw);
    if (reason == FinishReason::Stop && !state.tools.isEmpty())
        reason = FinishReason::ToolCalls; // several models say "end_turn" to that too
    finishWith(reason, raw, state, out);
}

static void begin(DecodeState &state, StreamEvents &out)
{
    start(QString::fromLatin1(headerValue(state.headers, "x-amzn-requestid")), {}, state, out);
}

static void decodeFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    if (frame.failure) {
        out.append(
            Failed {bedrockFailure(QString::fromUtf8(frame.event), frame.data, state.headers)});
        return;
    }
    const JsonView root = state.reader->read(frame.data);
    if (!root.isObject())
        return unreadable(frame, state, out);
    const int index = int(root["contentBlockIndex"].toInt().value_or(0));
    if (frame.event == "contentBlockDelta") {
        begin(state, out);
        decodeDelta(index, root["delta"], state, out);
    } else if (frame.event == "messageStart") {
        begin(state, out);
    } else if (frame.event == "contentBlockStart") {
        begin(state, out);
        startBlock(index, root["start"], state, out);
    } else if (frame.event == "contentBlockStop") {
        endBlock(index, state, out);
    } else if (frame.event == "messageStop") {
        begin(state, out);
        decodeStop(root, state, out);
    } else if (frame.event == "metadata") {
        decodeUsage(root, state, out);
    }
    // In either order; the stream has no end mark of its own.
    state.terminal = state.finished && !state.usageRaw.empty();
}

// --- Whole answers -------------------------------------------------------------------------------

static void decodeBlock(int index, const JsonView &block, DecodeState &state, StreamEvents &out)
{
    if (QString text = block["text"].toString(); !text.isEmpty())
        out.append(TextDelta {std::move(text)});
    if (const JsonView reasoning = block["reasoningContent"]; reasoning.isObject())
        decodeReasoning(index, reasoning, state, out);
    if (const JsonView use = block["toolUse"]; use.isObject()) {
        startTool(index, use, state, out);
        if (use["input"].isObject() && !isServerTool(use)) {
            const QByteArray input = toBytes(use["input"].toJson());
            addToolInput(index, input == "{}" ? QString() : QString::fromUtf8(input), state, out);
        }
    }
    if (const JsonView result = block["toolResult"]; result.isObject())
        sayResult(result.toJson(), state, out);
    if (const JsonView image = block["image"]; image.isObject())
        decodeImage(image["format"].toString(), image, out);
    const JsonView cited = block["citationsContent"];
    cited["content"].forEach([&](const JsonView &piece) {
        if (QString text = piece["text"].toString(); !text.isEmpty())
            out.append(TextDelta {std::move(text)});
    });
    cited["citations"].forEach([&](const JsonView &citation) { decodeCitation(citation, out); });
}

static void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    const JsonView root = state.reader->read(body);
    state.terminal = true;
    if (!root.isObject())
        return unreadable(body, state);
    const JsonView content = root["output"]["message"]["content"];
    if (!content.isArray()) {
        const bool said = root["message"].isString() || root["Message"].isString();
        out.append(Failed {said
                               ? bedrockFailure(root["__type"].toString(), body, state.headers)
                               : badResponse(Words::tr("The answer is JSON, but no message: it has "
                                                       "no \"output\"."),
                                             body)});
        return;
    }
    begin(state, out);
    int index = 0;
    content.forEach([&](const JsonView &block) { decodeBlock(index++, block, state, out); });
    decodeUsage(root, state, out);
    decodeStop(root, state, out);
}

// Both lists the control plane has: models, and profiles under which newer ones are called.
static Result<QStringList> decodeModels(const QByteArray &body)
{
    JsonReader reader;
    const JsonView root = reader.read(body);
    const JsonView models = root["modelSummaries"];
    const JsonView profiles = root["inferenceProfileSummaries"];
    if (!models.isArray() && !profiles.isArray())
        return modelIds(body);
    QStringList ids;
    models.forEach([&](const JsonView &model) { ids.append(model["modelId"].toString()); });
    profiles.forEach(
        [&](const JsonView &profile) { ids.append(profile["inferenceProfileId"].toString()); });
    ids.removeAll(QString());
    return ids;
}

static constexpr QLatin1StringView lacking[] {"frequency_penalty"_L1, "presence_penalty"_L1,
                                              "parallel_tool_calls"_L1, "seed"_L1};

const Codec bedrock {
    .id = "bedrock"_L1,
    .framing = Framing::AwsEventStream,
    .lacks = lacking,
    .cacheMarkers = true,
    .encode = encodeBedrock,
    .decodeFrame = decodeFrame,
    .decodeBody = decodeBody,
    .classify = classifyBedrock,
    .encodeModels = encodeBedrockModels,
    .decodeModels = decodeModels,
    .encodeMoreModels = encodeBedrockProfiles,
};

} // namespace Antiphon
