// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/transport.h>

#include <QTest>

/// One exchange and all it said.
struct Listener {
    explicit Listener(Antiphon::Transport &transport, const Antiphon::HttpRequest &request,
                      const Antiphon::Transport::Context &context = {.stream = true})
        : exchange(transport.send(request, context))
    {
        using Antiphon::Exchange;
        QObject::connect(exchange.get(), &Exchange::phaseReached, exchange.get(),
                         [this](Antiphon::Phase phase) { phases.append(phase); });
        QObject::connect(exchange.get(), &Exchange::headArrived, exchange.get(),
                         [this](const Antiphon::HttpHead &got) { head = got; });
        QObject::connect(exchange.get(), &Exchange::bytesArrived, exchange.get(),
                         [this](const QByteArray &bytes) {
                             body += bytes;
                             ++pieces;
                         });
        QObject::connect(exchange.get(), &Exchange::ended, exchange.get(), [this] { ++ends; });
        QObject::connect(exchange.get(), &Exchange::failed, exchange.get(),
                         [this](const Antiphon::Error &got) {
                             error = got;
                             ++ends;
                         });
    }

    [[nodiscard]] bool wait() const
    {
        return QTest::qWaitFor([this] { return ends > 0; }, std::chrono::seconds(10));
    }

    QList<Antiphon::Phase> phases;
    Antiphon::HttpHead head;
    QByteArray body;
    int pieces = 0;
    int ends = 0;
    std::optional<Antiphon::Error> error;
    std::unique_ptr<Antiphon::Exchange> exchange;
};

inline Antiphon::HttpRequest post(const QUrl &url)
{
    return {.url = url,
            .headers = {{.name = "Content-Type", .value = "application/json"},
                        {.name = "Authorization", .value = "Bearer key", .secret = true}},
            .body = "{\"model\":\"m\"}"};
}
