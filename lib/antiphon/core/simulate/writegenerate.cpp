// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Answers in the Gemini generateContent format.
// Source: ai.google.dev/api/generate-content and googleapis/python-genai; read 2026-08.

#include <antiphon/core/simulate/answer.h>

namespace Antiphon {

using namespace Qt::StringLiterals;

static constexpr char lineEnd[] = "\r\n"; // this service ends its lines so

/// Thoughts are counted beside the candidates here, cached tokens inside the prompt.
static Json usageJson(const Usage &usage)
{
    const qint64 prompt = counted(usage.input) + counted(usage.cachedInput)
        + counted(usage.cacheWrite) + counted(usage.cacheWriteLong) + counted(usage.audioInput);
    const qint64 output
        = counted(usage.output) + counted(usage.audioOutput) + counted(usage.imageOutput);
    Json out = jsonObject({{"promptTokenCount", prompt}});
    if (usage.cachedInput)
        out["cachedContentTokenCount"] = *usage.cachedInput;
    out["candidatesTokenCount"] = output - counted(usage.reasoning);
    if (usage.reasoning)
        out["thoughtsTokenCount"] = *usage.reasoning;
    out["totalTokenCount"] = prompt + output;
    if (usage.audioInput)
        out["promptTokensDetails"] = jsonArray(
            {jsonObject({{"modality", "TEXT"}, {"tokenCount", prompt - *usage.audioInput}}),
             jsonObject({{"modality", "AUDIO"}, {"tokenCount", *usage.audioInput}})});
    return out;
}

static QString finishReason(const AnswerPlan &plan)
{
    if (plan.finish == u"content_filter")
        return u"SAFETY"_s;
    return plan.finish == u"length" ? u"MAX_TOKENS"_s : u"STOP"_s; // calls end with STOP too
}

static QByteArray signedPart(const SimulatedToolCall &call)
{
    return "{\"functionCall\":{\"id\":" + quoted(call.id) + ",\"name\":" + quoted(call.name)
        + ",\"args\":" + toBytes(call.arguments) + "},\"thoughtSignature\":\"c2ltdWxhdGVk\"}";
}

/// What ends every response; usage only with the last.
static QByteArray closing(const AnswerPlan &plan, bool last)
{
    QByteArray out;
    if (plan.usage && last)
        out += ",\"usageMetadata\":" + toBytes(usageJson(*plan.usage));
    return out + ",\"modelVersion\":" + quoted(plan.model) + ",\"responseId\":" + quoted(plan.id)
        + '}';
}

/// A refusal has no candidate: the prompt was blocked.
static QByteArray blocked(const AnswerPlan &plan)
{
    return "{\"promptFeedback\":{\"blockReason\":\"SAFETY\",\"blockReasonMessage\":"
        + quoted(plan.refusal) + '}' + closing(plan, true);
}

/// A whole GenerateContentResponse, one of many in a stream. \p finish is empty before the last.
static QByteArray response(const AnswerPlan &plan, const QByteArray &parts,
                           const QString &finish = {})
{
    QByteArray out = "{\"candidates\":[{\"content\":{\"parts\":[" + parts + "],\"role\":\"model\"}";
    if (!finish.isEmpty())
        out += ",\"finishReason\":" + quoted(finish);
    out += ",\"index\":0}]";
    return out + closing(plan, !finish.isEmpty());
}

static QList<WireEvent> stream(const AnswerPlan &plan, Chunker &chunker)
{
    QList<WireEvent> out;
    const auto frame = [&](const QByteArray &json, qsizetype characters, bool visible) {
        const QByteArray framed
            = plan.jsonArray ? (out.isEmpty() ? "[" : ",\r\n") + json : sseEvent({}, json, lineEnd);
        out.append({framed, int(characters), visible});
    };
    const auto add = [&](const QByteArray &parts, qsizetype characters, bool visible,
                         const QString &finish = {}) {
        frame(response(plan, parts, finish), characters, visible);
    };
    for (const QString &text : chunker.thinking(plan.thinking))
        add("{\"text\":" + quoted(text) + ",\"thought\":true}", text.size(), false);
    for (const QString &text : chunker.visible(plan.text))
        add("{\"text\":" + quoted(text) + '}', text.size(), true);
    for (const SimulatedToolCall &call : plan.toolCalls) // whole, never in pieces
        add(signedPart(call), toBytes(call.arguments).size(), true);
    if (plan.refusal.isEmpty())
        add("{\"text\":\"\"}", 0, false, finishReason(plan));
    else
        frame(blocked(plan), plan.refusal.size(), true);
    if (plan.jsonArray)
        out.append({"]"});
    return out;
}

static QByteArray whole(const AnswerPlan &plan)
{
    if (!plan.refusal.isEmpty())
        return blocked(plan);
    QByteArrayList parts;
    if (!plan.thinking.isEmpty())
        parts.append("{\"text\":" + quoted(plan.thinking) + ",\"thought\":true}");
    if (!plan.text.isEmpty())
        parts.append("{\"text\":" + quoted(plan.text) + '}');
    for (const SimulatedToolCall &call : plan.toolCalls)
        parts.append(signedPart(call));
    return response(plan, parts.join(','), finishReason(plan));
}

struct Wording {
    ErrorKind kind;
    int status;
    const char16_t *name;
    const char16_t *message;
};

static constexpr Wording wordings[] = {
    {ErrorKind::Authentication, 401, u"UNAUTHENTICATED",
     u"API key not valid. Please pass a valid API key."},
    {ErrorKind::Permission, 403, u"PERMISSION_DENIED",
     u"The caller does not have permission to use model %1."},
    {ErrorKind::NotFound, 404, u"NOT_FOUND",
     u"models/%1 is not found for API version v1beta, or is not supported for generateContent."},
    {ErrorKind::InvalidRequest, 400, u"INVALID_ARGUMENT", u"Request contains an invalid argument."},
    {ErrorKind::ContextLength, 400, u"INVALID_ARGUMENT",
     u"The input token count (1049001) exceeds the maximum number of tokens allowed (1048576)."},
    {ErrorKind::Quota, 402, u"FAILED_PRECONDITION",
     u"Your prepaid balance is exhausted. Please add credits in your billing settings."},
    {ErrorKind::RateLimit, 429, u"RESOURCE_EXHAUSTED",
     u"You exceeded your current quota, please check your plan and billing details."},
    {ErrorKind::Server, 503, u"UNAVAILABLE", u"The model is overloaded. Please try again later."},
    {ErrorKind::Filtered, 400, u"INVALID_ARGUMENT", u"The request was blocked by safety settings."},
};

static const Wording &wordingOf(ErrorKind kind)
{
    for (const Wording &wording : wordings) {
        if (wording.kind == kind)
            return wording;
    }
    return wordings[3]; // a bad request
}

static int statusOf(const WireFailure &failure)
{
    return failure.status == 0 ? wordingOf(failure.kind).status : failure.status;
}

static QString nameOf(const WireFailure &failure)
{
    if (!failure.code.isEmpty())
        return failure.code;
    if (failure.kind == ErrorKind::Server && statusOf(failure) == 504)
        return u"DEADLINE_EXCEEDED"_s;
    if (failure.kind == ErrorKind::Server && statusOf(failure) != 503)
        return u"INTERNAL"_s;
    return QString::fromUtf16(wordingOf(failure.kind).name);
}

/// Seconds to wait are told in the body, as "12.5s"; a date has no place there.
static std::optional<QString> retryDelay(const WireFailure &failure)
{
    bool number = false;
    (void)failure.retryAfter.toDouble(&number);
    return number ? std::optional(failure.retryAfter + u's') : std::nullopt;
}

static Json errorJson(const WireFailure &failure)
{
    QString message = failure.message.isEmpty()
        ? QString::fromUtf16(wordingOf(failure.kind).message).replace(u"%1"_s, failure.model)
        : failure.message;
    Json details = jsonArray();
    if (failure.kind == ErrorKind::RateLimit) {
        details.push_back(jsonObject(
            {{"@type", "type.googleapis.com/google.rpc.QuotaFailure"},
             {"violations",
              jsonArray(
                  {jsonObject({{"quotaId", "GenerateRequestsPerMinutePerProjectPerModel-FreeTier"},
                               {"quotaValue", "10"}})})}}));
    }
    if (const auto delay = retryDelay(failure)) {
        if (failure.message.isEmpty())
            message += u" Please retry in "_s + *delay + u'.';
        details.push_back(jsonObject({{"@type", "type.googleapis.com/google.rpc.RetryInfo"},
                                      {"retryDelay", toJson(*delay)}}));
    }
    Json error = jsonObject({{"code", statusOf(failure)},
                             {"message", toJson(message)},
                             {"status", toJson(nameOf(failure))}});
    if (!details.empty())
        error["details"] = details;
    return jsonObject({{"error", error}});
}

static WireError failure(const WireFailure &what)
{
    WireError out {.status = statusOf(what), .body = toBytes(errorJson(what))};
    if (!what.retryAfter.isEmpty() && !retryDelay(what))
        out.headers.append({"retry-after", what.retryAfter.toUtf8()});
    return out;
}

static QByteArray failureEvent(const WireFailure &what)
{
    return sseEvent({}, toBytes(errorJson(what)), lineEnd);
}

const AnswerWriter generateWriter {
    .idPrefix = "",
    .callPrefix = "call_",
    .requestIdHeader = "",
    .keepAlive = ": keep-alive\r\n\r\n",
    .stream = stream,
    .whole = whole,
    .failure = failure,
    .failureEvent = failureEvent,
};

} // namespace Antiphon
