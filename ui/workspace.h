// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/cost/price.h>
#include <antiphon/store/project/project.h>

#include "prompt/promptdocument.h"
#include "retry/policydocument.h"
#include "schema/schemadocument.h"
#include "targets/targetedits.h"
#include "tools/tooldocument.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Antiphon::Ui {

/// The open project and its open documents.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const Project &project() const; ///< An empty one when none is open.

    /// All known prices: the built-in ones, the person's own and the project's over them, as they
    /// were when the project was last read.
    [[nodiscard]] const PriceTable &prices() const { return m_prices; }

    /// Opens the project in \p folder in place of the open one; edits of that one are given up.
    [[nodiscard]] Result<> open(const QString &folder);
    void close();

    /// Reads the open project's files again. Documents without edits follow.
    [[nodiscard]] Result<> reload();

    /// The same if something was wrong with them and it is another thing now: somebody may have
    /// mended a file elsewhere.
    void reloadMended();

    /// Makes a prompt called \p title, or a target, with its files. Returns its slug.
    [[nodiscard]] Result<QString> addPrompt(const QString &title);
    [[nodiscard]] Result<QString> addTarget(const Target &target);

    /// Writes \p title into the prompt's file. Its slug, by which others refer to it, stays.
    [[nodiscard]] Result<> renamePrompt(const QString &slug, const QString &title);

    /// A copy of prompt \p slug as it is on the disk. Returns the copy's slug.
    [[nodiscard]] Result<QString> duplicatePrompt(const QString &slug);

    /// Moves the prompt's folder to the trash and closes its document.
    [[nodiscard]] Result<RemovedPrompt> removePrompt(const QString &slug);
    [[nodiscard]] Result<> restorePrompt(const RemovedPrompt &removed);

    /// Writes what the project may spend into its antiphon.json.
    [[nodiscard]] Result<> saveBudget(const Budget &budget);

    [[nodiscard]] Result<> saveSnippet(const QString &name, const QString &text);

    /// A copy of target \p slug under another name. Returns its slug.
    [[nodiscard]] Result<QString> duplicateTarget(const QString &slug);

    /// Moves the target's file to the trash; what it held comes back with restoreTarget().
    [[nodiscard]] Result<TargetEntry> removeTarget(const QString &slug);
    [[nodiscard]] Result<> restoreTarget(const TargetEntry &entry);

    /// Makes a retry policy from \p policy. Returns its slug.
    [[nodiscard]] Result<QString> addPolicy(const QString &name, const RetryPolicy &policy);

    /// A copy of policy \p slug as it is on the disk. Returns the copy's slug.
    [[nodiscard]] Result<QString> duplicatePolicy(const QString &slug);

    /// Renames the policy's file; what names it follows. Its edits have to be saved before. Returns
    /// the new slug.
    [[nodiscard]] Result<QString> renamePolicy(const QString &slug, const QString &name);

    /// Moves the policy's file to the trash; what it held comes back with restorePolicy().
    [[nodiscard]] Result<RetryEntry> removePolicy(const QString &slug);
    [[nodiscard]] Result<> restorePolicy(const RetryEntry &entry);

    /// Makes a schema, with a slug from \p title. Returns that.
    [[nodiscard]] Result<QString> addSchema(const QString &title, const Json &schema);

    /// A copy of schema \p slug as it is on the disk. Returns the copy's slug.
    [[nodiscard]] Result<QString> duplicateSchema(const QString &slug);

    /// Renames the schema's file and saves its edits; prompts that use it follow.
    [[nodiscard]] Result<> renameSchema(const QString &slug, const QString &to);

    /// Moves the schema's file to the trash; what it held comes back with restoreSchema().
    [[nodiscard]] Result<RemovedSchema> removeSchema(const QString &slug);
    [[nodiscard]] Result<> restoreSchema(const RemovedSchema &removed);

    /// Makes a tool that asks the person, with a slug from \p name. Returns that.
    [[nodiscard]] Result<QString> addTool(const QString &name);

    /// A copy of tool \p slug as it is on the disk. Returns the copy's slug.
    [[nodiscard]] Result<QString> duplicateTool(const QString &slug);

    /// Renames the tool's files and saves its edits; prompts that name it follow. Returns the new
    /// slug.
    [[nodiscard]] Result<QString> renameTool(const QString &slug, const QString &name);

    /// Moves the tool's files to the trash; what they held comes back with restoreTool().
    [[nodiscard]] Result<ToolEntry> removeTool(const QString &slug);
    [[nodiscard]] Result<> restoreTool(const ToolEntry &entry);

    [[nodiscard]] TargetEdits &targets() { return m_targets; }

    /// The prompt's document, made at its first use; nullptr for an unknown slug.
    PromptDocument *document(const QString &slug);
    void closeDocument(const QString &slug);

    /// The same for a retry policy.
    PolicyDocument *policy(const QString &slug);

    /// The same for a schema; one that cannot be read too.
    SchemaDocument *schema(const QString &slug);

    /// The same for a tool; one that cannot be read too.
    ToolDocument *tool(const QString &slug);

    /// Closes any document; edits are given up.
    void close(ProjectDocument &document);

    [[nodiscard]] QList<PromptDocument *> documents() const;
    [[nodiscard]] QList<PromptDocument *> modified() const;
    [[nodiscard]] QList<PolicyDocument *> policies() const; ///< Those that are open.
    [[nodiscard]] QList<SchemaDocument *> schemas() const; ///< Those that are open.
    [[nodiscard]] QList<ToolDocument *> tools() const; ///< Those that are open.

    /// Names of everything with edits.
    [[nodiscard]] QStringList modifiedNames() const;

    /// Everything wrong with the project's files and the open documents.
    [[nodiscard]] QList<Problem> problems() const;

    /// Writes every document and target that has edits; stops at the first that cannot be written.
    [[nodiscard]] Result<> saveAll();
    [[nodiscard]] Result<> revert(ProjectDocument &document);

Q_SIGNALS:
    void opened();
    void closed();
    void reloaded();

    /// A document goes away.
    void documentRemoved(Antiphon::Ui::ProjectDocument *document);
    void schemaChanged(const QString &slug); ///< As it is edited.
    void toolChanged(const QString &slug); ///< As it is edited.
    void problemsChanged();
    void modifiedChanged();

private:
    [[nodiscard]] QList<ProjectDocument *> allDocuments() const;
    void followPolicy(const PolicyDocument &document);
    void readPrices();
    bool followSchema(const SchemaDocument &document);
    void forgetSchema(const SchemaDocument &document);
    bool followTool(const ToolDocument &document);
    void forgetTool(const QString &slug);
    void readTools();

    /// Has \p loaded, the open project as its files are now, in place of what was read before.
    void take(Project loaded);

    /// Tells anew what is wrong with the files, one of which was saved: \p now is wrong with that.
    void recheck(const QList<Problem> &now);

    /// Renames something of the project as its files are, so that nothing which follows brings back
    /// what was loaded long ago or writes what is only edited; \p follow is for what is edited.
    [[nodiscard]] Result<> renameOnDisk(const std::function<Result<>(Project &)> &rename,
                                        const std::function<bool(Prompt &)> &follow);

    std::optional<Project> m_project;
    PriceTable m_prices;
    QList<PromptDocument *> m_documents;
    QList<PolicyDocument *> m_policies;
    QList<SchemaDocument *> m_schemas;
    QList<ToolDocument *> m_tools;
    TargetEdits m_targets {m_project};
};

} // namespace Antiphon::Ui
