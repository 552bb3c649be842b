// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Chat Completions wire format, spoken by OpenAI and by most others: what comes back.
// Source: openai/openai-openapi, CreateChatCompletion*; for the others the sources named in
// vercel/ai, pydantic-ai and the servers' own documentation; read 2026-11.

#include "openaichat.h"
#include "codecparts.h"
#include "errorclasses.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- Usage ---------------------------------------------------------------------------------------

static std::optional<qint64> firstInt(std::initializer_list<JsonView> candidates)
{
    for (const JsonView &candidate : candidates) {
        if (const auto value = candidate.toInt())
            return value;
    }
    return {};
}

static std::optional<Money> costOf(const JsonView &usage)
{
    if (const auto ticks = usage["cost_in_usd_ticks"].toInt()) // xAI: units of 1e-10 USD
        return Money {*ticks * 100};
    const JsonView cost = usage["cost"].isNumber() ? usage["cost"] : usage["cost"]["total_cost"];
    if (cost.isNumber())
        return Money {qRound64(cost.toDouble() * 1e12)};
    return {};
}

static Usage usageFrom(const JsonView &usage, const JsonView &timings, const Quirks &quirks)
{
    const JsonView in = usage["prompt_tokens_details"];
    const JsonView made = usage["completion_tokens_details"];
    Usage out;
    out.cachedInput = firstInt({in["cached_tokens"], usage["prompt_cache_hit_tokens"],
                                usage["cache_read_input_tokens"], usage["cached_tokens"],
                                usage["num_cached_tokens"], timings["cache_n"]});
    out.cacheWrite = firstInt({in["cache_write_tokens"], usage["cache_creation_input_tokens"]});
    out.audioInput = in["audio_tokens"].toInt();
    out.audioOutput = made["audio_tokens"].toInt();
    out.reasoning = firstInt({made["reasoning_tokens"], usage["reasoning_tokens"]});
    out.input = without(usage["prompt_tokens"].toInt(), out.audioInput);
    if (quirks.cachedInsideInput)
        out.input = without(without(out.input, out.cachedInput), out.cacheWrite);
    out.output = without(usage["completion_tokens"].toInt(), out.audioOutput);
    if (quirks.reasoningOutsideOutput)
        out.output = sum(out.output, out.reasoning);
    out.reportedCost = costOf(usage);
    return out;
}

static void decodeUsage(const JsonView &root, DecodeState &state, StreamEvents &out)
{
    JsonView usage = root["usage"];
    if (!usage.isObject())
        usage = root["x_groq"]["usage"];
    if (usage.isObject())
        report(usageFrom(usage, root["timings"], state.quirks), usage.toJson(), state, out);
}

// --- Tool calls ----------------------------------------------------------------------------------

// The call that a piece belongs to, begun if it is a new one. Servers number calls, or do not, or
// give all of them number 0; they repeat ids, or leave them out.
static qsizetype slotOf(int wireIndex, const QString &id, const QString &name, bool whole,
                        QList<ToolProgress> &tools)
{
    for (qsizetype i = tools.size() - 1; i >= 0 && !whole; --i) {
        const ToolProgress &tool = tools[i];
        const bool otherId = !id.isEmpty() && !tool.id.isEmpty() && id != tool.id;
        if (wireIndex >= 0) {
            if (tool.wireIndex == wireIndex && !otherId)
                return i;
        } else if (!id.isEmpty()) {
            if (tool.id == id)
                return i;
        } else {
            if (name.isEmpty() || !tool.hasArguments)
                return i; // goes on with the last one
            break;
        }
    }
    tools.append({.wireIndex = wireIndex});
    return tools.size() - 1;
}

static QString argumentsOf(const JsonView &function, const JsonView &custom)
{
    const JsonView arguments = function["arguments"];
    if (arguments.isObject())
        return QString::fromUtf8(toBytes(arguments.toJson()));
    return arguments.isString() ? arguments.toString() : custom["input"].toString();
}

static void decodeToolCall(const JsonView &call, bool whole, DecodeState &state, StreamEvents &out)
{
    if (!call.isObject())
        return;
    const JsonView function = call["function"];
    const JsonView custom = call["custom"];
    const QString id = call["id"].toString();
    QString name = function["name"].toString();
    if (name.isEmpty())
        name = custom["name"].toString();
    const auto wireIndex = int(call["index"].toInt().value_or(-1));
    const qsizetype slot = slotOf(wireIndex, id, name, whole, state.tools);
    ToolProgress &tool = state.tools[slot];

    ToolCallDelta delta {.index = int(slot), .arguments = argumentsOf(function, custom)};
    if (tool.id.isEmpty())
        delta.id = tool.id = id;
    if (tool.name.isEmpty())
        delta.name = tool.name = name;
    delta.signature = call["extra_content"]["google"]["thought_signature"].toString();
    if (delta.signature.isEmpty())
        delta.signature = call["provider_specific_fields"]["thought_signature"].toString();
    tool.hasArguments = tool.hasArguments || !delta.arguments.isEmpty();
    out.append(std::move(delta));
}

static void decodeToolCalls(const JsonView &message, bool whole, DecodeState &state,
                            StreamEvents &out)
{
    message["tool_calls"].forEach(
        [&](const JsonView &call) { decodeToolCall(call, whole, state, out); });

    const JsonView legacy = message["function_call"];
    if (const QString name = legacy["name"].toString(), text = argumentsOf(legacy, {});
        !name.isEmpty() || !text.isEmpty()) {
        if (state.tools.isEmpty())
            state.tools.append(ToolProgress {.wireIndex = 0, .name = name});
        out.append(ToolCallDelta {.name = name, .arguments = text});
    }
}

// --- Text ----------------------------------------------------------------------------------------

static void decodeThinking(const JsonView &message, StreamEvents &out)
{
    ThinkingDelta delta;
    for (const char *name : {"reasoning_content", "reasoning", "reasoning_text", "thinking"}) {
        delta.text = message[name].toString();
        if (!delta.text.isEmpty())
            break;
    }
    message["reasoning_details"].forEach([&](const JsonView &detail) { // OpenRouter
        delta.signature += detail["signature"].toString();
        delta.redacted += detail["data"].toString();
    });
    message["thinking_blocks"].forEach([&](const JsonView &block) { // LiteLLM
        delta.signature += block["signature"].toString();
        delta.redacted += block["data"].toString();
    });
    if (!delta.text.isEmpty() || !delta.signature.isEmpty() || !delta.redacted.isEmpty())
        out.append(std::move(delta));
}

static void decodePart(const JsonView &part, StreamEvents &out)
{
    if (part["type"].utf8() == "thinking") {
        QString text = part["thinking"].toString();
        part["thinking"].forEach([&](const JsonView &piece) { text += piece["text"].toString(); });
        out.append(ThinkingDelta {.text = text});
    } else if (const QString text = part["text"].toString(); !text.isEmpty()) {
        out.append(TextDelta {text});
    }
}

static void decodeAudio(const JsonView &audio, StreamEvents &out)
{
    AudioDelta delta {.id = audio["id"].toString(),
                      .bytes = QByteArray::fromBase64(audio["data"].toString().toLatin1()),
                      .transcript = audio["transcript"].toString()};
    if (!delta.id.isEmpty() || !delta.bytes.isEmpty() || !delta.transcript.isEmpty())
        out.append(std::move(delta));
}

static void decodeMessage(const JsonView &message, bool whole, DecodeState &state,
                          StreamEvents &out)
{
    decodeThinking(message, out);
    const JsonView content = message["content"];
    if (content.isArray())
        content.forEach([&](const JsonView &part) { decodePart(part, out); });
    else if (QString text = content.toString(); !text.isEmpty())
        out.append(TextDelta {std::move(text)});
    if (const QString refusal = message["refusal"].toString(); !refusal.isEmpty()) {
        state.refused = true;
        out.append(RefusalDelta {refusal});
    }
    if (const JsonView audio = message["audio"]; audio.isObject())
        decodeAudio(audio, out);
    decodeToolCalls(message, whole, state, out);
}

// --- Chunks and answers --------------------------------------------------------------------------

static FinishReason reasonOf(const QString &raw, const DecodeState &state)
{
    const FinishReason reason = finishReasonFromRaw(raw);
    if (reason != FinishReason::Stop && reason != FinishReason::Unknown)
        return reason;
    if (!state.tools.isEmpty())
        return FinishReason::ToolCalls; // a forced tool ends as "stop"
    return state.refused ? FinishReason::ContentFilter : reason;
}

static JsonView firstChoice(const JsonView &choices)
{
    JsonView first;
    choices.forEach([&](const JsonView &choice) {
        if (!first.exists() && choice["index"].toInt().value_or(0) == 0)
            first = choice;
    });
    return first;
}

static bool saysError(const JsonView &root, const JsonView &choice)
{
    const JsonView error = root["error"];
    return (!error.isNull() && !(error.isString() && error.utf8().empty()))
        || root["x_groq"]["error"].exists() || choice["error"].isObject()
        || root["object"].utf8() == "error";
}

// A chunk, or a whole answer: some servers answer the one where the other was asked for.
static void decodeObject(const JsonView &root, const QByteArray &data, bool whole,
                         DecodeState &state, StreamEvents &out)
{
    const JsonView choice = firstChoice(root["choices"]);
    const bool failed = saysError(root, choice);
    if (!failed || choice.exists())
        start(root["id"].toString(), root["model"].toString(), state, out);

    if (choice.exists()) {
        // Perplexity sends both: the message so far, beside the delta or beside an empty one.
        const bool isDelta = choice["delta"].isObject() && !(whole && choice["message"].isObject());
        const JsonView message = isDelta ? choice["delta"] : choice["message"];
        if (message.isObject())
            decodeMessage(message, !isDelta, state, out);
        else if (const QString text = choice["text"].toString(); !text.isEmpty())
            out.append(TextDelta {text});
    }
    decodeUsage(root, state, out);
    if (const QString reason = choice["finish_reason"].scalarToString(); !reason.isEmpty())
        finishWith(reasonOf(reason, state), reason, state, out);
    if (failed)
        out.append(Failed {classifyInside(choice["error"].isObject() ? choice : root, data)});
}

static void decodeFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    const QByteArrayView data = QByteArrayView(frame.data).trimmed();
    if (data.isEmpty() || data == "null" || data == "ping")
        return; // keep-alives
    if (data.startsWith('[')
        && data.first(std::min<qsizetype>(6, data.size())).compare("[DONE]", Qt::CaseInsensitive)
            == 0) {
        state.terminal = true;
        return;
    }
    JsonView root = state.reader->read(data);
    if (root.isArray())
        root = root[0]; // Google's layer wraps errors so
    if (!root.isObject())
        return unreadable(frame.data, state, out);
    if (frame.event == "error" && !root["error"].exists())
        out.append(Failed {classifyInside(root, frame.data)});
    else
        decodeObject(root, frame.data, false, state, out);
}

static void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    JsonView root = state.reader->read(body);
    if (root.isArray())
        root = root[0];
    state.terminal = true;
    if (!root.isObject())
        return unreadable(body, state, out);
    if (!root["choices"].isArray() && !saysError(root, {})) {
        out.append(Failed {badResponse(
            QCoreApplication::translate(
                "openaichat", "The answer is JSON, but no chat completion: it has no \"choices\"."),
            body)});
        return;
    }
    decodeObject(root, body, true, state, out);
    if (root["choices"].isArray()) // a whole answer is over, whether it says so or not
        finishWith(reasonOf({}, state), {}, state, out);
}

const Codec openAiChat {
    .id = "openai-chat"_L1,
    .framing = Framing::ServerSentEvents,
    .encode = encodeChat,
    .decodeFrame = decodeFrame,
    .decodeBody = decodeBody,
    .classify = classifyResponse,
    .encodeModels = encodeChatModels,
    .decodeModels = modelIds,
};

} // namespace Antiphon
