// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/extract/location.h>
#include <antiphon/core/extract/responsemodel.h>

#include <functional>

namespace Antiphon {

struct Attempt;

/// A rule beyond the schema (rules/1 of project-format.md 4.7): broken when `condition` is true.
struct AnswerRule {
    QString condition = {};
    QString message = {};
    QString path = {}; ///< JSON Pointer to the value the message is about.

    friend bool operator==(const AnswerRule &, const AnswerRule &) = default;
};

[[nodiscard]] Result<QList<AnswerRule>> answerRulesFromJson(const Json &value);

/// Says whether the condition of a rule is true of a value; an error counts as a broken rule.
using RuleCheck = std::function<Result<bool>(const QString &condition, const Json &value)>;

/// Conditions as scripts that see the value's members by name, and all of it as `output`
/// (project-format.md 4.2), in the sandbox.
[[nodiscard]] RuleCheck scriptedRules();

/// Something wrong with a value that fits its schema.
struct AnswerFault {
    QString message = {};
    QString path = {}; ///< JSON Pointer to what it is about; empty: the whole value.

    friend bool operator==(const AnswerFault &, const AnswerFault &) = default;
};

/// The library's alternative to a file of rules: finds what is wrong with a value.
using AnswerCheck = std::function<QList<AnswerFault>(const Json &value)>;

/// How a value is asked for and read back; decided once per attempt, from prompt and target.
struct Extraction {
    enum class Mechanism {
        Tool, ///< The arguments of a tool that the model is made to call.
        JsonText, ///< A text that is JSON.
        Strict, ///< The same, held to the schema by the service.
    };

    ResponseModel model = {};
    Mechanism mechanism = Mechanism::Tool;
    bool lenient = true; ///< Fences and prose are cut away, values coerced, bare ones taken.
    bool nullIsAbsent = false; ///< Null stands for an optional member that was made required.
    bool besideTools = false; ///< The prompt has tools of its own: a call of one is no answer yet.
    Json arguments = Json(jsoncons::json_object_arg); ///< The call's own values.
    QList<AnswerRule> rules = {};

    friend bool operator==(const Extraction &, const Extraction &) = default;
};

/// "tool", "json", "strict".
[[nodiscard]] QString mechanismName(Extraction::Mechanism mechanism);

/// What an answer gave.
struct Extracted {
    Json value = Json::null(); ///< The value; the last one that could be read when it is not valid.
    bool hasValue = false; ///< Something could be read.
    QList<ValidationIssue> issues = {};
    std::optional<Error> error = {}; ///< Empty: the value is valid.
    QStringList steps = {}; ///< What leniency did to get at the value, for people: each a sentence.

    friend bool operator==(const Extracted &, const Extracted &) = default;
};

/// Reads and checks the value in \p attempt. Empty: it asks for a tool of the prompt's own, so
/// there is no answer yet. Errors are of kind Validation, their texts fit for the model; a refusal
/// is Filtered.
///
/// \p rules evaluates the rules of \p how; \p check may find more. Both see only values that fit
/// the schema.
[[nodiscard]] std::optional<Extracted> extract(const Extraction &how, const Attempt &attempt,
                                               const RuleCheck &rules = {},
                                               const AnswerCheck &check = {});

/// Puts what extract() gives into \p attempt: its value, issues, error and state. Leaves an attempt
/// alone that failed, or that asks for a tool.
void extractInto(const Extraction &how, Attempt &attempt, const RuleCheck &rules = {},
                 const AnswerCheck &check = {});

} // namespace Antiphon
