// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QList>
#include <QStringList>

namespace Antiphon {

/// One difference between two JSON values.
struct JsonChange {
    QString path = {}; ///< "messages[2].content"; empty: the whole value.
    std::optional<Json> before = {}; ///< Empty: it was not there.
    std::optional<Json> after = {}; ///< Empty: it is no longer there.

    friend bool operator==(const JsonChange &, const JsonChange &) = default;
};

/// What is different in \p after, in its order; what it lacks stands where \p before had it. Lists
/// are compared so that one more entry in the middle is one difference.
[[nodiscard]] QList<JsonChange> jsonChanges(const Json &before, const Json &after);

/// A line of two texts laid over each other.
struct DiffLine {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text = {};

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// \p before and \p after line by line, with as many lines in common as there are. Very large texts
/// that have little in common are told as removed and added whole.
[[nodiscard]] QList<DiffLine> lineDiff(const QStringList &before, const QStringList &after);

} // namespace Antiphon
