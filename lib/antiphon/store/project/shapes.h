// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QStringList>

#include <string_view>

namespace Antiphon {

/// A member of the wrong type, or one this program does not know.
struct ShapeFinding {
    bool unknown = false; ///< Kept and written back; else the type is wrong.
    QStringList path = {};
    QString message = {};

    friend bool operator==(const ShapeFinding &, const ShapeFinding &) = default;
};

/// Looks through a file of \p kind ("project", "prompt", "inputs", "target", "retry", "tool",
/// "canned", "dataset") for members that project-format.md does not have and for values of the
/// wrong type.
[[nodiscard]] QList<ShapeFinding> checkShape(std::string_view kind, const Json &value);

} // namespace Antiphon
