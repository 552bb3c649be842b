// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Answers in the OpenAI Responses format.
// Source: openai/openai-openapi, Response and ResponseStreamEvent; read 2026-08.

#include <antiphon/core/simulate/answer.h>

namespace Antiphon {

using namespace Qt::StringLiterals;

static Json null()
{
    return Json(jsoncons::null_type {});
}

static Json usageJson(const Usage &usage)
{
    const qint64 input = counted(usage.input) + counted(usage.cachedInput)
        + counted(usage.cacheWrite) + counted(usage.cacheWriteLong) + counted(usage.audioInput);
    const qint64 output
        = counted(usage.output) + counted(usage.audioOutput) + counted(usage.imageOutput);
    Json out = jsonObject({{"input_tokens", input}});
    Json details = jsonObject();
    if (usage.cachedInput)
        details["cached_tokens"] = *usage.cachedInput;
    if (usage.cacheWrite || usage.cacheWriteLong)
        details["cache_write_tokens"] = counted(usage.cacheWrite) + counted(usage.cacheWriteLong);
    if (!details.empty())
        out["input_tokens_details"] = details;
    out["output_tokens"] = output;
    if (usage.reasoning)
        out["output_tokens_details"] = jsonObject({{"reasoning_tokens", *usage.reasoning}});
    out["total_tokens"] = input + output;
    return out;
}

/// The incomplete reason, empty for an answer that is whole.
static QString incompleteReason(const AnswerPlan &plan)
{
    if (plan.finish == u"length")
        return u"max_output_tokens"_s;
    return plan.finish == u"content_filter" ? u"content_filter"_s : QString();
}

static Json responseJson(const AnswerPlan &plan, const QString &status, Json output)
{
    const QString reason = incompleteReason(plan);
    const bool over = status != u"in_progress";
    return jsonObject(
        {{"id", toJson(plan.id)},
         {"object", "response"},
         {"created_at", simulatedTime},
         {"status", toJson(status)},
         {"model", toJson(plan.model)},
         {"error", null()},
         {"incomplete_details",
          over && !reason.isEmpty() ? jsonObject({{"reason", toJson(reason)}}) : null()},
         {"output", std::move(output)},
         {"usage", over && plan.usage ? usageJson(*plan.usage) : null()}});
}

static QString endStatus(const AnswerPlan &plan)
{
    return incompleteReason(plan).isEmpty() ? u"completed"_s : u"incomplete"_s;
}

static Json summaryPart(const QString &text)
{
    return jsonObject({{"type", "summary_text"}, {"text", toJson(text)}});
}

static Json textPart(const QString &text)
{
    return jsonObject(
        {{"type", "output_text"}, {"text", toJson(text)}, {"annotations", jsonArray()}});
}

static Json refusalPart(const QString &text)
{
    return jsonObject({{"type", "refusal"}, {"refusal", toJson(text)}});
}

static Json reasoningItem(const QString &id, const QString &text, bool done)
{
    return jsonObject({{"id", toJson(id)},
                       {"type", "reasoning"},
                       {"summary", done ? jsonArray({summaryPart(text)}) : jsonArray()}});
}

static Json messageItem(const QString &id, Json parts, bool done)
{
    return jsonObject({{"id", toJson(id)},
                       {"type", "message"},
                       {"role", "assistant"},
                       {"status", done ? "completed" : "in_progress"},
                       {"content", std::move(parts)}});
}

static Json callItem(const QString &id, const SimulatedToolCall &call, bool done)
{
    const QString arguments = done ? QString::fromUtf8(toBytes(call.arguments)) : QString();
    return jsonObject({{"id", toJson(id)},
                       {"type", "function_call"},
                       {"call_id", toJson(call.id)},
                       {"name", toJson(call.name)},
                       {"arguments", toJson(arguments)},
                       {"status", done ? "completed" : "in_progress"}});
}

/// The events of one answer; each carries its number and the place of its item.
class Items {
public:
    Items(const AnswerPlan &plan, Chunker &chunker, QList<WireEvent> &out)
        : m_plan(plan)
        , m_chunker(chunker)
        , m_out(out)
    {
    }

    void response(const QByteArray &type, const QString &status)
    {
        event(type, ",\"response\":" + toBytes(responseJson(m_plan, status, m_done)));
    }

    void reasoning(const QString &text)
    {
        begin(u"rs_"_s);
        added(reasoningItem(m_id, text, false));
        at("response.reasoning_summary_part.added",
           ",\"summary_index\":0,\"part\":" + toBytes(summaryPart({})));
        for (const QString &piece : m_chunker.thinking(text))
            at("response.reasoning_summary_text.delta",
               ",\"summary_index\":0,\"delta\":" + quoted(piece), int(piece.size()), false);
        at("response.reasoning_summary_text.done", ",\"summary_index\":0,\"text\":" + quoted(text));
        at("response.reasoning_summary_part.done",
           ",\"summary_index\":0,\"part\":" + toBytes(summaryPart(text)));
        done(reasoningItem(m_id, text, true));
    }

    void message(const QString &text, const QString &refusal)
    {
        begin(u"msg_"_s);
        added(messageItem(m_id, jsonArray(), false));
        Json parts = jsonArray();
        if (!text.isEmpty() || refusal.isEmpty()) {
            part(int(parts.size()), "response.output_text", "text", textPart({}), textPart(text),
                 text);
            parts.push_back(textPart(text));
        }
        if (!refusal.isEmpty()) {
            part(int(parts.size()), "response.refusal", "refusal", refusalPart({}),
                 refusalPart(refusal), refusal);
            parts.push_back(refusalPart(refusal));
        }
        done(messageItem(m_id, parts, true));
    }

    void call(const SimulatedToolCall &call)
    {
        begin(u"fc_"_s);
        added(callItem(m_id, call, false));
        const QString arguments = QString::fromUtf8(toBytes(call.arguments));
        for (const QString &piece : m_chunker.visible(arguments))
            at("response.function_call_arguments.delta", ",\"delta\":" + quoted(piece),
               int(piece.size()), true);
        at("response.function_call_arguments.done", ",\"arguments\":" + quoted(arguments));
        done(callItem(m_id, call, true));
    }

private:
    void event(const QByteArray &type, const QByteArray &members, int characters = 0,
               bool visible = false)
    {
        m_out.append({sseEvent(type,
                               "{\"type\":\"" + type + "\",\"sequence_number\":"
                                   + QByteArray::number(m_sequence++) + members + '}'),
                      characters, visible});
    }
    void at(const QByteArray &type, const QByteArray &members, int characters = 0,
            bool visible = false)
    {
        event(type,
              ",\"item_id\":" + quoted(m_id)
                  + ",\"output_index\":" + QByteArray::number(m_done.size()) + members,
              characters, visible);
    }
    void part(int index, const QByteArray &type, const QByteArray &key, const Json &empty,
              const Json &whole, const QString &text)
    {
        const QByteArray content = ",\"content_index\":" + QByteArray::number(index);
        at("response.content_part.added", content + ",\"part\":" + toBytes(empty));
        for (const QString &piece : m_chunker.visible(text))
            at(type + ".delta", content + ",\"delta\":" + quoted(piece), int(piece.size()), true);
        at(type + ".done", content + ",\"" + key + "\":" + quoted(text));
        at("response.content_part.done", content + ",\"part\":" + toBytes(whole));
    }

    /// Item ids follow from the answer's own: the same request, the same bytes.
    void begin(const QString &prefix)
    {
        m_id = prefix + m_plan.id.mid(5) + QString::number(m_done.size());
    }
    void added(const Json &item)
    {
        event("response.output_item.added",
              ",\"output_index\":" + QByteArray::number(m_done.size())
                  + ",\"item\":" + toBytes(item));
    }
    void done(const Json &item)
    {
        event("response.output_item.done",
              ",\"output_index\":" + QByteArray::number(m_done.size())
                  + ",\"item\":" + toBytes(item));
        m_done.push_back(item);
    }

    const AnswerPlan &m_plan;
    Chunker &m_chunker;
    QList<WireEvent> &m_out;
    Json m_done = jsonArray(); // items that are complete; their number is the open one's index
    QString m_id;
    int m_sequence = 0;
};

static QList<WireEvent> stream(const AnswerPlan &plan, Chunker &chunker)
{
    QList<WireEvent> out;
    Items items(plan, chunker, out);
    items.response("response.created", u"in_progress"_s);
    items.response("response.in_progress", u"in_progress"_s);
    if (!plan.thinking.isEmpty())
        items.reasoning(plan.thinking);
    if (!plan.text.isEmpty() || !plan.refusal.isEmpty() || plan.toolCalls.isEmpty())
        items.message(plan.text, plan.refusal);
    for (const SimulatedToolCall &call : plan.toolCalls)
        items.call(call);
    const QString status = endStatus(plan);
    items.response("response." + status.toLatin1(), status);
    return out;
}

static QByteArray whole(const AnswerPlan &plan)
{
    const QString id = plan.id.mid(5);
    Json output = jsonArray();
    const auto itemId
        = [&](const QString &prefix) { return prefix + id + QString::number(output.size()); };
    if (!plan.thinking.isEmpty())
        output.push_back(reasoningItem(itemId(u"rs_"_s), plan.thinking, true));
    if (!plan.text.isEmpty() || !plan.refusal.isEmpty() || plan.toolCalls.isEmpty()) {
        Json parts = jsonArray();
        if (!plan.text.isEmpty() || plan.refusal.isEmpty())
            parts.push_back(textPart(plan.text));
        if (!plan.refusal.isEmpty())
            parts.push_back(refusalPart(plan.refusal));
        output.push_back(messageItem(itemId(u"msg_"_s), parts, true));
    }
    for (const SimulatedToolCall &call : plan.toolCalls)
        output.push_back(callItem(itemId(u"fc_"_s), call, true));
    return toBytes(responseJson(plan, endStatus(plan), output));
}

/// HTTP errors are those of Chat Completions.
static WireError failure(const WireFailure &what)
{
    return chatWriter.failure(what);
}

static QByteArray failureEvent(const WireFailure &what)
{
    const auto error = parseJson(chatWriter.failure(what).body);
    const Json *said = error ? find(*error, "error") : nullptr;
    return sseEvent("error",
                    toBytes(jsonObject({{"type", "error"},
                                        {"code", (*said)["code"]},
                                        {"message", (*said)["message"]},
                                        {"param", null()}})));
}

const AnswerWriter responsesWriter {
    .idPrefix = "resp_",
    .callPrefix = "call_",
    .requestIdHeader = "x-request-id",
    .keepAlive = ": keep-alive\n\n",
    .stream = stream,
    .whole = whole,
    .failure = failure,
    .failureEvent = failureEvent,
};

} // namespace Antiphon
