// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/recordingtransport.h>

#include "recordingwriter.h"

#include <antiphon/core/redact.h>

#include <QDir>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// Passes everything on and keeps a copy; writes it when the exchange is over, however it ends.
class RecordedExchange : public Exchange {
public:
    RecordedExchange(std::unique_ptr<Exchange> inner, StoredExchange stored, QByteArrayList secrets,
                     Clock &clock, RecordingWriter &writer, QString path)
        : m_inner(std::move(inner))
        , m_stored(std::move(stored))
        , m_secrets(std::move(secrets))
        , m_clock(clock)
        , m_writer(writer)
        , m_path(std::move(path))
        , m_sentAt(clock.now())
    {
        connect(m_inner.get(), &Exchange::phaseReached, this, [this](Phase phase) {
            if (phase == Phase::Sent)
                m_sentAt = m_clock.now();
            Q_EMIT phaseReached(phase);
        });
        connect(m_inner.get(), &Exchange::headArrived, this, [this](const HttpHead &head) {
            m_stored.exchange.head = head;
            Q_EMIT headArrived(head);
        });
        connect(m_inner.get(), &Exchange::bytesArrived, this, [this](const QByteArray &bytes) {
            m_stored.exchange.body += bytes;
            m_stored.exchange.chunks.append({m_clock.now() - m_sentAt, bytes.size()});
            Q_EMIT bytesArrived(bytes);
        });
        connect(m_inner.get(), &Exchange::ended, this, [this] {
            write(u"complete"_s);
            Q_EMIT ended();
        });
        connect(m_inner.get(), &Exchange::failed, this, [this](const Error &error) {
            if (m_stored.exchange.head.status == 0)
                m_stored.failure = error;
            write(error.code == "reset"_L1 ? u"reset"_s : u"cut"_s);
            Q_EMIT failed(error);
        });
    }

    ~RecordedExchange() override { abort(); }

    void abort() override
    {
        if (m_written)
            return;
        m_inner->disconnect(this);
        m_inner->abort();
        if (m_stored.exchange.head.status == 0)
            m_stored.failure = Error {.kind = ErrorKind::Cancelled,
                                      .message = u"Given up before an answer came."_s};
        write(u"timeout"_s); // silence until somebody's patience ended
    }

private:
    void write(const QString &end)
    {
        if (std::exchange(m_written, true))
            return;
        m_stored.exchange.end = end;
        m_writer.write(m_path, std::move(m_stored), m_secrets);
    }

    std::unique_ptr<Exchange> m_inner;
    StoredExchange m_stored;
    QByteArrayList m_secrets;
    Clock &m_clock;
    RecordingWriter &m_writer;
    QString m_path;
    std::chrono::milliseconds m_sentAt;
    bool m_written = false;
};

} // namespace

RecordingTransport::RecordingTransport(Transport &next, Clock &clock, QString folder)
    : m_next(next)
    , m_clock(clock)
    , m_folder(std::move(folder))
    , m_writer(std::make_unique<RecordingWriter>())
{
    QDir().mkpath(m_folder);
    // Earlier recordings stay: numbers go on behind the highest.
    const QStringList files = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files);
    for (const QString &file : files)
        m_last = std::max(m_last, file.section(u'-', 0, 0).toInt());
}

RecordingTransport::~RecordingTransport() = default;

void RecordingTransport::flush()
{
    m_writer->flush();
}

static QString fileName(int number, const Transport::Context &context)
{
    static const QRegularExpression unfit(u"[^A-Za-z0-9._-]+"_s);
    const auto fit = [](QString text) { return text.replace(unfit, u"-"_s); };
    return u"%1-%2-%3.json"_s.arg(number, 3, 10, '0'_L1)
        .arg(fit(context.provider), fit(context.model));
}

std::unique_ptr<Exchange> RecordingTransport::send(const HttpRequest &request,
                                                   const Context &context)
{
    if (context.secret)
        return m_next.send(request, context);
    StoredExchange stored {.provider = context.provider, .api = context.api};
    stored.exchange.request = request;
    const QString path = QDir(m_folder).filePath(fileName(++m_last, context));
    return std::make_unique<RecordedExchange>(m_next.send(request, context), std::move(stored),
                                              context.secrets + secretsIn(request), m_clock,
                                              *m_writer, path);
}

} // namespace Antiphon
