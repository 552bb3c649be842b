// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/json.h>

#include <memory>

namespace Antiphon {

enum class SchemaDraft { Draft7, Draft202012 };

/// One rule of a schema that a value breaks.
struct SchemaViolation {
    QString path = {}; ///< JSON Pointer into the value.
    QString keyword = {}; ///< "type", "required", ...
    QString message = {};

    friend bool operator==(const SchemaViolation &, const SchemaViolation &) = default;
};

/// A JSON Schema that has been read. A value type, cheap to copy; used on any thread.
///
/// `$schema` names the draft, otherwise the given one. References leave the document only to the
/// drafts' own schemas; nothing is ever fetched. `format` describes and is not checked. Patterns
/// are those of PCRE2 with its limits, so that none runs away.
class JsonSchema {
public:
    /// A schema that is none, or that refers out of itself, is a Setup error.
    [[nodiscard]] static Result<JsonSchema> read(const Json &schema,
                                                 SchemaDraft fallback = SchemaDraft::Draft202012);

    /// Everything \p value breaks; of alternatives that all fail, one violation.
    [[nodiscard]] QList<SchemaViolation> violations(const Json &value) const;

    [[nodiscard]] bool accepts(const Json &value) const;

private:
    struct Private;
    std::shared_ptr<const Private> d;
};

} // namespace Antiphon
