// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace Antiphon {

/// A stretch of a template's source as typed, in UTF-16 units.
struct SourceRange {
    qsizetype position = 0;
    qsizetype length = 0;

    friend bool operator==(const SourceRange &, const SourceRange &) = default;
};

/// Text that remembers, unit by unit, where in the source it comes from.
///
/// Clean-up removes units and snippets bring in others; the rest keep their places, so that every
/// error can be shown where the person typed it. A unit of a snippet has the place of the whole
/// `{>name}` that brought it in.
struct MappedText {
    QString text = {};
    QList<SourceRange> origins = {}; ///< One for each unit of text.

    [[nodiscard]] static MappedText of(const QString &source);

    [[nodiscard]] qsizetype size() const { return text.size(); }
    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    [[nodiscard]] MappedText sliced(qsizetype position, qsizetype length) const;
    void append(const MappedText &other, qsizetype position, qsizetype length);
    void append(const MappedText &other) { append(other, 0, other.size()); }

    /// Where units [position, position + length) were typed. At the end: just after the last one.
    [[nodiscard]] SourceRange source(qsizetype position, qsizetype length) const;

    /// Whether those units were typed right there, not brought in by a snippet.
    [[nodiscard]] bool isTyped(qsizetype position, qsizetype length) const;
};

/// Line and column of a place, both from 1. Columns count characters.
struct LineColumn {
    int line = 1;
    int column = 1;
};

[[nodiscard]] LineColumn lineColumn(const QString &source, qsizetype position);

// Python's textwrap.dedent(), str.strip() and str.splitlines(keepends=True), places kept.

[[nodiscard]] MappedText dedented(const MappedText &text);
[[nodiscard]] MappedText trimmed(const MappedText &text);

/// One line with its line end: [position, position + length).
struct LineSpan {
    qsizetype position = 0;
    qsizetype length = 0;
};

/// The lines of \p text as str.splitlines() finds them, line ends included.
[[nodiscard]] QList<LineSpan> pythonLines(const QString &text);

} // namespace Antiphon
