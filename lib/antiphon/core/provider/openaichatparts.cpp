// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Chat Completions wire format: usage, reasoning and media of an answer.
// Source: openai/openai-openapi, CompletionUsage and ChatCompletionResponseMessage; for others
// OpenRouterTeam/ai-sdk-provider, BerriAI/litellm-docs and recorded answers; read 2026-11.

#include "codecparts.h"
#include "openaichat.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- Usage ---------------------------------------------------------------------------------------

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
    out.imageOutput = made["image_tokens"].toInt();
    out.reasoning = firstInt({made["reasoning_tokens"], usage["reasoning_tokens"]});
    out.input = without(usage["prompt_tokens"].toInt(), out.audioInput);
    if (quirks.cachedInsideInput)
        out.input = without(without(out.input, out.cachedInput), out.cacheWrite);
    out.output = without(usage["completion_tokens"].toInt(), out.audioOutput);
    out.output = without(out.output, out.imageOutput);
    if (quirks.reasoningOutsideOutput)
        out.output = sum(out.output, out.reasoning);
    out.reportedCost = reportedCost(usage);
    return out;
}

void decodeChatUsage(const JsonView &root, DecodeState &state, StreamEvents &out)
{
    JsonView usage = root["usage"];
    if (!usage.isObject())
        usage = root["x_groq"]["usage"];
    if (const JsonView tier = root["service_tier"]; tier.isString())
        state.tier = tierName(tier.toString());
    if (!usage.isObject())
        return;
    Usage counted = usageFrom(usage, root["timings"], state.quirks);
    counted.tier = state.tier;
    report(counted, usage.toJson(), state, out);
}

// --- Reasoning -----------------------------------------------------------------------------------

static bool continues(const Json &item, const Json &piece)
{
    return textOf(item, "type") == textOf(piece, "type") && find(item, "index")
        && find(piece, "index") && *find(item, "index") == *find(piece, "index");
}

// Texts grow, everything else is replaced by what came last and is not null.
static void growItem(Json &item, const Json &piece)
{
    for (const auto &member : piece.object_range()) {
        const bool grows
            = member.key() == "text" || member.key() == "summary" || member.key() == "data";
        if (grows && member.value().is_string() && item.contains(member.key())
            && item[member.key()].is_string())
            item.insert_or_assign(member.key(),
                                  toJson(toText(item[member.key()]) + toText(member.value())));
        else if (!member.value().is_null() || !item.contains(member.key()))
            item.insert_or_assign(member.key(), member.value());
    }
}

// OpenRouter: pieces of one index are one item, which goes back unchanged.
static void gatherDetails(const JsonView &details, DecodeState &state)
{
    details.forEach([&](const JsonView &detail) {
        if (!detail.isObject())
            return;
        if (!state.thinking.is_array())
            state.thinking = jsonArray();
        const Json piece = detail.toJson();
        for (Json &item : state.thinking.array_range()) {
            if (continues(item, piece))
                return growItem(item, piece);
        }
        state.thinking.push_back(piece);
    });
}

static QString thinkingText(const JsonView &message)
{
    for (const char *name : {"reasoning_content", "reasoning", "reasoning_text", "thinking"}) {
        if (const QString text = message[name].toString(); !text.isEmpty())
            return text;
    }
    return {};
}

// LiteLLM: the blocks of an Anthropic model beside their text, each with a signature of its own.
static bool decodeBlocks(const JsonView &blocks, const QString &text, StreamEvents &out)
{
    StreamEvents told;
    QString all;
    blocks.forEach([&](const JsonView &block) {
        ThinkingDelta delta {.text = block["thinking"].toString(),
                             .signature = block["signature"].toString(),
                             .redacted = block["data"].toString(),
                             .opensBlock = true};
        all += delta.text;
        told.append(std::move(delta));
    });
    if (told.size() < 2 || all != text)
        return false;
    out += told;
    return true;
}

void decodeChatThinking(const JsonView &message, bool whole, DecodeState &state, StreamEvents &out)
{
    ThinkingDelta delta {.text = thinkingText(message)};
    gatherDetails(message["reasoning_details"], state);
    if (whole && decodeBlocks(message["thinking_blocks"], delta.text, out))
        return;
    message["reasoning_details"].forEach(
        [&](const JsonView &detail) { delta.signature += detail["signature"].toString(); });
    message["thinking_blocks"].forEach([&](const JsonView &block) {
        delta.signature += block["signature"].toString();
        delta.redacted += block["data"].toString();
    });
    if (!delta.text.isEmpty() || !delta.signature.isEmpty() || !delta.redacted.isEmpty())
        out.append(std::move(delta));
}

void releaseThinking(DecodeState &state, StreamEvents &out)
{
    if (state.thinking.is_null())
        return;
    out.append(ThinkingDelta {.native = std::exchange(state.thinking, Json::null())});
}

// --- Audio and images ----------------------------------------------------------------------------

// The format is not in the answer. A stream is bare samples, a whole answer mostly says what it is.
static QString audioType(const QByteArray &bytes, bool whole)
{
    static constexpr std::array<std::pair<QByteArrayView, QLatin1StringView>, 5> known {{
        {"RIFF", "audio/wav"_L1},
        {"OggS", "audio/ogg"_L1},
        {"fLaC", "audio/flac"_L1},
        {"ID3", "audio/mpeg"_L1},
        {"\xff\xfb", "audio/mpeg"_L1},
    }};
    for (const auto &[begin, type] : known) {
        if (bytes.startsWith(begin) && (whole || begin.size() > 2))
            return type;
    }
    if (whole && (bytes.startsWith("\xff\xf1") || bytes.startsWith("\xff\xf9")))
        return u"audio/aac"_s;
    return u"audio/pcm;rate=24000"_s;
}

static void decodeAudio(const JsonView &audio, bool whole, DecodeState &state, StreamEvents &out)
{
    AudioDelta delta {.id = audio["id"].toString(),
                      .bytes = QByteArray::fromBase64(audio["data"].toString().toLatin1()),
                      .transcript = audio["transcript"].toString()};
    if (!delta.bytes.isEmpty() && !std::exchange(state.spoke, true))
        delta.mediaType = audioType(delta.bytes, whole);
    if (!delta.id.isEmpty() || !delta.bytes.isEmpty() || !delta.transcript.isEmpty())
        out.append(std::move(delta));
}

void decodeImageAddress(const QString &url, StreamEvents &out)
{
    if (url.isEmpty())
        return;
    const qsizetype comma = url.indexOf(u',');
    if (!url.startsWith("data:"_L1) || comma < 0) {
        out.append(ImageDelta {.url = url});
        return;
    }
    const QString type = url.sliced(5, comma - 5).section(u';', 0, 0);
    out.append(ImageDelta {.mediaType = type,
                           .bytes = QByteArray::fromBase64(url.sliced(comma + 1).toLatin1())});
}

static void decodeImage(const JsonView &image, StreamEvents &out)
{
    for (const JsonView &address : {image["image_url"]["url"], image["image_url"], image["url"]}) {
        if (address.isString())
            return decodeImageAddress(address.toString(), out);
    }
    if (const QString bytes = image["b64_json"].toString(); !bytes.isEmpty())
        out.append(ImageDelta {.mediaType = u"image/png"_s,
                               .bytes = QByteArray::fromBase64(bytes.toLatin1())});
}

// --- Sources and tools of the service ------------------------------------------------------------

static void decodeAnnotation(const JsonView &annotation, StreamEvents &out)
{
    const JsonView nested = annotation["url_citation"];
    const JsonView citation = nested.isObject() ? nested : annotation;
    if (!annotation.isObject())
        return;
    out.append(Citation {.title = citation["title"].toString(),
                         .url = citation["url"].toString(),
                         .quote = citation["content"].toString(),
                         .raw = annotation.toJson()});
}

static void decodeExecutedTool(const JsonView &tool, StreamEvents &out)
{
    if (tool.isObject()) // Groq
        out.append(ProviderToolUse {.id = tool["index"].scalarToString(),
                                    .name = tool["type"].toString(),
                                    .raw = tool.toJson()});
}

void decodeChatExtras(const JsonView &message, bool whole, DecodeState &state, StreamEvents &out)
{
    if (const JsonView audio = message["audio"]; audio.isObject())
        decodeAudio(audio, whole, state, out);
    message["images"].forEach([&](const JsonView &image) { decodeImage(image, out); });
    message["annotations"].forEach(
        [&](const JsonView &annotation) { decodeAnnotation(annotation, out); });
    message["executed_tools"].forEach([&](const JsonView &tool) { decodeExecutedTool(tool, out); });
}

} // namespace Antiphon
