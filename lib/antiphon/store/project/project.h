// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/prompt.h>
#include <antiphon/core/config/target.h>
#include <antiphon/core/cost/budget.h>
#include <antiphon/core/extract/extraction.h>
#include <antiphon/core/retry/policy.h>
#include <antiphon/core/tools/tool.h>
#include <antiphon/store/project/problem.h>

#include <QMap>

namespace Antiphon {

/// A named set of values for a prompt's variables.
struct InputSet {
    QString slug = {};
    Variables values = {};
    Json file = {}; ///< As read: unknown keys and order survive.
};

/// A prompt with its files.
struct PromptEntry {
    Prompt prompt = {}; ///< The default variant.
    QMap<QString, QString> variants = {}; ///< Name to source text.
    QMap<QString, QString> variantFiles = {}; ///< Name to file name.
    QList<InputSet> inputs = {};
    Json file = {}; ///< prompt.json as read.
};

struct TargetEntry {
    Target target = {};
    Json file = {};
};

struct RetryEntry {
    QString slug = {};
    RetryPolicy policy = {};
    Json file = {};
};

/// A tool with its files.
struct ToolEntry {
    Tool tool = {};
    Json file = {};
    Json cannedFile = {}; ///< Empty: there is none.
};

/// An open project: its files as values (project-format.md). Order and unknown keys live in the
/// `file` members; what is edited is written back over them.
struct Project {
    QString folder = {}; ///< Absolute.
    QString id = {};
    QString name = {};
    QString description = {};
    QString start = {}; ///< Slug of the prompt shown first; empty: the first of them.
    QStringList defaultTargets = {};
    QString defaultRetry = QStringLiteral("default");
    Parameters parameters = {};
    int concurrencyTotal = 8;
    int concurrencyPerProvider = 4;
    Budget budget = {};
    QList<PromptEntry> prompts = {};
    QList<TargetEntry> targets = {};
    QList<RetryEntry> policies = {};
    QList<ToolEntry> tools = {};
    Snippets snippets = {};
    QStringList datasets = {}; ///< Slugs; readDataset() has their rows.
    QMap<QString, Json> schemas = {}; ///< schemas/*.schema.json by slug.
    QMap<QString, Json> rules = {}; ///< schemas/*.rules.json by slug.
    QStringList sensitive = {}; ///< Names of variables whose values are never stored.
    bool readOnly = false; ///< Written by a newer program: nothing is saved.
    Json file = {}; ///< antiphon.json as read.
    QList<Problem> problems
        = {}; ///< Of loading: files that are broken are left out, the rest is there.
};

[[nodiscard]] const PromptEntry *findPrompt(const Project &project, QStringView slug);
[[nodiscard]] const TargetEntry *findTarget(const Project &project, QStringView slug);

[[nodiscard]] const ToolEntry *findTool(const Project &project, QStringView slug);

/// The policy with that slug; the default policy when the project has no file of that name.
[[nodiscard]] RetryPolicy policyOf(const Project &project, QStringView slug);

/// Opens the project in \p folder. A folder that is none, or a broken antiphon.json, is a Setup
/// error with file, line and column; other broken files are listed in Project::problems.
[[nodiscard]] Result<Project> loadProject(const QString &folder);

/// What saving does about text that looks like a key.
enum class KeyCheck {
    Refuse, ///< A Setup error with code "secret" that says where; nothing is written.
    Allow, ///< The person has said "Save Anyway".
};

// Saving. Each writes one file or one folder's files atomically, and only what differs from the
// disk: members that this program does not know, their order and the layout of what did not change
// stay as they are in the file. Values of sensitive variables are never written.
[[nodiscard]] Result<> saveTemplate(const Project &project, const QString &prompt,
                                    const QString &variant, const QString &text,
                                    KeyCheck check = KeyCheck::Refuse);
/// A script beside prompt.json.
enum class PromptScript {
    Config, ///< dynamic.js
    Parser, ///< parse.js
};

/// An empty \p text removes the file. A text that is no JavaScript is written all the same: it may
/// be half done.
[[nodiscard]] Result<> saveScript(const Project &project, const QString &prompt, PromptScript which,
                                  const QString &text, KeyCheck check = KeyCheck::Refuse);
/// prompt.json; the texts of variants are saveTemplate()'s, those of scripts saveScript()'s.
[[nodiscard]] Result<> savePrompt(const Project &project, const PromptEntry &entry,
                                  KeyCheck check = KeyCheck::Refuse);
[[nodiscard]] Result<> saveInputs(const Project &project, const QString &prompt,
                                  const InputSet &set, KeyCheck check = KeyCheck::Refuse);
[[nodiscard]] Result<> saveTarget(const Project &project, const TargetEntry &entry,
                                  KeyCheck check = KeyCheck::Refuse);
[[nodiscard]] Result<> savePolicy(const Project &project, const RetryEntry &entry,
                                  KeyCheck check = KeyCheck::Refuse);
/// The same for a policy edited as text: makes the differences between \p before and \p after,
/// which are whole files, in retry/<slug>.json. Returns what the file holds now.
[[nodiscard]] Result<Json> savePolicyFile(const Project &project, const QString &slug,
                                          const Json &before, const Json &after,
                                          KeyCheck check = KeyCheck::Refuse);
/// The tool with its canned answers and its script, as far as there are some.
[[nodiscard]] Result<> saveTool(const Project &project, const ToolEntry &entry,
                                KeyCheck check = KeyCheck::Refuse);

/// The same in two steps, for a tool edited as text. tools/<slug>.tool.json exactly as \p text has
/// it; one that is no tool is refused, with the field in words.
[[nodiscard]] Result<> saveToolText(const Project &project, const QString &slug,
                                    const QString &text, KeyCheck check = KeyCheck::Refuse);
/// Canned answers and script alone.
[[nodiscard]] Result<> saveToolAnswers(const Project &project, const ToolEntry &entry,
                                       KeyCheck check = KeyCheck::Refuse);

/// The text of tools/<slug>.tool.json as it is on the disk, broken or not.
[[nodiscard]] Result<QString> toolText(const Project &project, const QString &slug);

/// antiphon.json.
[[nodiscard]] Result<> saveManifest(const Project &project, KeyCheck check = KeyCheck::Refuse);
[[nodiscard]] Result<> saveSnippet(const Project &project, const QString &snippet,
                                   const QString &text, KeyCheck check = KeyCheck::Refuse);

/// schemas/<slug>.schema.json, exactly as \p text has it: the order of its keys is part of its
/// meaning. A text that is no JSON yet is written all the same.
[[nodiscard]] Result<> saveSchema(const Project &project, const QString &slug, const QString &text,
                                  KeyCheck check = KeyCheck::Refuse);

/// The text of schemas/<slug>.schema.json as it is on the disk, broken or not.
[[nodiscard]] Result<QString> schemaText(const Project &project, const QString &slug);

/// schemas/<slug>.rules.json, a `rules/1`; without rules the file goes.
[[nodiscard]] Result<> saveRules(const Project &project, const QString &slug,
                                 const QList<AnswerRule> &rules, KeyCheck check = KeyCheck::Refuse);

// Making. Each writes the files, adds the new thing to \p project and returns its slug, which is
// made from the title and is not yet taken.
[[nodiscard]] Result<QString> createPrompt(Project &project, const QString &title);
/// A target answered by the built-in simulator script \p script ("steady", "flaky", ...).
[[nodiscard]] Result<QString> createSimulatedTarget(Project &project, const QString &script);
/// \p target as a new file; its slug and id are made here, from the label or the model.
[[nodiscard]] Result<QString> createTarget(Project &project, Target target);
/// A tool called \p title that asks the person.
[[nodiscard]] Result<QString> createTool(Project &project, const QString &title);
/// A copy of tool \p slug with what answers for it, named after \p title.
[[nodiscard]] Result<QString> duplicateTool(Project &project, const QString &slug,
                                            const QString &title);
/// \p policy as a new file with the name nearest to \p name.
[[nodiscard]] Result<QString> createPolicy(Project &project, const QString &name,
                                           const RetryPolicy &policy);
[[nodiscard]] Result<QString> createInputs(Project &project, const QString &prompt,
                                           const QString &title, const Variables &values);

/// \p schema as a new file in `schemas`.
[[nodiscard]] Result<QString> createSchema(Project &project, const QString &title,
                                           const Json &schema);

/// Gives schema \p slug, and the rules of that name, the name \p to; prompts that use them follow.
[[nodiscard]] Result<> renameSchema(Project &project, const QString &slug, const QString &to);

/// A copy of prompt \p slug with all its files, called \p title.
[[nodiscard]] Result<QString> duplicatePrompt(Project &project, const QString &slug,
                                              const QString &title);

/// A prompt that was removed, and where its folder is now.
struct RemovedPrompt {
    PromptEntry entry = {};
    QString inTrash = {}; ///< Empty: there is no trash, and the files are gone.
};

// Removing moves the files to the system's trash where there is one.
[[nodiscard]] Result<RemovedPrompt> removePrompt(Project &project, const QString &slug);
/// Brings the folder back from the trash.
[[nodiscard]] Result<> restorePrompt(Project &project, const RemovedPrompt &removed);
[[nodiscard]] Result<> removeTarget(Project &project, const QString &slug);
/// With its canned answers and script. saveTool() of its entry brings all of it back.
[[nodiscard]] Result<> removeTool(Project &project, const QString &slug);

/// Gives the files of tool \p slug the name nearest to \p name; prompts and their rules that name
/// it follow. What models call it stays, if its file says so. Returns the new slug.
[[nodiscard]] Result<QString> renameTool(Project &project, const QString &slug,
                                         const QString &name);

/// The prompts that name tool \p slug, themselves or in a rule.
[[nodiscard]] QStringList usersOfTool(const Project &project, const QString &slug);

/// A schema that was removed, with the text of its file.
struct RemovedSchema {
    QString slug = {};
    QString text = {};
};
[[nodiscard]] Result<RemovedSchema> removeSchema(Project &project, const QString &slug);

/// The prompts whose `output` names schema \p slug.
[[nodiscard]] QStringList usersOfSchema(const Project &project, const QString &slug);
[[nodiscard]] Result<> removePolicy(Project &project, const QString &slug);

/// Gives the file of policy \p slug the name nearest to \p name, and all targets, prompts and the
/// project that name it follow. Returns the new slug.
[[nodiscard]] Result<QString> renamePolicy(Project &project, const QString &slug,
                                           const QString &name);

/// A slug for \p title that is not in \p taken: "Draft a Reply" gives "draft-a-reply".
[[nodiscard]] QString slugFor(QStringView title, const QStringList &taken);

/// True for lower case letters, digits, '-' and '_', not empty.
[[nodiscard]] bool isSlug(QStringView text);

/// 12 characters, base 32, random.
[[nodiscard]] QString newId();

} // namespace Antiphon
