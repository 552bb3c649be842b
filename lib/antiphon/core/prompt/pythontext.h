// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/value.h>

namespace Antiphon {

// Python's text forms, as far as templates show them (template-language.md 3.3).

/// repr() of a float: the shortest digits that read back as \p value, `1e+16`, `inf`, `nan`.
[[nodiscard]] QString pythonFloat(double value);

/// repr() of a string: quoted, unprintable characters escaped.
[[nodiscard]] QString pythonQuoted(const QString &text);

/// ascii() of \p value: its repr() with everything beyond ASCII escaped.
[[nodiscard]] QString pythonAscii(const Value &value);

/// What str.strip() takes for a blank.
[[nodiscard]] bool isPythonSpace(QChar character);

/// The type's name in Python: "str", "float", "NoneType", ...
[[nodiscard]] QString pythonTypeName(const Value &value);

/// \p value as JSON: lists, tuples and objects as arrays and objects, bytes as base64.
[[nodiscard]] Json jsonOf(const Value &value);

} // namespace Antiphon
