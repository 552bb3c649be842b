// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Answers in the Chat Completions format.
// Source: openai/openai-openapi, CreateChatCompletion*; read 2026-08.

#include <antiphon/core/simulate/answer.h>

namespace Antiphon {

using namespace Qt::StringLiterals;

static Json usageJson(const Usage &usage)
{
    const qint64 prompt = counted(usage.input) + counted(usage.cachedInput)
        + counted(usage.cacheWrite) + counted(usage.cacheWriteLong) + counted(usage.audioInput);
    const qint64 completion
        = counted(usage.output) + counted(usage.audioOutput) + counted(usage.imageOutput);
    Json out = jsonObject({{"prompt_tokens", prompt},
                           {"completion_tokens", completion},
                           {"total_tokens", prompt + completion}});

    Json details = jsonObject();
    if (usage.cachedInput)
        details["cached_tokens"] = *usage.cachedInput;
    if (usage.cacheWrite || usage.cacheWriteLong)
        details["cache_write_tokens"] = counted(usage.cacheWrite) + counted(usage.cacheWriteLong);
    if (usage.audioInput)
        details["audio_tokens"] = *usage.audioInput;
    if (!details.empty())
        out["prompt_tokens_details"] = details;

    Json completionDetails = jsonObject();
    if (usage.reasoning)
        completionDetails["reasoning_tokens"] = *usage.reasoning;
    if (usage.audioOutput)
        completionDetails["audio_tokens"] = *usage.audioOutput;
    if (usage.imageOutput)
        completionDetails["image_tokens"] = *usage.imageOutput;
    if (!completionDetails.empty())
        out["completion_tokens_details"] = completionDetails;
    return out;
}

static QByteArray toolCallDelta(int index, const SimulatedToolCall &call)
{
    return "{\"tool_calls\":[{\"index\":" + QByteArray::number(index) + ",\"id\":" + quoted(call.id)
        + ",\"type\":\"function\",\"function\":{\"name\":" + quoted(call.name)
        + ",\"arguments\":\"\"}}]}";
}

static QList<WireEvent> stream(const AnswerPlan &plan, Chunker &chunker)
{
    const QByteArray head = "{\"id\":" + quoted(plan.id)
        + ",\"object\":\"chat.completion.chunk\",\"created\":" + QByteArray::number(simulatedTime)
        + ",\"model\":" + quoted(plan.model) + ",\"choices\":[";
    const auto chunk = [&](const QByteArray &delta, const QByteArray &finish = "null") {
        return sseEvent({},
                        head + "{\"index\":0,\"delta\":" + delta
                            + ",\"logprobs\":null"
                              ",\"finish_reason\":"
                            + finish + "}]}");
    };
    QList<WireEvent> out;
    const auto pieces = [&](const QByteArray &before, const QStringList &texts,
                            const QByteArray &after, bool visible) {
        for (const QString &text : texts)
            out.append({chunk(before + quoted(text) + after), int(text.size()), visible});
    };

    out.append({chunk("{\"role\":\"assistant\",\"content\":\"\"}")});
    pieces("{\"reasoning_content\":", chunker.thinking(plan.thinking), "}", false);
    pieces("{\"content\":", chunker.visible(plan.text), "}", true);
    pieces("{\"refusal\":", chunker.visible(plan.refusal), "}", true);
    for (int i = 0; i < plan.toolCalls.size(); ++i) {
        const SimulatedToolCall &call = plan.toolCalls[i];
        out.append({chunk(toolCallDelta(i, call))});
        pieces("{\"tool_calls\":[{\"index\":" + QByteArray::number(i)
                   + ",\"function\":{\"arguments\":",
               chunker.visible(QString::fromUtf8(toBytes(call.arguments))), "}}]}", true);
    }
    out.append({chunk("{}", quoted(plan.finish))});
    if (plan.usage && plan.streamUsage)
        out.append({sseEvent({}, head + "],\"usage\":" + toBytes(usageJson(*plan.usage)) + '}')});
    out.append({sseEvent({}, "[DONE]")});
    return out;
}

static QByteArray whole(const AnswerPlan &plan)
{
    const Json null(jsoncons::null_type {});
    Json message = jsonObject({{"role", "assistant"},
                               {"content", plan.text.isEmpty() ? null : toJson(plan.text)},
                               {"refusal", plan.refusal.isEmpty() ? null : toJson(plan.refusal)}});
    if (!plan.thinking.isEmpty())
        message["reasoning_content"] = toJson(plan.thinking);
    if (!plan.toolCalls.isEmpty()) {
        Json calls = jsonArray();
        for (const SimulatedToolCall &call : plan.toolCalls) {
            const QString arguments = QString::fromUtf8(toBytes(call.arguments));
            calls.push_back(jsonObject(
                {{"id", toJson(call.id)},
                 {"type", "function"},
                 {"function",
                  jsonObject({{"name", toJson(call.name)}, {"arguments", toJson(arguments)}})}}));
        }
        message["tool_calls"] = calls;
    }

    Json body = jsonObject({{"id", toJson(plan.id)},
                            {"object", "chat.completion"},
                            {"created", simulatedTime},
                            {"model", toJson(plan.model)},
                            {"choices",
                             jsonArray({jsonObject({{"index", 0},
                                                    {"message", message},
                                                    {"logprobs", null},
                                                    {"finish_reason", toJson(plan.finish)}})})}});
    if (plan.usage)
        body["usage"] = usageJson(*plan.usage);
    return toBytes(body);
}

struct Wording {
    ErrorKind kind;
    int status;
    const char16_t *type;
    const char16_t *code; // nullptr: null
    const char16_t *message;
};

static constexpr Wording wordings[] = {
    {ErrorKind::Authentication, 401, u"invalid_request_error", u"invalid_api_key",
     u"Incorrect API key provided. You can find your API key in the settings of your account."},
    {ErrorKind::Permission, 403, u"invalid_request_error", u"model_not_permitted",
     u"Your project does not have access to model `%1`."},
    {ErrorKind::NotFound, 404, u"invalid_request_error", u"model_not_found",
     u"The model `%1` does not exist or you do not have access to it."},
    {ErrorKind::InvalidRequest, 400, u"invalid_request_error", u"invalid_value",
     u"Invalid value in the request."},
    {ErrorKind::ContextLength, 400, u"invalid_request_error", u"context_length_exceeded",
     u"This model's maximum context length is 8192 tokens. However, your messages resulted in "
     u"9001 tokens. Please reduce the length of the messages."},
    {ErrorKind::Quota, 429, u"insufficient_quota", u"insufficient_quota",
     u"You exceeded your current quota, please check your plan and billing details."},
    {ErrorKind::RateLimit, 429, u"requests", u"rate_limit_exceeded",
     u"Rate limit reached for %1 on requests per min (RPM): Limit 3, Used 3, Requested 1."},
    {ErrorKind::Server, 503, u"service_unavailable_error", u"server_is_overloaded",
     u"The server is currently overloaded with other requests. Please try again later."},
    {ErrorKind::Filtered, 400, u"invalid_request_error", u"content_policy_violation",
     u"Your request was rejected by the safety system."},
};

static const Wording &wordingOf(ErrorKind kind)
{
    for (const Wording &wording : wordings) {
        if (wording.kind == kind)
            return wording;
    }
    return wordings[3]; // a bad request
}

static Json errorJson(const WireFailure &failure)
{
    const Wording &own = wordingOf(failure.kind);
    const QString message = failure.message.isEmpty()
        ? QString::fromUtf16(own.message).replace(u"%1"_s, failure.model)
        : failure.message;
    const bool internal = failure.kind == ErrorKind::Server && failure.status == 500;
    const QString type = internal ? u"server_error"_s : QString::fromUtf16(own.type);
    const QString code = failure.code.isEmpty() ? QString::fromUtf16(own.code) : failure.code;
    return jsonObject({{"error",
                        jsonObject({{"message", toJson(message)},
                                    {"type", toJson(type)},
                                    {"param", Json(jsoncons::null_type {})},
                                    {"code", toJson(code)}})}});
}

static WireError failure(const WireFailure &what)
{
    WireError out {.status = what.status == 0 ? wordingOf(what.kind).status : what.status,
                   .body = toBytes(errorJson(what))};
    if (!what.retryAfter.isEmpty())
        out.headers.append({"retry-after", what.retryAfter.toUtf8()});
    return out;
}

static QByteArray failureEvent(const WireFailure &what)
{
    return sseEvent({}, toBytes(errorJson(what)));
}

const AnswerWriter chatWriter {
    .idPrefix = "chatcmpl-",
    .callPrefix = "call_",
    .requestIdHeader = "x-request-id",
    .keepAlive = ": keep-alive\n\n",
    .stream = stream,
    .whole = whole,
    .failure = failure,
    .failureEvent = failureEvent,
};

} // namespace Antiphon
