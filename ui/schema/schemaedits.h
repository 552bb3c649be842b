// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/extract/location.h>
#include <antiphon/core/json.h>

#include <QStringList>

#include <optional>

namespace Antiphon::Ui {

// Changes of a JSON Schema, as pure functions. Order and what they do not know stay.

/// What a field is, as the editor offers it: a type of JSON Schema, "enum", "union", "any", or
/// "#/$defs/Name".
[[nodiscard]] QString typeId(const Json &schema);

/// The schemas of which a value has to fit one: those of `anyOf` or `oneOf`; nullptr: none.
[[nodiscard]] const Json *branchesOf(const Json &schema);

/// \p schema takes null besides its type.
[[nodiscard]] bool isNullable(const Json &schema);

/// The schema without its null: the one branch of `anyOf` that is not null, else itself.
[[nodiscard]] const Json &withoutNull(const Json &schema);

/// The part of \p root at \p location; nullptr when it is not there.
[[nodiscard]] Json *partAt(Json &root, const Location &location);
[[nodiscard]] const Json *partAt(const Json &root, const Location &location);

/// \p schema as a \p type of its own: limits of the old type go, words about it stay.
[[nodiscard]] Json withType(const Json &schema, const QString &type, bool nullable);

/// Keywords of \p schema that limit a value of its type, and those nobody here knows.
[[nodiscard]] QStringList otherKeywords(const Json &schema);

/// Changes of the object schema \p object.
void addProperty(Json &object, const QString &name, const Json &schema, bool required);
void removeProperty(Json &object, const QString &name);
void renameProperty(Json &object, const QString &from, const QString &to);
void moveProperty(Json &object, const QString &name, qsizetype to);
void setRequired(Json &object, const QString &name, bool required);
[[nodiscard]] bool isRequired(const Json &object, const QString &name);

/// Sets keyword \p key of \p schema; empty: takes it away.
void setKeyword(Json &schema, std::string_view key, const std::optional<Json> &value);

/// "field", "field2", ...: what \p object has no property of yet.
[[nodiscard]] QString freePropertyName(const Json &object, const QString &wanted);

} // namespace Antiphon::Ui
