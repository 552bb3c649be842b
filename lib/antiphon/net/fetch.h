// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/clock.h>
#include <antiphon/net/transport.h>

#include <functional>
#include <memory>

namespace Antiphon {

struct WholeAnswer {
    HttpHead head = {};
    QByteArray body = {};
};

/// One request whose whole answer is wanted: no stream, no second try. Deleting it gives up.
class Fetch : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Result<WholeAnswer>)>;

    /// Calls \p done once, never from in here; it may delete the fetch. An answer of any status is
    /// an answer; errors are those of the transport, a Timeout after \p limit, and BadResponse for
    /// a body beyond all measure. \p transport and \p clock must outlive the fetch.
    Fetch(Transport &transport, Clock &clock, const HttpRequest &request,
          const Transport::Context &context, std::chrono::milliseconds limit, Done done);
    ~Fetch() override;

private:
    void onBytes(const QByteArray &bytes);
    void finish(const std::optional<Error> &error);
    void drop();

    Done m_done;
    WholeAnswer m_answer;
    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<QObject> m_deadline;
};

} // namespace Antiphon
