// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/extract/location.h>
#include <antiphon/core/json.h>

#include <QString>

#include <optional>

namespace Antiphon {

/// Where a value stands in a JSON text, in characters (UTF-16), and where those within it do.
struct JsonSpan {
    qsizetype begin = 0;
    qsizetype end = 0; ///< Behind it.
    qsizetype keyBegin = -1; ///< Of its key with the quotes; -1: it is no member.
    qsizetype keyEnd = -1;
    QString key = {};
    QList<JsonSpan> children = {}; ///< Members or items, in the order of the text.

    friend bool operator==(const JsonSpan &, const JsonSpan &) = default;
};

/// The values of \p text. Looks at brackets, texts and commas alone, and forgives an end that comes
/// too early: what is there has its place. Empty: no value begins.
[[nodiscard]] std::optional<JsonSpan> jsonSpans(QStringView text);

/// The value at \p location in \p root; nullptr when it is not there. Of equal keys the last.
[[nodiscard]] const JsonSpan *find(const JsonSpan &root, const Location &location);

/// Where the innermost value around \p position stands.
[[nodiscard]] Location locationAt(const JsonSpan &root, qsizetype position);

/// \p text, which is valid JSON, changed so that it says \p after. What is alike stays as it was
/// written, with its blanks and line ends; only an object or list that gets or loses something is
/// laid out anew. A text that is no JSON is written anew as a whole.
[[nodiscard]] QString rewrittenJson(const QString &text, const Json &after);

/// Line and column of \p position, both from 1.
struct TextPosition {
    int line = 1;
    int column = 1;

    friend bool operator==(const TextPosition &, const TextPosition &) = default;
};
[[nodiscard]] TextPosition positionIn(QStringView text, qsizetype position);

} // namespace Antiphon
