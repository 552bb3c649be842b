// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/simulate/script.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

namespace Antiphon {

/// Plays one simulated answer on the clock. Every moment is measured from the start, so delays do
/// not add up. A stall is silent until somebody aborts.
class PlayedExchange : public Exchange {
    Q_OBJECT

public:
    /// \p clock must outlive the exchange.
    PlayedExchange(Clock &clock, SimulatedAnswer answer);

    /// Fails with \p error without having connected.
    PlayedExchange(Clock &clock, Error error);

    void abort() override;

private:
    enum class State { Connecting, Answering, Streaming, Over };

    [[nodiscard]] std::chrono::milliseconds nextMoment() const;
    void wait();
    void play();
    void playNext();
    void connected();
    void finish(const std::optional<Error> &error);

    Clock &m_clock;
    SimulatedAnswer m_answer;
    std::optional<Error> m_setup;
    std::chrono::milliseconds m_begin;
    State m_state = State::Connecting;
    qsizetype m_piece = 0; // the next one
    std::unique_ptr<QObject> m_timer;
    std::unique_ptr<QObject> m_fired; // the timer whose action may be running
};

} // namespace Antiphon
