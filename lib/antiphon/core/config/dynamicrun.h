// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/dynamic.h>
#include <antiphon/core/config/rules.h>
#include <antiphon/core/config/target.h>
#include <antiphon/core/extract/repair.h>

#include <QDateTime>

#include <functional>

namespace Antiphon {

/// What rules and scripts are told about the attempt they configure.
struct AttemptContext {
    int number = 1;
    QList<Error> errors = {}; ///< Of the attempts before, oldest first.
    QDateTime started = {}; ///< What Date says.
    quint64 seed = 0; ///< Of Math.random().
    RepairInput repair = {}; ///< What answers before this one got wrong.
    QList<Message> turns = {}; ///< What was said since the prompt: calls of tools, their results.
    Json abilities = Json::null(); ///< Of the model, as far as they are known.
    std::function<std::chrono::nanoseconds()> clock = {}; ///< Measures scripts; see ScriptWorld.
};

/// The same for C++: what is to be configured.
struct DynamicContext {
    const Target &target;
    const Provider &provider;
    const AttemptContext &attempt;
};

/// The library's alternative to an expression of `computed`.
using ComputeValue = std::function<Result<Value>(const Variables &, const DynamicContext &)>;

/// The library's alternative to rules and dynamic.js.
using MakeConfig = std::function<Result<DynamicConfig>(const Variables &, const DynamicContext &)>;

/// What is decided in one place: a rule, dynamic.js, a function.
struct DynamicLayer {
    QString name = {}; ///< "rule 2", "dynamic.js", "function".
    DynamicConfig config = {};
    QString target = {}; ///< Slug; empty: not said. So are the next two.
    QString retry = {};
    QString schema = {};

    friend bool operator==(const DynamicLayer &, const DynamicLayer &) = default;
};

/// Where rules and scripts run, with what they find there.
struct DynamicScene {
    const Dynamics &dynamics;
    const QMap<QString, ComputeValue> &computed; ///< Over those of `dynamics`.
    const MakeConfig &configure;
    const Variables &answers; ///< Of other prompts, by the field they were asked for.
    const QList<ToolDefinition> &tools; ///< That may be named.
    DynamicContext context;
};

struct DynamicOutcome {
    Variables variables = {}; ///< Those given with the computed ones over them.
    QMap<QString, QString> originOf = {}; ///< Of the computed ones: "computed", "answer".
    QList<DynamicLayer> layers = {}; ///< Later ones win.
    QStringList console = {};
};

/// Works out the computed fields, then the rules in order, then dynamic.js, then the function.
///
/// Anything that throws or takes too long is a Setup error with its place. Pure but for functions.
[[nodiscard]] Result<DynamicOutcome> runDynamics(const DynamicScene &scene, const Variables &given);

/// The inputs of \p question, worked out from \p variables.
[[nodiscard]] Result<Variables> questionInputs(const PromptQuestion &question,
                                               const Variables &variables,
                                               const DynamicContext &context);

/// How far computed fields come with the answers there are.
struct ComputedSoFar {
    Variables variables = {};
    QStringList waiting = {}; ///< Fields whose prompts are to be asked next, all at once.
};

[[nodiscard]] Result<ComputedSoFar> computedSoFar(const DynamicScene &scene,
                                                  const Variables &given);

/// \p value as scripts see it. Media are described, not copied.
[[nodiscard]] Json scriptJson(const Value &value);
[[nodiscard]] Json scriptJson(const Variables &variables);

/// What scripts find around them: the attempt's time and chance, and tokens(text).
[[nodiscard]] ScriptWorld worldOf(const AttemptContext &attempt);

/// A rough count of the tokens of \p text, for rules of thumb: no model's own.
[[nodiscard]] qint64 roughTokens(QStringView text);

} // namespace Antiphon
