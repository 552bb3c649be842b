// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <expected>

namespace Antiphon {

/// A text; not a number too large for a machine word, which is kept as its digits.
[[nodiscard]] bool isText(const Json &value);

/// Why a value is not of a type, without a place.
struct Mismatch {
    QString type = {};
    QString message = {};
};

/// \p value as one of JSON Schema's types but object and array. Not \p lax: only a value that
/// already is of the type.
[[nodiscard]] std::expected<Json, Mismatch> scalarOf(const Json &value, QStringView type, bool lax);

/// A number or text \p value may still become one when it goes on.
[[nodiscard]] bool mayBecomeNumber(const Json &value);

/// What is wrong with \p value by the bounds, lengths, patterns and formats in \p schema.
[[nodiscard]] QList<Mismatch> scalarMismatches(const Json &value, const Json &schema);

/// `'red' or 'blue'`, `1, 2 or 3`: for messages.
[[nodiscard]] QString choicesText(const Json &choices);

} // namespace Antiphon
