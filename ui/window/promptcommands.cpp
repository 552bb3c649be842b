// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done with whole prompts, retry policies and snippets.

#include "snippets/snippetdialog.h"
#include "window/projectcommands.h"
#include "workspace.h"

#include <QInputDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QString askForTitle(QWidget &window, const QString &title, const QString &label,
                           const QString &held, const QString &button)
{
    QInputDialog dialog(&window);
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(held);
    dialog.setOkButtonText(button);
    dialog.setCancelButtonText(ProjectCommands::tr("Cancel"));
    return dialog.exec() == QDialog::Accepted ? dialog.textValue().trimmed() : QString();
}

QString ProjectCommands::makePrompt()
{
    const QString title
        = askForTitle(m_window, tr("New Prompt"), tr("Title of the prompt"), {}, tr("Make Prompt"));
    if (title.isEmpty())
        return {};
    const Result<QString> slug = m_workspace.addPrompt(title);
    if (!slug)
        Q_EMIT failed(tr("The prompt is not made."), slug.error());
    return slug.value_or(QString());
}

void ProjectCommands::renamePrompt(const QString &slug)
{
    const PromptEntry *entry = findPrompt(m_workspace.project(), slug);
    if (!entry)
        return;
    const QString held = entry->prompt.title.isEmpty() ? slug : entry->prompt.title;
    const QString title
        = askForTitle(m_window, tr("Rename Prompt"), tr("Title of the prompt"), held, tr("Rename"));
    if (title.isEmpty() || title == held)
        return;
    if (const Result<> renamed = m_workspace.renamePrompt(slug, title); !renamed)
        Q_EMIT failed(tr("The prompt is not renamed."), renamed.error());
}

QString ProjectCommands::duplicatePrompt(const QString &slug)
{
    const Result<QString> made = m_workspace.duplicatePrompt(slug);
    if (!made)
        Q_EMIT failed(tr("The prompt is not duplicated."), made.error());
    return made.value_or(QString());
}

void ProjectCommands::removePrompt(const QString &slug)
{
    const Result<RemovedPrompt> done = m_workspace.removePrompt(slug);
    if (!done)
        Q_EMIT failed(tr("The prompt is not deleted."), done.error());
    else
        Q_EMIT removed(*done);
}

void ProjectCommands::restorePrompt(const RemovedPrompt &removed)
{
    if (const Result<> done = m_workspace.restorePrompt(removed); !done)
        Q_EMIT failed(tr("The prompt does not come back."), done.error());
}

QString ProjectCommands::makePolicy()
{
    const QString name = askForTitle(m_window, tr("New Retry Policy"), tr("Name of the policy"), {},
                                     tr("Make Retry Policy"));
    if (name.isEmpty())
        return {};
    const Result<QString> slug = m_workspace.addPolicy(name, defaultPolicy());
    if (!slug)
        Q_EMIT failed(tr("The retry policy is not made."), slug.error());
    return slug.value_or(QString());
}

void ProjectCommands::renamePolicy(const QString &slug)
{
    const auto open = m_workspace.policies();
    const auto edited = std::ranges::find(open, slug, &PolicyDocument::slug);
    if (edited != open.end() && (*edited)->isModified()) {
        save(**edited); // its name is its file's
        if ((*edited)->isModified())
            return;
    }
    const QString name = askForTitle(m_window, tr("Rename Retry Policy"), tr("Name of the policy"),
                                     slug, tr("Rename"));
    if (name.isEmpty() || name == slug)
        return;
    if (const Result<QString> renamed = m_workspace.renamePolicy(slug, name); !renamed)
        Q_EMIT failed(tr("The retry policy is not renamed."), renamed.error());
    else
        Q_EMIT done(tr("Renamed “%1” to “%2”. What names it follows.").arg(slug, *renamed));
}

QString ProjectCommands::duplicatePolicy(const QString &slug)
{
    const Result<QString> made = m_workspace.duplicatePolicy(slug);
    if (!made)
        Q_EMIT failed(tr("The retry policy is not duplicated."), made.error());
    return made.value_or(QString());
}

void ProjectCommands::removePolicy(const QString &slug)
{
    const Result<RetryEntry> done = m_workspace.removePolicy(slug);
    if (!done)
        Q_EMIT failed(tr("The retry policy is not deleted."), done.error());
    else
        Q_EMIT policyRemoved(*done);
}

void ProjectCommands::restorePolicy(const RetryEntry &entry)
{
    if (const Result<> done = m_workspace.restorePolicy(entry); !done)
        Q_EMIT failed(tr("The retry policy does not come back."), done.error());
}

void ProjectCommands::editSnippet(const QString &name)
{
    const Snippets snippets = m_workspace.project().snippets;
    SnippetDialog dialog(name, snippets.value(name), snippets.keys(), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString text = dialog.text();
    if (const Result<> saved = m_workspace.saveSnippet(dialog.name(), text); !saved)
        Q_EMIT failed(tr("The snippet is not saved."), saved.error());
    else
        Q_EMIT done(tr("Saved snippet “%1”.").arg(dialog.name()));
}

} // namespace Antiphon::Ui
