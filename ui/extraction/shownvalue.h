// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/extract/extraction.h>

#include "theme/colors.h"
#include "theme/icons.h"

#include <optional>

namespace Antiphon {
struct Attempt;
struct CallRecord;
}

namespace Antiphon::Ui {

/// The value of an answer as far as it has come.
struct GrowingValue {
    Json value = Json::null();
    bool begun = false; ///< Something of it has come.
    QList<ValidationIssue> issues = {};
    std::optional<Location> open = {}; ///< What still grows; empty: nothing does.
    int revision = 0; ///< Another one for every change.

    friend bool operator==(const GrowingValue &, const GrowingValue &) = default;
};

/// How a field of a value is, as ux.md 3.10 tells it.
enum class FieldState {
    Ok,
    Partial, ///< It still grows.
    Missing,
    Wrong, ///< It does not fit its type or limits.
    Broken, ///< A rule says no.
    Converted, ///< It came in another type.
    Repaired, ///< An attempt before got it wrong.
    Inside, ///< Something within it is wrong.
};

struct FieldLook {
    Glyph glyph = Glyph::Check;
    ColorRole role = ColorRole::Muted;
    QString word = {};
};
[[nodiscard]] FieldLook lookOf(FieldState state);

/// A value as the result tree shows it.
struct ShownValue {
    Json value = Json::null();
    bool hasValue = false;
    QList<ValidationIssue> issues = {}; ///< Their locations lead from the bare value.
    std::optional<Location> open = {}; ///< What still grows.
    bool live = false; ///< More may come.
    QList<std::pair<Location, int>> repaired = {}; ///< What an attempt before got wrong; which one.
    QList<Location> converted = {}; ///< What came in another type.
    QStringList notes = {}; ///< What reading it took, for people.
    Json schema = Json::null(); ///< Of the bare value; references lead into `root`.
    Json root = Json::null();

    friend bool operator==(const ShownValue &, const ShownValue &) = default;
};

/// What is shown while an answer comes.
[[nodiscard]] ShownValue shownValue(const Extraction &how, const GrowingValue &growing,
                                    const QList<Attempt> &before);

/// What is shown of the finished \p attempt, which came after \p before.
[[nodiscard]] ShownValue shownValue(const Extraction &how, const Attempt &attempt,
                                    const QList<Attempt> &before);

/// The text in which the value of \p attempt stands: arguments of a tool, or what was said.
[[nodiscard]] QString rawValueText(const Extraction &how, const Attempt &attempt);

/// Where the value at \p location stands in \p raw, the text of an answer: where it begins and how
/// long it is. Empty: it cannot be told.
[[nodiscard]] std::optional<std::pair<qsizetype, qsizetype>>
placeInText(const Extraction &how, const QString &raw, const Location &location);

} // namespace Antiphon::Ui
