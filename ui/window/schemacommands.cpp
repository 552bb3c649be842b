// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done with whole schemas.

#include "window/projectcommands.h"
#include "workspace.h"

#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QString askForName(QWidget &window, const QString &title, const QString &held,
                          const QString &button)
{
    QInputDialog dialog(&window);
    dialog.setWindowTitle(title);
    dialog.setLabelText(ProjectCommands::tr("Name of the schema: small letters, digits, - and _"));
    dialog.setTextValue(held);
    dialog.setOkButtonText(button);
    dialog.setCancelButtonText(ProjectCommands::tr("Cancel"));
    return dialog.exec() == QDialog::Accepted ? dialog.textValue().trimmed() : QString();
}

/// Something to begin with: an object with one field.
static Json firstSchema(const QString &name)
{
    QString title = name;
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return jsonObject(
        {{"$schema", Json("https://json-schema.org/draft/2020-12/schema")},
         {"title", toJson(QStringView(title))},
         {"description", Json("")},
         {"type", Json("object")},
         {"properties",
          jsonObject(
              {{"name", jsonObject({{"type", Json("string")}, {"description", Json("")}})}})},
         {"required", jsonArray({Json("name")})}});
}

QString ProjectCommands::makeSchema()
{
    const QString name = askForName(m_window, tr("New Schema"), {}, tr("Make Schema"));
    if (name.isEmpty())
        return {};
    const Result<QString> slug = m_workspace.addSchema(name, firstSchema(name));
    if (!slug)
        Q_EMIT failed(tr("The schema is not made."), slug.error());
    return slug.value_or(QString());
}

void ProjectCommands::renameSchema(const QString &slug)
{
    const QString name = askForName(m_window, tr("Rename Schema"), slug, tr("Rename"));
    if (name.isEmpty() || name == slug)
        return;
    if (const Result<> renamed = m_workspace.renameSchema(slug, name); !renamed)
        Q_EMIT failed(tr("The schema is not renamed."), renamed.error());
    else
        Q_EMIT done(tr("Renamed “%1” to “%2”. Prompts that use it follow.").arg(slug, name));
}

QString ProjectCommands::duplicateSchema(const QString &slug)
{
    const Result<QString> made = m_workspace.duplicateSchema(slug);
    if (!made)
        Q_EMIT failed(tr("The schema is not duplicated."), made.error());
    return made.value_or(QString());
}

void ProjectCommands::removeSchema(const QString &slug)
{
    const Result<RemovedSchema> done = m_workspace.removeSchema(slug);
    if (!done)
        Q_EMIT failed(tr("The schema is not deleted."), done.error());
    else
        Q_EMIT schemaRemoved(*done);
}

void ProjectCommands::restoreSchema(const RemovedSchema &removed)
{
    if (const Result<> done = m_workspace.restoreSchema(removed); !done)
        Q_EMIT failed(tr("The schema does not come back."), done.error());
}

} // namespace Antiphon::Ui
