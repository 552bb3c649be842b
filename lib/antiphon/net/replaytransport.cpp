// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/replaytransport.h>

#include <antiphon/core/redact.h>
#include <antiphon/core/words.h>

#include <QDir>
#include <QFile>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Antiphon {

namespace {

/// Plays one recorded answer, a step at a time on the clock.
class ReplayedExchange : public Exchange {
public:
    ReplayedExchange(Clock &clock, double speed, StoredExchange stored)
        : m_clock(clock)
        , m_speed(speed)
        , m_begin(clock.now())
        , m_stored(std::move(stored))
    {
        ExchangeRecord &exchange = m_stored.exchange;
        if (exchange.chunks.isEmpty() && !exchange.body.isEmpty())
            exchange.chunks.append({{}, exchange.body.size()});
        wait();
    }

    void abort() override
    {
        m_over = true;
        m_timer.reset();
    }

private:
    void wait()
    {
        const ExchangeRecord &exchange = m_stored.exchange;
        milliseconds due {};
        if (m_speed > 0 && !exchange.chunks.isEmpty()) {
            const qsizetype next = std::min(m_chunk, exchange.chunks.size() - 1);
            due = milliseconds(qRound64(double(exchange.chunks[next].at.count()) / m_speed));
        }
        const milliseconds passed = m_clock.now() - m_begin;
        m_timer = m_clock.after(std::max(due - passed, milliseconds::zero()), [this] { play(); });
    }

    void play()
    {
        const QPointer<ReplayedExchange> alive(this);
        if (!std::exchange(m_begun, true)) {
            Q_EMIT phaseReached(Phase::Connected);
            if (alive && !m_over)
                Q_EMIT phaseReached(Phase::Sent);
            if (alive && !m_over && m_stored.exchange.head.status > 0)
                Q_EMIT headArrived(m_stored.exchange.head);
        }
        if (!alive || m_over)
            return;
        if (m_chunk < m_stored.exchange.chunks.size()) {
            playChunk();
            if (alive && !m_over)
                wait();
        } else {
            end();
        }
    }

    void playChunk()
    {
        const QByteArray &body = m_stored.exchange.body;
        const qsizetype left = body.size() - m_at;
        const bool last = m_chunk + 1 == m_stored.exchange.chunks.size();
        // The sizes were taken before redaction: the last piece has what is left.
        const qsizetype size
            = last ? left : std::min(left, m_stored.exchange.chunks[m_chunk].bytes);
        const QByteArray bytes = body.sliced(m_at, size);
        m_at += size;
        ++m_chunk;
        if (!bytes.isEmpty())
            Q_EMIT bytesArrived(bytes);
    }

    void end()
    {
        m_over = true;
        const QString how = m_stored.exchange.end;
        if (m_stored.failure && m_stored.exchange.head.status == 0)
            Q_EMIT failed(*m_stored.failure);
        else if (how == "timeout"_L1)
            Q_EMIT failed(
                {.kind = ErrorKind::Timeout,
                 .message = Words::tr("The recorded answer stops here; its attempt had timed "
                                      "out."),
                 .code = u"idle"_s});
        else if (how == "cut"_L1 || how == "reset"_L1)
            Q_EMIT failed({.kind = ErrorKind::Connection,
                           .message = Words::tr("The recorded connection was lost here."),
                           .code = how == "reset"_L1 ? u"reset"_s : u"closed"_s});
        else
            Q_EMIT ended();
    }

    Clock &m_clock;
    double m_speed;
    milliseconds m_begin;
    StoredExchange m_stored;
    qsizetype m_chunk = 0;
    qsizetype m_at = 0;
    bool m_begun = false;
    bool m_over = false;
    std::unique_ptr<QObject> m_timer;
};

} // namespace

ReplayTransport::ReplayTransport(QList<StoredExchange> exchanges, Clock &clock, double speed)
    : m_clock(clock)
    , m_speed(speed)
{
    for (StoredExchange &stored : exchanges)
        m_entries.push_back({.stored = std::move(stored)});
}

static Result<StoredExchange> readExchange(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Setup,
                    Words::tr("Cannot read %1: %2").arg(path, file.errorString()));
    const auto value = parseJson(file.readAll(), 512);
    if (!value)
        return std::unexpected(value.error().toError(path));
    auto stored = exchangeFromJson(*value);
    if (!stored)
        return fail(ErrorKind::Setup, path + u": "_s + stored.error().message);
    return stored;
}

Result<std::unique_ptr<ReplayTransport>> ReplayTransport::open(const QString &folder, Clock &clock,
                                                               double speed)
{
    const QDir dir(folder);
    if (!dir.exists())
        return fail(ErrorKind::Setup,
                    Words::tr("There is no folder %1 to replay from.").arg(folder));
    QList<StoredExchange> exchanges;
    const QStringList names = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        auto stored = readExchange(dir.filePath(name));
        if (!stored)
            return std::unexpected(stored.error());
        exchanges.append(*std::move(stored));
    }
    if (exchanges.isEmpty())
        return fail(ErrorKind::Setup, Words::tr("The folder %1 holds no recordings.").arg(folder));
    return std::make_unique<ReplayTransport>(std::move(exchanges), clock, speed);
}

// Of those that fit, the first unused one; the last one again when all are used.
ReplayTransport::Entry *ReplayTransport::pick(const HttpRequest &request)
{
    const QByteArray url = redact(request.url, {}).toEncoded();
    for (const bool withBody : {true, false}) {
        Entry *last = nullptr;
        for (Entry &entry : m_entries) {
            const HttpRequest &recorded = entry.stored.exchange.request;
            const bool fits = recorded.method == request.method
                && redact(recorded.url, {}).toEncoded() == url
                && (!withBody || sameBody(recorded.body, request.body));
            if (!fits)
                continue;
            last = &entry;
            if (!entry.used)
                break;
        }
        if (last) {
            last->used = true;
            return last;
        }
    }
    return nullptr;
}

// Access tokens are not recorded, and nobody looks at one here.
static StoredExchange replayedToken()
{
    StoredExchange stored;
    stored.exchange.head
        = {.status = 200, .headers = {{.name = "content-type", .value = "application/json"}}};
    stored.exchange.body = R"({"access_token":"replayed","expires_in":3600})";
    stored.exchange.end = u"complete"_s;
    return stored;
}

std::unique_ptr<Exchange> ReplayTransport::send(const HttpRequest &request, const Context &context)
{
    if (context.secret)
        return std::make_unique<ReplayedExchange>(m_clock, m_speed, replayedToken());
    if (const Entry *entry = pick(request))
        return std::make_unique<ReplayedExchange>(m_clock, m_speed, entry->stored);
    StoredExchange none;
    none.failure = Error {
        .kind = ErrorKind::Setup,
        .message = Words::tr("No recording answers %1 %2.")
                       .arg(QString::fromUtf8(request.method), redact(request.url, {}).toString())};
    return std::make_unique<ReplayedExchange>(m_clock, m_speed, std::move(none));
}

} // namespace Antiphon
