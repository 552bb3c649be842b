// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "jsonreader.h"

#include <QByteArray>

#include <cmath>

namespace Antiphon {

// Where simdjson sees only whole characters, a lone \uD83D travels as the private character
// U+10D83D and is put back by textOf(). Nobody uses that end of plane 16.
static constexpr char32_t loneSurrogateBase = 0x10'0000;

static std::optional<char16_t> unicodeEscapeAt(QByteArrayView text, qsizetype at)
{
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return {};
    bool ok = false;
    const ushort unit = text.sliced(at + 2, 4).toByteArray().toUShort(&ok, 16);
    return ok ? std::optional<char16_t>(unit) : std::nullopt;
}

static void appendEscape(QByteArray &out, char16_t unit)
{
    out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

static QByteArray withoutLoneSurrogates(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 64);
    for (qsizetype i = 0; i < text.size();) {
        const auto unit = unicodeEscapeAt(text, i);
        if (!unit) {
            const bool escape = text[i] == '\\' && i + 1 < text.size();
            out += text.sliced(i, escape ? 2 : 1);
            i += escape ? 2 : 1;
            continue;
        }
        const auto next = unicodeEscapeAt(text, i + 6);
        if (QChar::isHighSurrogate(*unit) && next && QChar::isLowSurrogate(*next)) {
            out += text.sliced(i, 12);
            i += 12;
        } else if (QChar::isSurrogate(*unit)) {
            const char32_t stand_in = loneSurrogateBase + *unit;
            appendEscape(out, QChar::highSurrogate(stand_in));
            appendEscape(out, QChar::lowSurrogate(stand_in));
            i += 6;
        } else {
            out += text.sliced(i, 6);
            i += 6;
        }
    }
    return out;
}

QString JsonView::textOf(std::string_view text) const
{
    QString out = fromUtf8(text);
    if (!m_hasLoneSurrogates)
        return out;
    for (qsizetype i = 0; i + 1 < out.size(); ++i) {
        if (!out[i].isHighSurrogate() || !out[i + 1].isLowSurrogate())
            continue;
        const char32_t code = QChar::surrogateToUcs4(out[i], out[i + 1]);
        if (code >= loneSurrogateBase + 0xD800 && code <= loneSurrogateBase + 0xDFFF)
            out.replace(i, 2, QChar(char16_t(code - loneSurrogateBase)));
    }
    return out;
}

JsonView JsonView::operator[](std::string_view key) const
{
    simdjson::dom::object object;
    simdjson::dom::element member;
    if (!m_exists || m_element.get(object) != simdjson::SUCCESS
        || object.at_key(key).get(member) != simdjson::SUCCESS)
        return {};
    return {member, m_hasLoneSurrogates};
}

JsonView JsonView::operator[](int index) const
{
    simdjson::dom::array array;
    simdjson::dom::element item;
    if (!m_exists || m_element.get(array) != simdjson::SUCCESS
        || array.at(size_t(index)).get(item) != simdjson::SUCCESS)
        return {};
    return {item, m_hasLoneSurrogates};
}

std::string_view JsonView::utf8() const
{
    std::string_view text;
    return m_exists && m_element.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

QString JsonView::toString() const
{
    const std::string_view text = utf8();
    return text.empty() ? QString() : textOf(text);
}

QString JsonView::scalarToString() const
{
    if (const auto number = toInt())
        return QString::number(*number);
    if (isNumber())
        return QString::number(toDouble());
    return toString();
}

bool JsonView::toBool() const
{
    bool value = false;
    return m_exists && m_element.get(value) == simdjson::SUCCESS && value;
}

double JsonView::toDouble() const
{
    double value = 0;
    return m_exists && m_element.get(value) == simdjson::SUCCESS ? value : 0;
}

std::optional<qint64> JsonView::toInt() const
{
    int64_t whole = 0;
    double number = 0;
    if (!m_exists)
        return {};
    if (m_element.get(whole) == simdjson::SUCCESS)
        return whole;
    constexpr double exact = 9'007'199'254'740'992.0;
    if (m_element.get(number) == simdjson::SUCCESS && std::abs(number) <= exact
        && number == std::floor(number))
        return qint64(number);
    return {};
}

Json JsonView::toJson() const
{
    if (!m_exists)
        return Json::null();
    switch (m_element.type()) {
    case simdjson::dom::element_type::OBJECT: {
        Json object(jsoncons::json_object_arg);
        for (const auto member : simdjson::dom::object(m_element))
            object.insert_or_assign(member.key,
                                    JsonView(member.value, m_hasLoneSurrogates).toJson());
        return object;
    }
    case simdjson::dom::element_type::ARRAY: {
        Json array(jsoncons::json_array_arg);
        forEach([&](const JsonView &item) { array.push_back(item.toJson()); });
        return array;
    }
    case simdjson::dom::element_type::INT64:
        return Json(int64_t(m_element));
    case simdjson::dom::element_type::UINT64:
        return Json(uint64_t(m_element));
    case simdjson::dom::element_type::DOUBLE:
        return Json(double(m_element));
    case simdjson::dom::element_type::STRING:
        return Json(utf8());
    case simdjson::dom::element_type::BOOL:
        return Json(bool(m_element));
    case simdjson::dom::element_type::NULL_VALUE:
        break;
    }
    return Json::null();
}

JsonView JsonReader::read(QByteArrayView text)
{
    const auto parse = [this](QByteArrayView bytes, simdjson::dom::element &root) {
        return m_parser.parse(bytes.data(), size_t(bytes.size()), true).get(root);
    };
    simdjson::dom::element root;
    if (text.isEmpty())
        return {};
    switch (parse(text, root)) {
    case simdjson::SUCCESS:
        return {root, false};
    case simdjson::UTF8_ERROR:
        if (parse(QString::fromUtf8(text).toUtf8(), root) == simdjson::SUCCESS)
            return {root, false};
        return {};
    case simdjson::STRING_ERROR:
        if (parse(withoutLoneSurrogates(text), root) == simdjson::SUCCESS)
            return {root, true};
        return {};
    default:
        return {};
    }
}

} // namespace Antiphon
