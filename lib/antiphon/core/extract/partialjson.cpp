// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/partialjson.h>

#include <antiphon/core/words.h>

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr std::array<std::string_view, 6> words {"true", "false",    "null",
                                                 "NaN",  "Infinity", "-Infinity"};

Json wordValue(std::string_view word)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (word == "true" || word == "false")
        return Json(word == "true");
    if (word == "null")
        return Json::null();
    if (word == "NaN")
        return Json(std::numeric_limits<double>::quiet_NaN());
    return Json(word.front() == '-' ? -infinity : infinity);
}

template<typename Number>
std::optional<Number> read(const std::string &token)
{
    Number number {};
    const char *end = token.data() + token.size();
    const auto [stop, error] = std::from_chars(token.data(), end, number);
    if (error != std::errc() || stop != end)
        return {};
    return number;
}

Json numberValue(const std::string &token)
{
    if (token.find_first_of(".eE") != std::string::npos) {
        if (const auto real = read<double>(token))
            return Json(*real);
        // Out of range: nothing, or more than there is.
        const bool tiny = token.find("e-") != std::string::npos
            || token.find("E-") != std::string::npos || token.starts_with("0.")
            || token.starts_with("-0.");
        const double infinity = std::numeric_limits<double>::infinity();
        return Json(tiny ? 0.0 : token.starts_with('-') ? -infinity : infinity);
    }
    if (const auto whole = read<qint64>(token))
        return Json(*whole);
    if (const auto large = read<quint64>(token))
        return Json(*large);
    return Json(token, jsoncons::semantic_tag::bigint);
}

// The bytes of a character that is not whole yet, at the end of \p text.
size_t unfinishedBytes(std::string_view text)
{
    for (size_t back = 1; back <= std::min<size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xc0) == 0x80)
            continue;
        const size_t needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return back < needed ? back : 0;
    }
    return 0;
}

} // namespace

PartialJson::PartialJson(PartialMode mode)
    : m_mode(mode)
{
}

const Json *PartialJson::value() const
{
    return m_hasRoot && !m_error ? &m_root : nullptr;
}

void PartialJson::feed(QByteArrayView bytes)
{
    if (m_error)
        return;
    retract();
    for (const char c : bytes) {
        if (c == '\n') {
            ++m_line;
            m_column = 0;
        } else {
            ++m_column;
        }
        step(c);
        if (m_error)
            return;
    }
    present();
    noteOpen();
}

void PartialJson::step(char c)
{
    switch (m_state) {
    case State::Text:
        inText(c);
        return;
    case State::Escape:
        escaped(c);
        return;
    case State::Unicode:
        hexDigit(c);
        return;
    case State::LowEscape:
    case State::LowU: {
        const bool first = m_state == State::LowEscape;
        if (c != (first ? '\\' : 'u'))
            return fail(Words::tr("half a character in a \\u escape"));
        m_state = first ? State::LowU : State::Unicode;
        return;
    }
    case State::Number:
        inNumber(c);
        return;
    case State::Word:
        inWord(c);
        return;
    default:
        break;
    }
    if (isSpace(c))
        return;
    switch (m_state) {
    case State::FirstItem:
        if (c == ']')
            return closeContainer();
        [[fallthrough]];
    case State::Value:
        if (!valueStarts(c))
            fail(Words::tr("expected a value"));
        return;
    case State::FirstKey:
        if (c == '}')
            return closeContainer();
        [[fallthrough]];
    case State::Key:
        if (c != '"')
            return fail(Words::tr("expected a key in double quotes"));
        return beginText(true);
    case State::Colon:
        if (c != ':')
            return fail(Words::tr("expected a colon after the key"));
        m_state = State::Value;
        return;
    case State::After:
        return after(c);
    default:
        if (m_mode == PartialMode::Off)
            fail(Words::tr("there is something behind the value"));
        return;
    }
}

bool PartialJson::valueStarts(char c)
{
    m_token.clear();
    if (c == '{' || c == '[') {
        openContainer(c);
    } else if (c == '"') {
        beginText(false);
    } else if (c == '-' || isDigit(c)) {
        m_state = State::Number;
        m_token += c;
        m_number = c == '-' ? Digits::Sign : c == '0' ? Digits::Zero : Digits::Whole;
    } else if (c == 't' || c == 'f' || c == 'n' || c == 'N' || c == 'I') {
        m_state = State::Word;
        m_token += c;
    } else {
        return false;
    }
    return true;
}

void PartialJson::openContainer(char c)
{
    if (m_levels.size() >= size_t(maxDepth))
        return fail(Words::tr("objects and lists are nested too deeply"));
    Json *container = put(c == '{' ? jsonObject() : jsonArray());
    m_levels.push_back({.container = container});
    m_state = c == '{' ? State::FirstKey : State::FirstItem;
}

void PartialJson::closeContainer()
{
    m_levels.pop_back();
    m_state = m_levels.empty() ? State::Done : State::After;
}

// A wrong character ends the container; to the one around it, it may be the right one.
void PartialJson::after(char c)
{
    while (m_state == State::After) {
        const bool list = m_levels.back().container->is_array();
        if (c == ',') {
            m_state = list ? State::Value : State::Key;
            return;
        }
        const bool right = c == (list ? ']' : '}');
        if (!right && m_mode == PartialMode::Off)
            return fail(Words::tr("expected a comma or the closing bracket"));
        closeContainer();
        if (right)
            return;
    }
}

void PartialJson::beginText(bool isKey)
{
    m_token.clear();
    m_isKey = isKey;
    m_state = State::Text;
}

void PartialJson::inText(char c)
{
    if (c == '"')
        endText();
    else if (c == '\\')
        m_state = State::Escape;
    else if (static_cast<unsigned char>(c) < 0x20)
        fail(Words::tr("a line break or another control character inside a text"));
    else
        m_token += c;
}

void PartialJson::escaped(char c)
{
    static constexpr std::string_view names = "\"\\/bfnrt";
    static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    m_state = State::Text;
    if (const auto at = names.find(c); at != std::string_view::npos) {
        m_token += meanings[at];
    } else if (c == 'u') {
        m_state = State::Unicode;
        m_unit = 0;
        m_digits = 0;
    } else {
        fail(Words::tr("an unknown escape inside a text"));
    }
}

void PartialJson::hexDigit(char c)
{
    unsigned digit = 0;
    if (std::from_chars(&c, &c + 1, digit, 16).ec != std::errc())
        return fail(Words::tr("a \\u escape takes four digits"));
    m_unit = m_unit * 16 + digit;
    if (++m_digits == 4)
        unicodeUnit();
}

void PartialJson::unicodeUnit()
{
    m_digits = 0;
    const unsigned unit = std::exchange(m_unit, 0);
    const bool low = unit >= 0xdc00 && unit < 0xe000;
    if (low != (m_high != 0))
        return fail(Words::tr("half a character in a \\u escape"));
    if (unit >= 0xd800 && unit < 0xdc00) {
        m_high = unit;
        m_state = State::LowEscape;
        return;
    }
    const unsigned high = std::exchange(m_high, 0);
    append(low ? 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00) : unit);
    m_state = State::Text;
}

void PartialJson::append(char32_t character)
{
    const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
    m_token.append(bytes.constData(), size_t(bytes.size()));
}

void PartialJson::endText()
{
    if (!QUtf8StringView(m_token.data(), qsizetype(m_token.size())).isValidUtf8())
        return fail(Words::tr("a text that is not UTF-8"));
    if (m_isKey) {
        m_levels.back().key = m_token;
        m_state = State::Colon;
        return;
    }
    put(Json(m_token));
}

void PartialJson::inNumber(char c)
{
    using enum Digits;
    const bool point = c == '.' && (m_number == Zero || m_number == Whole);
    const bool e
        = (c == 'e' || c == 'E') && (m_number == Zero || m_number == Whole || m_number == Fraction);
    if (m_number == Sign && c == 'I') {
        m_state = State::Word;
    } else if (point) {
        m_number = Point;
    } else if (e) {
        m_number = E;
    } else if (m_number == E && (c == '+' || c == '-')) {
        m_number = ExponentSign;
    } else if (isDigit(c) && m_number != Zero) {
        if (m_number == Sign)
            m_number = c == '0' ? Zero : Whole;
        else if (m_number == Point)
            m_number = Fraction;
        else if (m_number == E || m_number == ExponentSign)
            m_number = Exponent;
    } else {
        const auto number = openValue();
        if (!number || isDigit(c))
            return fail(Words::tr("this is no number"));
        put(*number);
        step(c);
        return;
    }
    m_token += c;
}

void PartialJson::inWord(char c)
{
    m_token += c;
    const bool begins = std::ranges::any_of(
        words, [this](std::string_view word) { return word.starts_with(m_token); });
    if (!begins)
        return fail(Words::tr("expected true, false or null"));
    if (std::ranges::find(words, m_token) != words.end())
        put(wordValue(m_token));
}

// Puts a whole value where one has to come.
Json *PartialJson::put(Json value)
{
    m_state = m_levels.empty() ? State::Done : State::After;
    if (m_levels.empty()) {
        m_root = std::move(value);
        m_hasRoot = true;
        return &m_root;
    }
    Json &container = *m_levels.back().container;
    if (container.is_array()) {
        container.push_back(std::move(value));
        return &container[container.size() - 1];
    }
    return &container.insert_or_assign(m_levels.back().key, std::move(value)).first->value();
}

std::optional<Json> PartialJson::openValue() const
{
    using enum Digits;
    switch (m_state) {
    case State::Number:
        if (m_number == Zero || m_number == Whole || m_number == Fraction || m_number == Exponent)
            return numberValue(m_token);
        return {};
    case State::Text:
    case State::Escape:
        break;
    case State::Unicode:
    case State::LowEscape:
    case State::LowU:
        if (m_mode != PartialMode::Growing)
            return {};
        break;
    default:
        return {};
    }
    if (m_isKey || m_mode == PartialMode::Off || m_mode == PartialMode::Complete)
        return {};
    const std::string whole = m_token.substr(0, m_token.size() - unfinishedBytes(m_token));
    if (!QUtf8StringView(whole.data(), qsizetype(whole.size())).isValidUtf8())
        return {};
    return Json(whole);
}

// Shows the open value in the tree until the next feed.
void PartialJson::present()
{
    auto open = openValue();
    if (!open)
        return;
    m_presented = true;
    const State state = m_state;
    if (!m_levels.empty() && m_levels.back().container->is_object()) {
        if (const Json *equal = find(*m_levels.back().container, m_levels.back().key))
            m_covered = *equal;
    }
    put(*std::move(open));
    m_state = state;
}

void PartialJson::retract()
{
    if (!std::exchange(m_presented, false))
        return;
    if (m_levels.empty()) {
        m_hasRoot = false;
        return;
    }
    Json &container = *m_levels.back().container;
    if (container.is_array())
        container.erase(container.array_range().end() - 1);
    else if (m_covered)
        container.insert_or_assign(m_levels.back().key, *std::exchange(m_covered, {}));
    else
        container.erase(m_levels.back().key);
}

void PartialJson::noteOpen()
{
    m_open.clear();
    for (size_t i = 0; i < m_levels.size(); ++i) {
        const bool inDeepest = i + 1 == m_levels.size();
        if (inDeepest && !m_presented)
            break;
        const Level &level = m_levels[i];
        if (level.container->is_array())
            m_open.append(qint64(level.container->size()) - 1);
        else
            m_open.append(fromUtf8(level.key));
    }
}

void PartialJson::fail(const QString &what)
{
    m_error = JsonTextError {m_line, m_column, what};
}

// The text is over: a number at its very end is whole.
void PartialJson::finish()
{
    if (m_error)
        return;
    if (m_mode == PartialMode::Off && m_state == State::Number && m_levels.empty()) {
        retract();
        if (const auto number = openValue())
            put(*number);
    }
    if (!m_hasRoot || (m_mode == PartialMode::Off && m_state != State::Done))
        fail(Words::tr("the text ends too early"));
}

std::expected<Json, JsonTextError> parsePartialJson(QByteArrayView text, PartialMode mode)
{
    PartialJson reader(mode);
    reader.feed(text);
    reader.finish();
    if (reader.m_error)
        return std::unexpected(*reader.m_error);
    return *reader.value();
}

} // namespace Antiphon
