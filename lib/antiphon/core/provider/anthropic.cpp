// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Anthropic Messages wire format: what comes back.
// Source: anthropics/anthropic-sdk-python src/anthropic/types, and the API reference; read 2026-11.

#include "anthropic.h"
#include "codecparts.h"
#include "errorclasses.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- Usage ---------------------------------------------------------------------------------------

static std::optional<qint64> countIn(const Json &object, std::string_view name)
{
    const Json *value = find(object, name);
    return value && value->is_number() ? std::optional(value->as<qint64>()) : std::nullopt;
}

static void addCounters(const Json &usage, Usage &out)
{
    const auto add
        = [](std::optional<qint64> &to, std::optional<qint64> value) { to = sum(to, value); };
    add(out.input, countIn(usage, "input_tokens"));
    add(out.cachedInput, countIn(usage, "cache_read_input_tokens"));
    add(out.output, countIn(usage, "output_tokens"));
    if (const Json *details = find(usage, "output_tokens_details"))
        add(out.reasoning, countIn(*details, "thinking_tokens"));

    auto written = countIn(usage, "cache_creation_input_tokens");
    if (const Json *split = find(usage, "cache_creation")) {
        const auto lasting = countIn(*split, "ephemeral_1h_input_tokens");
        add(out.cacheWriteLong, lasting);
        written = without(written, lasting);
    }
    add(out.cacheWrite, written);
}

// What the server did besides (compaction, an adviser, another model) is billed too, and then only
// `iterations` is the whole of it.
static QList<UsageStep> stepsOf(const Json &usage)
{
    QList<UsageStep> steps;
    const Json *iterations = find(usage, "iterations");
    if (!iterations || !iterations->is_array())
        return steps;
    for (const Json &iteration : iterations->array_range()) {
        UsageStep step {.model = textOf(iteration, "model")};
        addCounters(iteration, step.usage);
        steps.append(step);
    }
    return steps;
}

static Usage usageFrom(const Json &usage, const QList<UsageStep> &steps)
{
    Usage out;
    for (const UsageStep &step : steps)
        out = out + step.usage;
    if (steps.isEmpty())
        addCounters(usage, out);
    out.tier
        = textOf(usage, "speed") == "fast"_L1 ? u"fast"_s : tierName(textOf(usage, "service_tier"));
    if (const QString place = textOf(usage, "inference_geo");
        place != "global"_L1 && place != "not_available"_L1)
        out.region = place;
    if (const Json *tools = find(usage, "server_tool_use"))
        out.searches = countIn(*tools, "web_search_requests");
    if (out.searches == 0)
        out.searches.reset();
    if (const Json *details = find(usage, "output_tokens_details"); details && !out.reasoning) {
        out.reasoning = countIn(*details, "thinking_tokens");
    }
    return out;
}

// Totals replace what was said before; members that a later report leaves out keep their value.
static void decodeUsage(const JsonView &usage, DecodeState &state, StreamEvents &out)
{
    if (!usage.isObject())
        return;
    const Json said = usage.toJson();
    Json all = state.usageRaw.is_object() ? state.usageRaw : jsonObject();
    for (const auto &member : said.object_range()) {
        if (!member.value().is_null() || !all.contains(member.key()))
            all.insert_or_assign(member.key(), member.value());
    }
    QList<UsageStep> steps = stepsOf(all);
    const Usage counted = usageFrom(all, steps);
    if (steps.size() < 2 && (steps.isEmpty() || steps.first().model.isEmpty()))
        steps.clear(); // one step is the whole
    if (counted == state.usage && all == state.usageRaw)
        return;
    state.usage = counted;
    state.usageRaw = std::move(all);
    out.append(UsageReported {.usage = counted, .raw = state.usageRaw, .steps = steps});
}

// --- Blocks --------------------------------------------------------------------------------------

static void cite(const JsonView &citation, StreamEvents &out)
{
    if (!citation.isObject())
        return;
    const auto first = [&](std::initializer_list<const char *> names) {
        for (const char *name : names) {
            if (const QString text = citation[name].toString(); !text.isEmpty())
                return text;
        }
        return QString();
    };
    out.append(Citation {.title = first({"title", "document_title"}),
                         .url = first({"url", "source"}),
                         .quote = citation["cited_text"].toString(),
                         .raw = citation.toJson()});
}

// A block of the service's own: its tools, what they gave, a summary of what came before. It is
// part of the turn and goes back with it; only the note of a change of model does not.
static ProviderToolUse providerTool(const Json &block)
{
    const QString type = textOf(block, "type");
    return {.id = textOf(block, "id"),
            .name = textOf(block, "name", type),
            .raw = block,
            .goesBack = type == "fallback"_L1 ? QString() : u"anthropic"_s};
}

static void startProviderBlock(int index, const JsonView &block, bool whole, DecodeState &state,
                               StreamEvents &out)
{
    Json raw = block.toJson();
    const ProviderToolUse use = providerTool(raw);
    if (whole || !use.id.isEmpty())
        out.append(use);
    if (!whole)
        state.pending
            = jsonObject({{"index", Json(index)}, {"block", std::move(raw)}, {"input", Json("")}});
}

// What comes in pieces is whole now: shown anew, in the place of what was shown first.
static void endBlock(int index, DecodeState &state, StreamEvents &out)
{
    if (!state.pending.is_object() || state.pending["index"].as<int>() != index)
        return;
    Json block = std::move(state.pending["block"]);
    const QString input = textOf(state.pending, "input");
    state.pending = Json::null();
    if (!input.isEmpty())
        block.insert_or_assign("input", argumentsObject(input));
    out.append(providerTool(block));
}

static void addToProviderBlock(const JsonView &delta, DecodeState &state)
{
    const auto append = [](Json &object, std::string_view name, const QString &more) {
        object.insert_or_assign(name, toJson(textOf(object, name) + more));
    };
    if (delta["type"].utf8() == "input_json_delta")
        append(state.pending, "input", delta["partial_json"].toString());
    else if (const QString text = delta["content"].toString(); !text.isEmpty())
        append(state.pending["block"], "content", text); // compaction_delta
}

static void startBlock(int index, const JsonView &block, bool whole, DecodeState &state,
                       StreamEvents &out)
{
    const std::string_view type = block["type"].utf8();
    if (type == "text") {
        if (const QString text = block["text"].toString(); !text.isEmpty())
            out.append(TextDelta {text});
        block["citations"].forEach([&](const JsonView &citation) { cite(citation, out); });
    } else if (type == "thinking") {
        out.append(ThinkingDelta {.text = block["thinking"].toString(),
                                  .signature = block["signature"].toString(),
                                  .opensBlock = true});
    } else if (type == "redacted_thinking") {
        out.append(ThinkingDelta {.redacted = block["data"].toString(), .opensBlock = true});
    } else if (type == "tool_use") {
        const ToolProgress tool {
            .wireIndex = index, .id = block["id"].toString(), .name = block["name"].toString()};
        out.append(
            ToolCallDelta {.index = int(state.tools.size()), .id = tool.id, .name = tool.name});
        state.tools.append(tool);
    } else if (block.isObject()) {
        startProviderBlock(index, block, whole, state, out);
    }
}

// Clones give the whole input at the start and no pieces; {} there is only a placeholder.
static void addWholeInput(int index, const JsonView &input, DecodeState &state, StreamEvents &out)
{
    const int tool = toolAt(index, state);
    if (tool < 0 || !input.isObject())
        return;
    const QByteArray text = toBytes(input.toJson());
    if (text != "{}") {
        state.tools[tool].hasArguments = true;
        out.append(ToolCallDelta {.index = tool, .arguments = QString::fromUtf8(text)});
    }
}

static void decodeDelta(int index, const JsonView &delta, DecodeState &state, StreamEvents &out)
{
    const std::string_view type = delta["type"].utf8();
    if (state.pending.is_object() && state.pending["index"].as<int>() == index) {
        addToProviderBlock(delta, state);
    } else if (type == "citations_delta") {
        cite(delta["citation"], out);
    } else if (type == "text_delta") {
        if (QString text = delta["text"].toString(); !text.isEmpty())
            out.append(TextDelta {std::move(text)});
    } else if (type == "thinking_delta") {
        if (QString text = delta["thinking"].toString(); !text.isEmpty())
            out.append(ThinkingDelta {.text = std::move(text)});
    } else if (type == "signature_delta") {
        out.append(ThinkingDelta {.signature = delta["signature"].toString()});
    } else if (type == "input_json_delta") {
        const int tool = toolAt(index, state);
        const QString text = delta["partial_json"].toString();
        if (tool >= 0 && !text.isEmpty()) {
            state.tools[tool].hasArguments = true;
            out.append(ToolCallDelta {.index = tool, .arguments = text});
        }
    }
}

// --- Messages ------------------------------------------------------------------------------------

static void decodeStop(const JsonView &delta, DecodeState &state, StreamEvents &out)
{
    const QString reason = delta["stop_reason"].toString();
    if (reason.isEmpty())
        return;
    if (reason == "refusal"_L1) {
        state.refused = true;
        if (const QString why = delta["stop_details"]["explanation"].toString(); !why.isEmpty())
            out.append(RefusalDelta {why});
    }
    finishWith(finishReasonFromRaw(reason), reason, state, out);
}

static void decodeMessage(const JsonView &message, DecodeState &state, StreamEvents &out)
{
    start(message["id"].toString(), message["model"].toString(), state, out);
    int index = 0;
    message["content"].forEach([&](const JsonView &block) {
        startBlock(index, block, true, state, out);
        addWholeInput(index, block["input"], state, out);
        ++index;
    });
    decodeUsage(message["usage"], state, out);
    decodeStop(message, state, out);
}

static void decodeObject(const JsonView &root, const QByteArray &data, DecodeState &state,
                         StreamEvents &out)
{
    const std::string_view type = root["type"].utf8();
    const int index = int(root["index"].toInt().value_or(0));
    if (type == "content_block_delta") {
        decodeDelta(index, root["delta"], state, out);
    } else if (type == "content_block_start") {
        startBlock(index, root["content_block"], false, state, out);
        addWholeInput(index, root["content_block"]["input"], state, out);
    } else if (type == "content_block_stop") {
        endBlock(index, state, out);
    } else if (type == "message_start") {
        decodeMessage(root["message"], state, out);
    } else if (type == "message_delta") {
        decodeUsage(root["usage"], state, out);
        decodeStop(root["delta"], state, out);
    } else if (type == "message_stop") {
        state.terminal = true;
    } else if (type == "message") { // a whole answer where a stream was asked for
        decodeMessage(root, state, out);
        state.terminal = true;
    } else if (type == "error" || root["error"].exists()) {
        out.append(Failed {classifyInside(root, data)});
    }
}

static void decodeFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    const QByteArrayView data = QByteArrayView(frame.data).trimmed();
    if (data.isEmpty() || data.startsWith("[DONE]"))
        return; // gateways say it here too
    const JsonView root = state.reader->read(data);
    if (!root.isObject())
        return unreadable(frame, state, out);
    decodeObject(root, frame.data, state, out);
}

static void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    const JsonView root = state.reader->read(body);
    state.terminal = true;
    if (!root.isObject())
        return unreadable(body, state);
    if (root["type"].utf8() == "error" || root["error"].exists()) {
        out.append(Failed {classifyInside(root, body)});
    } else if (root["content"].isArray()) {
        decodeMessage(root, state, out);
        finishWith(FinishReason::Unknown, {}, state, out); // if it named no reason
    } else {
        out.append(Failed {badResponse(
            QCoreApplication::translate(
                "anthropic", "The answer is JSON, but no message: it has no \"content\"."),
            body)});
    }
}

static constexpr QLatin1StringView lacking[] {"frequency_penalty"_L1, "presence_penalty"_L1,
                                              "seed"_L1};

const Codec anthropic {
    .id = "anthropic"_L1,
    .framing = Framing::ServerSentEvents,
    .lacks = lacking,
    .cacheMarkers = true,
    .encode = encodeAnthropic,
    .decodeFrame = decodeFrame,
    .decodeBody = decodeBody,
    .classify = classifyResponse,
    .encodeModels = encodeAnthropicModels,
    .decodeModels = modelIds,
};

} // namespace Antiphon
