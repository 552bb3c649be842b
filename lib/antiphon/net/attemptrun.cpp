// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/attemptrun.h>

#include <antiphon/core/call/redactattempt.h>
#include <antiphon/core/redact.h>

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Antiphon {

// How long a server may keep the connection open behind the format's own end marker.
static constexpr milliseconds lingering = 1s;

AttemptRun::AttemptRun(const PreparedTarget &target, Attempt attempt, milliseconds begin,
                       Transport &transport, Clock &clock)
    : m_target(target)
    , m_transport(transport)
    , m_clock(clock)
    , m_begin(begin)
    , m_attempt(std::move(attempt))
    , m_reader(*target.codec, target.endpoint.quirks, false)
{
}

AttemptRun::~AttemptRun()
{
    dropExchange();
}

milliseconds AttemptRun::sinceBegin() const
{
    return m_clock.now() - m_begin;
}

void AttemptRun::admitted(std::optional<milliseconds> slotFreeAt, const QString &why)
{
    m_attempt.timings.queued = slotFreeAt ? *slotFreeAt - m_begin : sinceBegin();
    if (slotFreeAt)
        m_attempt.timings.held = sinceBegin();
    const QString reason = m_attempt.heldWhy.isEmpty() ? why : m_attempt.heldWhy;
    const milliseconds waited = sinceBegin();
    m_attempt.heldWhy = waited > 0ms && !reason.isEmpty()
        ? tr("Waited %1 s before it was sent: %2.")
              .arg(QLocale().toString(double(waited.count()) / 1000.0, 'g', 6), reason)
        : QString();
}

void AttemptRun::send(const HttpRequest &request, bool stream, Transport::Context context)
{
    m_streamed = stream;
    context.secrets += secretsIn(request);
    m_secrets = context.secrets;
    m_filter = SecretFilter(m_secrets);
    m_reader = AnswerReader(*m_target.codec, m_target.endpoint.quirks, stream);
    m_attempt.exchange.request = redact(request, m_secrets);
    m_attempt.exchange.bodyMasked = m_attempt.exchange.request.body != request.body;
    m_sendAt = m_clock.now();
    setState(CallState::Connecting);
    if (m_over)
        return; // somebody who listens to the state stopped us

    context.stream = stream;
    m_exchange = m_transport.send(request, context);
    connect(m_exchange.get(), &Exchange::phaseReached, this, &AttemptRun::onPhase);
    connect(m_exchange.get(), &Exchange::headArrived, this, &AttemptRun::onHead);
    connect(m_exchange.get(), &Exchange::bytesArrived, this, &AttemptRun::onBytes);
    connect(m_exchange.get(), &Exchange::ended, this, &AttemptRun::onEnded);
    connect(m_exchange.get(), &Exchange::failed, this, &AttemptRun::onFailed);
    watch();
}

void AttemptRun::stop(const Error &error)
{
    if (m_over)
        return;
    m_over = true;
    dropExchange();
    close(error, u"cut"_s);
}

void AttemptRun::setState(CallState state)
{
    if (m_over || std::exchange(m_attempt.state, state) == state)
        return;
    Q_EMIT stateChanged(state);
}

void AttemptRun::onPhase(Phase phase)
{
    switch (phase) {
    case Phase::Connected:
        m_attempt.timings.connect = sinceBegin();
        break;
    case Phase::Encrypted:
        m_attempt.timings.tls = sinceBegin();
        break;
    case Phase::Sent:
        m_attempt.timings.sent = sinceBegin();
        m_sentAt = m_clock.now();
        watch();
        setState(CallState::Waiting);
        break;
    }
}

void AttemptRun::onHead(const HttpHead &head)
{
    m_reader.setHead(head);
    m_attempt.timings.headers = sinceBegin();
    m_lastBytesAt = m_clock.now();
    if (!m_sentAt)
        m_sentAt = m_lastBytesAt;
    watch();
    setState(CallState::Waiting);
}

void AttemptRun::onBytes(const QByteArray &bytes)
{
    const milliseconds now = m_clock.now();
    m_lastBytesAt = now;
    m_attempt.exchange.chunks.append({now - m_sentAt.value_or(m_sendAt), bytes.size()});
    m_reader.feed(bytes, m_events);
    if (!m_events.isEmpty())
        deliver();
    if (m_over)
        return;
    if (m_said) {
        end(m_said, u"complete"_s);
    } else if (m_reader.atEnd() && !m_markAt) {
        m_markAt = now;
        watch();
    }
}

// Folds what came into the attempt and hands it on, once per piece of the body.
void AttemptRun::deliver(bool last)
{
    m_filter.pass(m_events);
    if (last)
        m_filter.finish(m_events);
    for (const StreamEvent &event : std::as_const(m_events)) {
        if (const auto *failed = std::get_if<Failed>(&event)) {
            if (!m_said)
                m_said = failed->error;
            continue;
        }
        apply(event, m_attempt);
        noteContent(event);
        if (m_over)
            break;
    }
    if (!m_over && !m_events.isEmpty())
        Q_EMIT eventsArrived(m_events);
    m_events.clear();
}

void AttemptRun::noteContent(const StreamEvent &event)
{
    const auto *thinking = std::get_if<ThinkingDelta>(&event);
    const auto *text = std::get_if<TextDelta>(&event);
    const bool shows = (thinking && !thinking->text.isEmpty()) || (text && !text->text.isEmpty())
        || std::holds_alternative<RefusalDelta>(event)
        || std::holds_alternative<ToolCallDelta>(event)
        || std::holds_alternative<AudioDelta>(event);
    if (!shows)
        return;
    if (!std::exchange(m_textBegan, true))
        m_attempt.timings.firstToken = sinceBegin();
    setState(thinking ? CallState::Thinking : CallState::Streaming);
}

void AttemptRun::onEnded()
{
    const auto wrong = m_reader.finish(m_events, m_clock.wallNow());
    deliver(true);
    if (m_over)
        return;
    end(m_said ? m_said : wrong, u"complete"_s);
}

void AttemptRun::onFailed(const Error &error)
{
    const QString how = error.kind == ErrorKind::Timeout ? u"timeout"_s
        : error.code == "reset"_L1                       ? u"reset"_s
                                                         : u"cut"_s;
    if (m_reader.isFinished()) {
        end({}, how); // the answer was whole; only the connection was not
    } else if (m_reader.isHttpError()) {
        end(m_reader.httpError(m_clock.wallNow()), how);
    } else if (m_streamed && !m_reader.body().isEmpty() && error.kind == ErrorKind::Connection) {
        Error dropped = error;
        dropped.kind = ErrorKind::Dropped;
        dropped.httpStatus = m_reader.head().status;
        dropped.causes.prepend(ErrorKind::Connection);
        end(dropped, how);
    } else {
        end(error, how);
    }
}

std::optional<AttemptRun::Deadline> AttemptRun::nextDeadline() const
{
    const Timeouts &limits = m_target.timeouts;
    std::optional<Deadline> next;
    const auto consider = [&next](milliseconds start, milliseconds limit, const char *phase) {
        if (limit > 0ms && (!next || start + limit < next->at))
            next = Deadline {start + limit, phase};
    };
    if (m_markAt)
        consider(*m_markAt, lingering, "end");
    consider(m_sendAt, limits.total, "total");
    if (!m_sentAt)
        consider(m_sendAt, limits.connect, "connect");
    if (m_streamed && m_sentAt && !m_textBegan)
        consider(*m_sentAt, limits.firstToken, "firstToken");
    if (m_streamed && m_lastBytesAt)
        consider(*m_lastBytesAt, limits.idle, "idle");
    return next;
}

// One timer for all deadlines. It is not moved by every byte: when it fires it looks whether
// something is really due, and sleeps on if not.
void AttemptRun::watch()
{
    m_deadline.reset();
    if (const auto next = nextDeadline(); next && !m_over) {
        m_deadline
            = m_clock.after(std::max(0ms, next->at - m_clock.now()), [this] { onDeadline(); });
    }
}

void AttemptRun::onDeadline()
{
    const auto due = nextDeadline();
    if (!due || due->at > m_clock.now()) {
        watch();
        return;
    }
    if (m_reader.isFinished())
        end({}, m_markAt ? u"complete"_s : u"timeout"_s);
    else
        end(timeoutError(due->phase), u"timeout"_s);
}

Error AttemptRun::timeoutError(const char *phase) const
{
    const Timeouts &limits = m_target.timeouts;
    const QLatin1StringView name(phase);
    const auto seconds = [](milliseconds limit) {
        return QLocale().toString(double(limit.count()) / 1000.0, 'g', 6);
    };
    Error error {.kind = ErrorKind::Timeout, .code = name, .httpStatus = m_reader.head().status};
    if (name == "connect"_L1)
        error.message = tr("No connection within %1 s.").arg(seconds(limits.connect));
    else if (name == "firstToken"_L1)
        error.message = tr("Nothing of the answer within %1 s.").arg(seconds(limits.firstToken));
    else if (name == "idle"_L1)
        error.message = tr("The stream fell silent for %1 s.").arg(seconds(limits.idle));
    else
        error.message = tr("The answer was not whole within %1 s.").arg(seconds(limits.total));
    error.message += u' ' + tr("The limit is the target's timeout \"%1\".").arg(name);
    return error;
}

void AttemptRun::end(std::optional<Error> error, const QString &how)
{
    m_over = true;
    dropExchange();
    close(std::move(error), how);
    Q_EMIT ended();
}

void AttemptRun::close(std::optional<Error> error, const QString &how)
{
    m_attempt.timings.end = sinceBegin();
    StreamEvents rest; // of an answer that was cut; m_events may be in use further up
    m_filter.finish(rest);
    for (const StreamEvent &event : std::as_const(rest))
        apply(event, m_attempt);
    m_attempt.error = error ? std::move(error) : failureByFinish(m_attempt);
    if (m_attempt.error && m_attempt.error->provider.isEmpty())
        m_attempt.error->provider = m_attempt.provider;
    m_attempt.complete = m_attempt.complete && !m_attempt.error;

    m_attempt.exchange.head = m_reader.head();
    m_attempt.exchange.body = m_reader.body();
    if (m_attempt.exchange.head.status > 0)
        m_attempt.exchange.end = how;
    redactAttempt(m_attempt, m_secrets);

    charge();
    const bool refusedByHttp = m_reader.isHttpError();
    const bool neverSent = !m_sentAt;
    if (!m_attempt.cost && m_attempt.error && (refusedByHttp || neverSent))
        m_attempt.cost = Money {}; // nobody bills for what was turned away or never arrived
    m_attempt.state = finalState(m_attempt);
}

// At the prices of the day, which stay with the attempt.
void AttemptRun::charge()
{
    if (m_attempt.usage.region.isEmpty())
        m_attempt.usage.region = m_target.region;
    if (!m_streamed && !m_attempt.usage.reportedCost) // of a stream it is not final yet
        m_attempt.usage.reportedCost = costInHead(m_reader.head().headers);
    m_attempt.price = m_target.price;
    for (const UsageStep &step : std::as_const(m_attempt.usageSteps)) {
        if (step.model.isEmpty() || !m_attempt.price)
            continue;
        const PriceRow *row = findPrice(m_target.prices, m_target.provider.id, step.model,
                                        m_clock.wallNow().toUTC().date());
        if (row)
            m_attempt.price->others.insert(step.model, row->price);
    }
    m_attempt.cost = cost(m_attempt.usage, m_attempt.usageSteps, m_attempt.price);
}

void AttemptRun::dropExchange()
{
    m_deadline.reset();
    if (!m_exchange)
        return;
    m_exchange->disconnect(this);
    m_exchange->abort();
    m_exchange.release()->deleteLater(); // we may be inside one of its signals
}

} // namespace Antiphon
