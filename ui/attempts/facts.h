// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/cost/price.h>

#include <QStringList>

namespace Antiphon::Ui {

// The rows of the inspector's tables, and its texts: what is shown, apart from where.

[[nodiscard]] QList<QStringList> summaryRows(const Attempt &attempt);

/// Phase, its time, begin and end. Phases that were not measured say so.
[[nodiscard]] QList<QStringList> timingRows(const Attempt &attempt);

/// Tokens by kind, price per million, amount, at the prices kept with the attempt; last the sum
/// and where the prices come from.
[[nodiscard]] QList<QStringList> costRows(const Attempt &attempt);

/// Number, time since the request was sent, gap, type, size and content of every event that the
/// answer's pieces hold; of the pieces themselves where the format is not known.
[[nodiscard]] QList<QStringList> eventRows(const Attempt &attempt);

/// The same of the pieces as they came.
[[nodiscard]] QList<QStringList> pieceRows(const Attempt &attempt);

/// Field, what is wrong, what was there.
[[nodiscard]] QList<QStringList> validationRows(const Attempt &attempt);

/// The messages of the request, role by role, in no provider's words; not where a secret stood in
/// them, or before it was sent.
[[nodiscard]] QString messagesText(const Attempt &attempt);

/// Method, address and headers of the request.
[[nodiscard]] QString requestHead(const HttpRequest &request);

/// "name: value" lines, secrets as they were kept: masked.
[[nodiscard]] QString headersText(const HttpHeaders &headers);

/// JSON laid out for reading; anything else as it is.
[[nodiscard]] QString readableBody(const QByteArray &body);

/// Thinking, text and tool calls of \p attempt.
[[nodiscard]] QString assembledText(const Attempt &attempt);

/// A command that sends \p request again; secrets are left out as `$API_KEY`.
[[nodiscard]] QString curlCommand(const HttpRequest &request);

} // namespace Antiphon::Ui
