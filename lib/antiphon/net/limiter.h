// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/ratelimits.h>
#include <antiphon/net/clock.h>

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Antiphon {

/// Admits requests: so many at once in total and per provider and target, so many requests and
/// tokens a minute per target, and none while a target is paused.
///
/// It listens to what services say of their own limits, and a refusal halves how many requests run
/// at once on that target; every round of answers allows one more again.
///
/// First come, first served within what is free: a target that must wait does not hold up others.
class Limiter {
public:
    struct Limits {
        int total = 8; ///< 0: no limit; likewise below.
        int perProvider = 4;
    };
    struct TargetLimits {
        int concurrency = 0; ///< 0: no limit of its own.
        int requestsPerMinute = 0;
        int tokensPerMinute = 0;
    };

    explicit Limiter(Clock &clock, Limits limits);
    ~Limiter();

    void setLimits(Limits limits);
    void setTargetLimits(const QString &target, TargetLimits limits);

    /// Why somebody waits.
    enum class Hold { None, Slot, Rate };

    /// Calls \p granted once a slot is free, never from inside acquire(), and \p held whenever the
    /// reason for waiting changes. Deleting the handle gives up the place in the queue, or the slot
    /// if it was granted; a handle must not outlive the limiter. \p tokens is what the request is
    /// thought to use.
    class Ticket;
    [[nodiscard]] std::unique_ptr<Ticket> acquire(const QString &provider, const QString &target,
                                                  std::function<void()> granted,
                                                  std::function<void(Hold)> held = {},
                                                  qint64 tokens = 0);

    /// What a waiting \p ticket waits for.
    [[nodiscard]] Hold holds(const Ticket &ticket) const;

    /// In words what \p ticket waits for, or waited for last; empty: it did not wait.
    [[nodiscard]] QString why(const Ticket &ticket) const;

    /// Nothing more of \p target starts for \p duration; what runs is left alone.
    void pause(const QString &target, std::chrono::milliseconds duration);

    /// \p target was given up: until \p duration has passed, who can choose picks another one.
    void coolDown(const QString &target, std::chrono::milliseconds duration);
    [[nodiscard]] bool isCooling(const QString &target) const;

    /// Tokens that a request without a ticket used, for the tokens-per-minute limit.
    void spent(const QString &target, qint64 tokens);

    /// How many requests may run at once on \p target after refusals; 0: nothing was learned, or
    /// it has been forgotten since.
    [[nodiscard]] int learnedConcurrency(const QString &target) const;

    /// Running now, in total.
    [[nodiscard]] int running() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A place in the queue, then a slot. Destruction frees either.
class Limiter::Ticket {
public:
    ~Ticket();

    /// What became of the request, to be told before the slot is given back.
    struct Report {
        bool refused = false; ///< For haste.
        bool answered = false;
        std::optional<qint64> tokens = {}; ///< Used in fact.
        QList<RateWindow> windows = {}; ///< What the service says of its limits.
    };
    void report(const Report &report);

private:
    friend class Limiter;
    struct Private;
    explicit Ticket(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

} // namespace Antiphon
