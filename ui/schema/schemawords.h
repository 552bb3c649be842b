// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/json.h>

#include <QString>

namespace Antiphon::Ui {

/// What \p schema asks for, in a word or two: "text", "list of whole numbers", "one of 3", "Book".
[[nodiscard]] QString typeWords(const Json &schema, const Json &root);

/// "text" for `string`, "whole number" for `integer`, ...; an unknown name stays as it is.
[[nodiscard]] QString typeWord(const QString &type);

/// What \p value is, in the same words.
[[nodiscard]] QString jsonKindWord(const Json &value);

/// What \p schema says about \p value: references resolved, of alternatives the first that has its
/// type. Null where it says nothing.
[[nodiscard]] const Json &valueSchema(const Json &schema, const Json &root, const Json *value);

} // namespace Antiphon::Ui
