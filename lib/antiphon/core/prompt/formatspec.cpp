// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/formatspec.h>

#include <antiphon/core/prompt/pythontext.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

// A width beyond this is a slip of the pen, and would fill the memory.
static constexpr int widest = 1'000'000;

static bool isAlignment(uint character)
{
    return character == '<' || character == '>' || character == '=' || character == '^';
}

namespace {

/// Reads a specification from left to right.
struct SpecReader {
    QList<uint> text;
    qsizetype at = 0;

    [[nodiscard]] uint peek(qsizetype ahead = 0) const
    {
        return at + ahead < text.size() ? text[at + ahead] : 0;
    }

    bool take(uint character)
    {
        if (at >= text.size() || text[at] != character)
            return false;
        ++at;
        return true;
    }

    /// The number that stands here, -1 for none, -2 for one that is too large.
    int number()
    {
        qint64 value = -1;
        while (peek() >= '0' && peek() <= '9') {
            value = std::max<qint64>(value, 0) * 10 + (text[at++] - '0');
            if (value > widest)
                return -2;
        }
        return int(value);
    }
};

} // namespace

static QString tooLarge()
{
    return QCoreApplication::translate("formatspec",
                                       "The number in the format specification is too large.");
}

/// The part up to the width: `[[fill]align][sign][z][#][0]`.
static void readFlags(SpecReader &reader, FormatSpec &out, bool alignRight)
{
    bool fillGiven = false;
    if (reader.text.size() >= 2 && isAlignment(reader.peek(1))) {
        out.fill = reader.peek();
        out.align = char(reader.peek(1));
        fillGiven = true;
        reader.at += 2;
    } else if (isAlignment(reader.peek())) {
        out.align = char(reader.text[reader.at++]);
    }
    for (const char sign : {'+', '-', ' '}) {
        if (reader.take(uint(sign))) {
            out.sign = sign;
            break;
        }
    }
    out.noNegativeZero = reader.take('z');
    out.alternate = reader.take('#');
    if (!fillGiven && reader.take('0')) {
        out.fill = U'0';
        if (out.align == 0 && alignRight)
            out.align = '=';
    }
}

static QString cannotGroup(char grouping, uint type)
{
    return QCoreApplication::translate("formatspec", "Cannot specify '%1' with '%2'.")
        .arg(QLatin1Char(grouping))
        .arg(QChar(char16_t(type)));
}

static bool canGroup(char grouping, char16_t type)
{
    if (type == 0 || u"defgEG%F"_s.contains(QChar(type)))
        return true;
    return grouping == '_' && u"boxX"_s.contains(QChar(type));
}

std::expected<FormatSpec, QString> parseFormatSpec(const QString &spec, bool alignRight,
                                                   const QString &typeName)
{
    SpecReader reader {.text = spec.toUcs4()};
    FormatSpec out;
    readFlags(reader, out, alignRight);

    out.width = reader.number();
    if (out.width == -2)
        return std::unexpected(tooLarge());
    if (reader.take(','))
        out.grouping = ',';
    const bool underscore = reader.take('_');
    if ((out.grouping && underscore) || (underscore && reader.peek() == ','))
        return std::unexpected(
            QCoreApplication::translate("formatspec", "Cannot specify both ',' and '_'."));
    if (underscore)
        out.grouping = '_';
    if (reader.take('.')) {
        out.precision = reader.number();
        if (out.precision == -2)
            return std::unexpected(tooLarge());
        if (out.precision == -1)
            return std::unexpected(QCoreApplication::translate(
                "formatspec", "The format specification lacks its precision after the dot."));
    }
    if (reader.text.size() - reader.at > 1)
        return std::unexpected(
            QCoreApplication::translate("formatspec",
                                        "'%1' is no format specification for a value of type '%2'.")
                .arg(spec, typeName));
    if (reader.at < reader.text.size())
        out.type = char16_t(std::min<uint>(reader.peek(), 0xffff));
    if (out.grouping && !canGroup(out.grouping, out.type))
        return std::unexpected(cannotGroup(out.grouping, out.type));
    return out;
}

QString padded(const QString &text, char32_t fill, char align, int width)
{
    const auto missing = width - text.toUcs4().size();
    if (missing <= 0)
        return text;
    const auto left = align == '>' ? missing : align == '^' ? missing / 2 : 0;
    const QString one = QString::fromUcs4(&fill, 1);
    return one.repeated(left) + text + one.repeated(missing - left);
}

// --- By type -------------------------------------------------------------------------------------

static QString unknownCode(char16_t type, const QString &typeName)
{
    return QCoreApplication::translate("formatspec",
                                       "Unknown format code '%1' for a value of type '%2'.")
        .arg(QChar(type))
        .arg(typeName);
}

static std::expected<QString, QString> formatText(const QString &text, const QString &spec)
{
    const auto parsed = parseFormatSpec(spec, false, u"str"_s);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (parsed->type && parsed->type != u's')
        return std::unexpected(unknownCode(parsed->type, u"str"_s));
    if (parsed->grouping)
        return std::unexpected(cannotGroup(parsed->grouping, 's'));
    if (parsed->sign || parsed->noNegativeZero || parsed->alternate || parsed->align == '=')
        return std::unexpected(
            QCoreApplication::translate(
                "formatspec",
                "'%1' asks for a sign, '#', 'z' or '=', which only numbers can have; "
                "the value is text.")
                .arg(spec));

    QString out = text;
    if (parsed->precision >= 0) {
        const QList<uint> characters = text.toUcs4();
        if (parsed->precision < characters.size())
            out = QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.data()),
                                    parsed->precision);
    }
    return padded(out, parsed->fill, parsed->align ? parsed->align : '<', parsed->width);
}

static std::expected<QString, QString> formatNumber(const WholeNumber &number, const QString &spec,
                                                    const QString &typeName)
{
    const auto parsed = parseFormatSpec(spec, true, typeName);
    if (!parsed)
        return std::unexpected(parsed.error());
    const QChar type = parsed->type;
    if (parsed->type == 0 || u"bcdoxXn"_s.contains(type))
        return formatWhole(number, *parsed);
    if (!u"eEfFgG%"_s.contains(type))
        return std::unexpected(unknownCode(parsed->type, typeName));
    const double size = number.digits.toDouble();
    return formatFloat(number.negative ? -size : size, *parsed);
}

static std::expected<QString, QString> formatNumber(double number, const QString &spec)
{
    const auto parsed = parseFormatSpec(spec, true, u"float"_s);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (parsed->type && !u"eEfFgGn%"_s.contains(QChar(parsed->type)))
        return std::unexpected(unknownCode(parsed->type, u"float"_s));
    return formatFloat(number, *parsed);
}

static WholeNumber wholeNumber(QByteArray digits)
{
    const bool negative = digits.startsWith('-');
    return {.negative = negative, .digits = negative ? digits.sliced(1) : digits};
}

std::expected<QString, QString> formatted(const Value &value, const QString &spec)
{
    if (spec.isEmpty())
        return pythonStr(value);
    const QString type = pythonTypeName(value);
    if (type == "str"_L1)
        return formatText(pythonStr(value), spec);
    if (const auto *special = std::get_if<SpecialFloat>(&value.held))
        return formatNumber(special->value, spec);
    const auto *json = std::get_if<Json>(&value.held);
    if (json && type == "bool"_L1)
        return formatNumber(wholeNumber(json->as<bool>() ? "1" : "0"), spec, type);
    if (json && type == "int"_L1)
        return formatNumber(wholeNumber(pythonStr(value).toLatin1()), spec, type);
    if (json && type == "float"_L1)
        return formatNumber(json->as<double>(), spec);
    return std::unexpected(
        QCoreApplication::translate(
            "formatspec", "A value of type '%1' takes no format specification, but '%2' is given.")
            .arg(type, spec));
}

} // namespace Antiphon
