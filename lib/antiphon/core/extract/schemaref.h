// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QStringList>

namespace Antiphon {

/// What `"#/$defs/Book"` means in \p root; nullptr for a reference out of the document and for one
/// that leads nowhere.
[[nodiscard]] const Json *localTarget(const Json &root, QStringView reference);

/// \p schema, or what its only content, a local `$ref`, leads to: an alias of an alias too. A
/// circle, or a reference that leads nowhere, gives the schema itself.
[[nodiscard]] const Json &resolved(const Json &root, const Json &schema);

/// The last step of a `$ref` as a name: "Book"; empty without one.
[[nodiscard]] QString referenceName(const Json &schema);

/// The types \p schema allows by its `type`, in its order; empty: any.
[[nodiscard]] QStringList typesOf(const Json &schema);

/// \p schema describes objects: by its type, or by its properties where it names no type.
[[nodiscard]] bool isObjectSchema(const Json &root, const Json &schema);

/// Equal as JSON Schema has it: the order of members is no part of a value.
[[nodiscard]] bool sameValue(const Json &a, const Json &b);

} // namespace Antiphon
