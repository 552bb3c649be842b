// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/playedexchange.h>

#include <antiphon/core/words.h>

#include <QPointer>

namespace Antiphon {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using End = SimulatedAnswer::End;

static Error connectionError(const QString &message, const QString &code)
{
    return {.kind = ErrorKind::Connection, .message = message, .code = code};
}

/// The error the real transport would report for such an end; empty where it reports none.
static std::optional<Error> errorOf(End end)
{
    switch (end) {
    case End::Refuse:
        return connectionError(Words::tr("The simulated server refused the connection."),
                               u"refused"_s);
    case End::Dns:
        return connectionError(Words::tr("The simulated server's name was not found."), u"dns"_s);
    case End::Tls:
        return connectionError(
            Words::tr("The encrypted connection to the simulated server failed."), u"tls"_s);
    case End::Close:
        return connectionError(
            Words::tr("The simulated server closed the connection without an answer."),
            u"closed"_s);
    case End::Reset:
        return connectionError(Words::tr("The simulated server reset the connection."), u"reset"_s);
    case End::Complete:
    case End::Drop:
    case End::Stall:
        break;
    }
    return {};
}

PlayedExchange::PlayedExchange(Clock &clock, SimulatedAnswer answer)
    : m_clock(clock)
    , m_answer(std::move(answer))
    , m_begin(clock.now())
{
    wait();
}

PlayedExchange::PlayedExchange(Clock &clock, Error error)
    : m_clock(clock)
    , m_setup(std::move(error))
    , m_begin(clock.now())
{
    wait();
}

void PlayedExchange::abort()
{
    m_state = State::Over;
    m_timer.reset();
}

milliseconds PlayedExchange::nextMoment() const
{
    if (m_state == State::Connecting)
        return m_answer.connectAt;
    if (m_state == State::Answering)
        return m_answer.headAt;
    return m_piece < m_answer.pieces.size() ? m_answer.pieces[m_piece].at : m_answer.endAt;
}

void PlayedExchange::wait()
{
    const auto left = nextMoment() - (m_clock.now() - m_begin);
    m_timer = m_clock.after(std::max(left, milliseconds::zero()), [this] { play(); });
}

/// Plays everything that is due. A listener may abort or delete this from within a signal.
void PlayedExchange::play()
{
    m_fired = std::move(m_timer);
    const QPointer<PlayedExchange> alive(this);
    while (alive && m_state != State::Over && m_clock.now() - m_begin >= nextMoment())
        playNext();
    if (alive && m_state != State::Over)
        wait();
}

void PlayedExchange::playNext()
{
    if (m_setup) {
        finish(m_setup);
    } else if (m_state == State::Connecting) {
        connected();
    } else if (m_state == State::Answering) {
        m_state = State::Streaming;
        Q_EMIT headArrived(m_answer.head);
    } else if (m_piece < m_answer.pieces.size()) {
        const QByteArray bytes = std::exchange(m_answer.pieces[m_piece].bytes, {});
        ++m_piece;
        Q_EMIT bytesArrived(bytes);
    } else {
        finish(errorOf(m_answer.end));
    }
}

void PlayedExchange::connected()
{
    m_state = State::Answering;
    const QPointer<PlayedExchange> alive(this);
    const bool reached = m_answer.end != End::Refuse && m_answer.end != End::Dns;
    if (reached)
        Q_EMIT phaseReached(Phase::Connected);
    if (alive && m_state != State::Over && reached && m_answer.end != End::Tls)
        Q_EMIT phaseReached(Phase::Sent);
    if (alive && m_state != State::Over && m_answer.head.status == 0)
        finish(errorOf(m_answer.end));
}

void PlayedExchange::finish(const std::optional<Error> &error)
{
    m_state = State::Over;
    const End end = m_answer.end;
    if (error)
        Q_EMIT failed(Error(*error)); // a copy: a listener may delete this
    else if (end != End::Stall)
        Q_EMIT ended();
}

} // namespace Antiphon
