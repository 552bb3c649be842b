// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Answers in the Anthropic Messages format.
// Source: platform.claude.com/docs, API reference and streaming guide; read 2026-08.

#include <antiphon/core/simulate/answer.h>

namespace Antiphon {

using namespace Qt::StringLiterals;

static Json null()
{
    return Json(jsoncons::null_type {});
}

static Json usageJson(const Usage &usage)
{
    Json out = jsonObject({{"input_tokens", counted(usage.input) + counted(usage.audioInput)}});
    if (usage.cacheWrite || usage.cacheWriteLong) {
        out["cache_creation_input_tokens"]
            = counted(usage.cacheWrite) + counted(usage.cacheWriteLong);
        if (usage.cacheWriteLong)
            out["cache_creation"]
                = jsonObject({{"ephemeral_5m_input_tokens", counted(usage.cacheWrite)},
                              {"ephemeral_1h_input_tokens", counted(usage.cacheWriteLong)}});
    }
    if (usage.cachedInput)
        out["cache_read_input_tokens"] = *usage.cachedInput;
    out["output_tokens"]
        = counted(usage.output) + counted(usage.audioOutput) + counted(usage.imageOutput);
    if (usage.reasoning)
        out["output_tokens_details"] = jsonObject({{"thinking_tokens", *usage.reasoning}});
    return out;
}

static QString stopReason(const AnswerPlan &plan)
{
    if (!plan.refusal.isEmpty() || plan.finish == u"content_filter")
        return u"refusal"_s;
    if (plan.finish == u"length")
        return u"max_tokens"_s;
    return plan.finish == u"tool_calls" ? u"tool_use"_s : u"end_turn"_s;
}

/// stop_reason and what belongs to it. A refusal's words stand in its explanation.
static Json stopJson(const AnswerPlan &plan)
{
    Json out = jsonObject({{"stop_reason", toJson(stopReason(plan))}, {"stop_sequence", null()}});
    if (!plan.refusal.isEmpty())
        out["stop_details"] = jsonObject({{"type", "refusal"},
                                          {"category", "general_harms"},
                                          {"explanation", toJson(plan.refusal)}});
    return out;
}

/// Services sign reasoning; nobody checks this signature.
static constexpr char signature[] = "c2ltdWxhdGVk";

/// The events of one answer, block by block.
class Blocks {
public:
    Blocks(QList<WireEvent> &out, Chunker &chunker)
        : m_out(out)
        , m_chunker(chunker)
    {
    }

    void thinking(const QString &text)
    {
        open("{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
        deltas("{\"type\":\"thinking_delta\",\"thinking\":", m_chunker.thinking(text), false);
        delta(QByteArray("{\"type\":\"signature_delta\",\"signature\":\"") + signature + "\"}");
        close();
    }
    void text(const QString &text)
    {
        open("{\"type\":\"text\",\"text\":\"\"}");
        deltas("{\"type\":\"text_delta\",\"text\":", m_chunker.visible(text), true);
        close();
    }
    void toolUse(const SimulatedToolCall &call)
    {
        open("{\"type\":\"tool_use\",\"id\":" + quoted(call.id) + ",\"name\":" + quoted(call.name)
             + ",\"input\":{}}");
        deltas("{\"type\":\"input_json_delta\",\"partial_json\":",
               m_chunker.visible(QString::fromUtf8(toBytes(call.arguments))), true);
        close();
    }

private:
    void open(const QByteArray &block)
    {
        m_out.append({sseEvent("content_block_start",
                               "{\"type\":\"content_block_start\",\"index\":" + index()
                                   + ",\"content_block\":" + block + '}')});
    }
    void delta(const QByteArray &content, int characters = 0, bool visible = false)
    {
        m_out.append({sseEvent("content_block_delta",
                               "{\"type\":\"content_block_delta\",\"index\":" + index()
                                   + ",\"delta\":" + content + '}'),
                      characters, visible});
    }
    void deltas(const QByteArray &before, const QStringList &texts, bool visible)
    {
        for (const QString &piece : texts)
            delta(before + quoted(piece) + '}', int(piece.size()), visible);
    }
    void close()
    {
        m_out.append({sseEvent("content_block_stop",
                               "{\"type\":\"content_block_stop\",\"index\":" + index() + '}')});
        ++m_index;
    }
    [[nodiscard]] QByteArray index() const { return QByteArray::number(m_index); }

    QList<WireEvent> &m_out;
    Chunker &m_chunker;
    int m_index = 0;
};

static Json envelope(const AnswerPlan &plan, Json content)
{
    return jsonObject({{"id", toJson(plan.id)},
                       {"type", "message"},
                       {"role", "assistant"},
                       {"model", toJson(plan.model)},
                       {"content", std::move(content)}});
}

static QList<WireEvent> stream(const AnswerPlan &plan, Chunker &chunker)
{
    Json message = envelope(plan, jsonArray());
    message["stop_reason"] = null();
    message["stop_sequence"] = null();
    if (plan.usage) {
        Usage before = *plan.usage; // what is known before the first word
        before.output = 1;
        before.reasoning.reset();
        message["usage"] = usageJson(before);
    }
    QList<WireEvent> out;
    out.append({sseEvent("message_start",
                         toBytes(jsonObject({{"type", "message_start"}, {"message", message}})))});

    Blocks blocks(out, chunker);
    if (!plan.thinking.isEmpty())
        blocks.thinking(plan.thinking);
    if (!plan.text.isEmpty())
        blocks.text(plan.text);
    for (const SimulatedToolCall &call : plan.toolCalls)
        blocks.toolUse(call);

    Json end = jsonObject({{"type", "message_delta"}, {"delta", stopJson(plan)}});
    if (plan.usage)
        end["usage"] = usageJson(*plan.usage);
    out.append({sseEvent("message_delta", toBytes(end))});
    out.append({sseEvent("message_stop", "{\"type\":\"message_stop\"}")});
    return out;
}

static QByteArray whole(const AnswerPlan &plan)
{
    Json content = jsonArray();
    if (!plan.thinking.isEmpty())
        content.push_back(jsonObject(
            {{"type", "thinking"}, {"thinking", toJson(plan.thinking)}, {"signature", signature}}));
    if (!plan.text.isEmpty())
        content.push_back(jsonObject({{"type", "text"}, {"text", toJson(plan.text)}}));
    for (const SimulatedToolCall &call : plan.toolCalls)
        content.push_back(jsonObject({{"type", "tool_use"},
                                      {"id", toJson(call.id)},
                                      {"name", toJson(call.name)},
                                      {"input", call.arguments}}));
    Json body = merged(envelope(plan, content), stopJson(plan));
    if (plan.usage)
        body["usage"] = usageJson(*plan.usage);
    return toBytes(body);
}

struct Wording {
    ErrorKind kind;
    int status;
    const char16_t *type;
    const char16_t *message;
};

static constexpr Wording wordings[] = {
    {ErrorKind::Authentication, 401, u"authentication_error", u"invalid x-api-key"},
    {ErrorKind::Permission, 403, u"permission_error",
     u"Your API key does not have permission to use the specified resource."},
    {ErrorKind::NotFound, 404, u"not_found_error", u"model: %1"},
    {ErrorKind::InvalidRequest, 400, u"invalid_request_error",
     u"messages: the request is not valid"},
    {ErrorKind::ContextLength, 400, u"invalid_request_error",
     u"prompt is too long: 208310 tokens > 200000 maximum"},
    {ErrorKind::Quota, 402, u"billing_error", u"Your credit balance is too low to access the API."},
    {ErrorKind::RateLimit, 429, u"rate_limit_error",
     u"This request would exceed your organization's rate limit of 50 requests per minute."},
    {ErrorKind::Server, 529, u"overloaded_error", u"Overloaded"},
    {ErrorKind::Filtered, 400, u"invalid_request_error",
     u"Output blocked by content filtering policy"},
};

static const Wording &wordingOf(ErrorKind kind)
{
    for (const Wording &wording : wordings) {
        if (wording.kind == kind)
            return wording;
    }
    return wordings[3]; // a bad request
}

static QString typeOf(const WireFailure &failure)
{
    if (!failure.code.isEmpty())
        return failure.code;
    if (failure.kind != ErrorKind::Server)
        return QString::fromUtf16(wordingOf(failure.kind).type);
    switch (failure.status) {
    case 0:
    case 503:
    case 529:
        return u"overloaded_error"_s;
    case 504:
        return u"timeout_error"_s;
    }
    return u"api_error"_s;
}

static Json errorJson(const WireFailure &failure)
{
    const QString type = typeOf(failure);
    QString message = failure.message;
    if (message.isEmpty() && type == u"api_error")
        message = u"Internal server error"_s;
    if (message.isEmpty())
        message
            = QString::fromUtf16(wordingOf(failure.kind).message).replace(u"%1"_s, failure.model);
    return jsonObject(
        {{"type", "error"},
         {"error", jsonObject({{"type", toJson(type)}, {"message", toJson(message)}})},
         {"request_id", toJson(failure.requestId)}});
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
    return sseEvent("error", toBytes(errorJson(what)));
}

const AnswerWriter messagesWriter {
    .idPrefix = "msg_",
    .callPrefix = "toolu_",
    .requestIdHeader = "request-id",
    .keepAlive = "event: ping\ndata: {\"type\":\"ping\"}\n\n",
    .stream = stream,
    .whole = whole,
    .failure = failure,
    .failureEvent = failureEvent,
};

} // namespace Antiphon
