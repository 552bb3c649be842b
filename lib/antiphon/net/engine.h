// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/call.h>
#include <antiphon/net/check.h>
#include <antiphon/net/feed.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/modellist.h>

#include <QFuture>
#include <QObject>

#include <memory>

namespace Antiphon {

/// Runs calls: creates them, owns them and the limiter, and posts everything that happens to a
/// Feed.
///
/// Lives on one thread. A call's object is gone once its end has been posted.
class Engine : public QObject {
    Q_OBJECT

public:
    /// \p transport, \p clock and \p feed must outlive the engine.
    Engine(Transport &transport, Clock &clock, Feed &feed, Limiter::Limits limits = {},
           QObject *parent = nullptr);

    /// Without a feed: for ask() alone.
    Engine(Transport &transport, Clock &clock, Limiter::Limits limits = {},
           QObject *parent = nullptr);
    ~Engine() override;

    /// Starts a call under \p id, chosen by the caller and never used twice.
    void start(CallId id, CallSpec spec);
    void cancel(CallId id);
    void cancelAll();
    void retryNow(CallId id);

    /// What a person says to a tool call; see Call::answerTool().
    void answerTool(CallId id, int attempt, int index, const ToolReply &reply);
    void setLimits(Limiter::Limits limits);

    /// Makes one call and gives its record when it is over. Beside the calls of the feed: nothing
    /// is posted there. The future is cancelled when the engine ends first; cancelling it ends
    /// nothing.
    [[nodiscard]] QFuture<CallRecord> ask(CallSpec spec);

    /// Asks \p target one short question and tells what came of it. Beside the calls: nothing is
    /// posted to the feed. The future is cancelled when the engine ends first.
    [[nodiscard]] QFuture<CheckReport> check(const PreparedTarget &target);

    /// The models \p target's service says it has, remembered for some minutes unless \p again.
    [[nodiscard]] QFuture<Result<ModelList>> listModels(const PreparedTarget &target,
                                                        bool again = false);

    /// Calls under way, checks not counted.
    [[nodiscard]] int running() const;

Q_SIGNALS:
    void callFinished(Antiphon::CallId id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The same engine on a thread of its own, with its own transport. Every function may be called
/// from the thread that made it; results come through the feed, those of check() and listModels()
/// through their future: `engine.check(target).then(this, [this](const CheckReport &report)
/// {...})`.
class EngineThread {
public:
    using TransportFactory = std::function<std::unique_ptr<Transport>(Clock &)>;

    /// \p feed must outlive the thread. \p makeTransport runs on it.
    explicit EngineThread(Feed &feed, TransportFactory makeTransport, Limiter::Limits limits = {});

    /// Cancels everything and waits for the thread to end.
    ~EngineThread();

    [[nodiscard]] CallId start(CallSpec spec);
    void cancel(CallId id);
    void cancelAll();
    void retryNow(CallId id);
    void answerTool(CallId id, int attempt, int index, const ToolReply &reply);
    void setLimits(Limiter::Limits limits);

    /// As those of Engine.
    [[nodiscard]] QFuture<CallRecord> ask(CallSpec spec);
    [[nodiscard]] QFuture<CheckReport> check(const PreparedTarget &target);
    [[nodiscard]] QFuture<Result<ModelList>> listModels(const PreparedTarget &target,
                                                        bool again = false);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Antiphon
