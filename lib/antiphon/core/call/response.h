// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>
#include <antiphon/core/call/request.h>
#include <antiphon/core/provider/provider.h>

namespace Antiphon {

/// A tool the model asked for, checked against its definition.
struct CalledTool {
    QString name = {};
    QString id = {}; ///< Empty: the provider gave none.
    Json arguments = {};
    ToolCall call = {}; ///< As it came.

    friend bool operator==(const CalledTool &, const CalledTool &) = default;
};

/// What our tools said to one of the calls.
struct ToolOutput {
    ToolCall call = {};
    Json output = {};
    bool isError = false;

    friend bool operator==(const ToolOutput &, const ToolOutput &) = default;
};

/// Token counts in words of no provider: what is unknown is 0, but not all three of them.
struct CommonUsage {
    qint64 input = 0;
    qint64 cached = 0;
    qint64 output = 0;
    qint64 total = 0; ///< input + output

    friend bool operator==(const CommonUsage &, const CommonUsage &) = default;
};

/// Whether more than one answer is asked for (`n`, `candidateCount`).
[[nodiscard]] bool asksForSeveral(const Parameters &parameters);

/// \p attempt and, read from what it received, the answers beside it: see Response::choices().
[[nodiscard]] QList<Attempt> choicesOf(const Attempt &attempt);

/// \p record with \p choice, one of choicesOf() its last attempt, in that one's place: what follows
/// from the record then follows from that answer.
[[nodiscard]] CallRecord withChoice(CallRecord record, const Attempt &choice);

/// What one attempt of a call answered (calls.md 8), read from what is recorded of it.
///
/// A value: everything is a function of the attempt, the request it made and the endpoint it went
/// to. Empty optionals are what the provider did not say. Properties come in the provider's own
/// words and, where the name begins with `common`, in words of no provider.
class Response {
public:
    /// The answer of \p record: its last attempt. \p endpoint: where it came from, for the
    /// provider's form of messages.
    explicit Response(CallRecord record, Endpoint endpoint = {});

    [[nodiscard]] const CallRecord &record() const { return m_record; }
    [[nodiscard]] const Attempt &attempt() const { return m_attempt; }
    [[nodiscard]] const CallRequest &request() const { return m_attempt.asked; }

    // --- What the provider sent ------------------------------------------------------------------

    /// The answer as it came: its JSON, an array of its pieces for a stream; null without an
    /// answer. Bytes that are neither are in rawBody() alone.
    [[nodiscard]] Json raw() const;
    [[nodiscard]] QByteArray rawBody() const { return m_attempt.exchange.body; }

    // --- The answer ------------------------------------------------------------------------------

    [[nodiscard]] QString content() const { return m_attempt.text; } ///< Never null; also str().
    [[nodiscard]] std::optional<QString> thinking() const;
    [[nodiscard]] std::optional<QString> signature() const; ///< Of the first reasoning signed.
    [[nodiscard]] std::optional<QString> refusal() const;
    [[nodiscard]] std::optional<QByteArray> audio() const;
    [[nodiscard]] std::optional<QString> audioTranscript() const;

    /// All answers where several were asked for (`n`, `candidateCount`), this one first. What they
    /// took is told of all together, with the first.
    [[nodiscard]] QList<Attempt> choices() const { return choicesOf(m_attempt); }

    /// One for each choice of the answer, in the provider's words.
    [[nodiscard]] std::optional<QStringList> finishReasons() const;

    /// The same in neutral words; those nobody has a word for are left out.
    [[nodiscard]] std::optional<QStringList> commonFinishReasons() const;

    [[nodiscard]] QString provider() const { return m_attempt.provider; }
    [[nodiscard]] QString model() const; ///< The one asked for where the answer names none.
    [[nodiscard]] std::optional<QString> id() const;
    [[nodiscard]] bool isComplete() const { return m_attempt.complete; }

    // --- What it took ----------------------------------------------------------------------------

    [[nodiscard]] Json usage() const; ///< The provider's object; null: not said.
    [[nodiscard]] std::optional<CommonUsage> commonUsage() const;
    [[nodiscard]] std::optional<qint64> inputTokens() const; ///< As the provider counts them.
    [[nodiscard]] std::optional<qint64> cachedTokens() const;
    [[nodiscard]] std::optional<qint64> outputTokens() const;
    [[nodiscard]] std::optional<Money> cost() const { return m_attempt.cost; }
    [[nodiscard]] QList<CostLine> costMetadata() const; ///< The numbers behind cost().
    [[nodiscard]] qint64 startTime() const; ///< ms since 1970.
    [[nodiscard]] std::optional<qint64> endTime() const;

    // --- Tools -----------------------------------------------------------------------------------

    /// The tools called, checked now. Names nobody configured are left out; empty: none called, or
    /// none configured. An error says which arguments do not fit; a refusal is one too.
    [[nodiscard]] Result<std::optional<QList<CalledTool>>> tools() const;
    [[nodiscard]] Result<std::optional<CalledTool>> tool() const; ///< The first of them.
    [[nodiscard]] std::optional<QList<ToolDefinition>> toolTypes() const; ///< Empty: none.

    // --- For the next call -----------------------------------------------------------------------

    /// The answer as a message that goes back: in the provider's form, and in ours.
    [[nodiscard]] Result<Json> messageParam() const;
    [[nodiscard]] Message commonMessageParam() const { return answerMessage(m_attempt); }

    /// The last message sent, if it is the user's.
    [[nodiscard]] std::optional<Json> userMessageParam() const;
    [[nodiscard]] std::optional<Message> commonUserMessageParam() const;

    /// What goes back for \p outputs: one message in our form for each; in the provider's form as
    /// many as it wants.
    [[nodiscard]] Result<Json> toolMessageParams(const QList<ToolOutput> &outputs) const;
    [[nodiscard]] QList<Message> commonToolMessageParams(const QList<ToolOutput> &outputs) const;

    // --- What was asked --------------------------------------------------------------------------

    [[nodiscard]] std::optional<QString> promptTemplate() const { return m_record.promptTemplate; }
    [[nodiscard]] Json metadata() const { return m_record.metadata; } ///< Never null.
    [[nodiscard]] Json messages() const; ///< In the provider's form, without what was lifted.
    [[nodiscard]] Parameters callParams() const { return m_attempt.asked.parameters; }
    [[nodiscard]] Json callKwargs() const; ///< Everything that was sent.

private:
    CallRecord m_record;
    Attempt m_attempt;
    Endpoint m_endpoint;
};

/// \p messages as \p codec writes them for \p endpoint: what its requests would hold.
[[nodiscard]] Result<Json> inProviderForm(const QList<Message> &messages, const QString &codec,
                                          const Endpoint &endpoint);

} // namespace Antiphon
