// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/headerfacts.h"

#include <antiphon/core/words.h>

#include <QLocale>
#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

/// One limit of a provider: of requests, of tokens.
struct Limit {
    QString remaining = {};
    QString limit = {};
    QString reset = {};
};

} // namespace

static QString whatOf(const QString &stored)
{
    if (stored == "requests"_L1)
        return Words::tr("requests");
    if (stored == "tokens"_L1)
        return Words::tr("tokens");
    if (stored == "input-tokens"_L1)
        return Words::tr("input tokens");
    if (stored == "output-tokens"_L1)
        return Words::tr("output tokens");
    return stored;
}

/// OpenAI and its kin name the member before what it is about, Anthropic behind it.
static QMap<QString, Limit> limitsIn(const HttpHeaders &headers)
{
    static const QRegularExpression form(
        u"^(?:x-ratelimit-(?<member>limit|remaining|reset)(?:-(?<what>.+))?|"
        "anthropic-ratelimit-(?<what2>.+)-(?<member2>limit|remaining|reset))$"_s);
    QMap<QString, Limit> limits;
    for (const HttpHeader &header : headers) {
        const auto match = form.match(QString::fromUtf8(header.name).toLower());
        if (!match.hasMatch())
            continue;
        const QString member = match.captured(u"member"_s) + match.captured(u"member2"_s);
        QString what = match.captured(u"what"_s) + match.captured(u"what2"_s);
        if (what.isEmpty())
            what = u"requests"_s;
        Limit &limit = limits[what];
        const QString value = QString::fromUtf8(header.value);
        (member == "limit"_L1       ? limit.limit
             : member == "reset"_L1 ? limit.reset
                                    : limit.remaining)
            = value;
    }
    return limits;
}

static QString numberText(const QString &value)
{
    bool isNumber = false;
    const qlonglong number = value.toLongLong(&isNumber);
    return isNumber ? QLocale().toString(number) : value;
}

QStringList rateLimitSentences(const HttpHeaders &headers)
{
    QStringList sentences;
    for (const auto &[what, limit] : limitsIn(headers).asKeyValueRange()) {
        if (limit.remaining.isEmpty())
            continue;
        QString sentence = limit.limit.isEmpty()
            ? Words::tr("%1 %2 left").arg(numberText(limit.remaining), whatOf(what))
            : Words::tr("%1 of %2 %3 left")
                  .arg(numberText(limit.remaining), numberText(limit.limit), whatOf(what));
        if (limit.reset.contains(u':'))
            sentence = Words::tr("%1, resets at %2").arg(sentence, limit.reset);
        else if (!limit.reset.isEmpty())
            sentence = Words::tr("%1, resets in %2").arg(sentence, limit.reset);
        sentences.append(sentence);
    }
    return sentences;
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
    for (const QString &sentence : rateLimitSentences(received))
        rows.append({Words::tr("Rate limit"), {}, sentence, {}});
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
