// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/attemptrun.h>
#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>

namespace Antiphon {

/// What \p target is called in the limiter.
[[nodiscard]] QString limiterKey(const PreparedTarget &target);

/// The loop of architecture.md 4, steps 2 to 12: resolve, admit, send, decide, and again.
struct Call::Private {
    enum class Step {
        Idle, ///< Not started.
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
    std::unique_ptr<AttemptRun> run = {};
    std::unique_ptr<QObject> wait = {};

    [[nodiscard]] const PreparedTarget &here() const { return spec.targets[target]; }
    [[nodiscard]] QString key() const { return limiterKey(here()); }

    void start();
    void chooseFirst();
    void nextAttempt(AttemptKind kind);
    [[nodiscard]] Attempt newAttempt(AttemptKind kind) const;
    [[nodiscard]] Result<CallRequest> resolved();
    void onHeld(Limiter::Hold hold);
    void onGranted();
    void endAttempt();
    void checkAnswer(Attempt &attempt);
    void failBeforeSending(const Error &error);
    [[nodiscard]] Decision decided(const Attempt &attempt);
    [[nodiscard]] RetryPolicy policyHere() const;
    [[nodiscard]] QStringList fallbacksLeft() const;
    [[nodiscard]] bool mayContinue(const Attempt &attempt) const;
    void pauseTarget(const Attempt &attempt);
    void follow(const Decision &decision);
    void fallBack(const Decision &decision);
    void cancel();
    void setState(CallState next);
    void finish(CallState final);
    void dropRun();
    void syncRecord();
};

} // namespace Antiphon
