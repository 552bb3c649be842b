// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>

#include <QByteArrayView>
#include <QString>

#include <jsoncons/json.hpp>

#include <expected>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace Antiphon {

/// The one JSON type for everything that people or providers read again. Keeps the order of keys.
using Json = jsoncons::ojson;

/// Where and why a text is not the JSON we accept. Line and column count from 1.
struct JsonTextError {
    int line = 0;
    int column = 0;
    QString message = {};

    [[nodiscard]] Error toError(const QString &what) const;

    friend bool operator==(const JsonTextError &, const JsonTextError &) = default;
};

/// Reads one JSON text: UTF-8, no duplicate keys, no NaN, at most \p maxDepth levels. Never throws.
[[nodiscard]] std::expected<Json, JsonTextError> parseJson(QByteArrayView text, int maxDepth = 64);

/// Compact, one line, no newline at the end. Keys in their order, characters unescaped.
[[nodiscard]] QByteArray toBytes(const Json &value);

/// The layout of project files (project-format.md 3): 2 spaces, one key a line, arrays of short
/// scalars on one line up to 88 columns, newline at the end. Stable: the same value, the same
/// bytes.
[[nodiscard]] QByteArray toPretty(const Json &value);

[[nodiscard]] Json toJson(QStringView text);
[[nodiscard]] Json jsonObject(std::initializer_list<std::pair<std::string_view, Json>> members
                              = {});
[[nodiscard]] Json jsonArray(std::initializer_list<Json> items = {});

/// The member \p key of an object; nullptr when \p value is no object or has no such member.
[[nodiscard]] const Json *find(const Json &value, std::string_view key);

/// A string value as text; empty for anything else.
[[nodiscard]] QString toText(const Json &value);

/// Member \p key as text, \p fallback when it is absent or no string.
[[nodiscard]] QString textOf(const Json &value, std::string_view key, const QString &fallback = {});

/// A key or other UTF-8 text of jsoncons as a QString, and back.
[[nodiscard]] QString fromUtf8(std::string_view text);
[[nodiscard]] std::string toUtf8(QStringView text);

/// \p over laid over \p base: members of objects merge recursively, everything else is replaced.
[[nodiscard]] Json merged(const Json &base, const Json &over);

} // namespace Antiphon
