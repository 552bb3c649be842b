// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QList>
#include <QString>

#include <variant>

namespace Antiphon {

/// A key of an object or an index of a list.
using LocationStep = std::variant<QString, qint64>;

/// The way to a value, from the root; empty: the root itself.
using Location = QList<LocationStep>;

/// "books.0.title"; empty for the root.
[[nodiscard]] QString locationText(const Location &location);

/// "/books/0/title" (RFC 6901); empty for the root.
[[nodiscard]] QString pointerText(const Location &location);

/// Reads a JSON Pointer in \p value: a step into a list becomes an index.
[[nodiscard]] Location locationFromPointer(QStringView pointer, const Json &value);

/// What \p location leads to in \p value; where the way ends early, the last thing on it.
[[nodiscard]] const Json &valueAt(const Json &value, const Location &location);

/// \p location is \p other or leads to it.
[[nodiscard]] bool isAbove(const Location &location, const Location &other);

/// One thing that is wrong with an answer.
struct ValidationIssue {
    Location location = {};
    QString type = {}; ///< "missing", "int_parsing", ...: the codes of extraction.md 3.
    QString message = {}; ///< What would be right.
    Json input = Json::null(); ///< What was there; for "missing" the object it is missing in.

    friend bool operator==(const ValidationIssue &, const ValidationIssue &) = default;
};

/// All issues in the layout of extraction.md 3: what is put into a prompt and shown to people.
[[nodiscard]] QString issuesText(const QString &name, const QList<ValidationIssue> &issues);

/// `[{"loc": [...], "type", "msg", "input"}]`.
[[nodiscard]] Json toJson(const QList<ValidationIssue> &issues);

} // namespace Antiphon
