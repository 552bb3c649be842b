// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "secretfilter.h"

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/provider/answerreader.h>
#include <antiphon/net/callspec.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

#include <QObject>

#include <memory>
#include <optional>

namespace Antiphon {

/// One attempt on the wire: sends, reads, keeps the deadlines and fills in an Attempt.
///
/// Emits ended() exactly once, unless stop() came first. Used by Call alone.
class AttemptRun : public QObject {
    Q_OBJECT

public:
    /// \p target, \p transport and \p clock must outlive the run. The attempt began at \p begin.
    AttemptRun(const PreparedTarget &target, Attempt attempt, std::chrono::milliseconds begin,
               Transport &transport, Clock &clock);
    ~AttemptRun() override;

    void send(const HttpRequest &request, bool stream, Transport::Context context);

    /// Notes what is asked, in no provider's words.
    void setAsked(const CallRequest &request) { m_attempt.asked = request; }

    /// Ends the attempt with \p error; nothing is emitted any more.
    void stop(const Error &error);

    /// Notes the end of the wait for a slot.
    void admitted(std::optional<std::chrono::milliseconds> slotFreeAt, const QString &why);

    /// Notes why it is held, besides what admitted() is told.
    void noteHold(const QString &why) { m_attempt.heldWhy = why; }

    [[nodiscard]] const Attempt &attempt() const { return m_attempt; }

    /// Something to show had come.
    [[nodiscard]] bool textBegan() const { return m_textBegan; }

    void setState(CallState state);

Q_SIGNALS:
    void stateChanged(Antiphon::CallState state);
    void eventsArrived(const Antiphon::StreamEvents &events);
    void ended();

private:
    struct Deadline {
        std::chrono::milliseconds at {};
        const char *phase = "";
    };

    void onPhase(Phase phase);
    void onHead(const HttpHead &head);
    void onBytes(const QByteArray &bytes);
    void onEnded();
    void onFailed(const Error &error);

    void deliver(bool last = false);
    void noteContent(const StreamEvent &event);
    void watch();
    void onDeadline();
    [[nodiscard]] std::optional<Deadline> nextDeadline() const;
    [[nodiscard]] Error timeoutError(const char *phase) const;
    [[nodiscard]] std::chrono::milliseconds sinceBegin() const;

    void end(std::optional<Error> error, const QString &how);
    void close(std::optional<Error> error, const QString &how);
    void charge();
    void dropExchange();

    const PreparedTarget &m_target;
    Transport &m_transport;
    Clock &m_clock;
    const std::chrono::milliseconds m_begin;
    Attempt m_attempt;
    AnswerReader m_reader;
    StreamEvents m_events; // scratch
    QByteArrayList m_secrets;
    SecretFilter m_filter;
    std::optional<Error> m_said; // a failure reported inside the answer
    bool m_streamed = false;
    bool m_textBegan = false;
    bool m_over = false;
    std::chrono::milliseconds m_sendAt {};
    std::optional<std::chrono::milliseconds> m_sentAt;
    std::optional<std::chrono::milliseconds> m_lastBytesAt; // or the head's
    std::optional<std::chrono::milliseconds> m_markAt; // of the format's own end marker
    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<QObject> m_deadline;
};

} // namespace Antiphon
