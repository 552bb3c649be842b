// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/extract/location.h>

#include <optional>

namespace Antiphon {

struct CoerceOptions {
    /// Turn a value into the type that is asked for where nothing is lost: "42" into 42, 1 into
    /// true (pydantic's lax mode, extraction.md 3); fill in defaults and leave unknown members out.
    bool lax = true;

    /// Not empty: the answer is still growing here. Nothing is missing yet, what is not there is
    /// null, and the open values are only looked at for their type.
    std::optional<Location> open = {};

    friend bool operator==(const CoerceOptions &, const CoerceOptions &) = default;
};

/// A value of another type than the schema asks for, and what it was taken for.
struct Conversion {
    Location location = {};
    Json from = Json::null();
    Json to = Json::null();

    friend bool operator==(const Conversion &, const Conversion &) = default;
};

struct Coerced {
    Json value = Json::null();
    QList<ValidationIssue> issues = {}; ///< In the order of the schema.
    QList<Conversion> conversions = {};
    QList<Location> leftOut = {}; ///< Members the schema does not know.

    friend bool operator==(const Coerced &, const Coerced &) = default;
};

/// \p value as \p schema wants it, and what stands in the way. Knows types, properties, lists,
/// enumerations, bounds, references within the schema, unions and allOf; the rest of JSON Schema is
/// checkAnswer()'s.
[[nodiscard]] Coerced coerce(const Json &value, const Json &schema,
                             const CoerceOptions &options = {});

} // namespace Antiphon
