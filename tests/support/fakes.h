// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

#include <QPointer>

#include <functional>
#include <map>
#include <utility>

namespace Antiphon {

/// A clock that only moves when told to.
class ManualClock : public Clock {
public:
    [[nodiscard]] std::chrono::milliseconds now() const override { return m_now; }

    [[nodiscard]] QDateTime wallNow() const override
    {
        static const QDateTime start
            = QDateTime::fromString(QStringLiteral("2026-11-21T12:00:00Z"), Qt::ISODate);
        return start.addMSecs(m_now.count());
    }

    [[nodiscard]] std::unique_ptr<QObject> after(std::chrono::milliseconds delay,
                                                 std::function<void()> action) override
    {
        auto handle = std::make_unique<QObject>();
        m_due.emplace(m_now + delay, std::pair(QPointer(handle.get()), std::move(action)));
        return handle;
    }

    /// Moves on by \p step and runs everything that falls due, in order.
    void advance(std::chrono::milliseconds step)
    {
        const auto end = m_now + step;
        while (!m_due.empty() && m_due.begin()->first <= end)
            runNext();
        m_now = end;
    }

    /// Moves on to the next thing that is due and runs it; false when nothing is.
    bool advanceToNext()
    {
        while (!m_due.empty() && !m_due.begin()->second.first)
            m_due.erase(m_due.begin());
        if (m_due.empty())
            return false;
        runNext();
        return true;
    }

private:
    void runNext()
    {
        const auto node = m_due.extract(m_due.begin());
        m_now = std::max(m_now, node.key());
        if (node.mapped().first)
            node.mapped().second();
    }

    std::chrono::milliseconds m_now {1000};
    std::multimap<std::chrono::milliseconds, std::pair<QPointer<QObject>, std::function<void()>>>
        m_due;
};

/// An exchange that does what the test says.
class ScriptedExchange : public Exchange {
public:
    HttpRequest request = {};
    Transport::Context context = {};
    bool aborted = false;

    void abort() override { aborted = true; }

    void reach(Phase phase)
    {
        if (!aborted)
            Q_EMIT phaseReached(phase);
    }
    void connectAndSend()
    {
        reach(Phase::Connected);
        reach(Phase::Sent);
    }
    void head(int status, const QByteArray &contentType = "text/event-stream",
              HttpHeaders more = {})
    {
        if (aborted)
            return;
        more.prepend({.name = "content-type", .value = contentType});
        Q_EMIT headArrived({.status = status, .headers = more});
    }
    void bytes(const QByteArray &bytes)
    {
        if (!aborted)
            Q_EMIT bytesArrived(bytes);
    }
    void end()
    {
        if (!aborted)
            Q_EMIT ended();
    }
    void fail(const QString &code)
    {
        if (!aborted)
            Q_EMIT failed({.kind = ErrorKind::Connection,
                           .message = QStringLiteral("The connection failed."),
                           .code = code});
    }
    /// A whole answer at once.
    void answer(int status, const QByteArray &body,
                const QByteArray &contentType = "application/json", const HttpHeaders &more = {})
    {
        connectAndSend();
        head(status, contentType, more);
        bytes(body);
        end();
    }
};

/// A transport whose exchanges wait for the test's word.
class ScriptedTransport : public Transport {
public:
    QList<HttpRequest> requests = {};
    QPointer<ScriptedExchange> last = {};
    std::function<void(ScriptedExchange *)> onSend = {}; ///< Called for each request, if set.

    [[nodiscard]] std::unique_ptr<Exchange> send(const HttpRequest &request,
                                                 const Context &context) override
    {
        auto exchange = std::make_unique<ScriptedExchange>();
        exchange->request = request;
        exchange->context = context;
        requests.append(request);
        last = exchange.get();
        if (onSend)
            onSend(exchange.get());
        return exchange;
    }
};

} // namespace Antiphon
