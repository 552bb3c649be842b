// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Responses wire format: items of an answer.
// Source: openai/openai-openapi, OutputItem and OutputContent; read 2026-11.

#include "codecparts.h"
#include "openairesponses.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- Places --------------------------------------------------------------------------------------

QString textPart(int index)
{
    return u"text %1"_s.arg(index);
}

QString refusalPart(int index)
{
    return u"refusal %1"_s.arg(index);
}

QString summaryPart(int index)
{
    return u"summary %1"_s.arg(index);
}

QString reasoningPart(int index)
{
    return u"reasoning %1"_s.arg(index);
}

QString untold(const QString &text, const QString &part, const ItemProgress &progress)
{
    return text.sliced(std::min(progress.told.value(part), text.size()));
}

// By output_index, since gateways change ids between events; by id where one is not numbered.
ItemProgress &itemOf(const JsonView &event, DecodeState &state)
{
    const auto index = int(event["output_index"].toInt().value_or(-1));
    QString id = event["item_id"].toString();
    if (id.isEmpty())
        id = event["item"]["id"].toString();
    if (index < 0 && id.isEmpty() && !state.items.isEmpty())
        return state.items.last();
    const auto same = [&](const ItemProgress &item) {
        return index >= 0 ? item.wireIndex == index : item.id == id;
    };
    const auto found = std::ranges::find_if(state.items, same);
    if (found != state.items.end())
        return *found;
    state.items.append({.wireIndex = index, .id = id});
    return state.items.last();
}

// --- Text ----------------------------------------------------------------------------------------

void tellText(const QString &text, int index, ItemProgress &progress, StreamEvents &out)
{
    if (text.isEmpty())
        return;
    progress.told[textPart(index)] += text.size();
    progress.begun = true;
    out.append(TextDelta {text});
}

void tellRefusal(const QString &text, int index, ItemProgress &progress, DecodeState &state,
                 StreamEvents &out)
{
    state.refused = true;
    if (text.isEmpty())
        return;
    progress.told[refusalPart(index)] += text.size();
    out.append(RefusalDelta {text});
}

void tellCitation(const JsonView &annotation, int index, ItemProgress &progress, StreamEvents &out)
{
    if (!annotation.isObject())
        return;
    ++progress.told[u"citations %1"_s.arg(index)];
    QString title = annotation["title"].toString();
    if (title.isEmpty())
        title = annotation["filename"].toString();
    out.append(Citation {.title = title,
                         .url = annotation["url"].toString(),
                         .quote = annotation["quote"].toString(),
                         .raw = annotation.toJson()});
}

void tellLogprobs(const JsonView &logprobs, int index, ItemProgress &progress, StreamEvents &out)
{
    if (!logprobs.isArray() || !logprobs[0].exists())
        return;
    ++progress.told[u"logprobs %1"_s.arg(index)];
    out.append(LogprobsDelta {logprobs.toJson()});
}

void decodeItemPart(const JsonView &part, int index, ItemProgress &progress, DecodeState &state,
                    StreamEvents &out)
{
    const std::string_view type = part["type"].utf8();
    if (type == "refusal") {
        const QString text = part["refusal"].toString();
        tellRefusal(untold(text, refusalPart(index), progress), index, progress, state, out);
        return;
    }
    if (type == "reasoning_text") {
        const QString text = part["text"].toString();
        const QString place = reasoningPart(index);
        tellReasoning(untold(text, place, progress), place, progress, state, out);
        return;
    }
    tellText(untold(part["text"].toString(), textPart(index), progress), index, progress, out);
    qsizetype at = 0;
    part["annotations"].forEach([&](const JsonView &annotation) {
        if (at++ >= progress.told.value(u"citations %1"_s.arg(index)))
            tellCitation(annotation, index, progress, out);
    });
    if (!progress.told.contains(u"logprobs %1"_s.arg(index)))
        tellLogprobs(part["logprobs"], index, progress, out);
}

static void decodeParts(const JsonView &parts, ItemProgress &progress, DecodeState &state,
                        StreamEvents &out)
{
    int index = 0;
    parts.forEach(
        [&](const JsonView &part) { decodeItemPart(part, index++, progress, state, out); });
}

// --- Reasoning -----------------------------------------------------------------------------------

// Parts are paragraphs: an empty line stands between them, and between items.
void tellReasoning(const QString &text, const QString &part, ItemProgress &progress,
                   DecodeState &state, StreamEvents &out)
{
    if (text.isEmpty())
        return;
    const bool newPart = !progress.told.contains(part);
    progress.told[part] += text.size();
    const bool opens = !std::exchange(progress.begun, true);
    const bool separate = newPart && std::exchange(state.thought, true);
    out.append(ThinkingDelta {.text = separate ? u"\n\n"_s + text : text,
                              .id = opens ? progress.id : QString(),
                              .opensBlock = opens});
}

static void decodeReasoning(const JsonView &item, bool done, ItemProgress &progress,
                            DecodeState &state, StreamEvents &out)
{
    int index = 0;
    item["summary"].forEach([&](const JsonView &part) {
        const QString place = summaryPart(index++);
        tellReasoning(untold(part["text"].toString(), place, progress), place, progress, state,
                      out);
    });
    decodeParts(item["content"], progress, state, out);
    if (!done || progress.told.contains(u"whole"_s))
        return;
    progress.told[u"whole"_s] = 1;
    const bool opens = !std::exchange(progress.begun, true);
    out.append(ThinkingDelta {.id = opens ? item["id"].toString() : QString(),
                              .opensBlock = opens,
                              .native = item.toJson()});
}

// --- Tools ---------------------------------------------------------------------------------------

// The place of a call among ours; it is announced when its name is known.
static ToolProgress &toolOf(ItemProgress &progress, DecodeState &state)
{
    if (progress.tool < 0) {
        progress.tool = state.tools.size();
        state.tools.append(ToolProgress {.wireIndex = progress.wireIndex});
    }
    return state.tools[progress.tool];
}

void tellArguments(const QString &text, bool custom, ItemProgress &progress, DecodeState &state,
                   StreamEvents &out)
{
    if (text.isEmpty())
        return;
    ToolProgress &tool = toolOf(progress, state);
    tool.hasArguments = true;
    progress.told[argumentsPart] += text.size();
    out.append(ToolCallDelta {.index = int(progress.tool), .arguments = text, .custom = custom});
}

static void decodeCall(const JsonView &item, bool custom, ItemProgress &progress,
                       DecodeState &state, StreamEvents &out)
{
    ToolProgress &tool = toolOf(progress, state);
    QString id = item["call_id"].toString();
    if (id.isEmpty())
        id = item["id"].toString();
    const QString name = item["name"].toString();
    ToolCallDelta delta {.index = int(progress.tool), .custom = custom};
    if (QString group = item["namespace"].toString();
        !group.isEmpty() && !progress.told.contains(u"namespace"_s)) {
        progress.told[u"namespace"_s] = 1;
        delta.group = std::move(group);
    }
    if (tool.id.isEmpty())
        delta.id = tool.id = id;
    if (tool.name.isEmpty())
        delta.name = tool.name = name;
    const JsonView given = custom ? item["input"] : item["arguments"];
    const QString text
        = given.isObject() ? QString::fromUtf8(toBytes(given.toJson())) : given.toString();
    delta.arguments = untold(text, argumentsPart, progress);
    progress.told[argumentsPart] += delta.arguments.size();
    const bool first = !std::exchange(progress.begun, true);
    if (first || delta != ToolCallDelta {.index = delta.index, .custom = custom})
        out.append(std::move(delta));
}

// --- What the service does itself ----------------------------------------------------------------

static QString imageType(const JsonView &item)
{
    const QString format = item["output_format"].toString();
    return "image/"_L1 + (format.isEmpty() ? u"png"_s : format);
}

// An image is an image; its item is kept without the bytes, and the image itself goes back.
static void decodeImageItem(const JsonView &item, ItemProgress &progress, StreamEvents &out)
{
    const QString result = item["result"].toString();
    const bool isImage = !result.isEmpty() && !progress.told.contains(u"image"_s);
    if (isImage) {
        progress.told[u"image"_s] = 1;
        if (result.startsWith("http"_L1))
            out.append(ImageDelta {.url = result});
        else
            out.append(ImageDelta {.mediaType = imageType(item),
                                   .bytes = QByteArray::fromBase64(result.toLatin1())});
    }
    Json raw = item.toJson();
    raw.erase("result");
    out.append(ProviderToolUse {
        .id = item["id"].toString(), .name = item["type"].toString(), .raw = std::move(raw)});
}

static void decodeHosted(const JsonView &item, bool done, ItemProgress &progress, StreamEvents &out)
{
    const QString stage = done ? u"whole"_s : u"begun"_s;
    if (progress.told.contains(stage) || progress.told.contains(u"whole"_s))
        return;
    progress.told[stage] = 1;
    if (item["type"].utf8() == "image_generation_call")
        return decodeImageItem(item, progress, out);
    QString id = item["id"].toString();
    if (id.isEmpty()) // so that the finished item replaces the begun one
        id = u"item %1"_s.arg(progress.wireIndex);
    out.append(ProviderToolUse {.id = id,
                                .name = item["type"].toString(),
                                .raw = item.toJson(),
                                .goesBack = u"openai-responses"_s});
}

// --- Items ---------------------------------------------------------------------------------------

void decodeItem(const JsonView &item, bool done, ItemProgress &progress, DecodeState &state,
                StreamEvents &out)
{
    if (!item.isObject())
        return;
    if (progress.id.isEmpty())
        progress.id = item["id"].toString();
    const std::string_view type = item["type"].utf8();
    if (type == "message") {
        const QString phase = item["phase"].toString();
        if (!phase.isEmpty() && !progress.told.contains(u"phase"_s)) {
            progress.told[u"phase"_s] = 1;
            out.append(TextDelta {.phase = phase});
        }
        decodeParts(item["content"], progress, state, out);
    } else if (type == "reasoning") {
        decodeReasoning(item, done, progress, state, out);
    } else if (type == "function_call" || type == "custom_tool_call") {
        decodeCall(item, type == "custom_tool_call", progress, state, out);
    } else if (type == "compaction") {
        if (done && !std::exchange(progress.begun, true))
            out.append(ThinkingDelta {
                .id = item["id"].toString(), .opensBlock = true, .native = item.toJson()});
    } else if (!type.empty()) {
        decodeHosted(item, done, progress, out);
    }
}

} // namespace Antiphon
