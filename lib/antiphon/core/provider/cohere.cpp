// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Cohere's v2 format: what comes back.
// Source: cohere-ai/cohere-developer-experience cohere-openapi.yaml, /v2/chat; read 2026-11.

#include "cohere.h"
#include "codecparts.h"
#include "errorclasses.h"

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

// Billed units are what is paid for. The tokens beside them count the service's own words around
// the prompt, and the cached ones are of those: neither is ever taken from the billed ones.
static void decodeUsage(const JsonView &usage, DecodeState &state, StreamEvents &out)
{
    if (!usage.isObject())
        return;
    const JsonView tokens = usage["tokens"];
    const JsonView billed = usage["billed_units"].isObject() ? usage["billed_units"] : tokens;
    report({.input = billed["input_tokens"].toInt(),
            .output = billed["output_tokens"].toInt(),
            .reasoning = tokens["reasoning_tokens"].toInt()},
           usage.toJson(), state, out);
}

static void decodeCitation(const JsonView &citation, StreamEvents &out)
{
    if (!citation.isObject())
        return;
    const JsonView source = citation["sources"][0];
    const JsonView content
        = source["document"].isObject() ? source["document"] : source["tool_output"];
    const QString title = content["title"].toString();
    out.append(Citation {.title = title.isEmpty() ? source["id"].toString() : title,
                         .url = content["url"].toString(),
                         .quote = citation["text"].toString(),
                         .raw = citation.toJson()});
}

static void decodePart(const JsonView &part, bool opens, StreamEvents &out)
{
    if (QString text = part["text"].toString(); !text.isEmpty())
        out.append(TextDelta {std::move(text)});
    if (QString thinking = part["thinking"].toString();
        !thinking.isEmpty() || (opens && part["thinking"].isString()))
        out.append(ThinkingDelta {.text = std::move(thinking), .opensBlock = opens});
}

// --- Tool calls ----------------------------------------------------------------------------------

// "null" is what a tool without parameters may be given.
static QString argumentsOf(const JsonView &call)
{
    const QString text = call["function"]["arguments"].toString();
    return text == "null"_L1 ? QString() : text;
}

static void addToolCall(int index, const JsonView &call, DecodeState &state, StreamEvents &out)
{
    if (!call.isObject())
        return;
    const ToolProgress tool {.wireIndex = index,
                             .id = call["id"].toString(),
                             .name = call["function"]["name"].toString()};
    out.append(ToolCallDelta {.index = int(state.tools.size()),
                              .id = tool.id,
                              .name = tool.name,
                              .arguments = argumentsOf(call)});
    state.tools.append(tool);
}

static void addArguments(int index, const JsonView &call, StreamEvents &out,
                         const DecodeState &state)
{
    const QString arguments = argumentsOf(call);
    for (qsizetype i = state.tools.size() - 1; i >= 0 && !arguments.isEmpty(); --i) {
        if (state.tools[i].wireIndex == index) {
            out.append(ToolCallDelta {.index = int(i), .arguments = arguments});
            return;
        }
    }
}

// --- Streams -------------------------------------------------------------------------------------

static void decodeEnd(const JsonView &delta, const QByteArray &data, DecodeState &state,
                      StreamEvents &out)
{
    decodeUsage(delta["usage"], state, out);
    if (const JsonView error = delta["error"]; error.isString() || error.isObject()) {
        out.append(Failed {classifyInside(delta, data)});
        return;
    }
    const QString raw = delta["finish_reason"].toString();
    finishWith(finishReasonFromRaw(raw), raw, state, out);
}

static void decodeEvent(std::string_view type, const JsonView &root, const QByteArray &data,
                        DecodeState &state, StreamEvents &out)
{
    const int index = int(root["index"].toInt().value_or(0));
    const JsonView message = root["delta"]["message"];
    start(root["id"].toString(), {}, state, out);
    if (type == "content-delta") {
        decodePart(message["content"], false, out);
    } else if (type == "content-start") {
        decodePart(message["content"], true, out);
    } else if (type == "tool-plan-delta") {
        if (QString plan = message["tool_plan"].toString(); !plan.isEmpty())
            out.append(TextDelta {std::move(plan)});
    } else if (type == "tool-call-start") {
        addToolCall(index, message["tool_calls"], state, out);
    } else if (type == "tool-call-delta") {
        addArguments(index, message["tool_calls"], out, state);
    } else if (type == "citation-start") {
        decodeCitation(message["citations"], out);
    } else if (type == "message-end") {
        state.terminal = true;
        decodeEnd(root["delta"], data, state, out);
    }
    if (const JsonView logprobs = root["logprobs"]; logprobs.isObject())
        out.append(LogprobsDelta {logprobs.toJson()});
}

// --- Whole answers -------------------------------------------------------------------------------

static void decodeAnswer(const JsonView &root, DecodeState &state, StreamEvents &out)
{
    state.terminal = true;
    start(root["id"].toString(), {}, state, out);
    const JsonView message = root["message"];
    if (QString plan = message["tool_plan"].toString(); !plan.isEmpty())
        out.append(TextDelta {std::move(plan)});
    message["content"].forEach([&](const JsonView &part) { decodePart(part, true, out); });
    int index = 0;
    message["tool_calls"].forEach(
        [&](const JsonView &call) { addToolCall(index++, call, state, out); });
    message["citations"].forEach([&](const JsonView &citation) { decodeCitation(citation, out); });
    if (const JsonView logprobs = root["logprobs"]; logprobs.isArray())
        out.append(LogprobsDelta {logprobs.toJson()});
    decodeUsage(root["usage"], state, out);
    const QString raw = root["finish_reason"].toString();
    finishWith(finishReasonFromRaw(raw), raw, state, out);
}

static void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    const JsonView root = state.reader->read(body);
    if (!root.isObject())
        return unreadable(body, state);
    if (root["message"].isObject()) {
        decodeAnswer(root, state, out);
    } else if (root["error"].exists() || root["message"].isString()) {
        out.append(Failed {classifyInside(root, body)});
    } else {
        out.append(Failed {badResponse(
            Words::tr("The answer is JSON, but no message: it has no \"message\"."), body)});
    }
}

static void decodeFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    const QByteArrayView data = QByteArrayView(frame.data).trimmed();
    if (data.isEmpty() || data.startsWith("[DONE]"))
        return;
    const JsonView root = state.reader->read(data);
    if (!root.isObject())
        return unreadable(frame, state, out);
    const std::string_view said = root["type"].utf8();
    const std::string_view type = said.empty()
        ? std::string_view(frame.event.constData(), size_t(frame.event.size()))
        : said;
    if (!type.empty())
        decodeEvent(type, root, frame.data, state, out);
    else // a whole answer or an error where a stream was asked for
        decodeBody({}, frame.data, state, out);
}

// --- Errors and models ---------------------------------------------------------------------------

static Error classify(const HttpHead &head, const QByteArray &body, const QDateTime &now)
{
    Error error = classifyResponse(head, body, now);
    const auto says = [&](QLatin1StringView words) {
        return error.message.contains(words, Qt::CaseInsensitive);
    };
    if (head.status == 498)
        error.kind = says("token"_L1) ? ErrorKind::Authentication : ErrorKind::Filtered;
    else if (head.status == 501)
        error.kind = ErrorKind::Unsupported;
    else if (head.status == 429 && says("month"_L1)) // a trial key's calls are used up
        error.kind = ErrorKind::Quota;
    if (error.requestId.isEmpty())
        error.requestId = QString::fromLatin1(headerValue(head.headers, "x-debug-trace-id"));
    if (error.requestId.isEmpty()) {
        JsonReader reader;
        error.requestId = reader.read(body)["id"].toString();
    }
    return error;
}

static Result<QStringList> decodeModels(const QByteArray &body)
{
    JsonReader reader;
    const JsonView models = reader.read(body)["models"];
    if (!models.isArray())
        return modelIds(body);
    QStringList names;
    models.forEach([&](const JsonView &model) {
        bool chats = !model["endpoints"].isArray();
        model["endpoints"].forEach(
            [&](const JsonView &endpoint) { chats = chats || endpoint.utf8() == "chat"; });
        if (const QString name = model["name"].toString(); chats && !name.isEmpty())
            names.append(name);
    });
    return names;
}

static constexpr QLatin1StringView lacking[] {"parallel_tool_calls"_L1};

const Codec cohere {
    .id = "cohere"_L1,
    .framing = Framing::ServerSentEvents,
    .lacks = lacking,
    .encode = encodeCohere,
    .decodeFrame = decodeFrame,
    .decodeBody = decodeBody,
    .classify = classify,
    .encodeModels = encodeCohereModels,
    .decodeModels = decodeModels,
};

} // namespace Antiphon
