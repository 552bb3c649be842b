// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/jsonfields.h>

#include <antiphon/core/words.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {
}

QString jsonTypeName(const Json &value)
{
    if (value.is_null())
        return Words::tr("null");
    if (value.is_bool())
        return Words::tr("true or false");
    if (value.is_string())
        return Words::tr("text");
    if (value.is_number())
        return Words::tr("a number");
    return value.is_array() ? Words::tr("a list") : Words::tr("an object");
}

JsonFields::JsonFields(const Json &value, QString path)
    : m_path(std::move(path))
{
    if (value.is_object()) {
        m_value = &value;
        return;
    }
    const auto what = Words::tr("must be an object, not %1.").arg(jsonTypeName(value));
    m_error = Error {.kind = ErrorKind::Setup,
                     .message = m_path.isEmpty() ? Words::tr("The file %1").arg(what)
                                                 : u"%1: %2"_s.arg(m_path, what)};
}

QString JsonFields::pathOf(std::string_view key) const
{
    const auto name = fromUtf8(key);
    return m_path.isEmpty() ? name : m_path + u'.' + name;
}

const Json *JsonFields::member(std::string_view key)
{
    m_asked.append(fromUtf8(key));
    return m_value ? find(*m_value, key) : nullptr;
}

void JsonFields::reject(std::string_view key, const QString &what)
{
    if (!m_error)
        m_error = Error {.kind = ErrorKind::Setup, .message = u"%1: %2"_s.arg(pathOf(key), what)};
}

void JsonFields::reject(const std::optional<Error> &error)
{
    if (!m_error)
        m_error = error;
}

QString JsonFields::text(std::string_view key, const QString &fallback)
{
    const auto *value = member(key);
    if (!value)
        return fallback;
    if (value->is_string())
        return toText(*value);
    reject(key, Words::tr("must be text, not %1.").arg(jsonTypeName(*value)));
    return fallback;
}

bool JsonFields::flag(std::string_view key, bool fallback)
{
    const auto *value = member(key);
    if (!value)
        return fallback;
    if (value->is_bool())
        return value->as<bool>();
    reject(key, Words::tr("must be true or false, not %1.").arg(jsonTypeName(*value)));
    return fallback;
}

double JsonFields::number(std::string_view key, double fallback, double min, double max)
{
    const auto *value = member(key);
    if (!value)
        return fallback;
    if (!value->is_number()) {
        reject(key, Words::tr("must be a number, not %1.").arg(jsonTypeName(*value)));
        return fallback;
    }
    const double number = value->as<double>();
    if (std::isfinite(number) && number >= min && number <= max)
        return number;
    if (max < 1e300)
        reject(key, Words::tr("must be between %1 and %2.").arg(min).arg(max));
    else
        reject(key, Words::tr("must be %1 or more.").arg(min));
    return fallback;
}

std::optional<double> JsonFields::number(std::string_view key)
{
    const auto *value = m_value ? find(*m_value, key) : nullptr;
    if (value && !value->is_null())
        return number(key, 0, 0);
    m_asked.append(fromUtf8(key));
    return {};
}

qint64 JsonFields::integer(std::string_view key, qint64 fallback, qint64 min, qint64 max)
{
    const auto *value = member(key);
    if (!value)
        return fallback;
    if (value->is_number() && value->is<qint64>() && value->as<qint64>() >= min
        && value->as<qint64>() <= max)
        return value->as<qint64>();
    reject(key, Words::tr("must be a whole number from %1 to %2.").arg(min).arg(max));
    return fallback;
}

QStringList JsonFields::texts(std::string_view key, const QStringList &fallback)
{
    const auto *value = member(key);
    if (!value)
        return fallback;
    QStringList out;
    bool good = value->is_array();
    if (good) {
        for (const auto &item : value->array_range()) {
            good = good && item.is_string();
            out.append(toText(item));
        }
    }
    if (good)
        return out;
    reject(key, Words::tr("must be a list of texts, as in [\"a\", \"b\"]."));
    return fallback;
}

qsizetype JsonFields::choice(std::string_view key, const QStringList &words, qsizetype fallback)
{
    const auto given = text(key, words.value(fallback));
    const auto at = words.indexOf(given);
    if (at >= 0)
        return at;
    reject(key, Words::tr("must be one of %1, not \"%2\".").arg(words.join(", "_L1), given));
    return fallback;
}

JsonFields JsonFields::object(std::string_view key)
{
    static const Json empty {jsoncons::json_object_arg};
    const auto *value = member(key);
    return JsonFields(value ? *value : empty, pathOf(key));
}

QStringList JsonFields::unknown() const
{
    QStringList out;
    if (!m_value)
        return out;
    for (const auto &entry : m_value->object_range()) {
        const auto key = fromUtf8(entry.key());
        if (key != "note"_L1 && !m_asked.contains(key))
            out.append(pathOf(entry.key()));
    }
    return out;
}

} // namespace Antiphon
