// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>

#include <QString>

namespace Antiphon {

/// Something wrong with a project's file: where, what, how to mend it.
struct Problem {
    enum class Severity { Error, Warning, Hint };

    Severity severity = Severity::Error;
    QString file = {}; ///< Relative to the project's folder.
    int line = 0; ///< From 1; 0: the whole file.
    int column = 0;
    QString message = {};

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// The problem as one line: "targets/haiku.json, line 14, column 3: ...".
[[nodiscard]] QString toText(const Problem &problem);
[[nodiscard]] Error toError(const Problem &problem);

} // namespace Antiphon
