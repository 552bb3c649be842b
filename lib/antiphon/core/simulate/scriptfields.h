// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/simulate/script.h>

#include <algorithm>
#include <span>

// How simulator scripts are read: tables of fields, and errors that name the path.

namespace Antiphon::ScriptFields {

inline constexpr double forever = 1e15; ///< The largest time or pace.

[[nodiscard]] std::unexpected<Error> wrong(const QString &path, const QString &what);
[[nodiscard]] std::unexpected<Error> unknownField(const QString &path, const QStringList &known);
[[nodiscard]] std::unexpected<Error> noObject(const QString &path);

/// One field of an object: its name, and how its value is read into a T.
template<typename T>
struct Field {
    std::string_view name;
    Result<> (*read)(T &into, const Json &value, const QString &path);
};

/// Reads the members of \p object by \p fields; a member that is not one of them is an error.
template<typename T>
Result<> readFields(std::span<const Field<T>> fields, T &into, const Json &object,
                    const QString &path)
{
    if (!object.is_object())
        return noObject(path);
    for (const auto &member : object.object_range()) {
        const QString at = path + QLatin1Char('.') + fromUtf8(member.key());
        const auto field
            = std::ranges::find(fields, std::string_view(member.key()), &Field<T>::name);
        if (field == fields.end()) {
            QStringList known;
            for (const Field<T> &one : fields)
                known.append(fromUtf8(one.name));
            return unknownField(at, known);
        }
        if (const auto done = field->read(into, member.value(), at); !done)
            return done;
    }
    return {};
}

Result<> readText(QString &into, const Json &value, const QString &path);
Result<> readNumber(double &into, const Json &value, const QString &path, double min, double max);
Result<> readWhole(int &into, const Json &value, const QString &path, int min);

/// `[min, max]`, both at least 1.
Result<> readRange(int &min, int &max, const Json &value, const QString &path);
Result<> readOneOf(QString &into, const Json &value, const QString &path,
                   const QStringList &choices);

/// One step over \p base.
[[nodiscard]] Result<SimulatedStep> stepFromJson(const Json &value, SimulatedStep base,
                                                 const QString &path);

} // namespace Antiphon::ScriptFields
