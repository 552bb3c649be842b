// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/headerfacts.h"

#include <antiphon/core/provider/ratelimits.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

// What the headers said was true when they came.
static QDateTime headersCame(const Attempt &attempt)
{
    const auto since = attempt.timings.headers.value_or(attempt.timings.end.value_or(0ms));
    return attempt.started.addMSecs(since.count());
}

static QString meaningOf(const QString &name)
{
    const QString lower = name.toLower();
    if (lower == "retry-after"_L1 || lower == "retry-after-ms"_L1)
        return Words::tr("So long the server asks to wait");
    if (lower == "x-should-retry"_L1)
        return Words::tr("Whether the server wants another attempt");
    if (lower == "x-request-id"_L1 || lower == "request-id"_L1 || lower == "x-goog-request-id"_L1)
        return Words::tr("What the provider's support asks for");
    if (lower.contains("ratelimit"_L1) && lower.contains("remaining"_L1))
        return Words::tr("What is left of the rate limit");
    if (lower.contains("ratelimit"_L1) && lower.contains("reset"_L1))
        return Words::tr("When the rate limit is whole again");
    if (lower.contains("ratelimit"_L1) && lower.contains("limit"_L1))
        return Words::tr("The rate limit");
    return {};
}

QList<QStringList> headerRows(const Attempt &attempt)
{
    QList<QStringList> rows;
    const HttpHeaders &received = attempt.exchange.head.headers;
    for (const RateWindow &window : rateWindows(received, headersCame(attempt)))
        rows.append({Words::tr("Rate limit"), {}, describe(window), {}});
    const auto add = [&rows](const QString &direction, const HttpHeaders &headers) {
        for (const HttpHeader &header : headers) {
            const QString name = QString::fromUtf8(header.name);
            rows.append(
                {direction, name, QString::fromUtf8(header.value),
                 header.secret ? Words::tr("Secret: only its end is kept") : meaningOf(name)});
        }
    };
    if (attempt.exchange.head.status > 0)
        rows.append({Words::tr("Received"),
                     Words::tr("HTTP status"),
                     QString::number(attempt.exchange.head.status),
                     {}});
    add(Words::tr("Received"), received);
    add(Words::tr("Sent"), attempt.exchange.request.headers);
    return rows;
}

} // namespace Antiphon::Ui
