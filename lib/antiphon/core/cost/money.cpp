// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/money.h>

#include <QtNumeric>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

constexpr quint64 picoPerUsd = 1'000'000'000'000;
constexpr int decimals = 12;

/// The digits of \p text as a number; empty for none, other characters or too many.
std::optional<quint64> digits(QStringView text)
{
    quint64 value = 0;
    for (const auto character : text) {
        if (character < u'0' || character > u'9')
            return {};
        if (value > (std::numeric_limits<quint64>::max() - 9) / 10)
            return {};
        value = value * 10 + quint64(character.unicode() - u'0');
    }
    return value;
}

}

QString toDecimal(Money amount)
{
    const bool negative = amount.picoUsd < 0;
    const quint64 size = negative ? quint64(0) - quint64(amount.picoUsd) : quint64(amount.picoUsd);
    auto text = QString::number(size / picoPerUsd);
    if (const auto rest = size % picoPerUsd; rest != 0) {
        auto fraction = QString::number(rest).rightJustified(decimals, u'0');
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text += u'.' + fraction;
    }
    return negative ? u'-' + text : text;
}

std::optional<Money> moneyFromDecimal(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    const auto point = text.indexOf(u'.');
    const auto whole = point < 0 ? text : text.first(point);
    const auto fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.isEmpty() || (point >= 0 && fraction.isEmpty()) || fraction.size() > decimals)
        return {};
    const auto usd = digits(whole);
    const auto picoUsd = digits(fraction.toString().leftJustified(decimals, u'0'));
    constexpr auto most = quint64(std::numeric_limits<qint64>::max());
    if (!usd || !picoUsd || *usd > most / picoPerUsd)
        return {};
    const quint64 size = *usd * picoPerUsd + *picoUsd;
    if (size > most)
        return {};
    return Money {negative ? -qint64(size) : qint64(size)};
}

Money tokenCost(qint64 tokens, double usdPerMillion)
{
    constexpr auto most = std::numeric_limits<qint64>::max();
    // Prices have at most six decimals, so one token costs a whole number of 10^-12 USD and the
    // product is exact. The double is only as wrong as its last bit.
    const double picoPerToken = usdPerMillion * 1e6;
    const double nearest = std::round(picoPerToken);
    if (std::abs(picoPerToken - nearest) < 1e-4 && std::abs(nearest) < 1e15) {
        qint64 product = 0;
        if (!qMulOverflow(tokens, qint64(nearest), &product))
            return {product};
        return {(tokens < 0) == (nearest < 0) ? most : -most};
    }
    const double product = std::round(double(tokens) * picoPerToken);
    if (std::abs(product) >= 9.2e18)
        return {product > 0 ? most : -most};
    return {qint64(product)};
}

} // namespace Antiphon
