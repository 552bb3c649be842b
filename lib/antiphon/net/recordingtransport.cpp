// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/recordingtransport.h>

#include <antiphon/core/provider/exchange.h>
#include <antiphon/core/redact.h>
#include <antiphon/net/logging.h>

#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// The transport sees no credentials, only headers that are marked: the word before the key
// ("Bearer") is no part of it.
static QByteArrayList secretsIn(const HttpRequest &request)
{
    QByteArrayList secrets;
    for (const HttpHeader &header : request.headers) {
        if (header.secret)
            secrets.append(header.value.sliced(header.value.lastIndexOf(' ') + 1));
    }
    return secrets;
}

namespace {

/// Passes everything on and keeps a copy; writes it when the exchange is over, however it ends.
class RecordedExchange : public Exchange {
public:
    RecordedExchange(std::unique_ptr<Exchange> inner, StoredExchange stored, QByteArrayList secrets,
                     Clock &clock, QString path)
        : m_inner(std::move(inner))
        , m_stored(std::move(stored))
        , m_secrets(std::move(secrets))
        , m_clock(clock)
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
        m_stored.exchange = redact(std::move(m_stored.exchange), m_secrets);
        if (m_stored.failure)
            m_stored.failure = redact(*m_stored.failure, m_secrets);
        QSaveFile file(m_path);
        const QByteArray text = toPretty(toJson(m_stored));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            qCWarning(netLog) << "cannot write the recording" << m_path << file.errorString();
    }

    std::unique_ptr<Exchange> m_inner;
    StoredExchange m_stored;
    QByteArrayList m_secrets;
    Clock &m_clock;
    QString m_path;
    std::chrono::milliseconds m_sentAt;
    bool m_written = false;
};

} // namespace

RecordingTransport::RecordingTransport(Transport &next, Clock &clock, QString folder)
    : m_next(next)
    , m_clock(clock)
    , m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    // Earlier recordings stay: numbers go on behind the highest.
    const QStringList files = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files);
    for (const QString &file : files)
        m_last = std::max(m_last, file.section(u'-', 0, 0).toInt());
}

RecordingTransport::~RecordingTransport() = default;

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
    StoredExchange stored {.provider = context.provider, .api = context.api};
    stored.exchange.request = request;
    const QString path = QDir(m_folder).filePath(fileName(++m_last, context));
    return std::make_unique<RecordedExchange>(m_next.send(request, context), std::move(stored),
                                              secretsIn(request), m_clock, path);
}

} // namespace Antiphon
