// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>
#include <antiphon/core/prompt/template.h>

#include <QString>

#include <optional>

namespace Antiphon::Oracle {

/// How the program was started.
struct Mode {
    bool compat = false; ///< `--compat`: also the accidents of the reference.
};

// One function for each suite of the reference cases: a case in, the result object out. A new suite
// is a file of its own and a line in main.cpp.

[[nodiscard]] Json runCallCase(const Json &input, const Mode &mode);
[[nodiscard]] Json runExtractionCase(const Json &input, const Mode &mode);
[[nodiscard]] Json runPartialJsonCase(const Json &input, const Mode &mode);
[[nodiscard]] Json runRetryCase(const Json &input, const Mode &mode);
[[nodiscard]] Json runTemplateCase(const Json &input, const Mode &mode);

/// `{"error": {"category", "message"}}`; an empty \p category is left out and not compared.
[[nodiscard]] Json errorResult(const QString &category, const QString &message);

/// A value of the cases: bytes, special numbers, objects, parts and messages are tagged there.
[[nodiscard]] Value valueOf(const Json &json);

/// Our messages in the form of the cases: bytes tagged.
[[nodiscard]] Json taggedBytes(Json messages);

/// The options an imported prompt of the reference gets; its bugs only with --compat.
[[nodiscard]] TemplateOptions importedOptions(const Mode &mode);

} // namespace Antiphon::Oracle
