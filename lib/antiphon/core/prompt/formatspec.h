// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/value.h>

#include <expected>

namespace Antiphon {

/// Python's format specification:
/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
///
/// Source: the Python library reference, "Format Specification Mini-Language".
struct FormatSpec {
    char32_t fill = U' ';
    char align = 0; ///< One of `<>=^`; 0: the type's own.
    char sign = 0; ///< One of `+- `; 0: not said, the same as '-'.
    bool noNegativeZero = false;
    bool alternate = false;
    int width = -1;
    char grouping = 0; ///< ',' or '_'.
    int precision = -1;
    char16_t type = 0;

    friend bool operator==(const FormatSpec &, const FormatSpec &) = default;
};

/// \p value written as \p spec says; what is wrong with \p spec otherwise. An empty \p spec is
/// str(). Correctly rounded: half to even on the exact binary value.
[[nodiscard]] std::expected<QString, QString> formatted(const Value &value, const QString &spec);

/// Reads \p spec for a value of the Python type \p typeName; \p alignRight says how such values
/// stand by default. What is wrong otherwise.
[[nodiscard]] std::expected<FormatSpec, QString>
parseFormatSpec(const QString &spec, bool alignRight, const QString &typeName);

/// A whole number of any size: its digits without sign.
struct WholeNumber {
    bool negative = false;
    QByteArray digits = {};
};

[[nodiscard]] std::expected<QString, QString> formatWhole(const WholeNumber &number,
                                                          const FormatSpec &spec);
[[nodiscard]] std::expected<QString, QString> formatFloat(double number, const FormatSpec &spec);

/// \p text brought to \p width characters; \p align is one of `<>^`.
[[nodiscard]] QString padded(const QString &text, char32_t fill, char align, int width);

} // namespace Antiphon
