// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/attemptrun.h>
#include <antiphon/net/call.h>
#include <antiphon/net/chain.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/purse.h>
#include <antiphon/net/toolround.h>

#include <antiphon/core/retry/hooks.h>

namespace Antiphon {

/// What \p target is called in the limiter.
[[nodiscard]] QString limiterKey(const PreparedTarget &target);

/// The loop of architecture.md 4, steps 2 to 12: resolve, admit, send, decide, and again.
///
/// call.cpp has the loop, callresolve.cpp what is asked and of whom, callsend.cpp the way out,
/// calldecide.cpp what follows an attempt, calltools.cpp the answers of tools, callhooks.cpp what a
/// policy does besides, calladmit.cpp the limiter and the purse.
struct Call::Private {
    enum class Step {
        Idle, ///< Not started.
        Asking, ///< Other prompts are asked for computed fields.
        Queued, ///< An attempt waits for a slot.
        Running, ///< It is on the wire.
        Between, ///< It is over and a wait or the next one follows.
        Over,
    };

    Call *q;
    const CallSpec spec;
    Transport &transport;
    Clock &clock;
    Limiter &limiter;
    TokenCache *const tokens;
    const QByteArray callId; ///< Tells this call from all others of the process.

    Step step = Step::Idle;
    CallRecord record = {};
    CallState state = CallState::Queued;
    Draws draws;
    std::chrono::milliseconds begin {};
    qsizetype target = 0; ///< Index of the target that is being asked.
    QList<qsizetype> tried = {};
    int attemptsHere = 0; ///< On this target.
    std::chrono::milliseconds beganHere {};
    bool showsText = false; ///< Of the attempt before.
    QString carried = {}; ///< Text to go on from, when a dropped stream is continued.
    std::optional<std::chrono::milliseconds> slotFreeAt = {};
    int repairsHere = 0; ///< On this target.
    std::optional<Extraction> extraction = {}; ///< Of that attempt.
    CallRequest request = {}; ///< Of the attempt that waits for its slot.
    std::unique_ptr<Limiter::Ticket> ticket = {};
    std::unique_ptr<Purse::Share> share = {}; ///< Of that attempt, where there is a purse.
    std::unique_ptr<QObject> spendingWait = {};
    std::unique_ptr<QObject> tokenWait = {};
    QByteArray token = {}; ///< The access token of this attempt, if it needs one.
    std::chrono::milliseconds serverIsAhead {}; // of our clock, as far as we know
    bool withoutUsage = false; ///< This target refuses to be asked for usage in streams.
    bool tokenRenewed = false; ///< A refused one was already replaced on this target.
    std::unique_ptr<AttemptRun> run = {};
    std::unique_ptr<QObject> wait = {};
    std::unique_ptr<Chain> asking = {};
    Variables answers = {}; ///< Of the chain.
    std::optional<Error> notAnswered = {}; ///< Why the chain failed.
    std::unique_ptr<ToolRound> tools = {}; ///< That answer now.
    int toolSteps = 0; ///< Rounds of answers so far.
    QList<Message> turns = {}; ///< Calls of tools and their answers, since the prompt.
    bool parserFailed = false; ///< Of the attempt before: no model can repair that.
    bool fellBack = false; ///< What decide() chose stands above what rules choose.
    QString chosenRetry = {}; ///< By a rule, for the attempt under way.
    double idleHere = 0; ///< Seconds waited on this target between attempts.
    Json hookVariables = jsonObject(); ///< What hooks laid over the inputs.

    [[nodiscard]] const PreparedTarget &here() const { return spec.targets[target]; }
    [[nodiscard]] QString key() const { return limiterKey(here()); }

    void start();
    void askOthers();
    void onAnswered();
    [[nodiscard]] AttemptContext context() const;
    void parse(Attempt &attempt);
    [[nodiscard]] Json answerJson() const;
    [[nodiscard]] Result<ResolvedCall> resolvedHere();
    [[nodiscard]] Result<> goTo(const ResolvedCall &resolved);
    void enterTarget();
    void chooseFirst();
    void goOn();
    [[nodiscard]] AttemptKind firstKind() const;
    void nextAttempt(AttemptKind kind);
    [[nodiscard]] Attempt newAttempt(AttemptKind kind) const;
    [[nodiscard]] Result<CallRequest> resolved();
    void onHeld(Limiter::Hold hold);
    void onGranted();
    [[nodiscard]] bool maySpend();
    void settle();
    [[nodiscard]] Limiter::Ticket::Report reportOf(const Attempt &attempt) const;
    void warnOnce(const QStringList &warnings);
    void onToken(const Result<QByteArray> &result);
    [[nodiscard]] Result<HttpRequest> encoded(const Credentials &credentials) const;
    void send(const Credentials &credentials);
    [[nodiscard]] Transport::Context transportContext() const;
    void forgetRefusedToken(Attempt &attempt);
    void noteServersClock(const Attempt &attempt);
    void leaveOutUsage(Attempt &attempt);
    void endAttempt();
    void checkAnswer(Attempt &attempt);
    void failBeforeSending(const Error &error);
    [[nodiscard]] Decision decided(const Attempt &attempt);
    [[nodiscard]] RetryPolicy policyHere() const;
    [[nodiscard]] QStringList fallbacksLeft() const;
    [[nodiscard]] bool mayContinue(const Attempt &attempt) const;
    void pauseTarget(const Attempt &attempt);
    void runHooksBefore(AttemptKind kind);
    void runHooksAfter(const Attempt &attempt, const Decision &decision);
    void runHooks(HookTime time, RetryMoment &moment);
    [[nodiscard]] RetryMoment momentNow() const;
    void conclude(const Decision &decision);
    void follow(const Decision &decision);
    void fallBack(const Decision &decision);
    [[nodiscard]] QStringList toolsToAnswer(const Attempt &attempt) const;
    [[nodiscard]] bool canAnswer(const ToolCall &call, const Attempt &attempt) const;
    void limitToolSteps(Attempt &attempt) const;
    void runTools();
    void onToolsAnswered();
    void keepToolRuns();
    void cancel();
    void setState(CallState next);
    void finish(CallState final);
    void dropRun();
    void syncRecord();
};

} // namespace Antiphon
