// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/json.h>

#include <antiphon/core/words.h>

#include <jsoncons/json_cursor.hpp>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace Antiphon {

Error JsonTextError::toError(const QString &what) const
{
    return {.kind = ErrorKind::Setup,
            .message
            = Words::tr("%1, line %2, column %3: %4").arg(what).arg(line).arg(column).arg(message)};
}

QString fromUtf8(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF"; // Qt leaves one out; within JSON it is text
    if (text.starts_with(mark))
        return QChar(QChar::ByteOrderMark) + fromUtf8(text.substr(mark.size()));
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::string toUtf8(QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    return std::string(bytes.constData(), size_t(bytes.size()));
}

static jsoncons::json_options readOptions(int maxDepth)
{
    jsoncons::json_options options;
    options.max_nesting_depth(maxDepth);
    return options;
}

static QString inWords(const std::error_code &error)
{
    using E = jsoncons::json_errc;
    switch (E(error.value())) {
    case E::unexpected_eof:
        return Words::tr("the text ends too early");
    case E::max_nesting_depth_exceeded:
        return Words::tr("objects and lists are nested too deeply");
    case E::expected_comma_or_rbrace:
        return Words::tr("expected a comma or the object's closing brace");
    case E::expected_comma_or_rbracket:
        return Words::tr("expected a comma or the list's closing bracket");
    case E::extra_comma:
        return Words::tr("there is a comma too many");
    case E::expected_key:
        return Words::tr("expected a key in double quotes");
    case E::expected_colon:
        return Words::tr("expected a colon after the key");
    case E::single_quote:
        return Words::tr("texts are written in double quotes");
    default:
        return fromUtf8(error.message());
    }
}

// The parser lets the last of two equal keys win in silence; people's files must not lose one.
static std::optional<JsonTextError> findFault(const char *begin, size_t size, int maxDepth)
{
    std::error_code error;
    jsoncons::json_string_cursor cursor(std::string_view(begin, size), readOptions(maxDepth),
                                        error);
    const auto here = [&cursor](QString message) {
        return JsonTextError {int(cursor.context().line()), int(cursor.context().column()),
                              std::move(message)};
    };
    std::vector<std::set<std::string, std::less<>>> keys;
    while (!error && !cursor.done()) {
        const auto &event = cursor.current();
        switch (event.event_type()) {
        case jsoncons::staj_event_type::begin_object:
            keys.emplace_back();
            break;
        case jsoncons::staj_event_type::end_object:
            keys.pop_back();
            break;
        case jsoncons::staj_event_type::key:
            if (auto key = event.get<std::string>(); !keys.back().insert(key).second)
                return here(
                    Words::tr("the key \"%1\" appears twice in one object").arg(fromUtf8(key)));
            break;
        case jsoncons::staj_event_type::double_value:
            // Written again it would be null.
            if (!std::isfinite(event.get<double>()))
                return here(Words::tr("the number is too large"));
            break;
        default:
            break;
        }
        cursor.next(error);
    }
    if (!error)
        cursor.check_done(error);
    if (error)
        return here(inWords(error));
    return {};
}

std::expected<Json, JsonTextError> parseJson(QByteArrayView text, int maxDepth)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    try {
        if (auto fault = findFault(text.data(), size_t(text.size()), maxDepth))
            return std::unexpected(*std::move(fault));
        return Json::parse(std::string_view(text.data(), size_t(text.size())),
                           readOptions(maxDepth));
    } catch (const jsoncons::ser_error &error) {
        return std::unexpected(
            JsonTextError {int(error.line()), int(error.column()), inWords(error.code())});
    } catch (const std::exception &error) {
        return std::unexpected(JsonTextError {1, 1, fromUtf8(error.what())});
    }
}

QByteArray toBytes(const Json &value)
{
    std::string text;
    value.dump(text);
    return QByteArray(text.data(), qsizetype(text.size()));
}

static bool isScalar(const Json &value)
{
    return !value.is_object() && !value.is_array();
}

static constexpr qsizetype pageWidth = 88;

// The line an array would make on its own, empty if it has to be broken.
static QByteArray oneLine(const Json &array, qsizetype used)
{
    QByteArray line = "[";
    for (const Json &item : array.array_range()) {
        if (!isScalar(item))
            return {};
        if (line.size() > 1)
            line += ", ";
        line += toBytes(item);
        if (used + line.size() + 1 > pageWidth)
            return {};
    }
    return line + "]";
}

static void write(const Json &value, int depth, qsizetype used, QByteArray &out)
{
    const QByteArray inner(2 * (depth + 1), ' ');
    const QByteArray outer(2 * depth, ' ');
    if (value.is_object() && !value.empty()) {
        out += "{\n";
        bool first = true;
        for (const auto &member : value.object_range()) {
            if (!std::exchange(first, false))
                out += ",\n";
            const QByteArray key = inner + toBytes(Json(member.key())) + ": ";
            out += key;
            write(member.value(), depth + 1, key.size(), out);
        }
        out += "\n" + outer + "}";
    } else if (value.is_array() && !value.empty()) {
        if (const QByteArray line = oneLine(value, used); !line.isEmpty()) {
            out += line;
            return;
        }
        out += "[\n";
        bool first = true;
        for (const Json &item : value.array_range()) {
            if (!std::exchange(first, false))
                out += ",\n";
            out += inner;
            write(item, depth + 1, inner.size(), out);
        }
        out += "\n" + outer + "]";
    } else {
        out += toBytes(value);
    }
}

QByteArray toPretty(const Json &value)
{
    QByteArray out;
    write(value, 0, 0, out);
    return out + "\n";
}

Json toJson(QStringView text)
{
    return Json(toUtf8(text));
}

Json jsonObject(std::initializer_list<std::pair<std::string_view, Json>> members)
{
    Json object(jsoncons::json_object_arg);
    for (const auto &[key, value] : members)
        object.insert_or_assign(key, value);
    return object;
}

Json jsonArray(std::initializer_list<Json> items)
{
    Json array(jsoncons::json_array_arg);
    for (const Json &item : items)
        array.push_back(item);
    return array;
}

const Json *find(const Json &value, std::string_view key)
{
    if (!value.is_object())
        return nullptr;
    const auto found = value.find(key);
    return found == value.object_range().end() ? nullptr : &found->value();
}

QString toText(const Json &value)
{
    return value.is_string() ? fromUtf8(value.as_string_view()) : QString();
}

QString textOf(const Json &value, std::string_view key, const QString &fallback)
{
    const Json *member = find(value, key);
    return member && member->is_string() ? toText(*member) : fallback;
}

Json merged(const Json &base, const Json &over)
{
    if (!base.is_object() || !over.is_object())
        return over;
    Json result = base;
    for (const auto &member : over.object_range()) {
        const Json *below = find(base, member.key());
        result.insert_or_assign(member.key(),
                                below ? merged(*below, member.value()) : member.value());
    }
    return result;
}

} // namespace Antiphon
