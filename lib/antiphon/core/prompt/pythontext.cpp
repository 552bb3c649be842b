// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/pythontext.h>

#include <QStringList>

#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

bool operator==(const Tuple &a, const Tuple &b)
{
    return a.items == b.items;
}

bool operator==(const Object &a, const Object &b)
{
    return a.members == b.members;
}

bool operator==(const Map &a, const Map &b)
{
    return a.entries == b.entries;
}

bool operator==(const List &a, const List &b)
{
    return a.items == b.items;
}

bool isPythonSpace(QChar character)
{
    return character.isSpace() || (character >= u'\x1c' && character <= u'\x1f');
}

QString pythonFloat(double value)
{
    if (std::isnan(value))
        return u"nan"_s;
    if (std::isinf(value))
        return value < 0 ? u"-inf"_s : u"inf"_s;

    std::array<char, 64> buffer {};
    const double size = std::fabs(value);
    // Python turns to an exponent below 1e-4 and from 1e16 on.
    const bool exponent = size != 0 && (size < 1e-4 || size >= 1e16);
    const auto form = exponent ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, form).ptr;
    QString text = QString::fromLatin1(buffer.data(), end - buffer.data());
    if (!exponent && !text.contains(u'.'))
        text += u".0"_s;
    return text;
}

// --- Strings -------------------------------------------------------------------------------------

static bool isPrintable(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Separator_Space:
        return character == U' ';
    default:
        return true;
    }
}

static QString escaped(char32_t character)
{
    const auto hex = [character](int digits) {
        return QString::number(uint(character), 16).rightJustified(digits, u'0');
    };
    if (character <= 0xff)
        return u"\\x"_s + hex(2);
    if (character <= 0xffff)
        return u"\\u"_s + hex(4);
    return u"\\U"_s + hex(8);
}

QString pythonQuoted(const QString &text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString out = quote;
    for (const uint code : text.toUcs4()) {
        const auto character = char32_t(code);
        if (character == quote.unicode() || character == U'\\')
            out += u'\\' + QString(QChar(char16_t(character)));
        else if (character == U'\n')
            out += u"\\n"_s;
        else if (character == U'\r')
            out += u"\\r"_s;
        else if (character == U'\t')
            out += u"\\t"_s;
        else if (isPrintable(character))
            out += QString::fromUcs4(&character, 1);
        else
            out += escaped(character);
    }
    return out + quote;
}

static QString quotedBytes(const QByteArray &bytes)
{
    const char quote = bytes.contains('\'') && !bytes.contains('"') ? '"' : '\'';
    QString out = u"b"_s + QLatin1Char(quote);
    for (const char byte : bytes) {
        if (byte == quote || byte == '\\')
            out += u'\\' + QString(QLatin1Char(byte));
        else if (byte == '\n')
            out += u"\\n"_s;
        else if (byte == '\r')
            out += u"\\r"_s;
        else if (byte == '\t')
            out += u"\\t"_s;
        else if (byte >= 0x20 && byte < 0x7f)
            out += QLatin1Char(byte);
        else
            out += escaped(char32_t(static_cast<unsigned char>(byte)));
    }
    return out + QLatin1Char(quote);
}

// --- Values --------------------------------------------------------------------------------------

static bool isBigNumber(const Json &json)
{
    return json.is_string()
        && (json.tag() == jsoncons::semantic_tag::bigint
            || json.tag() == jsoncons::semantic_tag::bigdec);
}

static QString enclosed(QChar open, const QStringList &items, QChar close)
{
    return open + items.join(", "_L1) + close;
}

static QString repr(const Json &json)
{
    if (json.is_null())
        return u"None"_s;
    if (json.is_bool())
        return json.as<bool>() ? u"True"_s : u"False"_s;
    if (isBigNumber(json))
        return fromUtf8(json.as_string_view());
    if (json.is_string())
        return pythonQuoted(toText(json));
    if (json.is_double())
        return pythonFloat(json.as<double>());
    if (json.is_uint64())
        return QString::number(json.as<quint64>());
    if (json.is_int64())
        return QString::number(json.as<qint64>());
    QStringList items;
    if (json.is_array()) {
        for (const Json &item : json.array_range())
            items += repr(item);
        return enclosed(u'[', items, u']');
    }
    if (json.is_object()) {
        for (const auto &member : json.object_range())
            items += pythonQuoted(fromUtf8(member.key())) + u": "_s + repr(member.value());
        return enclosed(u'{', items, u'}');
    }
    return fromUtf8(json.to_string());
}

static QString reprOf(const QByteArray &bytes)
{
    return quotedBytes(bytes);
}

static QString reprOf(const Json &json)
{
    return repr(json);
}

static QString reprOf(const SpecialFloat &number)
{
    return pythonFloat(number.value);
}

static QStringList reprs(const QList<Value> &values)
{
    QStringList items;
    for (const Value &value : values)
        items += pythonRepr(value);
    return items;
}

static QString reprOf(const List &list)
{
    return enclosed(u'[', reprs(list.items), u']');
}

static QString reprOf(const Tuple &tuple)
{
    if (tuple.items.size() == 1)
        return u'(' + pythonRepr(tuple.items.first()) + u",)"_s;
    return enclosed(u'(', reprs(tuple.items), u')');
}

static QString reprOf(const Map &map)
{
    QStringList items;
    for (const auto &[key, value] : map.entries)
        items += pythonQuoted(key) + u": "_s + pythonRepr(value);
    return enclosed(u'{', items, u'}');
}

static QString reprOf(const Object &object)
{
    QStringList items;
    for (const auto &[key, value] : object.members)
        items += key + u'=' + pythonRepr(value);
    return u"namespace"_s + enclosed(u'(', items, u')');
}

static Json partJson(const ContentPart &part)
{
    // Two parts, so that content is a list even when this one is text.
    const Json message = toJson(Message {.role = Role::User, .parts = {part, Text {}}});
    const Json *content = find(message, "content");
    return content && content->is_array() && !content->empty() ? content->at(0) : Json::null();
}

static QString reprOf(const ContentPart &part)
{
    return repr(partJson(part));
}

static QString reprOf(const Message &message)
{
    return repr(toJson(message));
}

QString pythonRepr(const Value &value)
{
    return std::visit([](const auto &held) { return reprOf(held); }, value.held);
}

QString pythonStr(const Value &value)
{
    if (const auto *json = std::get_if<Json>(&value.held); json && json->is_string())
        return toText(*json);
    if (const auto *message = std::get_if<Message>(&value.held))
        return plainText(*message); // an answer used as a value is written as its text
    if (const auto *part = std::get_if<ContentPart>(&value.held)) {
        if (const auto *text = std::get_if<Text>(part))
            return text->text;
    }
    return pythonRepr(value);
}

QString pythonAscii(const Value &value)
{
    QString out;
    for (const uint code : pythonRepr(value).toUcs4())
        out += code < 0x80 ? QString(QChar(char16_t(code))) : escaped(char32_t(code));
    return out;
}

QString pythonTypeName(const Value &value)
{
    if (std::holds_alternative<QByteArray>(value.held))
        return u"bytes"_s;
    if (std::holds_alternative<SpecialFloat>(value.held))
        return u"float"_s;
    if (std::holds_alternative<List>(value.held))
        return u"list"_s;
    if (std::holds_alternative<Tuple>(value.held))
        return u"tuple"_s;
    if (std::holds_alternative<Map>(value.held))
        return u"dict"_s;
    const auto *json = std::get_if<Json>(&value.held);
    if (!json)
        return u"object"_s;
    if (json->is_null())
        return u"NoneType"_s;
    if (json->is_bool())
        return u"bool"_s;
    if (isBigNumber(*json))
        return json->tag() == jsoncons::semantic_tag::bigint ? u"int"_s : u"float"_s;
    if (json->is_string())
        return u"str"_s;
    if (json->is_double())
        return u"float"_s;
    if (json->is_number())
        return u"int"_s;
    return json->is_array() ? u"list"_s : u"dict"_s;
}

// --- JSON ----------------------------------------------------------------------------------------

static Json arrayOf(const QList<Value> &values)
{
    Json out = jsonArray();
    for (const Value &value : values)
        out.push_back(jsonOf(value));
    return out;
}

static Json objectOf(const QList<std::pair<QString, Value>> &members)
{
    Json out = jsonObject();
    for (const auto &[key, value] : members)
        out.insert_or_assign(toUtf8(key), jsonOf(value));
    return out;
}

Json jsonOf(const Value &value)
{
    struct Convert {
        Json operator()(const Json &json) const { return json; }
        Json operator()(const QByteArray &bytes) const
        {
            return toJson(QString::fromLatin1(bytes.toBase64()));
        }
        Json operator()(const SpecialFloat &number) const
        {
            return toJson(pythonFloat(number.value)); // JSON has no such number
        }
        Json operator()(const List &list) const { return arrayOf(list.items); }
        Json operator()(const Tuple &tuple) const { return arrayOf(tuple.items); }
        Json operator()(const Map &map) const { return objectOf(map.entries); }
        Json operator()(const Object &object) const { return objectOf(object.members); }
        Json operator()(const ContentPart &part) const { return partJson(part); }
        Json operator()(const Message &message) const { return toJson(message); }
    };
    return std::visit(Convert {}, value.held);
}

} // namespace Antiphon
