// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "fetch.h"

#include <QLocale>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr qsizetype largestBody = 32 * 1024 * 1024; // OpenRouter's list of models is 1 MiB

Fetch::Fetch(Transport &transport, Clock &clock, const HttpRequest &request,
             const Transport::Context &context, std::chrono::milliseconds limit, Done done)
    : m_done(std::move(done))
    , m_exchange(transport.send(request, context))
{
    connect(m_exchange.get(), &Exchange::headArrived, this,
            [this](const HttpHead &head) { m_answer.head = head; });
    connect(m_exchange.get(), &Exchange::bytesArrived, this, &Fetch::onBytes);
    connect(m_exchange.get(), &Exchange::ended, this, [this] { finish({}); });
    connect(m_exchange.get(), &Exchange::failed, this, [this](const Error &e) { finish(e); });
    m_deadline = clock.after(limit, [this, limit, host = request.url.host()] {
        const QString seconds = QLocale().toString(double(limit.count()) / 1000.0, 'g', 6);
        finish(Error {.kind = ErrorKind::Timeout,
                      .message = tr("%1 gave no whole answer within %2 s.").arg(host, seconds),
                      .code = u"total"_s});
    });
}

Fetch::~Fetch()
{
    drop();
}

void Fetch::onBytes(const QByteArray &bytes)
{
    m_answer.body += bytes;
    if (m_answer.body.size() > largestBody)
        finish(Error {.kind = ErrorKind::BadResponse, .message = tr("The answer does not end.")});
}

void Fetch::drop()
{
    m_deadline.reset();
    if (!m_exchange)
        return;
    m_exchange->disconnect(this);
    m_exchange->abort();
    m_exchange.release()->deleteLater(); // we may be inside one of its signals
}

void Fetch::finish(const std::optional<Error> &error)
{
    const auto done = std::exchange(m_done, {});
    if (!done)
        return;
    WholeAnswer answer = std::move(m_answer);
    drop();
    if (error)
        done(std::unexpected(*error));
    else
        done(std::move(answer)); // may delete us
}

} // namespace Antiphon
