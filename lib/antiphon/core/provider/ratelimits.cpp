// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/ratelimits.h>

#include "errorclasses.h"

#include <antiphon/core/words.h>

#include <QLocale>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Antiphon {

namespace {

/// The three headers of one limit, as sent.
struct Said {
    QByteArray limit = {};
    QByteArray remaining = {};
    QByteArray reset = {};
};

/// Notes a header under the limit it tells of: x-ratelimit-remaining-requests,
/// anthropic-ratelimit-requests-remaining, ratelimit-remaining.
void note(const QByteArray &header, const QByteArray &value, QMap<QByteArray, Said> &out)
{
    QByteArray name = header.toLower();
    const qsizetype at = name.indexOf("ratelimit-");
    if (at < 0 || (at > 0 && !name.startsWith("x-") && !name.startsWith("anthropic-")))
        return;
    name = name.sliced(at + 10);
    static constexpr std::pair<const char *, QByteArray Said::*> parts[] {
        {"limit", &Said::limit}, {"remaining", &Said::remaining}, {"reset", &Said::reset}};
    for (const auto &[word, part] : parts) {
        const QByteArray bare(word);
        if (name == bare)
            out["requests"].*part = value; // OpenRouter and the draft of the IETF name none
        else if (name.startsWith(bare + '-'))
            out[name.sliced(bare.size() + 1)].*part = value;
        else if (name.endsWith('-' + bare))
            out[name.chopped(bare.size() + 1)].*part = value;
        else
            continue;
        return;
    }
}

std::optional<qint64> count(const QByteArray &text)
{
    bool ok = false;
    const qint64 value = text.trimmed().toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

/// A Go duration, seconds, a moment in seconds or milliseconds since 1970, or RFC 3339.
std::optional<milliseconds> untilReset(const QByteArray &text, const QDateTime &now)
{
    const QByteArray plain = text.trimmed();
    bool isNumber = false;
    const double number = plain.toDouble(&isNumber);
    if (isNumber && number >= 0 && number < 1e14) {
        if (number > 1e11)
            return milliseconds(std::max<qint64>(0, qint64(number) - now.toMSecsSinceEpoch()));
        if (number > 1e8)
            return milliseconds(
                std::max<qint64>(0, qint64(number * 1000) - now.toMSecsSinceEpoch()));
        return milliseconds(qint64(number * 1000));
    }
    if (const auto moment = QDateTime::fromString(QString::fromLatin1(plain), Qt::ISODateWithMs);
        moment.isValid())
        return milliseconds(std::max<qint64>(0, now.msecsTo(moment)));
    return durationInText(QString::fromLatin1(plain));
}

std::optional<RateWindow> windowOf(const QByteArray &name, const Said &said, const QDateTime &now)
{
    const auto remaining = count(said.remaining);
    const bool tokens = name.contains("token");
    if (!remaining || (!tokens && !name.startsWith("req")))
        return {};
    RateWindow window {.of = tokens ? RateWindow::Of::Tokens : RateWindow::Of::Requests,
                       .name = QString::fromLatin1(name),
                       .limit = count(said.limit),
                       .remaining = *remaining,
                       .fullIn = untilReset(said.reset, now)};
    if (window.limit == 0 || (window.limit && *window.limit < window.remaining))
        window.limit.reset();
    if (!window.fullIn && name.endsWith("-minute")) // Mistral's
        window.fullIn = 60s;
    return window;
}

}

QList<RateWindow> rateWindows(const HttpHeaders &headers, const QDateTime &now)
{
    QMap<QByteArray, Said> said;
    for (const HttpHeader &header : headers)
        note(header.name, header.value, said);
    QList<RateWindow> windows;
    for (auto at = said.begin(); at != said.end(); ++at) {
        if (const auto window = windowOf(at.key(), at.value(), now))
            windows.append(*window);
    }
    return windows;
}

QString describe(const RateWindow &window)
{
    const QLocale locale;
    const QString what = QString(window.name).replace(u'-', u' ');
    const QString left = locale.toString(window.remaining);
    const QString said = window.limit
        ? Words::tr("%1 of %2 %3 left").arg(left, locale.toString(*window.limit), what)
        : Words::tr("%1 %2 left").arg(left, what);
    if (!window.fullIn)
        return said;
    return Words::tr("%1, all of them again in %2 s")
        .arg(said, locale.toString(double(window.fullIn->count()) / 1000, 'g', 6));
}

} // namespace Antiphon
