// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/prompt.h>
#include <antiphon/core/config/target.h>
#include <antiphon/core/retry/policy.h>

#include <QMap>

namespace Antiphon {

/// Something wrong with a project's file: where, what, how to mend it.
struct Problem {
    enum class Severity { Error, Warning, Hint };

    Severity severity = Severity::Error;
    QString file = {}; ///< Relative to the project's folder.
    int line = 0; ///< From 1; 0: the whole file.
    int column = 0;
    QString message = {};

    friend bool operator==(const Problem &, const Problem &) = default;
};

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

/// An open project: its files as values (project-format.md). Order and unknown keys live in the
/// `file` members; what is edited is written back over them.
struct Project {
    QString folder = {}; ///< Absolute.
    QString id = {};
    QString name = {};
    QString description = {};
    QStringList defaultTargets = {};
    QString defaultRetry = QStringLiteral("default");
    Parameters parameters = {};
    int concurrencyTotal = 8;
    int concurrencyPerProvider = 4;
    QList<PromptEntry> prompts = {};
    QList<TargetEntry> targets = {};
    QList<RetryEntry> policies = {};
    Snippets snippets = {};
    Json file = {}; ///< antiphon.json as read.
    QList<Problem> problems
        = {}; ///< Of loading: files that are broken are left out, the rest is there.
};

[[nodiscard]] const PromptEntry *findPrompt(const Project &project, QStringView slug);
[[nodiscard]] const TargetEntry *findTarget(const Project &project, QStringView slug);

/// The policy with that slug; the default policy when the project has no file of that name.
[[nodiscard]] RetryPolicy policyOf(const Project &project, QStringView slug);

/// Opens the project in \p folder. A folder that is none, or a broken antiphon.json, is a Setup
/// error with file, line and column; other broken files are listed in Project::problems.
[[nodiscard]] Result<Project> loadProject(const QString &folder);

// Saving. Each writes one file or one folder's files atomically, and only what differs from the
// disk. A text that looks like a key is refused.
[[nodiscard]] Result<> saveTemplate(const Project &project, const QString &prompt,
                                    const QString &variant, const QString &text);
[[nodiscard]] Result<> savePrompt(const Project &project, const PromptEntry &entry);
[[nodiscard]] Result<> saveInputs(const Project &project, const QString &prompt,
                                  const InputSet &set);
[[nodiscard]] Result<> saveTarget(const Project &project, const TargetEntry &entry);
[[nodiscard]] Result<> savePolicy(const Project &project, const RetryEntry &entry);

/// True for lower case letters, digits, '-' and '_', not empty.
[[nodiscard]] bool isSlug(QStringView text);

/// 12 characters, base 32, random.
[[nodiscard]] QString newId();

} // namespace Antiphon
