// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Responses wire format, of OpenAI and of those who offer it too: what comes back.
// Source: openai/openai-openapi, Response and ResponseStreamEvent; openai/openai-dotnet issue 838
// for Azure's failures; read 2026-11.

#include "openairesponses.h"
#include "codecparts.h"
#include "errorclasses.h"
#include "openaichat.h"

#include <antiphon/core/words.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- The response as a whole ---------------------------------------------------------------------

// The usage leaves them out, though each costs; opening a page it found does not.
static std::optional<qint64> searchesOf(const JsonView &items)
{
    std::optional<qint64> searches;
    items.forEach([&](const JsonView &item) {
        const std::string_view action = item["action"]["type"].utf8();
        if (item["type"].utf8() == "web_search_call" && (action.empty() || action == "search"))
            searches = searches.value_or(0) + 1;
    });
    return searches;
}

static void decodeUsage(const JsonView &response, DecodeState &state, StreamEvents &out)
{
    const JsonView usage = response["usage"];
    if (!usage.isObject())
        return;
    const JsonView in = usage["input_tokens_details"];
    const JsonView made = usage["output_tokens_details"];
    Usage said;
    said.cachedInput = firstInt({in["cached_tokens"], usage["cached_tokens"]});
    said.cacheWrite = in["cache_write_tokens"].toInt();
    said.audioInput = in["audio_tokens"].toInt();
    said.audioOutput = made["audio_tokens"].toInt();
    said.reasoning = firstInt({made["reasoning_tokens"], usage["reasoning_tokens"]});
    said.input = without(usage["input_tokens"].toInt(), said.audioInput);
    if (state.quirks.cachedInsideInput)
        said.input = without(without(said.input, said.cachedInput), said.cacheWrite);
    said.output = without(usage["output_tokens"].toInt(), said.audioOutput);
    said.reportedCost = reportedCost(usage);
    said.searches = searchesOf(response["output"]);
    said.tier = tierName(response["service_tier"].toString());
    report(said, usage.toJson(), state, out);
}

static FinishReason reasonOf(const QString &status, const JsonView &response,
                             const DecodeState &state)
{
    const QString incomplete = response["incomplete_details"]["reason"].toString();
    if (!incomplete.isEmpty())
        return finishReasonFromRaw(incomplete);
    if (status == "cancelled"_L1)
        return FinishReason::Error;
    const FinishReason reason = finishReasonFromRaw(status);
    if (reason != FinishReason::Stop)
        return reason;
    if (!state.tools.isEmpty())
        return FinishReason::ToolCalls;
    return state.refused ? FinishReason::ContentFilter : reason;
}

static void begin(const JsonView &response, DecodeState &state, StreamEvents &out)
{
    start(response["id"].toString(), response["model"].toString(), state, out);
}

// A response that is over: whatever its events left out is in it.
static void decodeResponse(const JsonView &response, DecodeState &state, StreamEvents &out)
{
    begin(response, state, out);
    int index = 0;
    response["output"].forEach([&](const JsonView &item) {
        const int place = index++;
        const auto same = [&](const ItemProgress &known) { return known.wireIndex == place; };
        auto found = std::ranges::find_if(state.items, same);
        if (found == state.items.end()) {
            state.items.append({.wireIndex = place});
            found = std::prev(state.items.end());
        }
        decodeItem(item, true, *found, state, out);
    });
    decodeUsage(response, state, out);
}

static void decodeEnd(const JsonView &response, DecodeState &state, StreamEvents &out)
{
    decodeResponse(response, state, out);
    QString status = response["status"].toString();
    if (status.isEmpty())
        status = u"completed"_s;
    finishWith(reasonOf(status, response, state), status, state, out);
}

// Azure says "failed" without a reason first, and the reason in an event of its own.
static void decodeFailure(const JsonView &response, const QByteArray &data, DecodeState &state,
                          StreamEvents &out)
{
    decodeResponse(response, state, out);
    if (response["error"].isObject() || response["error"].isString())
        out.append(Failed {classifyInside(response, data)});
    else if (state.terminal) // nothing will follow
        out.append(Failed {
            Error {.kind = ErrorKind::Server,
                   .message = Words::tr("The response failed, and the provider does not say why."),
                   .httpStatus = 200,
                   .evidence = data.left(4096)}});
}

// --- Events --------------------------------------------------------------------------------------

namespace {

/// One event of a stream, and what is read into.
struct Event {
    const JsonView &root;
    const QByteArray &data;
    DecodeState &state;
    StreamEvents &out;

    [[nodiscard]] ItemProgress &item() const { return itemOf(root, state); }
    [[nodiscard]] int part() const { return int(root["content_index"].toInt().value_or(0)); }
    [[nodiscard]] QString summary() const
    {
        return summaryPart(int(root["summary_index"].toInt().value_or(0)));
    }
    [[nodiscard]] QString delta() const { return root["delta"].toString(); }
};

struct EventReader {
    std::string_view type;
    void (*read)(const Event &event);
};

} // namespace

static void readItem(const Event &e, bool done)
{
    decodeItem(e.root["item"], done, e.item(), e.state, e.out);
}

static void readPart(const Event &e)
{
    decodeItemPart(e.root["part"], e.part(), e.item(), e.state, e.out);
}

static void readTextDelta(const Event &e)
{
    tellText(e.delta(), e.part(), e.item(), e.out);
    tellLogprobs(e.root["logprobs"], e.part(), e.item(), e.out);
}

static void readTextDone(const Event &e)
{
    ItemProgress &item = e.item();
    tellText(untold(e.root["text"].toString(), textPart(e.part()), item), e.part(), item, e.out);
}

static void readRefusalDone(const Event &e)
{
    ItemProgress &item = e.item();
    tellRefusal(untold(e.root["refusal"].toString(), refusalPart(e.part()), item), e.part(), item,
                e.state, e.out);
}

static void readReasoningDone(const Event &e, const QString &part, const QString &text)
{
    ItemProgress &item = e.item();
    tellReasoning(untold(text, part, item), part, item, e.state, e.out);
}

static void readArgumentsDone(const Event &e, bool custom)
{
    ItemProgress &item = e.item();
    const QString text = e.root[custom ? "input" : "arguments"].toString();
    tellArguments(untold(text, argumentsPart, item), custom, item, e.state, e.out);
}

static void readAudio(const Event &e)
{
    AudioDelta delta {.bytes = QByteArray::fromBase64(e.delta().toLatin1())};
    if (!std::exchange(e.state.spoke, true))
        delta.mediaType = u"audio/pcm;rate=24000"_s;
    e.out.append(std::move(delta));
}

static void readError(const Event &e)
{
    e.out.append(Failed {classifyInside(e.root, e.data)});
}

// Events not listed say nothing that a listed one does not say too.
static constexpr auto readers = std::to_array<EventReader>({
    {"response.created", [](const Event &e) { begin(e.root["response"], e.state, e.out); }},
    {"response.queued", [](const Event &e) { begin(e.root["response"], e.state, e.out); }},
    {"response.in_progress", [](const Event &e) { begin(e.root["response"], e.state, e.out); }},
    {"response.output_item.added", [](const Event &e) { readItem(e, false); }},
    {"response.output_item.done", [](const Event &e) { readItem(e, true); }},
    {"response.content_part.added", readPart},
    {"response.content_part.done", readPart},
    {"response.output_text.delta", readTextDelta},
    {"response.output_text.done", readTextDone},
    {"response.output_text.annotation.added",
     [](const Event &e) { tellCitation(e.root["annotation"], e.part(), e.item(), e.out); }},
    {"response.refusal.delta",
     [](const Event &e) { tellRefusal(e.delta(), e.part(), e.item(), e.state, e.out); }},
    {"response.refusal.done", readRefusalDone},
    {"response.reasoning_summary_text.delta",
     [](const Event &e) { tellReasoning(e.delta(), e.summary(), e.item(), e.state, e.out); }},
    {"response.reasoning_summary_text.done",
     [](const Event &e) { readReasoningDone(e, e.summary(), e.root["text"].toString()); }},
    {"response.reasoning_summary_part.done",
     [](const Event &e) { readReasoningDone(e, e.summary(), e.root["part"]["text"].toString()); }},
    {"response.reasoning_text.delta",
     [](const Event &e) {
         tellReasoning(e.delta(), reasoningPart(e.part()), e.item(), e.state, e.out);
     }},
    {"response.reasoning_text.done",
     [](const Event &e) {
         readReasoningDone(e, reasoningPart(e.part()), e.root["text"].toString());
     }},
    {"response.function_call_arguments.delta",
     [](const Event &e) { tellArguments(e.delta(), false, e.item(), e.state, e.out); }},
    {"response.function_call_arguments.done", [](const Event &e) { readArgumentsDone(e, false); }},
    {"response.custom_tool_call_input.delta",
     [](const Event &e) { tellArguments(e.delta(), true, e.item(), e.state, e.out); }},
    {"response.custom_tool_call_input.done", [](const Event &e) { readArgumentsDone(e, true); }},
    {"response.audio.delta", readAudio},
    {"response.output_audio.delta", readAudio},
    {"response.audio.transcript.delta",
     [](const Event &e) { e.out.append(AudioDelta {.transcript = e.delta()}); }},
    {"response.output_audio_transcript.delta",
     [](const Event &e) { e.out.append(AudioDelta {.transcript = e.delta()}); }},
    {"response.completed", [](const Event &e) { decodeEnd(e.root["response"], e.state, e.out); }},
    {"response.incomplete", [](const Event &e) { decodeEnd(e.root["response"], e.state, e.out); }},
    {"response.cancelled", [](const Event &e) { decodeEnd(e.root["response"], e.state, e.out); }},
    {"response.failed",
     [](const Event &e) { decodeFailure(e.root["response"], e.data, e.state, e.out); }},
    {"error", readError},
});

static void decodeEvent(const Event &event, std::string_view type)
{
    for (const EventReader &reader : readers) {
        if (reader.type == type) {
            if (type != "error" && !event.root["response"].isObject())
                start({}, {}, event.state, event.out); // a stream whose beginning was left out
            return reader.read(event);
        }
    }
}

static bool isResponse(const JsonView &root)
{
    return root["output"].isArray() || root["object"].utf8() == "response";
}

// A response in one piece, whatever was asked for.
static void decodeWhole(const JsonView &root, const QByteArray &data, DecodeState &state,
                        StreamEvents &out)
{
    if (!isResponse(root)) {
        const bool isError = root["error"].exists() || root["errors"].exists()
            || root["detail"].exists() || root["message"].isString();
        out.append(Failed {
            isError ? classifyInside(root, data)
                    : badResponse(
                          Words::tr("The answer is JSON, but no response: it has no \"output\"."),
                          data)});
        return;
    }
    if (root["error"].isObject() || root["status"].utf8() == "failed")
        return decodeFailure(root, data, state, out);
    decodeEnd(root, state, out);
    state.terminal = true;
}

static void decodeFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    const QByteArrayView data = QByteArrayView(frame.data).trimmed();
    if (data.isEmpty() || data == "null" || data == "ping")
        return;
    if (data.first(std::min<qsizetype>(6, data.size())).compare("[DONE]", Qt::CaseInsensitive)
        == 0) { // not in the format, but some send it
        state.terminal = true;
        return;
    }
    const JsonView root = state.reader->read(data);
    if (!root.isObject())
        return unreadable(frame, state, out);
    std::string_view type = root["type"].utf8();
    if (type.empty())
        type = std::string_view(frame.event.constData(), size_t(frame.event.size()));
    const Event event {root, frame.data, state, out};
    const bool knows = !type.empty() && type != "message";
    if (knows)
        decodeEvent(event, type);
    else if (root["error"].isObject() || root["error"].isString() || isResponse(root))
        decodeWhole(root, frame.data, state, out);
    state.terminal = state.terminal || state.finished;
}

static void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    const JsonView root = state.reader->read(body);
    state.terminal = true;
    if (!root.isObject())
        return unreadable(body, state);
    decodeWhole(root, body, state, out);
}

static constexpr QLatin1StringView lacking[]
    = {"frequency_penalty"_L1, "presence_penalty"_L1, "seed"_L1, "stop"_L1};

const Codec openAiResponses {
    .id = "openai-responses"_L1,
    .framing = Framing::ServerSentEvents,
    .messages = "input"_L1,
    .lacks = lacking,
    .encode = encodeResponses,
    .decodeFrame = decodeFrame,
    .decodeBody = decodeBody,
    .classify = classifyResponse,
    .encodeModels = encodeChatModels,
    .decodeModels = modelIds,
};

} // namespace Antiphon
