// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/script/script.h>

#include <QList>

namespace Antiphon {

/// Asks another prompt for the value of a computed field.
struct PromptQuestion {
    QString prompt = {}; ///< Slug.
    QString variant = QStringLiteral("default");
    QList<std::pair<QString, Script>> inputs = {}; ///< Its variables, as expressions.
    QString target = {}; ///< Slug; empty: the prompt's first.

    friend bool operator==(const PromptQuestion &, const PromptQuestion &) = default;
};

/// A variable that is worked out when a call is made, over an input of the same name.
struct ComputedField {
    QString name = {};
    Script expression = {};
    std::optional<PromptQuestion> question = {}; ///< Instead of the expression.

    friend bool operator==(const ComputedField &, const ComputedField &) = default;
};

/// What is set for a call when a condition is met.
struct DynamicRule {
    Script when = {};
    Json set = Json(jsoncons::json_object_arg); ///< By the keys of project-format.md 4.2.
    bool enabled = true;
    QString note = {};

    friend bool operator==(const DynamicRule &, const DynamicRule &) = default;
};

/// How a prompt's settings follow its inputs and the attempt: `dynamic` of prompt.json and the
/// scripts beside it.
struct Dynamics {
    QList<ComputedField> computed = {};
    QList<DynamicRule> rules = {};
    Script config = {}; ///< dynamic.js
    Script parser = {}; ///< parse.js

    [[nodiscard]] bool isEmpty() const;

    friend bool operator==(const Dynamics &, const Dynamics &) = default;
};

/// Reads the member `dynamic` of prompt.json. An error names the place. Expressions are kept as
/// they are: faults() looks into them.
[[nodiscard]] Result<Dynamics> dynamicsFromJson(const Json &value);

/// `computed` and `rules`, as dynamicsFromJson() reads them.
[[nodiscard]] Json toJson(const Dynamics &dynamics);

/// The scripts of \p dynamics that are no JavaScript, and a circle of computed fields, if there is
/// one. ScriptError::file names the place: "dynamic.rules.0.when".
[[nodiscard]] QList<ScriptError> faults(const Dynamics &dynamics);

/// The fields in the order in which they can be worked out, those that need nothing of each other
/// in one stage. An error names the circle.
[[nodiscard]] Result<QList<QStringList>> computedStages(const QList<ComputedField> &fields);

} // namespace Antiphon
