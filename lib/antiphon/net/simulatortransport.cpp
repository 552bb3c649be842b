// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/simulatortransport.h>

#include <antiphon/core/simulate/script.h>

#include <QPointer>

namespace Antiphon {

using std::chrono::milliseconds;
using End = SimulatedAnswer::End;

static QString tr(const char *text)
{
    return QCoreApplication::translate("simulatortransport", text);
}

/// The error the real transport would report for such an end; empty where it reports none.
static std::optional<Error> errorOf(End end)
{
    const auto connection = [](const QString &message, const QString &code) {
        return Error { .kind = ErrorKind::Connection, .message = message, .code = code };
    };
    switch (end) {
    case End::Refuse:
        return connection(tr("The simulated server refused the connection."),
                          QStringLiteral("refused"));
    case End::Dns:
        return connection(tr("The simulated server's name was not found."), QStringLiteral("dns"));
    case End::Tls:
        return connection(tr("The encrypted connection to the simulated server failed."),
                          QStringLiteral("tls"));
    case End::Close:
        return connection(tr("The simulated server closed the connection without an answer."),
                          QStringLiteral("closed"));
    case End::Reset:
        return connection(tr("The simulated server reset the connection."),
                          QStringLiteral("reset"));
    case End::Complete:
    case End::Drop:
    case End::Stall:
        break;
    }
    return {};
}

/// Plays one answer on the clock. Every moment is measured from the start, so delays do not add up.
class PlayedExchange : public Exchange {
public:
    PlayedExchange(Clock &clock, SimulatedAnswer answer)
        : m_clock(clock)
        , m_answer(std::move(answer))
        , m_begin(clock.now())
    {
        wait();
    }

    PlayedExchange(Clock &clock, Error setup)
        : m_clock(clock)
        , m_setup(std::move(setup))
        , m_begin(clock.now())
    {
        wait();
    }

    void abort() override
    {
        m_state = State::Over;
        m_timer.reset();
    }

private:
    enum class State { Connecting, Answering, Streaming, Over };

    [[nodiscard]] milliseconds nextMoment() const
    {
        switch (m_state) {
        case State::Connecting:
            return m_answer.connectAt;
        case State::Answering:
            return m_answer.headAt;
        case State::Streaming:
        case State::Over:
            break;
        }
        return m_piece < m_answer.pieces.size() ? m_answer.pieces[m_piece].at : m_answer.endAt;
    }

    void wait()
    {
        const auto passed = m_clock.now() - m_begin;
        m_timer = m_clock.after(std::max(nextMoment() - passed, milliseconds::zero()),
                                [this] { play(); });
    }

    /// Plays everything that is due. A listener may abort or delete this from within a signal.
    void play()
    {
        m_fired = std::move(m_timer); // we are inside its action: it must live a little longer
        const QPointer<PlayedExchange> alive(this);
        while (alive && m_state != State::Over && m_clock.now() - m_begin >= nextMoment())
            playNext();
        if (alive && m_state != State::Over)
            wait();
    }

    void playNext()
    {
        if (m_setup) {
            over(*m_setup);
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
            over(errorOf(m_answer.end));
        }
    }

    void connected()
    {
        m_state = State::Answering;
        const QPointer<PlayedExchange> alive(this);
        const bool reached = m_answer.end != End::Refuse && m_answer.end != End::Dns;
        if (reached)
            Q_EMIT phaseReached(Phase::Connected);
        if (alive && m_state != State::Over && reached && m_answer.end != End::Tls)
            Q_EMIT phaseReached(Phase::Sent);
        if (alive && m_state != State::Over && m_answer.head.status == 0)
            over(errorOf(m_answer.end));
    }

    void over(const std::optional<Error> &error)
    {
        m_state = State::Over;
        if (error)
            Q_EMIT failed(*error);
        else if (m_answer.end != End::Stall) // a stall ends by somebody's abort()
            Q_EMIT ended();
    }

    Clock &m_clock;
    SimulatedAnswer m_answer;
    std::optional<Error> m_setup;
    milliseconds m_begin;
    State m_state = State::Connecting;
    qsizetype m_piece = 0;
    std::unique_ptr<QObject> m_timer;
    std::unique_ptr<QObject> m_fired;
};

SimulatorTransport::SimulatorTransport(Clock &clock, PlaceFrom placeFrom)
    : m_clock(clock)
    , m_placeFrom(placeFrom)
{
}

static Result<SimulatorScript> scriptOf(const Transport::Context &context)
{
    if (context.simulate.isEmpty())
        return scriptFromJson(jsonObject(), context.model);
    const auto value = parseJson(context.simulate);
    if (!value)
        return std::unexpected(value.error().toError(tr("The target's simulator script")));
    return scriptFromJson(*value, context.model);
}

/// The list of models is no call: it has no script and no step.
static std::optional<SimulatedAnswer> modelList(const HttpRequest &request)
{
    if (request.method != "GET")
        return {};
    const bool anthropic = !headerValue(request.headers, "anthropic-version").isEmpty();
    const auto models = simulatedModels(request.url.path(), anthropic);
    if (!models)
        return {};
    return SimulatedAnswer { .head = { .status = 200,
                                       .headers = { { "content-type", "application/json" } } },
                             .pieces = { { {}, toBytes(*models) } } };
}

std::unique_ptr<Exchange> SimulatorTransport::send(const HttpRequest &request,
                                                   const Context &context)
{
    if (auto models = modelList(request))
        return std::make_unique<PlayedExchange>(m_clock, std::move(*models));
    const auto script = scriptOf(context);
    if (!script)
        return std::make_unique<PlayedExchange>(m_clock, script.error());
    const auto asked = readSimulatedRequest(request);
    if (!asked)
        return std::make_unique<PlayedExchange>(m_clock, asked.error());

    QByteArray call = context.callId;
    if (call.isEmpty())
        call = headerValue(request.headers, "x-antiphon-call");
    const int step = m_steps.next(context.simulate + '\0' + script->name.toUtf8(),
                                  script->perTotal ? QByteArray() : call);
    const bool byBody = m_placeFrom == PlaceFrom::Body || context.place.isEmpty();
    return std::make_unique<PlayedExchange>(
        m_clock, simulate(*script, step, byBody ? placeOf(request) : context.place, *asked));
}

} // namespace Antiphon
