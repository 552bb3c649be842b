// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/projectcommands.h"

#include "workspace.h"

#include <antiphon/store/builtin.h>
#include <antiphon/store/settings.h>

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ProjectCommands::ProjectCommands(const Context &context, Workspace &workspace, QWidget &window)
    : QObject(&window)
    , m_context(context)
    , m_workspace(workspace)
    , m_window(window)
{
}

QStringList ProjectCommands::recent() const
{
    return m_context.settings.recentProjects();
}

void ProjectCommands::openFolder(const QString &folder)
{
    if (!mayLeave())
        return;
    const QString path = QDir(folder).absolutePath();
    const Result<> opened = m_workspace.open(path);
    if (opened)
        m_context.settings.addRecentProject(path);
    Q_EMIT recentChanged();
    if (!opened)
        Q_EMIT failed(
            tr("The project in “%1” cannot be opened.").arg(QDir::toNativeSeparators(path)),
            opened.error());
}

void ProjectCommands::chooseAndOpen()
{
    const QString folder = QFileDialog::getExistingDirectory(&m_window, tr("Open Project"));
    if (!folder.isEmpty())
        openFolder(folder);
}

void ProjectCommands::chooseAndMake()
{
    const QString folder = QFileDialog::getExistingDirectory(
        &m_window, tr("Choose an Empty Folder for the Project"));
    if (folder.isEmpty())
        return;
    if (const Result<> made = writeNewProject(folder, QDir(folder).dirName()); !made)
        Q_EMIT failed(tr("The project cannot be made."), made.error());
    else
        openFolder(folder);
}

void ProjectCommands::openSample()
{
    const QString name = sampleNames().value(0);
    const QString folder
        = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/samples/"_s + name;
    if (!loadProject(folder)) {
        if (const Result<> written = writeSample(name, folder); !written) {
            Q_EMIT failed(tr("The sample cannot be written."), written.error());
            return;
        }
    }
    openFolder(folder);
}

void ProjectCommands::closeProject()
{
    if (mayLeave())
        m_workspace.close();
}

void ProjectCommands::save(ProjectDocument &document)
{
    if (const Result<> saved = document.save(); !saved)
        Q_EMIT failed(tr("“%1” is not saved. Your text is kept here.").arg(document.title()),
                      saved.error());
    else
        Q_EMIT done(tr("Saved “%1”.").arg(document.title()));
}

void ProjectCommands::saveTarget(const QString &slug)
{
    const Target *target = m_workspace.targets().target(slug);
    const QString name = target ? displayName(*target) : slug;
    if (const Result<> saved = m_workspace.targets().save(slug); !saved)
        Q_EMIT failed(tr("“%1” is not saved. Your changes are kept here.").arg(name),
                      saved.error());
    else
        Q_EMIT done(tr("Saved “%1”.").arg(name));
}

void ProjectCommands::saveAll()
{
    if (const Result<> saved = m_workspace.saveAll(); !saved)
        Q_EMIT failed(tr("Not everything is saved. Your text is kept here."), saved.error());
    else
        Q_EMIT done(tr("Saved everything."));
}

void ProjectCommands::revert(ProjectDocument &document)
{
    QMessageBox box(QMessageBox::Warning, tr("Revert"),
                    tr("Give up all changes of “%1” since it was saved?").arg(document.title()),
                    QMessageBox::NoButton, &m_window);
    QPushButton *revert = box.addButton(tr("Revert to Saved"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Keep Changes"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() != revert)
        return;
    if (const Result<> reverted = m_workspace.revert(document); !reverted)
        Q_EMIT failed(tr("“%1” cannot be read again.").arg(document.title()), reverted.error());
}

void ProjectCommands::check()
{
    if (const Result<> loaded = m_workspace.reload(); !loaded)
        Q_EMIT failed(tr("The project cannot be read again."), loaded.error());
    else
        Q_EMIT done(tr("%Ln problem(s) found.", nullptr, int(m_workspace.problems().size())));
}

ProjectCommands::Answer ProjectCommands::ask(const QStringList &titles, const QString &saveText)
{
    QMessageBox box(QMessageBox::Question, tr("Unsaved Changes"),
                    tr("%Ln item(s) have changes that are not saved.", nullptr, int(titles.size())),
                    QMessageBox::NoButton, &m_window);
    box.setInformativeText(titles.join(u'\n'));
    QPushButton *save = box.addButton(saveText, QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.exec();
    return box.clickedButton() == save   ? Answer::Save
        : box.clickedButton() == discard ? Answer::Discard
                                         : Answer::Stay;
}

bool ProjectCommands::mayLeave()
{
    const QStringList titles = m_workspace.modifiedNames();
    if (titles.isEmpty())
        return true;
    const Answer answer = ask(titles, tr("Save All"));
    if (answer != Answer::Save)
        return answer == Answer::Discard;
    saveAll();
    return m_workspace.modifiedNames().isEmpty();
}

bool ProjectCommands::mayClose(ProjectDocument &document)
{
    if (!document.isModified())
        return true;
    const Answer answer = ask({document.title()}, tr("Save"));
    if (answer != Answer::Save)
        return answer == Answer::Discard;
    save(document);
    return !document.isModified();
}

} // namespace Antiphon::Ui
