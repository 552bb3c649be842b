// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/extract/coerce.h>
#include <antiphon/core/extract/jsonschema.h>
#include <antiphon/core/extract/location.h>

namespace Antiphon {

/// A value that has been held against a schema.
struct Checked {
    Json value = Json::null(); ///< In the types the schema asks for, as far as that went.
    QList<ValidationIssue> issues = {}; ///< Empty: it is valid.
    QList<Conversion> conversions = {};
    QList<Location> leftOut = {};

    friend bool operator==(const Checked &, const Checked &) = default;
};

/// Holds \p value against \p schema: coerces it (extraction.md 3) and then checks everything that
/// JSON Schema can say. \p compiled is the same schema, read.
[[nodiscard]] Checked checkValue(const Json &value, const Json &schema, const JsonSchema &compiled,
                                 bool lax = true);

/// The same for a schema used once. A schema that is none is a Setup error.
[[nodiscard]] Result<Checked> checkValue(const Json &value, const Json &schema, bool lax = true);

/// The code of extraction.md 3 for a keyword of JSON Schema: "missing" for `required`. Keywords
/// that Python's types have no word for keep their own: "unique_items".
[[nodiscard]] QString issueType(QStringView keyword);

} // namespace Antiphon
