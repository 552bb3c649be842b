// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/reading.h>

namespace Antiphon {

/// Values for the fields of one template, and the errors of getting at them.
struct Scope {
    const Template::Private &source;
    const Variables &values;

    [[nodiscard]] std::unexpected<TemplateError> fail(TemplateErrorKind kind, SourceRange range,
                                                      const QString &name,
                                                      const QString &message) const;
};

/// The value that \p name leads to. Missing: an error; null stays null.
[[nodiscard]] std::expected<Value, TemplateError> lookUp(const Scope &scope, const FieldName &name,
                                                         SourceRange range);

/// The same by the whole name as one key, as `MESSAGES:` and media parts of the original do it.
[[nodiscard]] std::expected<Value, TemplateError>
lookUpWhole(const Scope &scope, const FieldName &name, SourceRange range);

/// The items of a list; empty for anything else, tuples included.
[[nodiscard]] std::optional<QList<Value>> listItems(const Value &value);

/// What Python takes for false: null, empty, zero.
[[nodiscard]] bool isFalsy(const Value &value);

[[nodiscard]] bool isNull(const Value &value);

/// What \p field writes.
[[nodiscard]] std::expected<QString, TemplateError>
fieldText(const Scope &scope, const TextPart &part, const Field &field);

} // namespace Antiphon
