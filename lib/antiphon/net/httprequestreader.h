// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/http.h>

#include <optional>

namespace Antiphon {

/// Reads HTTP/1.1 requests off a connection, however it cuts them. Small: what clients of the
/// simulator send, with limits; no trailers, no upgrades.
///
/// Feeding a request in one piece or byte by byte gives the same.
class HttpRequestReader {
public:
    struct Incoming {
        HttpRequest request = {}; ///< The url is the request's target: a path and a query.
        bool keepAlive = true;
        bool chunksAllowed = true; ///< False for HTTP/1.0.

        friend bool operator==(const Incoming &, const Incoming &) = default;
    };

    void feed(QByteArrayView bytes);

    /// The next whole request; empty while none is complete.
    [[nodiscard]] std::optional<Incoming> take();

    /// The status to end the connection with once what came is no acceptable request; else 0.
    [[nodiscard]] int badStatus() const { return m_badStatus; }

    /// True once for a request that waits for `100 Continue` before it sends its body.
    [[nodiscard]] bool takeExpectation();

    static constexpr qsizetype maxHead = 64 * 1024;
    static constexpr qsizetype maxBody = 64 * 1024 * 1024;

private:
    void readHead();
    void readHeaderLine(const QByteArray &line);
    [[nodiscard]] bool readChunks();

    QByteArray m_pending;
    std::optional<Incoming> m_incoming; // its head has been read
    qsizetype m_bodySize = 0;
    bool m_chunked = false;
    bool m_expects = false;
    int m_badStatus = 0;
};

} // namespace Antiphon
