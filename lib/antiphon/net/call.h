// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>
#include <antiphon/core/draws.h>
#include <antiphon/net/callspec.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

#include <QObject>

#include <memory>

namespace Antiphon {

class Limiter;
class TokenCache;

/// One logical call to a model, made of one or more attempts.
///
/// Emits finished() exactly once, never from inside start() or cancel(), and nothing after it.
/// cancel() at any time is harmless, keeps the partial text and ends as Cancelled. A restarted
/// stream is announced by restarted(); a second answer is never appended to the first. Lives on one
/// thread; all its timing comes from the clock, so a test drives it without waiting.
class Call : public QObject {
    Q_OBJECT

public:
    /// All but \p spec must outlive the call. Without \p tokens a target whose credentials have to
    /// be exchanged for an access token cannot be asked.
    Call(CallSpec spec, Transport &transport, Clock &clock, Limiter &limiter,
         TokenCache *tokens = nullptr, QObject *parent = nullptr);
    ~Call() override;

    void start();

    /// Ends the call with ErrorKind::Cancelled. Harmless when it is already over.
    void cancel();

    /// Ends a wait between attempts now. Harmless at any other time.
    void retryNow();

    /// What a person says to the question number \p index of \p attempt. Harmless when it is not
    /// open.
    void answerTool(int attempt, int index, const ToolReply &reply);

    /// The call as it stands; complete once finished() has been emitted.
    [[nodiscard]] const CallRecord &record() const;

    [[nodiscard]] CallState state() const;

    /// How the answer of the attempt under way is read as a value; empty: it is not.
    [[nodiscard]] const std::optional<Extraction> &extraction() const;

Q_SIGNALS:
    void stateChanged(Antiphon::CallState state);

    /// What came for the current attempt, in order.
    void eventsArrived(const Antiphon::StreamEvents &events);

    /// An attempt is under way; record().attempts.last() is it.
    void attemptStarted(int number);

    /// An attempt is over; record().attempts has it whole, with the decision.
    void attemptEnded(int number);

    /// The next attempt starts in \p delay.
    void waiting(int nextAttempt, std::chrono::milliseconds delay);

    /// Text shown so far belongs to an attempt that is over: clear or grey it. The attempt was
    /// given up, or its tools have answered and the model goes on; its decision tells which.
    void restarted();

    /// The tool calls that wait for a person; none any more when it is empty.
    void questionsChanged(const QList<Antiphon::ToolQuestion> &questions);

    /// The tools that an attempt called have answered: its toolRuns.
    void toolsAnswered(int number);

    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Antiphon
