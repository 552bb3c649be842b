// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>
#include <antiphon/core/config/examples.h>
#include <antiphon/core/config/parser.h>
#include <antiphon/core/config/prompt.h>
#include <antiphon/core/config/target.h>
#include <antiphon/core/extract/extraction.h>
#include <antiphon/core/extract/repair.h>
#include <antiphon/core/tools/handler.h>

namespace Antiphon {

/// Everything that ends in a request, as values (architecture.md 6).
struct CallInputs {
    Prompt prompt = {};
    Snippets snippets = {};
    Variables variables = {};
    QMap<QString, Json> schemas = {}; ///< By slug: what a prompt's `output` may name.
    QMap<QString, Json> rules = {}; ///< By slug, likewise.
    QList<Example> examples = {}; ///< Turns that go before the question.
    Parameters projectParameters = {};
    Parameters overrideParameters = {}; ///< The window's or `--param`'s.
    QList<ToolDefinition> tools = {};
    std::optional<ToolChoice> toolChoice = {};
    std::optional<bool> parallelTools = {};
    OutputFormat output = {};
    Json metadata = Json(jsoncons::json_object_arg);
    QList<ToolDefinition> knownTools = {}; ///< That rules and scripts may name.
    /// Who answers calls of tools, by the tool's name. Without any, and without a person, the calls
    /// are the answer: they are for the caller to make.
    QMap<QString, ToolHandler> handlers = {};
    int toolSteps = 8; ///< So often tools may answer in one call.
    Variables answers = {}; ///< Of other prompts, by the computed field they were asked for.
    QMap<QString, ComputeValue> computed = {}; ///< Functions in place of computed fields.
    MakeConfig configure = {}; ///< A function beside dynamic.js, after it.
    DynamicConfig dynamic = {}; ///< Laid over all of it.
    AnswerParser parse = {}; ///< A function in place of parse.js.
    AnswerCheck check = {}; ///< A function beside the prompt's rules.
    std::optional<bool> stream = {}; ///< Overrides the target's.
    MediaLoader load = {};
};

/// A layer of architecture.md 6, for people and for `--json`: "project", "target", "prompt",
/// "prompt-for-target", "rule 2", "dynamic.js", "function", "override", "dynamic".
using Origin = QString;

struct ResolvedCall {
    CallRequest request = {};
    QMap<QString, Origin> originOf = {}; ///< Of the parameters.
    QMap<QString, QString> variableFrom = {}; ///< "input", "default", "computed", "answer", or the
                                              ///< layer that computed it.
    Variables variables = {}; ///< The values the prompt is rendered with.
    Origin messagesFrom = {}; ///< "template", or the layer that brought them.
    qsizetype examples = 0; ///< So many are among the messages.
    Origin toolsFrom = {};
    Origin metadataFrom = {};
    QString target = {}; ///< Another target that a rule or dynamic.js chose; empty: none.
    Origin targetFrom = {};
    QString retry = {}; ///< A retry policy a rule chose; empty: none. So is the schema.
    Origin retryFrom = {};
    QString schema = {};
    Origin schemaFrom = {};
    std::optional<Extraction> extraction = {}; ///< How the answer is read as a value; empty: not.
    QStringList layers = {}; ///< Rules, scripts and functions that had a say, in their order.
    QStringList console = {}; ///< What scripts wrote with console.log().
    Json metadata = Json(jsoncons::json_object_arg);
    std::optional<QString> promptTemplate = {}; ///< Its text; empty where messages were given.
    QStringList warnings = {}; ///< What the target does not take, what the template warns about.
};

/// The request for \p target. Pure; run again for every attempt.
///
/// Another target in ResolvedCall::target is for the caller to resolve for: parameters and format
/// are still those of \p target.
[[nodiscard]] Result<ResolvedCall> resolve(const CallInputs &inputs, const Target &target,
                                           const Provider &provider,
                                           const AttemptContext &attempt = {});

/// How far the computed fields of \p inputs come with the answers it has: see ComputedSoFar.
[[nodiscard]] Result<ComputedSoFar> computedSoFar(const CallInputs &inputs, const Target &target,
                                                  const Provider &provider,
                                                  const AttemptContext &attempt = {});

} // namespace Antiphon
