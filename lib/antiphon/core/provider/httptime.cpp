// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/httptime.h>

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Antiphon {

QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeZone(QTimeZone::UTC);
    return date;
}

std::optional<std::chrono::milliseconds> serverAhead(const HttpHeaders &headers,
                                                     const QDateTime &now)
{
    const QDateTime sent = httpDate(headerValue(headers, "date"));
    if (!sent.isValid() || !now.isValid())
        return {};
    return std::chrono::milliseconds(now.msecsTo(sent));
}

} // namespace Antiphon
