// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Gemini wire format (generateContent): what comes back.
// Source: googleapis/python-genai google/genai/types.py, and the API reference; read 2026-11.

#include "gemini.h"
#include "codecparts.h"
#include "errorclasses.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- Usage ---------------------------------------------------------------------------------------

static std::optional<qint64> share(const JsonView &details, std::string_view modality)
{
    std::optional<qint64> tokens;
    details.forEach([&](const JsonView &detail) {
        if (detail["modality"].utf8() == modality)
            tokens = sum(tokens, detail["tokenCount"].toInt());
    });
    return tokens;
}

static Usage usageFrom(const JsonView &usage)
{
    Usage out;
    out.cachedInput = usage["cachedContentTokenCount"].toInt();
    out.audioInput = share(usage["promptTokensDetails"], "AUDIO");
    if (out.audioInput) // cached audio is in the cached count already
        out.audioInput = without(out.audioInput, share(usage["cacheTokensDetails"], "AUDIO"));
    out.input
        = without(without(usage["promptTokenCount"].toInt(), out.cachedInput), out.audioInput);
    out.input = sum(out.input, usage["toolUsePromptTokenCount"].toInt());

    out.reasoning = usage["thoughtsTokenCount"].toInt();
    out.audioOutput = share(usage["candidatesTokensDetails"], "AUDIO");
    out.imageOutput = share(usage["candidatesTokensDetails"], "IMAGE");
    out.output
        = without(without(usage["candidatesTokenCount"].toInt(), out.audioOutput), out.imageOutput);
    out.output = sum(out.output, out.reasoning);
    const JsonView tier = usage["serviceTier"];
    out.tier = tierName(tier.exists() ? tier.toString() : usage["trafficType"].toString());
    return out;
}

// Totals on every chunk; members that a later one leaves out keep their value.
static void decodeUsage(const JsonView &usage, DecodeState &state, StreamEvents &out)
{
    if (!usage.isObject())
        return;
    Json said = usage.toJson();
    if (said == state.usageRaw)
        return;
    bool complete = true;
    if (state.usageRaw.is_object())
        for (const auto &member : state.usageRaw.object_range())
            complete = complete && said.contains(member.key());
    if (complete) {
        report(usageFrom(usage), std::move(said), state, out);
        return;
    }
    Json all = state.usageRaw;
    for (const auto &member : said.object_range())
        all.insert_or_assign(member.key(), member.value());
    JsonReader reader;
    const Usage counted = usageFrom(reader.read(toBytes(all)));
    report(counted, std::move(all), state, out);
}

// --- Parts ---------------------------------------------------------------------------------------

// Vertex can send arguments in pieces: a call by name, then values by their paths, then an empty
// call; the last may be missing. Pieces of one value are joined, and the call is said when whole.
static void endPieces(DecodeState &state, StreamEvents &out)
{
    if (!state.pending.is_object())
        return;
    out.append(ToolCallDelta {.index = int(state.tools.size()) - 1,
                              .arguments = QString::fromUtf8(toBytes(state.pending["arguments"]))});
    state.pending = Json::null();
}

// "$.city", "$.list[0].name", "$['a b']"
static QStringList pathSteps(const QString &path)
{
    static const QRegularExpression step(u"\\.([^.\\[\\]]+)|\\[(\\d+)\\]|\\['([^']*)'\\]"_s);
    QStringList steps;
    for (auto at = step.globalMatch(path); at.hasNext();) {
        const auto match = at.next();
        if (!match.captured(2).isNull() && !match.captured(2).isEmpty())
            steps.append(u'#' + match.captured(2));
        else
            steps.append(u'.'
                         + (match.captured(1).isEmpty() ? match.captured(3) : match.captured(1)));
    }
    return steps;
}

static constexpr size_t mostItems = 100'000; // of a list: an index is the provider's word

// The value at \p path below \p root, made if it is not there; nullptr for a path of another shape.
static Json *placeAt(Json &root, const QString &path)
{
    Json *at = &root;
    const QStringList steps = pathSteps(path);
    for (const QString &step : steps) {
        const QString name = step.sliced(1);
        if (step.startsWith(u'.')) {
            if (at->is_null())
                *at = jsonObject();
            if (!at->is_object())
                return nullptr;
            if (!at->contains(toUtf8(name)))
                at->insert_or_assign(toUtf8(name), Json::null());
            at = &(*at)[toUtf8(name)];
            continue;
        }
        if (at->is_null())
            *at = jsonArray();
        const size_t index = name.toULongLong();
        if (!at->is_array() || index >= mostItems)
            return nullptr;
        while (at->size() <= index)
            at->push_back(Json::null());
        at = &(*at)[index];
    }
    return steps.isEmpty() ? nullptr : at;
}

static void addPiece(const JsonView &piece, DecodeState &state)
{
    Json *place = placeAt(state.pending["arguments"], piece["jsonPath"].toString());
    if (!place)
        return;
    if (piece["stringValue"].isString()) {
        const QString before = place->is_string() ? toText(*place) : QString();
        *place = toJson(before + piece["stringValue"].toString());
    } else if (piece["numberValue"].isNumber()) {
        *place = piece["numberValue"].toJson();
    } else if (piece["boolValue"].exists()) {
        *place = Json(piece["boolValue"].toBool());
    } else if (piece["nullValue"].exists()) {
        *place = Json::null();
    }
}

// True if \p part is a call that comes in pieces.
static bool decodePieces(const JsonView &part, DecodeState &state, StreamEvents &out)
{
    const JsonView call = part["functionCall"];
    const bool named = !call["name"].toString().isEmpty();
    const bool pieces = call["partialArgs"].isArray();
    if (!named && !pieces) { // the empty call
        endPieces(state, out);
        return true;
    }
    if (named)
        endPieces(state, out);
    if (!pieces && !call["willContinue"].toBool())
        return false;
    if (named) {
        const ToolProgress tool {
            .id = call["id"].toString(), .name = call["name"].toString(), .hasArguments = true};
        out.append(ToolCallDelta {.index = int(state.tools.size()),
                                  .id = tool.id,
                                  .name = tool.name,
                                  .signature = part["thoughtSignature"].toString()});
        state.tools.append(tool);
        state.pending = jsonObject({{"arguments", jsonObject()}});
    }
    if (state.pending.is_object())
        call["partialArgs"].forEach([&](const JsonView &piece) { addPiece(piece, state); });
    return true;
}

static void decodeCall(const JsonView &part, DecodeState &state, StreamEvents &out)
{
    if (decodePieces(part, state, out))
        return;
    const JsonView call = part["functionCall"];
    const ToolProgress tool {
        .id = call["id"].toString(), .name = call["name"].toString(), .hasArguments = true};
    const JsonView args = call["args"];
    out.append(ToolCallDelta {
        .index = int(state.tools.size()),
        .id = tool.id,
        .name = tool.name,
        .arguments = args.isObject() ? QString::fromUtf8(toBytes(args.toJson())) : u"{}"_s,
        .signature = part["thoughtSignature"].toString()});
    state.tools.append(tool);
}

static void addText(QString text, const QString &signature, StreamEvents &out)
{
    if (!text.isEmpty() || !signature.isEmpty())
        out.append(TextDelta {.text = std::move(text), .signature = signature});
}

static void decodeMedia(const JsonView &part, StreamEvents &out)
{
    const JsonView data = part["inlineData"];
    const JsonView file = part["fileData"];
    const QString type
        = data.isObject() ? data["mimeType"].toString() : file["mimeType"].toString();
    const QByteArray bytes = QByteArray::fromBase64(data["data"].toString().toLatin1());
    const QString signature = part["thoughtSignature"].toString();
    if (type.startsWith("audio/"_L1)) {
        out.append(AudioDelta {.mediaType = type, .bytes = bytes});
        addText({}, signature, out);
    } else {
        out.append(ImageDelta {.mediaType = type,
                               .bytes = bytes,
                               .url = file["fileUri"].toString(),
                               .signature = signature});
    }
}

static constexpr std::array providerParts {"executableCode", "codeExecutionResult", "toolCall",
                                           "toolResponse"};

static bool hasProviderTool(const JsonView &part)
{
    return std::ranges::any_of(providerParts,
                               [&](const char *name) { return part[name].exists(); });
}

// Code the service ran, its tools and what they gave: shown, and sent back as they are.
static void decodeProviderTool(const JsonView &part, StreamEvents &out)
{
    for (const char *name : providerParts) {
        const JsonView use = part[name];
        if (!use.exists())
            continue;
        const QString type = use["toolType"].toString();
        const QString id = use["id"].toString();
        const bool isCall = name == providerParts[0] || name == providerParts[2];
        out.append(ProviderToolUse {.id = isCall ? id : QString(),
                                    .name = type.isEmpty() ? QString::fromLatin1(name) : type,
                                    .raw = part.toJson(),
                                    .goesBack = u"gemini"_s});
    }
}

static void decodePart(const JsonView &part, DecodeState &state, StreamEvents &out)
{
    if (part["functionCall"].isObject()) {
        decodeCall(part, state, out);
        return;
    }
    QString text = part["text"].toString();
    const QString signature = part["thoughtSignature"].toString();
    if (part["thought"].toBool()) { // an image here is a draft of the one that follows
        if (!text.isEmpty() || !signature.isEmpty())
            out.append(ThinkingDelta {.text = std::move(text),
                                      .signature = signature,
                                      .opensBlock = !signature.isEmpty()});
        return;
    }
    if (part["inlineData"].isObject() || part["fileData"].isObject())
        decodeMedia(part, out);
    else if (part["text"].exists() || !hasProviderTool(part))
        addText(std::move(text), signature, out);
    else
        decodeProviderTool(part, out);
}

// --- Answers -------------------------------------------------------------------------------------

// Some gateways give the enumeration's number instead of its name.
static QString reasonName(const QString &raw)
{
    static const QStringList names {u"FINISH_REASON_UNSPECIFIED"_s,
                                    u"STOP"_s,
                                    u"MAX_TOKENS"_s,
                                    u"SAFETY"_s,
                                    u"RECITATION"_s,
                                    u"OTHER"_s,
                                    u"BLOCKLIST"_s,
                                    u"PROHIBITED_CONTENT"_s,
                                    u"SPII"_s,
                                    u"MALFORMED_FUNCTION_CALL"_s};
    bool isNumber = false;
    const int number = raw.toInt(&isNumber);
    return isNumber && number >= 0 && number < names.size() ? names[number] : raw;
}

static FinishReason reasonOf(const QString &raw, const DecodeState &state)
{
    const QString name = reasonName(raw);
    if (name == "MISSING_THOUGHT_SIGNATURE"_L1 || name == "UNEXPECTED_TOOL_CALL"_L1
        || name == "TOO_MANY_TOOL_CALLS"_L1)
        return FinishReason::Error;
    const FinishReason reason = finishReasonFromRaw(name);
    return reason == FinishReason::Stop && !state.tools.isEmpty() ? FinishReason::ToolCalls
                                                                  : reason;
}

static void cite(const JsonView &source, const JsonView &place, DecodeState &state,
                 StreamEvents &out)
{
    QString url = place["uri"].toString();
    if (url.isEmpty())
        url = place["retrievedUrl"].toString();
    const QString title = place["title"].toString();
    const QString key = url + u'\n' + title;
    if (key.size() == 1 || state.sources.contains(key))
        return; // chunks repeat what was said
    state.sources.append(key);
    out.append(Citation {
        .title = title, .url = url, .quote = place["text"].toString(), .raw = source.toJson()});
}

static void decodeSources(const JsonView &candidate, DecodeState &state, StreamEvents &out)
{
    candidate["citationMetadata"]["citationSources"].forEach(
        [&](const JsonView &source) { cite(source, source, state, out); });
    candidate["citationMetadata"]["citations"].forEach( // Vertex
        [&](const JsonView &source) { cite(source, source, state, out); });
    const JsonView grounding = candidate["groundingMetadata"];
    grounding["groundingChunks"].forEach([&](const JsonView &chunk) {
        for (const char *kind : {"web", "retrievedContext", "maps"}) {
            if (chunk[kind].isObject())
                cite(chunk, chunk[kind], state, out);
        }
    });
    candidate["urlContextMetadata"]["urlMetadata"].forEach(
        [&](const JsonView &source) { cite(source, source, state, out); });
    if (bool any = false; grounding["webSearchQueries"].isArray()) {
        grounding["webSearchQueries"].forEach([&](const JsonView &) { any = true; });
        if (any)
            out.append(ProviderToolUse {
                .id = u"google_search"_s, .name = u"google_search"_s, .raw = grounding.toJson()});
    }
}

static void decodeObject(const JsonView &root, const QByteArray &data, DecodeState &state,
                         StreamEvents &out)
{
    if (const JsonView error = root["error"]; error.isObject() || error.isString()) {
        out.append(Failed {classifyInside(root, data)});
        return;
    }
    start(root["responseId"].toString(), root["modelVersion"].toString(), state, out);
    JsonView candidate;
    root["candidates"].forEach([&](const JsonView &each) {
        if (!candidate.exists() && each["index"].toInt().value_or(0) == state.choice)
            candidate = each;
    });
    candidate["content"]["parts"].forEach(
        [&](const JsonView &part) { decodePart(part, state, out); });
    decodeSources(candidate, state, out);
    if (const JsonView logprobs = candidate["logprobsResult"]; logprobs.isObject())
        out.append(LogprobsDelta {logprobs.toJson()});
    decodeUsage(root["usageMetadata"], state, out);

    if (candidate["finishReason"].exists())
        endPieces(state, out);
    if (const QString reason = candidate["finishReason"].scalarToString(); !reason.isEmpty())
        finishWith(reasonOf(reason, state), reason, state, out);
    const JsonView feedback = root["promptFeedback"];
    if (const QString reason = feedback["blockReason"].scalarToString();
        !reason.isEmpty() && !candidate.exists()) {
        state.refused = true;
        if (const QString why = feedback["blockReasonMessage"].toString(); !why.isEmpty())
            out.append(RefusalDelta {why});
        finishWith(FinishReason::ContentFilter, reason, state, out);
    }
}

static void decodeFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    const QByteArrayView data = QByteArrayView(frame.data).trimmed();
    if (data.isEmpty() || data.startsWith("[DONE]"))
        return;
    const JsonView root = state.reader->read(data);
    if (root.isArray())
        root.forEach([&](const JsonView &each) { decodeObject(each, frame.data, state, out); });
    else if (root.isObject())
        decodeObject(root, frame.data, state, out);
    else
        unreadable(frame, state, out);
}

static void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    const JsonView root = state.reader->read(body);
    const JsonView first = root.isArray() ? root[0] : root;
    state.terminal = true;
    if (!first.isObject())
        return unreadable(body, state);
    if (!first["candidates"].isArray() && !first["promptFeedback"].isObject()
        && !first["usageMetadata"].isObject() && !first["error"].exists()) {
        out.append(Failed {badResponse(
            QCoreApplication::translate(
                "gemini", "The answer is JSON, but not Gemini's: it has no \"candidates\"."),
            body)});
        return;
    }
    if (root.isArray())
        root.forEach([&](const JsonView &each) { decodeObject(each, body, state, out); });
    else
        decodeObject(root, body, state, out);
    if (!first["error"].exists())
        finishWith(state.tools.isEmpty() ? FinishReason::Unknown : FinishReason::ToolCalls, {},
                   state, out); // if it named no reason
}

static Result<QStringList> decodeModels(const QByteArray &body)
{
    JsonReader reader;
    const JsonView root = reader.read(body);
    if (root["publisherModels"].isArray()) // Vertex
        return modelIds(body);
    const JsonView models = root["models"];
    if (!models.isArray()) {
        return std::unexpected(
            badResponse(QCoreApplication::translate(
                            "gemini", "The list of models is not in the expected form."),
                        body));
    }
    QStringList names;
    models.forEach([&](const JsonView &model) {
        bool generates = !model["supportedGenerationMethods"].isArray();
        model["supportedGenerationMethods"].forEach([&](const JsonView &method) {
            generates = generates || method.utf8() == "generateContent";
        });
        QString name = model["name"].toString();
        if (name.startsWith("models/"_L1))
            name.remove(0, 7);
        if (generates && !name.isEmpty())
            names.append(name);
    });
    return names;
}

static constexpr QLatin1StringView lacking[] {"parallel_tool_calls"_L1};

const Codec gemini {
    .id = "gemini"_L1,
    .framing = Framing::ServerSentEvents,
    .messages = "contents"_L1,
    .lacks = lacking,
    .encode = encodeGemini,
    .decodeFrame = decodeFrame,
    .decodeBody = decodeBody,
    .classify = classifyResponse,
    .encodeModels = encodeGeminiModels,
    .decodeModels = decodeModels,
};

} // namespace Antiphon
