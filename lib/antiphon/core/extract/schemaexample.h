// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

namespace Antiphon {

/// A value that shows what \p schema asks for: its first example, default or allowed value where it
/// names one, else one made from types, formats and bounds. The same schema, the same value.
[[nodiscard]] Json exampleOf(const Json &schema);

/// A schema that \p example fits: types, properties in order, all of them required; the items of a
/// list may lack what some of them lack.
///
/// Where \p known already describes a member in a way that allows what the example has, its words
/// stay: descriptions, enumerations, bounds.
[[nodiscard]] Json inferredSchema(const Json &example, const Json &known = Json::null());

} // namespace Antiphon
