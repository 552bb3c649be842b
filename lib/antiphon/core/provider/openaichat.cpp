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

// --- Text ----------------------------------------------------------------------------------------

static void decodeRefusal(const QString &text, DecodeState &state, StreamEvents &out)
{
    if (text.isEmpty())
        return;
    state.refused = true;
    out.append(RefusalDelta {text});
}

// Content that is a list: Mistral's, and that of gateways.
static void decodePart(const JsonView &part, DecodeState &state, StreamEvents &out)
{
    const std::string_view type = part["type"].utf8();
    if (type == "thinking") {
        QString text = part["thinking"].toString();
        part["thinking"].forEach([&](const JsonView &piece) { text += piece["text"].toString(); });
        if (QString signature = part["signature"].toString();
            !text.isEmpty() || !signature.isEmpty())
            out.append(ThinkingDelta {.text = text, .signature = std::move(signature)});
    } else if (type == "refusal") {
        decodeRefusal(part["refusal"].toString(), state, out);
    } else if (type == "image_url") {
        const JsonView address = part["image_url"];
        decodeImageAddress((address.isString() ? address : address["url"]).toString(), out);
    } else if (type == "reference" || type == "tool_reference") {
        out.append(Citation {.title = part["title"].toString(),
                             .url = part["url"].toString(),
                             .raw = part.toJson()});
    } else {
        decodeChatText(part["text"].toString(), state, out);
    }
}

static void decodeMessage(const JsonView &message, bool whole, DecodeState &state,
                          StreamEvents &out)
{
    decodeChatThinking(message, whole, state, out);
    const JsonView content = message["content"];
    if (content.isArray())
        content.forEach([&](const JsonView &part) { decodePart(part, state, out); });
    else
        decodeChatText(content.toString(), state, out);
    decodeRefusal(message["refusal"].toString(), state, out);
    decodeChatExtras(message, whole, state, out);
    decodeChatToolCalls(message, whole, state, out);
}

// Perplexity repeats its sources beside every chunk; they are told once, at the end.
static void decodeSources(const JsonView &root, DecodeState &state, StreamEvents &out)
{
    const JsonView results = root["search_results"];
    const JsonView addresses = root["citations"];
    if ((!results.isArray() && !addresses.isArray()) || std::exchange(state.cited, true))
        return;
    const qsizetype before = out.size();
    results.forEach([&](const JsonView &source) {
        out.append(Citation {.title = source["title"].toString(),
                             .url = source["url"].toString(),
                             .quote = source["snippet"].toString(),
                             .raw = source.toJson()});
    });
    if (out.size() > before)
        return;
    addresses.forEach([&](const JsonView &address) {
        if (address.isString())
            out.append(Citation {.url = address.toString(), .raw = address.toJson()});
    });
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

// All of the message is there: what was held back for its end is told.
static void endMessage(DecodeState &state, StreamEvents &out)
{
    releaseText(state, out);
    releaseEmptyArguments(state, out);
    releaseThinking(state, out);
}

static JsonView choiceOf(const JsonView &choices, int wanted)
{
    JsonView found;
    choices.forEach([&](const JsonView &choice) {
        if (!found.exists() && choice["index"].toInt().value_or(0) == wanted)
            found = choice;
    });
    return found;
}

static bool saysError(const JsonView &root, const JsonView &choice)
{
    const JsonView error = root["error"];
    if ((!error.isNull() && !(error.isString() && error.utf8().empty()))
        || root["x_groq"]["error"].exists() || choice["error"].isObject()
        || root["object"].utf8() == "error")
        return true;
    // Gateways and FastAPI, with a status of 200.
    return !root["choices"].exists() && !root["usage"].exists()
        && (root["errors"].isArray() || root["detail"].isString() || root["detail"].isArray()
            || root["message"].isString());
}

static void decodeChoice(const JsonView &choice, bool whole, DecodeState &state, StreamEvents &out)
{
    // Perplexity sends both: the message so far, beside the delta or beside an empty one.
    const bool isDelta = choice["delta"].isObject() && !(whole && choice["message"].isObject());
    const JsonView message = isDelta ? choice["delta"] : choice["message"];
    if (message.isObject())
        decodeMessage(message, !isDelta, state, out);
    else if (const QString text = choice["text"].toString(); !text.isEmpty())
        out.append(TextDelta {text});
    if (const JsonView logprobs = choice["logprobs"]; logprobs.isObject())
        out.append(LogprobsDelta {logprobs.toJson()});
}

// A chunk, or a whole answer: some servers answer the one where the other was asked for.
static void decodeObject(const JsonView &root, const QByteArray &data, bool whole,
                         DecodeState &state, StreamEvents &out)
{
    const JsonView choice = choiceOf(root["choices"], state.choice);
    const bool failed = saysError(root, choice);
    if (!failed || choice.exists())
        start(root["id"].toString(), root["model"].toString(), state, out);

    const QString reason = choice["finish_reason"].scalarToString();
    if (choice.exists()) {
        decodeChoice(choice, whole, state, out);
        if (whole || !reason.isEmpty()) {
            decodeSources(root, state, out);
            endMessage(state, out);
        }
    }
    decodeChatUsage(root, state, out);
    if (!reason.isEmpty())
        finishWith(reasonOf(reason, state), reason, state, out);
    if (failed)
        out.append(Failed {classifyInside(choice["error"].isObject() ? choice : root, data)});
}

void decodeChatFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    const QByteArrayView data = QByteArrayView(frame.data).trimmed();
    if (data.isEmpty() || data == "null" || data == "ping")
        return; // keep-alives
    if (data.startsWith('[')
        && data.first(std::min<qsizetype>(6, data.size())).compare("[DONE]", Qt::CaseInsensitive)
            == 0) {
        endMessage(state, out);
        state.terminal = true;
        return;
    }
    JsonView root = state.reader->read(data);
    if (root.isArray())
        root = root[0]; // Google's layer wraps errors so
    if (!root.isObject())
        return unreadable(frame, state, out);
    if (frame.event == "error" && !root["error"].exists())
        out.append(Failed {classifyInside(root, frame.data)});
    else
        decodeObject(root, frame.data, false, state, out);
}

void decodeChatBody(const HttpHead &, const QByteArray &body, DecodeState &state, StreamEvents &out)
{
    JsonView root = state.reader->read(body);
    if (root.isArray())
        root = root[0];
    state.terminal = true;
    if (!root.isObject())
        return unreadable(body, state);
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
    .decodeFrame = decodeChatFrame,
    .decodeBody = decodeChatBody,
    .classify = classifyResponse,
    .encodeModels = encodeChatModels,
    .decodeModels = modelIds,
};

} // namespace Antiphon
