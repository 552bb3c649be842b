// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Ollama's own format: what comes back, one JSON object a line.
// Source: ollama/ollama docs/api.md and api/types.go; read 2026-11.

#include "ollama.h"
#include "codecparts.h"
#include "errorclasses.h"

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

// The last object says what was used, all of it beside the message.
static void decodeUsage(const JsonView &root, DecodeState &state, StreamEvents &out)
{
    static constexpr std::string_view names[] {
        "total_duration",       "load_duration", "prompt_eval_count",
        "prompt_eval_duration", "eval_count",    "eval_duration",
    };
    Json raw = jsonObject();
    for (const std::string_view name : names) {
        if (const JsonView value = root[name]; value.isNumber())
            raw.insert_or_assign(name, value.toJson());
    }
    if (raw.empty())
        return;
    report({.input = root["prompt_eval_count"].toInt(), .output = root["eval_count"].toInt()},
           std::move(raw), state, out);
}

// Calls come whole; their arguments are objects.
static void decodeToolCall(const JsonView &call, DecodeState &state, StreamEvents &out)
{
    const JsonView function = call["function"];
    const JsonView given = function["arguments"];
    QString arguments = given.toString(); // a text from servers that imitate this format
    if (given.isObject())
        arguments = QString::fromUtf8(toBytes(given.toJson()));
    if (arguments == "{}"_L1)
        arguments.clear();
    const ToolProgress tool {.id = call["id"].toString(),
                             .name = function["name"].toString(),
                             .hasArguments = !arguments.isEmpty()};
    out.append(ToolCallDelta {.index = int(state.tools.size()),
                              .id = tool.id,
                              .name = tool.name,
                              .arguments = arguments});
    state.tools.append(tool);
}

static void decodeEnd(const JsonView &root, DecodeState &state, StreamEvents &out)
{
    decodeUsage(root, state, out);
    state.terminal = true;
    const QString raw = root["done_reason"].toString(); // older servers say none
    FinishReason reason = raw.isEmpty() ? FinishReason::Stop : finishReasonFromRaw(raw);
    if (reason == FinishReason::Stop && !state.tools.isEmpty())
        reason = FinishReason::ToolCalls;
    finishWith(reason, raw, state, out);
}

static void decodeObject(const JsonView &root, const QByteArray &data, DecodeState &state,
                         StreamEvents &out)
{
    if (root["error"].exists()) {
        out.append(Failed {classifyInside(root, data)});
        return;
    }
    const JsonView message = root["message"];
    if (!message.isObject() && !root["done"].exists())
        return; // a line of another kind
    start({}, root["model"].toString(), state, out);
    if (QString thinking = message["thinking"].toString(); !thinking.isEmpty())
        out.append(ThinkingDelta {.text = std::move(thinking)});
    if (QString text = message["content"].toString(); !text.isEmpty())
        out.append(TextDelta {std::move(text)});
    message["tool_calls"].forEach([&](const JsonView &call) { decodeToolCall(call, state, out); });
    if (const JsonView logprobs = root["logprobs"]; logprobs.isArray())
        out.append(LogprobsDelta {logprobs.toJson()});
    if (root["done"].toBool())
        decodeEnd(root, state, out);
}

static void decodeFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    const JsonView root = state.reader->read(frame.data);
    if (!root.isObject())
        return unreadable(frame, state, out);
    decodeObject(root, frame.data, state, out);
}

static void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    const JsonView root = state.reader->read(body);
    if (!root.isObject()) {
        // Lines where one object was asked for.
        for (const QByteArray &line : body.split('\n')) {
            if (!line.trimmed().isEmpty())
                decodeFrame({.data = line.trimmed()}, state, out);
        }
        return;
    }
    decodeObject(root, body, state, out);
    if (!state.started && !root["error"].exists())
        out.append(Failed {badResponse(
            Words::tr("The answer is JSON, but no message: it has no \"message\"."), body)});
}

static Result<QStringList> decodeModels(const QByteArray &body)
{
    JsonReader reader;
    const JsonView models = reader.read(body)["models"];
    if (!models.isArray())
        return modelIds(body);
    QStringList names;
    models.forEach([&](const JsonView &model) {
        if (const QString name = model["name"].toString(); !name.isEmpty())
            names.append(name);
    });
    return names;
}

static constexpr QLatin1StringView lacking[] {"parallel_tool_calls"_L1};

const Codec ollama {
    .id = "ollama"_L1,
    .framing = Framing::JsonLines,
    .lacks = lacking,
    .encode = encodeOllama,
    .decodeFrame = decodeFrame,
    .decodeBody = decodeBody,
    .classify = classifyResponse,
    .encodeModels = encodeOllamaModels,
    .decodeModels = decodeModels,
};

} // namespace Antiphon
