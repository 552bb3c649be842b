// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/attempt.h>

#include "../provider/exchangejson.h"
#include "answerjson.h"

#include <antiphon/core/words.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr std::array kindNames {"call"_L1, "retry"_L1,    "repair"_L1,
                                       "tool"_L1, "fallback"_L1, "grader"_L1};

static constexpr std::array stateNames {
    "queued"_L1,    "held"_L1,        "connecting"_L1,  "waiting"_L1,   "thinking"_L1,
    "streaming"_L1, "tool"_L1,        "checking"_L1,    "repairing"_L1, "backoff"_L1,
    "done"_L1,      "truncated"_L1,   "refused"_L1,     "invalid"_L1,   "failed"_L1,
    "cancelled"_L1, "over-budget"_L1, "interrupted"_L1,
};
static_assert(stateNames.size() == size_t(CallState::Interrupted) + 1);

QString attemptKindName(AttemptKind kind)
{
    return kindNames[size_t(kind)];
}

QString callStateName(CallState state)
{
    return stateNames[size_t(state)];
}

bool isFinal(CallState state)
{
    return state >= CallState::Done;
}

namespace {

struct Folder {
    Attempt &attempt;

    // The stretch that goes on, or a new one.
    AnswerPart &part(AnswerPart::Kind kind, qsizetype from, bool opens = false) const
    {
        if (opens || attempt.layout.isEmpty() || attempt.layout.last().kind != kind)
            attempt.layout.append({.kind = kind, .from = from});
        return attempt.layout.last();
    }

    [[nodiscard]] bool isSigned() const
    {
        return !attempt.layout.isEmpty() && !attempt.layout.last().signature.isEmpty();
    }

    void operator()(const ResponseStarted &e) const
    {
        if (!e.responseId.isEmpty())
            attempt.responseId = e.responseId;
        if (!e.model.isEmpty())
            attempt.responseModel = e.model;
    }
    void operator()(const TextDelta &e) const
    {
        const bool otherPhase = !e.phase.isEmpty() && !attempt.layout.isEmpty()
            && attempt.layout.last().phase != e.phase;
        // A signed part is never joined with another one.
        const bool alone = otherPhase || !e.signature.isEmpty() || isSigned();
        AnswerPart &stretch = part(AnswerPart::Kind::Text, attempt.text.size(), alone);
        stretch.size += e.text.size();
        stretch.signature = e.signature;
        if (!e.phase.isEmpty())
            stretch.phase = e.phase;
        attempt.text += e.text;
    }
    // What goes back for reasoning that was told belongs to it, also when it comes at the end.
    AnswerPart &thinkingOf(const ThinkingDelta &e) const
    {
        if (e.text.isEmpty() && !e.opensBlock && !e.native.is_null()) {
            for (qsizetype i = attempt.layout.size() - 1; i >= 0; --i) {
                if (attempt.layout[i].kind == AnswerPart::Kind::Thinking)
                    return attempt.layout[i];
            }
        }
        // A signature closes its block.
        const bool opens = e.opensBlock || (isSigned() && !e.text.isEmpty());
        return part(AnswerPart::Kind::Thinking, attempt.thinking.size(), opens);
    }
    void operator()(const ThinkingDelta &e) const
    {
        AnswerPart &block = thinkingOf(e);
        block.size += e.text.size();
        if (!e.id.isEmpty())
            block.id = e.id;
        block.signature += e.signature;
        block.redacted += e.redacted;
        if (!e.native.is_null())
            block.native = e.native;
        attempt.thinking += e.text;
    }
    void operator()(const RefusalDelta &e) const { attempt.refusal += e.text; }
    void operator()(const AudioDelta &e) const
    {
        if (!e.id.isEmpty())
            attempt.audio.id = e.id;
        if (!e.mediaType.isEmpty())
            attempt.audio.mediaType = e.mediaType;
        const auto isAudio = [](const AnswerPart &p) { return p.kind == AnswerPart::Kind::Audio; };
        if (std::ranges::none_of(attempt.layout, isAudio))
            part(AnswerPart::Kind::Audio, 0, true);
        attempt.audio.bytes += e.bytes;
        attempt.audio.transcript += e.transcript;
    }
    void operator()(const ImageDelta &e) const
    {
        part(AnswerPart::Kind::Image, attempt.images.size(), true);
        attempt.images.append(e);
    }
    void operator()(const ToolCallDelta &e) const
    {
        while (attempt.toolCalls.size() <= e.index) {
            part(AnswerPart::Kind::ToolCall, attempt.toolCalls.size(), true);
            attempt.toolCalls.append(ToolCall {});
        }
        ToolCall &call = attempt.toolCalls[e.index];
        if (!e.id.isEmpty())
            call.id = e.id;
        if (!e.name.isEmpty())
            call.name = e.name;
        if (!e.signature.isEmpty())
            call.signature = e.signature;
        if (!e.group.isEmpty())
            call.group = e.group;
        call.custom = call.custom || e.custom;
        call.argumentsText += e.arguments;
    }
    void operator()(const Citation &e) const { attempt.citations.append(e); }
    void operator()(const ProviderToolUse &e) const
    {
        const auto same = [&](const ProviderToolUse &other) { return other.id == e.id; };
        const auto found = std::ranges::find_if(attempt.providerTools, same);
        if (!e.id.isEmpty() && found != attempt.providerTools.end()) {
            *found = e;
            return;
        }
        if (!e.goesBack.isEmpty())
            part(AnswerPart::Kind::ProviderTool, attempt.providerTools.size(), true);
        attempt.providerTools.append(e);
    }
    void operator()(const LogprobsDelta &e) const
    {
        if (!attempt.logprobs.is_array())
            attempt.logprobs = jsonArray();
        attempt.logprobs.push_back(e.raw);
    }
    void operator()(const UsageReported &e) const
    {
        attempt.usage = e.usage;
        attempt.usageRaw = e.raw;
        attempt.usageSteps = e.steps;
    }
    void operator()(const Finished &e) const
    {
        attempt.finish = e.reason;
        attempt.finishRaw = e.raw;
        attempt.complete = true;
    }
    void operator()(const Failed &e) const { attempt.error = e.error; }
};

Json milliseconds(const std::optional<Timings::Ms> &time)
{
    return time ? Json(qint64(time->count())) : Json::null();
}

} // namespace

void apply(const StreamEvent &event, Attempt &attempt)
{
    std::visit(Folder {attempt}, event);
}

static ContentPart contentPart(const AnswerPart &part, const Attempt &attempt)
{
    switch (part.kind) {
    case AnswerPart::Kind::Text:
        break;
    case AnswerPart::Kind::Thinking:
        return Thinking {.text = attempt.thinking.mid(part.from, part.size),
                         .id = part.id,
                         .signature = part.signature,
                         .redacted = part.redacted,
                         .native = part.native};
    case AnswerPart::Kind::ToolCall: {
        const ToolCall &call = attempt.toolCalls[part.from];
        return ToolUse {.id = call.id,
                        .name = call.name,
                        .argumentsText = call.argumentsText,
                        .signature = call.signature,
                        .custom = call.custom,
                        .group = call.group};
    }
    case AnswerPart::Kind::Image: {
        const ImageDelta &image = attempt.images[part.from];
        return Image {.mediaType = image.mediaType,
                      .bytes = image.bytes,
                      .url = image.url,
                      .signature = image.signature};
    }
    case AnswerPart::Kind::Audio:
        return Audio {.mediaType = attempt.audio.mediaType,
                      .bytes = attempt.audio.bytes,
                      .id = attempt.audio.id,
                      .transcript = attempt.audio.transcript};
    case AnswerPart::Kind::ProviderTool: {
        const ProviderToolUse &use = attempt.providerTools[part.from];
        return Native {.value = use.raw, .codec = use.goesBack};
    }
    }
    // Not sliced(): a text from which a secret was taken is shorter than what came.
    return Text {.text = attempt.text.mid(part.from, part.size),
                 .phase = part.phase,
                 .signature = part.signature};
}

Message answerMessage(const Attempt &attempt)
{
    Message message {.role = Role::Assistant};
    for (const AnswerPart &part : attempt.layout)
        message.parts.append(contentPart(part, attempt));
    if (message.parts.isEmpty() && !attempt.refusal.isEmpty())
        message.parts.append(Text {.text = attempt.refusal});
    return message;
}

Message toolResultsMessage(const Attempt &attempt)
{
    Message message {.role = Role::Tool};
    for (const ToolRun &run : attempt.toolRuns)
        message.parts.append(ToolResult {.id = run.id,
                                         .name = run.name,
                                         .content = run.result,
                                         .isError = run.isError,
                                         .custom = run.custom});
    return message;
}

Json toJson(const ToolRun &run)
{
    return jsonObject({{"id", optionalText(run.id)},
                       {"name", toJson(run.name)},
                       {"arguments", run.arguments},
                       {"by", optionalText(run.by)},
                       {"result", toJson(run.result)},
                       {"isError", Json(run.isError)},
                       {"tookMs", Json(qint64(run.took.count()))}});
}

CallState finalState(const Attempt &attempt)
{
    if (attempt.error) {
        switch (attempt.error->kind) {
        case ErrorKind::Cancelled:
            return CallState::Cancelled;
        case ErrorKind::Budget:
            return CallState::OverBudget;
        case ErrorKind::Filtered:
            return CallState::Refused;
        case ErrorKind::Validation:
            return CallState::Invalid;
        default:
            return CallState::Failed;
        }
    }
    return attempt.finish == FinishReason::Length ? CallState::Truncated : CallState::Done;
}

// A guardrail that only blots out words leaves an answer.
static bool isFiltered(const Attempt &attempt)
{
    if (!attempt.refusal.isEmpty())
        return true;
    const bool masked
        = attempt.finishRaw.compare("guardrail_intervened"_L1, Qt::CaseInsensitive) == 0
        && !attempt.text.trimmed().isEmpty();
    return attempt.finish == FinishReason::ContentFilter && !masked;
}

std::optional<Error> failureByFinish(const Attempt &attempt)
{
    if (isFiltered(attempt))
        return Error {
            .kind = ErrorKind::Filtered,
            .message = !attempt.refusal.isEmpty()
                ? attempt.refusal
                : Words::tr("The service filtered the answer (\"%1\").").arg(attempt.finishRaw),
            .code = attempt.refusal.isEmpty() ? attempt.finishRaw : u"refusal"_s,
            .httpStatus = 200};
    if (attempt.finish != FinishReason::Error)
        return {};
    Error error {
        .kind = ErrorKind::Server,
        .message
        = Words::tr("The service broke off its answer with \"%1\".").arg(attempt.finishRaw),
        .code = attempt.finishRaw,
        .httpStatus = 200};
    if (attempt.finishRaw.startsWith("malformed"_L1, Qt::CaseInsensitive)) {
        error.kind = ErrorKind::BadResponse;
        error.message
            = Words::tr("The model wrote a call or an answer that the service could not read "
                        "(\"%1\"). The next try often does better.")
                  .arg(attempt.finishRaw);
        error.shouldRetry = true; // gemini.md, Quirks
    }
    return error;
}

Json toJson(const Timings &timings)
{
    return jsonObject({{"queuedMs", milliseconds(timings.queued)},
                       {"heldMs", milliseconds(timings.held)},
                       {"connectMs", milliseconds(timings.connect)},
                       {"tlsMs", milliseconds(timings.tls)},
                       {"sentMs", milliseconds(timings.sent)},
                       {"headersMs", milliseconds(timings.headers)},
                       {"firstTokenMs", milliseconds(timings.firstToken)},
                       {"endMs", milliseconds(timings.end)},
                       {"checkedMs", milliseconds(timings.checked)}});
}

Json toJson(const Error &error)
{
    return jsonObject({{"kind", toJson(errorKindName(error.kind))},
                       {"message", toJson(error.message)},
                       {"code", optionalText(error.code)},
                       {"httpStatus", error.httpStatus ? Json(error.httpStatus) : Json::null()},
                       {"requestId", optionalText(error.requestId)},
                       {"retryAfterMs", milliseconds(error.retryAfter)}});
}

Json toJson(const std::optional<Money> &cost)
{
    return jsonObject({{"usd", cost ? toJson(toDecimal(*cost)) : Json::null()},
                       {"known", Json(cost.has_value())}});
}

Json toJson(const Attempt &attempt, bool withRequests)
{
    const bool waits = attempt.decision && attempt.decision->next != Decision::Next::Stop;
    Json json = jsonObject({
        {"number", Json(attempt.number)},
        {"kind", toJson(attemptKindName(attempt.kind))},
        {"target", toJson(attempt.target)},
        {"model", toJson(attempt.model)},
        {"state", toJson(callStateName(attempt.state))},
        {"startedMs", Json(qint64(attempt.begin.count()))},
        {"content", toJson(attempt.text)},
        {"finishReasonRaw", optionalText(attempt.finishRaw)},
        {"error", attempt.error ? toJson(*attempt.error) : Json::null()},
        {"waitAfterMs", waits ? Json(qint64(attempt.decision->wait.count())) : Json::null()},
        {"why", attempt.decision ? toJson(attempt.decision->why) : Json::null()},
        {"decision", attempt.decision ? toJson(*attempt.decision) : Json::null()},
        {"usage", toJson(attempt.usage)},
        {"cost", toJson(attempt.cost)},
        {"timings", toJson(attempt.timings)},
    });
    if (!attempt.heldWhy.isEmpty())
        json.insert_or_assign("heldWhy", toJson(attempt.heldWhy));
    if (!attempt.thinking.isEmpty())
        json.insert_or_assign("thinking", toJson(attempt.thinking));
    if (!attempt.toolCalls.isEmpty())
        json.insert_or_assign("toolCalls", toolCallsJson(attempt.toolCalls));
    if (!attempt.toolRuns.isEmpty()) {
        Json results = jsonArray();
        for (const ToolRun &run : attempt.toolRuns)
            results.push_back(toJson(run));
        json.insert_or_assign("toolResults", std::move(results));
    }
    putMedia(json, attempt);
    if (!attempt.reading.isEmpty()) {
        Json steps = jsonArray();
        for (const QString &step : attempt.reading)
            steps.push_back(toJson(step));
        json.insert_or_assign("reading", std::move(steps));
    }
    if (!attempt.usageSteps.isEmpty())
        json.insert_or_assign("usageSteps", toJson(attempt.usageSteps));
    if (attempt.price)
        json.insert_or_assign("price", toJson(*attempt.price));
    if (attempt.value)
        json.insert_or_assign("value", *attempt.value);
    if (!attempt.issues.isEmpty())
        json.insert_or_assign("issues", toJson(attempt.issues));
    if (attempt.accepted)
        json.insert_or_assign("accepted", true);
    if (withRequests) {
        json.insert_or_assign("request", requestJson(attempt.exchange.request, BodyForm::Readable));
        json.insert_or_assign("response", responseJson(attempt.exchange, BodyForm::Readable));
    }
    return json;
}

} // namespace Antiphon
