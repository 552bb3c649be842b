// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/formatspec.h>

#include <QCoreApplication>

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace Antiphon {

/// A number's pieces on their way to the page: sign, prefix such as 0x, digits, and what follows.
struct NumberText {
    bool negative = false;
    QByteArray prefix = {};
    QByteArray digits = {}; ///< Those that are grouped.
    QByteArray rest = {}; ///< Fraction, exponent, percent sign.
};

static QByteArray signText(bool negative, char sign)
{
    if (negative)
        return "-";
    return sign == '+' || sign == ' ' ? QByteArray(1, sign) : QByteArray();
}

/// \p digits with a separator every \p every of them, and zeros in front up to \p width.
static QByteArray grouped(QByteArray digits, char separator, int every, qsizetype width)
{
    const auto size
        = [&](qsizetype count) { return separator && count ? count + (count - 1) / every : count; };
    qsizetype count = digits.size();
    while (size(count) < width)
        ++count;
    digits.prepend(QByteArray(count - digits.size(), '0'));
    if (separator) {
        for (qsizetype at = digits.size() - every; at > 0; at -= every)
            digits.insert(at, separator);
    }
    return digits;
}

static QString laidOut(const NumberText &number, const FormatSpec &spec, int groupEvery)
{
    const QByteArray head = signText(number.negative, spec.sign) + number.prefix;
    const char align = spec.align ? spec.align : '>';
    const bool zeros = spec.fill == U'0' && align == '=';
    const auto room = zeros ? spec.width - head.size() - number.rest.size() : 0;
    const QByteArray body = grouped(number.digits, spec.grouping, groupEvery, room) + number.rest;
    const QString text = QString::fromLatin1(head + body);
    if (align != '=')
        return padded(text, spec.fill, align, spec.width);
    return QString::fromLatin1(head)
        + padded(QString::fromLatin1(body), spec.fill, '>', spec.width - int(head.size()));
}

// --- Whole numbers -------------------------------------------------------------------------------

/// Decimal \p digits in \p base, by repeated division: numbers may be longer than any machine word.
static QByteArray inBase(QByteArray digits, int base)
{
    QByteArray out;
    while (!digits.isEmpty()) {
        QByteArray quotient;
        int remainder = 0;
        for (const char digit : std::as_const(digits)) {
            remainder = remainder * 10 + (digit - '0');
            if (const int next = remainder / base; next != 0 || !quotient.isEmpty())
                quotient += char('0' + next);
            remainder %= base;
        }
        out.prepend("0123456789abcdef"[remainder]);
        digits = quotient;
    }
    return out.isEmpty() ? QByteArray("0") : out;
}

static std::expected<QString, QString> formatCharacter(const WholeNumber &number,
                                                       const FormatSpec &spec)
{
    const uint code = number.digits.toUInt();
    if (spec.sign || spec.alternate)
        return std::unexpected(QCoreApplication::translate(
            "formatspec", "The format code 'c' allows neither a sign nor '#'."));
    if (number.negative || number.digits.size() > 7 || code > 0x10ffff)
        return std::unexpected(QCoreApplication::translate(
            "formatspec", "The number is not that of a character, as the format code 'c' needs."));
    const auto character = char32_t(code);
    return padded(QString::fromUcs4(&character, 1), spec.fill,
                  spec.align && spec.align != '=' ? spec.align : '>', spec.width);
}

std::expected<QString, QString> formatWhole(const WholeNumber &number, const FormatSpec &spec)
{
    if (spec.precision >= 0)
        return std::unexpected(QCoreApplication::translate(
            "formatspec", "A whole number takes no precision; use a type such as 'f'."));
    if (spec.noNegativeZero)
        return std::unexpected(QCoreApplication::translate(
            "formatspec", "A whole number takes no 'z': it has no negative zero."));

    NumberText text {.negative = number.negative};
    switch (spec.type) {
    case u'c':
        return formatCharacter(number, spec);
    case u'b':
        text.digits = inBase(number.digits, 2);
        break;
    case u'o':
        text.digits = inBase(number.digits, 8);
        break;
    case u'x':
        text.digits = inBase(number.digits, 16);
        break;
    case u'X':
        text.digits = inBase(number.digits, 16).toUpper();
        break;
    default:
        text.digits = number.digits;
        return laidOut(text, spec, 3);
    }
    if (spec.alternate)
        text.prefix = QByteArray("0") + char(spec.type);
    return laidOut(text, spec, 4);
}

// --- Floats --------------------------------------------------------------------------------------

static QByteArray digitsOf(double number, std::chars_format form, int precision)
{
    std::vector<char> buffer(std::size_t(precision) + 400); // 1.8e308 has 309 digits
    const auto end
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, form, precision).ptr;
    return QByteArray(buffer.data(), end - buffer.data());
}

static int exponentOf(const QByteArray &scientific)
{
    return scientific.sliced(scientific.indexOf('e') + 1).toInt();
}

static QByteArray withoutTrailingZeros(QByteArray mantissa)
{
    if (!mantissa.contains('.'))
        return mantissa;
    while (mantissa.endsWith('0'))
        mantissa.chop(1);
    if (mantissa.endsWith('.'))
        mantissa.chop(1);
    return mantissa;
}

/// The `g` form: \p precision significant digits, an exponent where that is shorter. \p keepsPoint
/// is the form without a type, which always shows a fraction.
static QByteArray general(double size, int precision, bool alternate, bool keepsPoint)
{
    precision = std::max(precision, 1);
    const QByteArray scientific = digitsOf(size, std::chars_format::scientific, precision - 1);
    const int exponent = exponentOf(scientific);
    const auto tidy = [alternate](const QByteArray &mantissa) {
        if (!alternate)
            return withoutTrailingZeros(mantissa);
        return mantissa.contains('.') ? mantissa : mantissa + '.';
    };
    if (exponent < -4 || exponent >= precision - (keepsPoint ? 1 : 0)) {
        const auto at = scientific.indexOf('e');
        return tidy(scientific.first(at)) + scientific.sliced(at);
    }
    const QByteArray fixed
        = tidy(digitsOf(size, std::chars_format::fixed, precision - 1 - exponent));
    return keepsPoint && !fixed.contains('.') ? fixed + ".0" : fixed;
}

/// The shortest digits that read back, laid out as str() does.
static QByteArray shortest(double size, bool alternate)
{
    std::array<char, 64> buffer {};
    const bool exponent = size != 0 && (size < 1e-4 || size >= 1e16);
    const auto form = exponent ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), size, form).ptr;
    QByteArray text(buffer.data(), end - buffer.data());
    if (!text.contains('.') && !exponent)
        text += ".0";
    else if (!text.contains('.') && alternate)
        text.insert(text.indexOf('e'), '.');
    return text;
}

static QByteArray finiteText(double size, const FormatSpec &spec)
{
    const int precision = spec.precision < 0 ? 6 : spec.precision;
    switch (spec.type) {
    case u'e':
    case u'E': {
        QByteArray text = digitsOf(size, std::chars_format::scientific, precision);
        if (spec.alternate && precision == 0)
            text.insert(text.indexOf('e'), '.');
        return text;
    }
    case u'f':
    case u'F':
    case u'%': {
        const QByteArray text = digitsOf(size, std::chars_format::fixed, precision);
        return spec.alternate && precision == 0 ? text + '.' : text;
    }
    case u'g':
    case u'G':
    case u'n':
        return general(size, precision, spec.alternate, false);
    default:
        return spec.precision < 0 ? shortest(size, spec.alternate)
                                  : general(size, precision, spec.alternate, true);
    }
}

std::expected<QString, QString> formatFloat(double number, const FormatSpec &spec)
{
    if (spec.type == u'%')
        number *= 100;
    const double size = std::fabs(number);
    NumberText text {.negative = std::signbit(number) && !std::isnan(number)};
    if (std::isfinite(number)) {
        const QByteArray all = finiteText(size, spec);
        qsizetype whole = 0;
        while (whole < all.size() && all[whole] >= '0' && all[whole] <= '9')
            ++whole;
        text.digits = all.first(whole);
        text.rest = all.sliced(whole);
        const QByteArray mantissa = all.first(all.contains('e') ? all.indexOf('e') : all.size());
        const bool zero = mantissa.count('0') + mantissa.count('.') == mantissa.size();
        if (spec.noNegativeZero && zero)
            text.negative = false;
    } else {
        text.rest = std::isnan(number) ? "nan" : "inf";
    }
    if (spec.type == u'%')
        text.rest += '%';
    if (spec.type == u'E' || spec.type == u'F' || spec.type == u'G')
        text.rest = text.rest.toUpper();
    return laidOut(text, spec, 3);
}

} // namespace Antiphon
