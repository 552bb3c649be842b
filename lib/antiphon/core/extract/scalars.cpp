// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "scalars.h"
#include "pattern.h"

#include <antiphon/core/prompt/value.h>

#include <QDate>
#include <QDateTime>
#include <QRegularExpression>
#include <QUuid>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

// These messages go into prompts, so they are English whatever the interface speaks.

namespace Antiphon {

namespace {

using Outcome = std::expected<Json, Mismatch>;

std::unexpected<Mismatch> no(const QString &type, const QString &message)
{
    return std::unexpected(Mismatch {type, message});
}

bool isWholeNumber(const Json &value)
{
    return (value.is_string() && !isText(value)) || value.is_int64() || value.is_uint64();
}

bool isNumber(const Json &value)
{
    return isWholeNumber(value) || value.is_double();
}

/// 42.0 as 42; empty when something would be lost.
std::optional<Json> wholeOf(double number)
{
    if (!std::isfinite(number) || number != std::trunc(number) || std::abs(number) >= 9.2e18)
        return {};
    return Json(qint64(number));
}

/// Python's int(): blanks around, a sign, single underscores between digits; also "42.0".
std::optional<Json> wholeFromText(const QString &text)
{
    static const QRegularExpression form(u"^[+-]?\\d+(?:_\\d+)*(?:\\.0*)?$"_s);
    QString number = text.trimmed();
    if (!form.match(number).hasMatch())
        return {};
    number = number.remove(u'_').section(u'.', 0, 0);
    bool fits = false;
    if (const qint64 whole = number.toLongLong(&fits); fits)
        return Json(whole);
    return Json(toUtf8(number.startsWith(u'+') ? number.sliced(1) : number),
                jsoncons::semantic_tag::bigint);
}

Outcome integerOf(const Json &value, bool lax)
{
    if (value.is_bool()) {
        if (lax)
            return Json(value.as<bool>() ? 1 : 0);
    } else if (isWholeNumber(value)) {
        return value;
    } else if (value.is_double()) {
        if (auto whole = wholeOf(value.as<double>()))
            return *std::move(whole); // 1.0 is an integer to JSON Schema too
        return no(u"int_from_float"_s,
                  u"Input should be a valid integer, got a number with a fractional part"_s);
    } else if (isText(value) && lax) {
        if (auto whole = wholeFromText(toText(value)))
            return *std::move(whole);
        return no(u"int_parsing"_s,
                  u"Input should be a valid integer, unable to parse string as an integer"_s);
    }
    return no(u"int_type"_s, u"Input should be a valid integer"_s);
}

Outcome numberOf(const Json &value, bool lax)
{
    if (value.is_bool()) {
        if (lax)
            return Json(value.as<bool>() ? 1.0 : 0.0);
    } else if (isNumber(value)) {
        return value;
    } else if (isText(value) && lax) {
        bool ok = false;
        const double number = toText(value).trimmed().remove(u'_').toDouble(&ok);
        if (ok)
            return Json(number);
        return no(u"float_parsing"_s,
                  u"Input should be a valid number, unable to parse string as a number"_s);
    }
    return no(u"float_type"_s, u"Input should be a valid number"_s);
}

Outcome booleanOf(const Json &value, bool lax)
{
    if (value.is_bool())
        return value;
    if (lax && isNumber(value)) {
        const double number = value.as<double>();
        if (number == 0 || number == 1)
            return Json(number == 1);
        return no(u"bool_parsing"_s,
                  u"Input should be a valid boolean, unable to interpret input"_s);
    }
    if (lax && isText(value)) {
        static const QStringList yes {u"1"_s, u"on"_s, u"t"_s, u"true"_s, u"y"_s, u"yes"_s};
        static const QStringList none {u"0"_s, u"off"_s, u"f"_s, u"false"_s, u"n"_s, u"no"_s};
        const QString word = toText(value).toLower();
        if (yes.contains(word) || none.contains(word))
            return Json(yes.contains(word));
        return no(u"bool_parsing"_s,
                  u"Input should be a valid boolean, unable to interpret input"_s);
    }
    return no(u"bool_type"_s, u"Input should be a valid boolean"_s);
}

bool isDateTime(const QString &text)
{
    static const QRegularExpression form(
        u"^\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?"
        "(?:[Zz]|[+-]\\d\\d:?\\d\\d)?$"_s);
    return form.match(text).hasMatch() && QDate::fromString(text.first(10), Qt::ISODate).isValid();
}

/// The formats a type of pydantic stands for; others only describe.
void checkFormat(const QString &text, const QString &format, QList<Mismatch> &out)
{
    if (format == "date"_L1 && !QDate::fromString(text, Qt::ISODate).isValid())
        out.append({u"date_from_datetime_parsing"_s,
                    u"Input should be a valid date in the format YYYY-MM-DD"_s});
    else if (format == "date-time"_L1 && !isDateTime(text))
        out.append({u"datetime_from_date_parsing"_s, u"Input should be a valid date and time"_s});
    else if (format == "time"_L1 && !QTime::fromString(text.left(8), Qt::ISODate).isValid())
        out.append({u"time_parsing"_s, u"Input should be in a valid time format"_s});
    else if (format == "uuid"_L1 && QUuid::fromString(text).isNull())
        out.append({u"uuid_parsing"_s, u"Input should be a valid UUID"_s});
}

QString plain(const Json &number)
{
    return fromUtf8(number.to_string());
}

void checkText(const Json &value, const Json &schema, QList<Mismatch> &out)
{
    const QString text = toText(value);
    const auto length = text.toUcs4().size();
    const auto characters = [](const Json &count) {
        return plain(count) + (count == Json(1) ? " character"_L1 : " characters"_L1);
    };
    if (const Json *least = find(schema, "minLength");
        least && least->is_number() && double(length) < least->as<double>())
        out.append({u"string_too_short"_s, u"String should have at least "_s + characters(*least)});
    if (const Json *most = find(schema, "maxLength");
        most && most->is_number() && double(length) > most->as<double>())
        out.append({u"string_too_long"_s, u"String should have at most "_s + characters(*most)});
    if (const Json *pattern = find(schema, "pattern"); pattern && pattern->is_string()) {
        const QRegularExpression form = schemaPattern(toText(*pattern));
        if (form.isValid() && !form.match(text).hasMatch())
            out.append({u"string_pattern_mismatch"_s,
                        u"String should match pattern '%1'"_s.arg(toText(*pattern))});
    }
    checkFormat(text, textOf(schema, "format"), out);
}

void checkNumber(const Json &value, const Json &schema, QList<Mismatch> &out)
{
    const double number = value.as<double>();
    const auto bound
        = [&](std::string_view key, const QString &type, QLatin1StringView words, auto holds) {
              const Json *limit = find(schema, key);
              if (limit && limit->is_number() && !holds(number, limit->as<double>()))
                  out.append({type, u"Input should be %1 %2"_s.arg(words, plain(*limit))});
          };
    bound("minimum", u"greater_than_equal"_s, "greater than or equal to"_L1,
          std::greater_equal<> {});
    bound("exclusiveMinimum", u"greater_than"_s, "greater than"_L1, std::greater<> {});
    bound("maximum", u"less_than_equal"_s, "less than or equal to"_L1, std::less_equal<> {});
    bound("exclusiveMaximum", u"less_than"_s, "less than"_L1, std::less<> {});
    bound("multipleOf", u"multiple_of"_s, "a multiple of"_L1, [](double a, double b) {
        const double share = a / b;
        return b == 0 || std::abs(share - std::round(share)) < 1e-9 * std::max(1.0, share);
    });
}

} // namespace

bool isText(const Json &value)
{
    return value.is_string() && value.tag() != jsoncons::semantic_tag::bigint;
}

std::expected<Json, Mismatch> scalarOf(const Json &value, QStringView type, bool lax)
{
    if (type == "string"_L1) {
        if (isText(value))
            return value;
        return no(u"string_type"_s, u"Input should be a valid string"_s);
    }
    if (type == "integer"_L1)
        return integerOf(value, lax);
    if (type == "number"_L1)
        return numberOf(value, lax);
    if (type == "boolean"_L1)
        return booleanOf(value, lax);
    if (type == "null"_L1 && !value.is_null())
        return no(u"none_required"_s, u"Input should be None"_s);
    return value;
}

bool mayBecomeNumber(const Json &value)
{
    static const QRegularExpression begun(u"^\\s*[+-]?[\\d_]*\\.?\\d*(?:[eE][+-]?\\d*)?$"_s);
    return isNumber(value) || (isText(value) && begun.match(toText(value)).hasMatch());
}

QList<Mismatch> scalarMismatches(const Json &value, const Json &schema)
{
    QList<Mismatch> out;
    if (isText(value))
        checkText(value, schema, out);
    else if (isNumber(value) && !value.is_bool())
        checkNumber(value, schema, out);
    return out;
}

QString choicesText(const Json &choices)
{
    QStringList words;
    for (const Json &choice : choices.array_range())
        words.append(pythonRepr(Value(choice)));
    if (words.size() < 2)
        return words.join(QString());
    const QString last = words.takeLast();
    return words.join(", "_L1) + " or "_L1 + last;
}

} // namespace Antiphon
