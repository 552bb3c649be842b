// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done with whole tools.

#include "window/projectcommands.h"
#include "workspace.h"

#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QString askForToolName(QWidget &window, const QString &title, const QString &held,
                              const QString &button)
{
    QInputDialog dialog(&window);
    dialog.setWindowTitle(title);
    dialog.setLabelText(ProjectCommands::tr("Name of the tool, such as find-order"));
    dialog.setTextValue(held);
    dialog.setOkButtonText(button);
    dialog.setCancelButtonText(ProjectCommands::tr("Cancel"));
    return dialog.exec() == QDialog::Accepted ? dialog.textValue().trimmed() : QString();
}

QString ProjectCommands::makeTool()
{
    const QString name = askForToolName(m_window, tr("New Tool"), {}, tr("Make Tool"));
    if (name.isEmpty())
        return {};
    const Result<QString> slug = m_workspace.addTool(name);
    if (!slug)
        Q_EMIT failed(tr("The tool is not made."), slug.error());
    return slug.value_or(QString());
}

void ProjectCommands::renameTool(const QString &slug)
{
    const QString name = askForToolName(m_window, tr("Rename Tool"), slug, tr("Rename"));
    if (name.isEmpty() || name == slug)
        return;
    if (const Result<QString> renamed = m_workspace.renameTool(slug, name); !renamed)
        Q_EMIT failed(tr("The tool is not renamed."), renamed.error());
    else
        Q_EMIT done(tr("Renamed “%1” to “%2”. Prompts that name it follow.").arg(slug, *renamed));
}

QString ProjectCommands::duplicateTool(const QString &slug)
{
    const Result<QString> made = m_workspace.duplicateTool(slug);
    if (!made)
        Q_EMIT failed(tr("The tool is not duplicated."), made.error());
    return made.value_or(QString());
}

void ProjectCommands::removeTool(const QString &slug)
{
    const Result<ToolEntry> done = m_workspace.removeTool(slug);
    if (!done)
        Q_EMIT failed(tr("The tool is not deleted."), done.error());
    else
        Q_EMIT toolRemoved(*done);
}

void ProjectCommands::restoreTool(const ToolEntry &removed)
{
    if (const Result<> done = m_workspace.restoreTool(removed); !done)
        Q_EMIT failed(tr("The tool does not come back."), done.error());
}

} // namespace Antiphon::Ui
