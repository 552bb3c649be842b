// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/parameters.h>
#include <antiphon/core/config/rules.h>
#include <antiphon/core/prompt/template.h>

#include <optional>

namespace Antiphon {

/// What a prompt says of one of its variables.
struct VariableSpec {
    QString name = {};
    QString type = QStringLiteral("text"); ///< The names of project-format.md 4.2.
    bool required = false;
    std::optional<Json> fallback = {}; ///< `default`.
    QString description = {};
    QStringList choices = {};
    bool multiline = false;
    bool sensitive = false;

    friend bool operator==(const VariableSpec &, const VariableSpec &) = default;
};

/// What form the answer takes: the `output` of prompt.json.
struct OutputSpec {
    enum class Mode { Auto, Tool, JsonText, Strict };

    QString schema = {}; ///< Slug; empty: any JSON object.
    QString rules = {}; ///< Slug; empty: none beyond the schema.
    Mode mode = Mode::Auto;
    bool lenient = true; ///< Cut fences and prose away, coerce types, take bare values.

    friend bool operator==(const OutputSpec &, const OutputSpec &) = default;
};

/// "auto", "tool", "json", "strict", in the order of OutputSpec::Mode.
[[nodiscard]] const QStringList &outputModeNames();

/// A prompt as it is run: one variant's text with everything prompt.json says
/// (project-format.md 4.2).
struct Prompt {
    QString id = {};
    QString slug = {};
    QString title = {};
    QString variant = QStringLiteral("default");
    QString text = {}; ///< The template's source.
    TemplateOptions options = {};
    QList<Message> messages = {}; ///< Not empty: used instead of the template.
    QList<VariableSpec> variables = {};
    std::optional<QStringList> targets
        = {}; ///< Slugs in column order; empty optional: the project's default.
    Parameters parameters = {};
    QMap<QString, Parameters> targetParameters = {};
    QString retry = {};
    Dynamics dynamics = {};
    std::optional<OutputSpec> output = {}; ///< Empty: plain text.
    QStringList tools = {}; ///< Slugs.
    QString toolChoice = QStringLiteral("auto"); ///< "auto", "none", "required" or a slug.
    int toolSteps = 8; ///< So often tools may answer in one call.
    QMap<QString, QString> mapping = {}; ///< Variable to column of a dataset, where names differ.
    QString examples = {}; ///< Slug of the dataset with few-shot examples; empty: none.

    friend bool operator==(const Prompt &, const Prompt &) = default;
};

/// Reads prompt.json; the template's text is the caller's to add. Errors name the field.
[[nodiscard]] Result<Prompt> promptFromJson(const QString &slug, const Json &value);

/// \p given with the defaults of \p prompt for what is missing. A required one that is missing, or
/// a value that does not fit its type or choices, is a Setup error that names it.
[[nodiscard]] Result<Variables> withDefaults(const Prompt &prompt, Variables given);

} // namespace Antiphon
