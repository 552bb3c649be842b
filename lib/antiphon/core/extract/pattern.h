// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRegularExpression>
#include <QString>

namespace Antiphon {

/// A pattern of a JSON Schema (ECMA 262) for PCRE2, bounded in what one match may cost. Not valid
/// where the pattern is not.
[[nodiscard]] QRegularExpression schemaPattern(const QString &pattern);

} // namespace Antiphon
