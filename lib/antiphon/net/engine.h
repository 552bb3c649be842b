// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/call.h>
#include <antiphon/net/feed.h>
#include <antiphon/net/limiter.h>

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
    ~Engine() override;

    /// Starts a call under \p id, chosen by the caller and never used twice.
    void start(CallId id, CallSpec spec);
    void cancel(CallId id);
    void cancelAll();
    void retryNow(CallId id);
    void setLimits(Limiter::Limits limits);

    [[nodiscard]] int running() const;

Q_SIGNALS:
    void callFinished(Antiphon::CallId id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The same engine on a thread of its own, with its own transport. Every function may be called
/// from the thread that made it; results come through the feed.
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
    void setLimits(Limiter::Limits limits);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Antiphon
