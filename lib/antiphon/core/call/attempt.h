// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/event.h>
#include <antiphon/core/call/message.h>
#include <antiphon/core/call/request.h>
#include <antiphon/core/cost/price.h>
#include <antiphon/core/extract/location.h>
#include <antiphon/core/provider/http.h>
#include <antiphon/core/retry/decide.h>

#include <QDateTime>

#include <chrono>

namespace Antiphon {

/// Phases of one attempt in ms since it began; empty: not measured, or not reached.
struct Timings {
    using Ms = std::chrono::milliseconds;

    std::optional<Ms> queued = {}; ///< A slot was free.
    std::optional<Ms> held = {}; ///< The rate limit let it go.
    std::optional<Ms> connect = {}; ///< TCP stands.
    std::optional<Ms> tls = {};
    std::optional<Ms> sent = {}; ///< The request is out.
    std::optional<Ms> headers = {};
    std::optional<Ms> firstToken = {}; ///< First text or thinking that is not empty.
    std::optional<Ms> end = {};
    std::optional<Ms> checked = {};

    friend bool operator==(const Timings &, const Timings &) = default;
};

enum class AttemptKind { Call, Retry, Repair, Tool, Fallback, Grader };

[[nodiscard]] QString attemptKindName(AttemptKind kind);

/// A state of a call or an attempt (project-format.md 5.1). The last eight are final.
enum class CallState {
    Queued,
    Held,
    Connecting,
    Waiting,
    Thinking,
    Streaming,
    Tool,
    Checking,
    Repairing,
    Backoff,
    Done,
    Truncated,
    Refused,
    Invalid,
    Failed,
    Cancelled,
    OverBudget,
    Interrupted,
};

/// The stored name: "queued", ..., "over-budget".
[[nodiscard]] QString callStateName(CallState state);
[[nodiscard]] bool isFinal(CallState state);

struct ToolCall {
    QString id = {};
    QString name = {};
    QString argumentsText = {};
    QString signature = {};
    bool custom = false; ///< A free-form tool: the arguments are text, not JSON.
    QString group = {}; ///< See ToolUse::group.

    friend bool operator==(const ToolCall &, const ToolCall &) = default;
};

/// What came of a tool call: who answered, with what.
struct ToolRun {
    QString id = {}; ///< Of the call, as the next two.
    QString name = {};
    bool custom = false;
    Json arguments = Json::null(); ///< Checked; null: they could not be read.
    QString by = {}; ///< "person", "canned", "script", "command", "function"; empty: nobody.
    QString result = {}; ///< As the model is told.
    bool isError = false;
    std::chrono::milliseconds began {}; ///< Since the call began.
    std::chrono::milliseconds took {};

    friend bool operator==(const ToolRun &, const ToolRun &) = default;
};

/// A stretch of an answer: how its text, reasoning, tool calls and media followed each other.
struct AnswerPart {
    enum class Kind { Text, Thinking, ToolCall, Image, Audio, ProviderTool };

    Kind kind = Kind::Text;
    qsizetype from = 0; ///< Into Attempt::text or ::thinking; else the index in its list.
    qsizetype size = 0; ///< Of text and thinking.
    QString id = {}; ///< Of thinking.
    QString signature = {}; ///< Of text and thinking.
    QString redacted = {}; ///< Of thinking.
    Json native = Json::null(); ///< Of thinking.
    QString phase = {}; ///< Of text.

    friend bool operator==(const AnswerPart &, const AnswerPart &) = default;
};

/// One try of a call: what was sent, what came back, how long it took, what it cost, what followed.
///
/// Redacted before it leaves the call: nothing in it holds a secret.
struct Attempt {
    int number = 1; ///< From 1, over all targets of the call.
    AttemptKind kind = AttemptKind::Call;
    CallState state = CallState::Queued;
    QString target = {}; ///< Slug.
    QString provider = {};
    QString api = {};
    QString codec = {}; ///< Id of the wire format.
    QString model = {};
    bool simulated = false;
    QDateTime started = {}; ///< UTC.
    std::chrono::milliseconds begin {}; ///< Since the call began.
    CallRequest asked = {}; ///< In no provider's words; what was sent is in `exchange`.
    ExchangeRecord exchange = {};
    Timings timings = {};
    QString heldWhy = {}; ///< Why it waited before it was sent, and how long; empty: it did not.
    QString text = {};
    QString thinking = {};
    QString refusal = {};
    QList<ToolCall> toolCalls = {};
    QList<ToolRun> toolRuns
        = {}; ///< What they were answered, in their order; empty: they were not.
    AudioDelta audio = {};
    QList<ImageDelta> images = {};
    QList<Citation> citations = {};
    QList<ProviderToolUse> providerTools = {};
    Json logprobs = {}; ///< An array in the provider's own form; null: none.
    QList<AnswerPart> layout = {}; ///< Everything above in the order it came.
    Usage usage = {};
    Json usageRaw = {};
    QList<UsageStep> usageSteps = {}; ///< See UsageReported.
    std::optional<FinishReason> finish = {};
    QString finishRaw = {};
    QString responseId = {};
    QString responseModel = {};
    bool complete = false; ///< The provider said the answer is whole.
    std::optional<Error> error = {};
    std::optional<Json> value = {}; ///< What was extracted; with issues the last thing read.
    QList<ValidationIssue> issues = {}; ///< What is wrong with `value`.
    bool accepted = false; ///< A person took `value` as it is, see acceptValue().
    std::optional<Money> cost = {}; ///< Empty: unknown.
    std::optional<PriceSnapshot> price = {}; ///< What it was charged by, as known that day.
    std::optional<Decision> decision = {};
    QStringList reading = {}; ///< What leniency did to get at `value`: sentences for people.

    friend bool operator==(const Attempt &, const Attempt &) = default;
};

/// Folds \p event into \p attempt: text grows, usage replaces, tool calls collect by index.
void apply(const StreamEvent &event, Attempt &attempt);

/// The answer as an assistant message that can be sent back: signatures byte for byte, in order.
[[nodiscard]] Message answerMessage(const Attempt &attempt);

/// What the tools of \p attempt answered, as the message that follows its answerMessage().
[[nodiscard]] Message toolResultsMessage(const Attempt &attempt);

[[nodiscard]] Json toJson(const ToolRun &run);

/// What is wrong with an answer that its service ended with an error for a reason
/// ("MALFORMED_FUNCTION_CALL", "insufficient_system_resource"), that a filter held back, or that
/// the model refused to give. Empty for all others.
[[nodiscard]] std::optional<Error> failureByFinish(const Attempt &attempt);

/// The state \p attempt ended in, by its error and finish reason.
[[nodiscard]] CallState finalState(const Attempt &attempt);

[[nodiscard]] Json toJson(const Timings &timings);
[[nodiscard]] Json toJson(const Error &error);

/// `{"usd", "known"}`: unknown is null, never 0.
[[nodiscard]] Json toJson(const std::optional<Money> &cost);

/// The object of cli.md; with \p withRequests also what was sent and received.
[[nodiscard]] Json toJson(const Attempt &attempt, bool withRequests);

} // namespace Antiphon
