// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/provider/http.h>

#include "jsonreader.h"

#include <QDateTime>

namespace Antiphon {

/// Bytes of an answer kept as evidence in an error.
inline constexpr qsizetype evidenceSize = 4096;

/// An answer with a status of 400 or more, in the words of any provider: the bodies of OpenAI,
/// Anthropic, Google and of the gateways that mix them differ in shape, not in meaning.
[[nodiscard]] Error classifyResponse(const HttpHead &head, const QByteArray &body,
                                     const QDateTime &now);

/// A failure reported inside a successful answer. \p root is the object that holds it.
[[nodiscard]] Error classifyInside(const JsonView &root, const QByteArray &body);

/// An answer that is not in the form it should have.
[[nodiscard]] Error badResponse(QString message, const QByteArray &body);

/// When to come back, as far as a server said so: a positive time, and where it stood.
struct RetryHint {
    std::optional<std::chrono::milliseconds> after = {};
    QString source = {}; ///< As sent: "retry-after: 2".

    friend bool operator==(const RetryHint &, const RetryHint &) = default;
};

/// The first usable one of `retry-after-ms`, `retry-after` (seconds or an HTTP date, measured
/// against the Date header, else \p now), \p retryDelay of Google's RetryInfo, and "try again in
/// N" in \p message. Negative and past times and garbage count as none, and a zero only where
/// nothing else is said.
[[nodiscard]] RetryHint retryHint(const HttpHeaders &headers, const QString &retryDelay,
                                  const QString &message, const QDateTime &now);

/// When a whole limit is there again, by `x-ratelimit-reset` as a moment in seconds or milliseconds
/// since 1970 (Cohere, OpenRouter). Other services write seconds or durations there, of which one
/// cannot tell what they count from: they are none.
[[nodiscard]] RetryHint resetHint(const HttpHeaders &headers, const QDateTime &now);

/// Go and protobuf durations and plain words: "45.8s", "6m0s", "120ms", "2 minutes 5 seconds".
/// Empty for anything else, and for nothing.
[[nodiscard]] std::optional<std::chrono::milliseconds> durationInText(const QString &text);

} // namespace Antiphon
