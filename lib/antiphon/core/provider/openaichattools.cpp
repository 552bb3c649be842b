// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Chat Completions wire format: tool calls of an answer, in all the ways servers tell them.
// Source: openai/openai-openapi, ChatCompletionMessageToolCallChunk; servers' own habits from
// vercel/ai, pydantic-ai and recorded answers; read 2026-11.

#include "codecparts.h"
#include "openaichat.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

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

// Mistral's own client fills what is missing with the word "null".
static QString said(const JsonView &value)
{
    const QString text = value.toString();
    return text == "null"_L1 ? QString() : text;
}

static QString argumentsOf(const JsonView &function, const JsonView &custom)
{
    const JsonView arguments = function["arguments"];
    if (arguments.isObject())
        return QString::fromUtf8(toBytes(arguments.toJson()));
    return arguments.isString() ? arguments.toString() : custom["input"].toString();
}

// A name comes once, or is repeated, or (rarely) is cut in two before the arguments begin.
static QString nameToTell(const QString &piece, ToolProgress &tool)
{
    if (piece.isEmpty() || piece == tool.name || (!tool.name.isEmpty() && tool.hasArguments))
        return {};
    tool.name += piece;
    return tool.name;
}

// "{}" may only stand for "none yet", and the whole text may come again at the end.
static QString argumentsToTell(const QString &piece, bool whole, ToolProgress &tool)
{
    if (piece.isEmpty())
        return {};
    tool.hasArguments = true;
    if (!whole && tool.arguments.isEmpty() && piece == "{}"_L1) {
        tool.holdsEmpty = true;
        return {};
    }
    const bool again = piece == tool.arguments && piece.startsWith(u'{') && piece.size() > 1
        && parseJson(piece.toUtf8()).has_value();
    if (again)
        return {};
    tool.holdsEmpty = false;
    tool.arguments += piece;
    return piece;
}

static QString signatureOf(const JsonView &call)
{
    const QString google = call["extra_content"]["google"]["thought_signature"].toString();
    return google.isEmpty() ? call["provider_specific_fields"]["thought_signature"].toString()
                            : google;
}

static void decodeToolCall(const JsonView &call, bool whole, DecodeState &state, StreamEvents &out)
{
    if (!call.isObject())
        return;
    const JsonView function = call["function"];
    const JsonView custom = call["custom"];
    const bool isCustom = custom.isObject() && !function.isObject();
    const QString id = said(call["id"]);
    const QString name = said(isCustom ? custom["name"] : function["name"]);
    const auto wireIndex = int(call["index"].toInt().value_or(-1));
    const qsizetype before = state.tools.size();
    const qsizetype slot = slotOf(wireIndex, id, name, whole, state.tools);
    const bool isNew = slot == before;
    ToolProgress &tool = state.tools[slot];

    ToolCallDelta delta {.index = int(slot), .signature = signatureOf(call), .custom = isCustom};
    if (tool.id.isEmpty())
        delta.id = tool.id = id;
    delta.name = nameToTell(name, tool);
    if (isCustom) {
        delta.arguments = custom["input"].toString(); // any text, "{}" as well
        tool.hasArguments = tool.hasArguments || !delta.arguments.isEmpty();
    } else {
        delta.arguments = argumentsToTell(argumentsOf(function, custom), whole, tool);
    }
    if (isNew || delta != ToolCallDelta {.index = delta.index, .custom = delta.custom})
        out.append(std::move(delta));
}

void decodeChatToolCalls(const JsonView &message, bool whole, DecodeState &state, StreamEvents &out)
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

void releaseEmptyArguments(DecodeState &state, StreamEvents &out)
{
    for (qsizetype i = 0; i < state.tools.size(); ++i) {
        if (std::exchange(state.tools[i].holdsEmpty, false))
            out.append(ToolCallDelta {.index = int(i), .arguments = u"{}"_s});
    }
}

} // namespace Antiphon
