// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/numbers.h"

#include <antiphon/core/words.h>

#include <QGuiApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static QString withoutTrailingZeros(QString number, const QString &point)
{
    if (!number.contains(point))
        return number;
    while (number.endsWith(QLocale().zeroDigit()))
        number.chop(1);
    if (number.endsWith(point))
        number.chop(point.size());
    return number;
}

// Two digits that count below a cent, so that a thousandth of a cent is not shown as nothing.
static int decimalsFor(double dollars)
{
    if (dollars >= 1)
        return 2;
    if (dollars >= 0.01)
        return 4;
    return std::min(6, 1 - int(std::floor(std::log10(dollars))));
}

static bool mirrored()
{
    return QLocale().textDirection() == Qt::RightToLeft || QGuiApplication::isRightToLeft();
}

QString together(const QString &text)
{
    // First strong isolate: left to right for English words, right to left for Hebrew ones.
    return mirrored() ? QChar(0x2068) + text + QChar(0x2069) : text;
}

QString isolated(const QString &text)
{
    return mirrored() ? QChar(0x2066) + text + QChar(0x2069) : text;
}

QString moneyText(Money amount)
{
    const QLocale locale;
    const double dollars = double(std::abs(amount.picoUsd)) * 1e-12;
    const QString sign = amount.picoUsd < 0 ? locale.negativeSign() : QString();
    if (amount.picoUsd == 0)
        return isolated(u"$"_s + locale.zeroDigit());
    if (dollars < 1e-6)
        return isolated(sign + u"<$"_s + locale.toString(1e-6, 'f', 6));
    const QString number = locale.toString(dollars, 'f', decimalsFor(dollars));
    return isolated(
        sign + u'$'
        + (dollars >= 1 ? number : withoutTrailingZeros(number, locale.decimalPoint())));
}

QString costText(const std::optional<Money> &amount, bool simulated)
{
    if (!amount)
        return Words::tr("cost unknown");
    //: An amount of money that is not real, since the provider is simulated
    return simulated ? Words::tr("%1 simulated").arg(moneyText(*amount)) : moneyText(*amount);
}

QString durationText(std::chrono::milliseconds time)
{
    const QLocale locale;
    const double seconds = double(time.count()) / 1000;
    if (time < 1s)
        return isolated(Words::tr("%1 ms").arg(locale.toString(qlonglong(time.count()))));
    if (time < 100s)
        return isolated(Words::tr("%1 s").arg(locale.toString(seconds, 'f', time < 10s ? 2 : 1)));
    const auto whole = std::chrono::round<std::chrono::seconds>(time).count();
    return Words::tr("%1 min %2 s")
        .arg(locale.toString(qlonglong(whole / 60)), locale.toString(qlonglong(whole % 60)));
}

QString spokenDuration(std::chrono::milliseconds time)
{
    if (time < 1s)
        return Words::tr("%n milliseconds", nullptr, int(time.count()));
    return Words::tr("%1 seconds").arg(QLocale().toString(double(time.count()) / 1000, 'f', 1));
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString sizeText(qsizetype bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString secondsText(double seconds)
{
    const QLocale locale;
    return withoutTrailingZeros(locale.toString(seconds, 'f', 1), locale.decimalPoint());
}

} // namespace Antiphon::Ui
