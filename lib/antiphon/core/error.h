// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace Antiphon {

/// What went wrong, in terms of what a person or a retry policy can do about it.
///
/// Provider codes are mapped onto these kinds in one place, the codec's classify(). Projects and
/// history store errorKindName(); renaming one of those is a format change.
enum class ErrorKind {
    Setup, ///< Our side is incomplete: no key, unknown provider, empty prompt. Nothing was sent.
    Unsupported, ///< The target cannot do what is asked.
    Budget, ///< A spending limit of ours.
    Authentication, ///< The key is missing, wrong or revoked.
    Permission, ///< The key is valid but may not use this model or feature.
    NotFound, ///< No such model, deployment or path.
    InvalidRequest, ///< The provider rejected a parameter or message.
    ContextLength, ///< Prompt plus requested output exceeds the model's window.
    Quota, ///< Out of credit. Waiting does not help.
    RateLimit, ///< Too many requests or tokens for now. Waiting helps.
    Server, ///< 5xx, overload, conflict. Trying again helps.
    Connection, ///< DNS, TLS, refused, reset: no whole response.
    Timeout, ///< One of our own deadlines passed; the phase is in Error::code.
    Dropped, ///< The stream ended early; the text so far is kept.
    BadResponse, ///< An answer that breaks its own format.
    Filtered, ///< A safety filter or a refusal.
    Validation, ///< The answer came but does not fit the schema or the rules.
    Tool, ///< A tool failed or is unknown.
    Cancelled, ///< Somebody asked us to stop.
};

/// The stored name of \p kind, as in "rate-limit".
[[nodiscard]] QString errorKindName(ErrorKind kind);

/// The kind with that stored name, empty for an unknown one.
[[nodiscard]] std::optional<ErrorKind> errorKindFromName(QStringView name);

/// Every stored name, in the order of the enum.
[[nodiscard]] QStringList errorKindNames();

/// A failed step. Travels in Result; never thrown.
struct Error {
    ErrorKind kind = ErrorKind::Setup;
    QString message
        = {}; ///< The provider's own words in full, else one sentence of ours. No secrets.
    QString provider = {}; ///< The provider's id, empty where none was involved.
    QString code = {}; ///< The provider's machine-readable code, as sent; the phase of a timeout.
    int httpStatus = 0; ///< 0 when no HTTP response arrived.
    QString requestId = {}; ///< What the provider's support asks for.
    std::optional<std::chrono::milliseconds> retryAfter
        = {}; ///< What the server asked for, if it did.
    QString retryAfterHeader = {}; ///< Where retryAfter was read, as sent: "retry-after: 2".
    std::optional<std::chrono::milliseconds> limitReset
        = {}; ///< Until a limit begins anew: no wish, but policies may take it for one.
    QString limitResetHeader = {}; ///< As sent: "x-ratelimit-reset: 1792567700".
    std::optional<bool> shouldRetry = {}; ///< The server's explicit advice, if it gave one.
    QList<ErrorKind> causes = {}; ///< The kinds that led to this one, nearest first.
    QByteArray evidence = {}; ///< The first 4 KiB of the body, for the details pane.

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T = void>
using Result = std::expected<T, Error>;

/// Shorthand for the common failure: `return fail(ErrorKind::BadResponse, tr("..."));`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, QString message, QString code = {})
{
    return std::unexpected(
        Error {.kind = kind, .message = std::move(message), .code = std::move(code)});
}

} // namespace Antiphon
