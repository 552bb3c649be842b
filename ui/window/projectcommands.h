// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "context.h"

#include <antiphon/core/error.h>

#include <QObject>
#include <QStringList>

class QWidget;

namespace Antiphon::Ui {

class PromptDocument;
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
    QString makeTarget();

    void save(PromptDocument &document);
    void saveAll();
    void revert(PromptDocument &document);
    void check();

    /// Asks what becomes of unsaved edits; false: the person wants to stay.
    [[nodiscard]] bool mayLeave();
    [[nodiscard]] bool mayClose(PromptDocument &document);

    [[nodiscard]] QStringList recent() const;

Q_SIGNALS:
    void failed(const QString &what, const Antiphon::Error &error);
    void done(const QString &what);
    void recentChanged();

private:
    enum class Answer { Save, Discard, Stay };
    [[nodiscard]] Answer ask(const QStringList &titles, const QString &saveText);

    Context m_context;
    Workspace &m_workspace;
    QWidget &m_window;
};

} // namespace Antiphon::Ui
