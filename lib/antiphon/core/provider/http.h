// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <QStringList>

#include <chrono>

namespace Antiphon {

struct HttpHeader {
    QByteArray name = {};
    QByteArray value = {};
    bool secret = false; ///< Shown and kept only as its last characters.

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

using HttpHeaders = QList<HttpHeader>;

/// The first value of header \p name, whatever its case; empty when absent.
[[nodiscard]] QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);

struct HttpRequest {
    QByteArray method = "POST";
    QUrl url = {};
    HttpHeaders headers = {};
    QByteArray body = {};

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

struct HttpHead {
    int status = 0;
    HttpHeaders headers = {};

    friend bool operator==(const HttpHead &, const HttpHead &) = default;
};

/// A piece of a body as it came: when, and how many bytes.
struct Chunk {
    std::chrono::milliseconds at {}; ///< Since the request was sent.
    qsizetype bytes = 0;

    friend bool operator==(const Chunk &, const Chunk &) = default;
};

/// One request and what came back, as it is kept and shown: already redacted.
struct ExchangeRecord {
    HttpRequest request = {};
    HttpHead head = {}; ///< status 0: no response.
    QByteArray body
        = {}; ///< The bytes of the response after content decoding, as far as they came.
    QList<Chunk> chunks = {};
    QString end = {}; ///< "complete", "cut", "reset", "timeout"; empty without a response.
    bool bodyMasked = false; ///< A secret stood in the request's body: it is not what was sent.

    friend bool operator==(const ExchangeRecord &, const ExchangeRecord &) = default;
};

} // namespace Antiphon
