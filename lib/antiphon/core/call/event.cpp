// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/event.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr std::array reasonNames {"stop"_L1,           "length"_L1, "tool_calls"_L1,
                                         "content_filter"_L1, "paused"_L1, "error"_L1,
                                         "unknown"_L1};

QString finishReasonName(FinishReason reason)
{
    return reasonNames[size_t(reason)];
}

// providers/index.md 4, read 2026-11. Compared without regard to case: the services differ in
// nothing else.
FinishReason finishReasonFromRaw(QStringView raw)
{
    struct Row {
        FinishReason reason;
        QStringList words;
    };
    static const std::array<Row, 6> table {{
        {FinishReason::Stop,
         {u"stop"_s, u"end_turn"_s, u"complete"_s, u"stop_sequence"_s, u"eos"_s, u"stopped"_s,
          u"completed"_s}},
        {FinishReason::Length,
         {u"length"_s, u"max_tokens"_s, u"model_length"_s, u"max_output_tokens"_s,
          u"model_context_window_exceeded"_s, u"token_limit_reached"_s, u"error_limit"_s}},
        {FinishReason::ToolCalls,
         {u"tool_calls"_s, u"tool_use"_s, u"tool_call"_s, u"function_call"_s}},
        {FinishReason::ContentFilter,
         {u"content_filter"_s, u"content_filtered"_s, u"refusal"_s, u"safety"_s,
          u"prohibited_content"_s, u"blocklist"_s, u"spii"_s, u"image_safety"_s,
          u"image_prohibited_content"_s, u"recitation"_s, u"image_recitation"_s,
          u"guardrail_intervened"_s, u"error_toxic"_s, u"sensitive"_s}},
        {FinishReason::Paused, {u"pause_turn"_s}},
        {FinishReason::Error,
         {u"error"_s, u"timeout"_s, u"insufficient_system_resource"_s, u"failed"_s,
          u"user_cancel"_s}},
    }};
    for (const Row &row : table) {
        for (const QString &word : row.words) {
            if (raw.compare(word, Qt::CaseInsensitive) == 0)
                return row.reason;
        }
    }
    return raw.startsWith("malformed_"_L1, Qt::CaseInsensitive) ? FinishReason::Error
                                                                : FinishReason::Unknown;
}

namespace {

struct EventWriter {
    Json operator()(const ResponseStarted &e) const
    {
        return jsonObject(
            {{"event", Json("started")}, {"id", toJson(e.responseId)}, {"model", toJson(e.model)}});
    }
    Json operator()(const TextDelta &e) const
    {
        Json json = jsonObject({{"event", Json("text")}, {"text", toJson(e.text)}});
        if (!e.phase.isEmpty())
            json.insert_or_assign("phase", toJson(e.phase));
        if (!e.signature.isEmpty())
            json.insert_or_assign("signature", toJson(e.signature));
        return json;
    }
    Json operator()(const ThinkingDelta &e) const
    {
        Json json = jsonObject({{"event", Json("thinking")}, {"text", toJson(e.text)}});
        if (!e.id.isEmpty())
            json.insert_or_assign("id", toJson(e.id));
        if (!e.signature.isEmpty())
            json.insert_or_assign("signature", toJson(e.signature));
        if (!e.redacted.isEmpty())
            json.insert_or_assign("redacted", toJson(e.redacted));
        if (e.opensBlock)
            json.insert_or_assign("opensBlock", true);
        if (!e.native.is_null())
            json.insert_or_assign("native", e.native);
        return json;
    }
    Json operator()(const RefusalDelta &e) const
    {
        return jsonObject({{"event", Json("refusal")}, {"text", toJson(e.text)}});
    }
    Json operator()(const AudioDelta &e) const
    {
        return jsonObject({{"event", Json("audio")},
                           {"id", toJson(e.id)},
                           {"mediaType", toJson(e.mediaType)},
                           {"bytes", Json(e.bytes.size())},
                           {"transcript", toJson(e.transcript)}});
    }
    Json operator()(const ToolCallDelta &e) const
    {
        Json json = jsonObject({{"event", Json("tool-call")},
                                {"index", Json(e.index)},
                                {"id", toJson(e.id)},
                                {"name", toJson(e.name)},
                                {"arguments", toJson(e.arguments)}});
        if (!e.signature.isEmpty())
            json.insert_or_assign("signature", toJson(e.signature));
        if (e.custom)
            json.insert_or_assign("custom", true);
        if (!e.group.isEmpty())
            json.insert_or_assign("group", toJson(e.group));
        return json;
    }
    Json operator()(const ImageDelta &e) const
    {
        Json json = jsonObject({{"event", Json("image")},
                                {"mediaType", toJson(e.mediaType)},
                                {"bytes", Json(e.bytes.size())},
                                {"url", toJson(e.url)}});
        if (!e.signature.isEmpty())
            json.insert_or_assign("signature", toJson(e.signature));
        return json;
    }
    Json operator()(const Citation &e) const
    {
        return jsonObject({{"event", Json("citation")},
                           {"title", toJson(e.title)},
                           {"url", toJson(e.url)},
                           {"quote", toJson(e.quote)},
                           {"raw", e.raw}});
    }
    Json operator()(const ProviderToolUse &e) const
    {
        Json json = jsonObject({{"event", Json("provider-tool")},
                                {"id", toJson(e.id)},
                                {"name", toJson(e.name)},
                                {"raw", e.raw}});
        if (!e.goesBack.isEmpty())
            json.insert_or_assign("goesBack", toJson(e.goesBack));
        return json;
    }
    Json operator()(const LogprobsDelta &e) const
    {
        return jsonObject({{"event", Json("logprobs")}, {"raw", e.raw}});
    }
    Json operator()(const UsageReported &e) const
    {
        Json json
            = jsonObject({{"event", Json("usage")}, {"usage", toJson(e.usage)}, {"raw", e.raw}});
        if (!e.steps.isEmpty())
            json.insert_or_assign("steps", toJson(e.steps));
        return json;
    }
    Json operator()(const Finished &e) const
    {
        return jsonObject({{"event", Json("finished")},
                           {"reason", toJson(finishReasonName(e.reason))},
                           {"raw", toJson(e.raw)}});
    }
    Json operator()(const Failed &e) const
    {
        return jsonObject({{"event", Json("failed")},
                           {"kind", toJson(errorKindName(e.error.kind))},
                           {"message", toJson(e.error.message)},
                           {"code", toJson(e.error.code)}});
    }
};

} // namespace

Json toJson(const StreamEvent &event)
{
    return std::visit(EventWriter {}, event);
}

} // namespace Antiphon
