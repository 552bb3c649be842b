// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "context.h"

#include <antiphon/store/project/project.h>

#include <QObject>
#include <QStringList>

class QWidget;

namespace Antiphon::Ui {

class ProjectDocument;
class Workspace;

/// Opens, makes, saves and closes projects, asking what has to be asked before.
class ProjectCommands : public QObject {
    Q_OBJECT

public:
    ProjectCommands(const Context &context, Workspace &workspace, QWidget &window);

    void openFolder(const QString &folder);
    void chooseAndOpen();
    void chooseAndMake();
    void openSample();
    void closeProject();

    /// Ask for what is needed and make it; empty when the person changed their mind.
    QString makePrompt();
    void renamePrompt(const QString &slug);
    QString duplicatePrompt(const QString &slug);

    /// Moves it to the trash; removed() tells how it comes back.
    void removePrompt(const QString &slug);
    void restorePrompt(const RemovedPrompt &removed);

    /// Opens snippet \p name to be edited; a new one for an empty name.
    void editSnippet(const QString &name);

    QString makePolicy();
    void renamePolicy(const QString &slug);
    QString duplicatePolicy(const QString &slug);

    /// Moves it to the trash; policyRemoved() tells how it comes back.
    void removePolicy(const QString &slug);
    void restorePolicy(const RetryEntry &entry);

    QString makeSchema();
    void renameSchema(const QString &slug);
    QString duplicateSchema(const QString &slug);

    /// Moves it to the trash; schemaRemoved() tells how it comes back.
    void removeSchema(const QString &slug);
    void restoreSchema(const RemovedSchema &removed);

    QString makeTool();
    void renameTool(const QString &slug);
    QString duplicateTool(const QString &slug);

    /// Moves it to the trash; toolRemoved() tells how it comes back.
    void removeTool(const QString &slug);
    void restoreTool(const ToolEntry &removed);

    void save(ProjectDocument &document);
    void saveTarget(const QString &slug);
    void saveAll();
    void revert(ProjectDocument &document);
    void check();

    /// Asks what becomes of unsaved edits; false: the person wants to stay.
    [[nodiscard]] bool mayLeave();
    [[nodiscard]] bool mayClose(ProjectDocument &document);

    [[nodiscard]] QStringList recent() const;

Q_SIGNALS:
    void failed(const QString &what, const Antiphon::Error &error);
    void done(const QString &what);
    void recentChanged();
    void removed(const Antiphon::RemovedPrompt &prompt);
    void policyRemoved(const Antiphon::RetryEntry &entry);
    void schemaRemoved(const Antiphon::RemovedSchema &schema);
    void toolRemoved(const Antiphon::ToolEntry &tool);

private:
    enum class Answer { Save, Discard, Stay };
    [[nodiscard]] Answer ask(const QStringList &titles, const QString &saveText);

    Context m_context;
    Workspace &m_workspace;
    QWidget &m_window;
};

} // namespace Antiphon::Ui
