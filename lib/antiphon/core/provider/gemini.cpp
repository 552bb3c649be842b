// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The Gemini wire format (generateContent): what comes back.
// Source: googleapis/python-genai google/genai/types.py, and the API reference; read 2026-11.

#include "gemini.h"
#include "codecparts.h"
#include "errorclasses.h"

#include <QCoreApplication>

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

static void decodeCall(const JsonView &part, DecodeState &state, StreamEvents &out)
{
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

static void decodePart(const JsonView &part, DecodeState &state, StreamEvents &out)
{
    if (part["functionCall"].isObject()) {
        decodeCall(part, state, out);
        return;
    }
    QString text = part["text"].toString();
    const QString signature = part["thoughtSignature"].toString();
    if (part["thought"].toBool()) {
        if (!text.isEmpty() || !signature.isEmpty())
            out.append(ThinkingDelta {.text = std::move(text), .signature = signature});
        return;
    }
    if (!text.isEmpty())
        out.append(TextDelta {std::move(text)});
    if (!signature.isEmpty())
        out.append(ThinkingDelta {.signature = signature});
    if (const JsonView data = part["inlineData"];
        data.isObject() && data["mimeType"].toString().startsWith("audio/"_L1)) {
        out.append(
            AudioDelta {.mediaType = data["mimeType"].toString(),
                        .bytes = QByteArray::fromBase64(data["data"].toString().toLatin1())});
    }
    // Code the service ran, its tools and their results are its own affair.
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
        if (!candidate.exists() && each["index"].toInt().value_or(0) == 0)
            candidate = each;
    });
    candidate["content"]["parts"].forEach(
        [&](const JsonView &part) { decodePart(part, state, out); });
    decodeUsage(root["usageMetadata"], state, out);

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
        unreadable(frame.data, state, out);
}

static void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    const JsonView root = state.reader->read(body);
    const JsonView first = root.isArray() ? root[0] : root;
    state.terminal = true;
    if (!first.isObject())
        return unreadable(body, state, out);
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

const Codec gemini {
    .id = "gemini"_L1,
    .framing = Framing::ServerSentEvents,
    .encode = encodeGemini,
    .decodeFrame = decodeFrame,
    .decodeBody = decodeBody,
    .classify = classifyResponse,
    .encodeModels = encodeGeminiModels,
    .decodeModels = decodeModels,
};

} // namespace Antiphon
