// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <functional>

namespace Antiphon {

/// Called for every schema within a schema, the inner ones first, with its JSON Pointer. May change
/// it as it likes.
using SchemaEdit = std::function<void(Json &schema, const QString &pointer)>;

/// Visits \p schema and every schema in it: those in properties, items, branches and definitions.
/// What only looks like one, in examples, defaults and enumerations, is left alone.
void editSchemas(Json &schema, const SchemaEdit &edit, const QString &pointer = {});

} // namespace Antiphon
