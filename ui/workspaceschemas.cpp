// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The schemas of the open project: made, opened, renamed, removed.

#include "workspace.h"

#include "schema/schemadocument.h"

#include <antiphon/store/project/followname.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

Result<QString> Workspace::addSchema(const QString &title, const Json &schema)
{
    Result<QString> slug = createSchema(*m_project, title, schema);
    if (slug)
        Q_EMIT reloaded();
    return slug;
}

Result<QString> Workspace::duplicateSchema(const QString &slug)
{
    const Result<QString> text = schemaText(project(), slug);
    if (!text)
        return std::unexpected(text.error());
    const auto schema = parseJson(text->toUtf8());
    if (!schema)
        return std::unexpected(schema.error().toError(slug));
    return addSchema(tr("%1 copy", "name of a duplicated schema").arg(slug), *schema);
}

Result<> Workspace::renameSchema(const QString &slug, const QString &to)
{
    const auto open = std::ranges::find(m_schemas, slug, &SchemaDocument::slug);
    if (open != m_schemas.end()) {
        if (const Result<> saved = (*open)->save(); !saved)
            return saved;
    }
    bool rules = false;
    return renameOnDisk(
        [&](Project &saved) -> Result<> {
            rules = saved.rules.contains(slug);
            if (const Result<> renamed = Antiphon::renameSchema(saved, slug, to); !renamed)
                return renamed;
            if (open != m_schemas.end())
                (*open)->reset(saved, to);
            return {};
        },
        [&](Prompt &prompt) { return Antiphon::followSchema(prompt, slug, to, rules); });
}

Result<RemovedSchema> Workspace::removeSchema(const QString &slug)
{
    Result<RemovedSchema> removed = Antiphon::removeSchema(*m_project, slug);
    if (!removed)
        return removed;
    const auto open = std::ranges::find(m_schemas, slug, &SchemaDocument::slug);
    if (open != m_schemas.end())
        close(**open);
    m_project->schemas.remove(slug);
    Q_EMIT reloaded();
    return removed;
}

Result<> Workspace::restoreSchema(const RemovedSchema &removed)
{
    if (const Result<> saved = saveSchema(*m_project, removed.slug, removed.text); !saved)
        return saved;
    return reload();
}

/// Runs use a schema as it is edited. True: the project has it from now on, its file could not be
/// read so far.
bool Workspace::followSchema(const SchemaDocument &document)
{
    if (!m_project)
        return false;
    const bool known = m_project->schemas.contains(document.slug());
    const bool holds = known ? document.canBeRead() : document.marks().isEmpty();
    if (holds)
        m_project->schemas.insert(document.slug(), document.schema());
    const Json rules = document.rulesJson();
    if (rules.is_null())
        m_project->rules.remove(document.slug());
    else
        m_project->rules.insert(document.slug(), rules);
    return holds && !known;
}

/// Edits are given up: runs use what the files say.
void Workspace::forgetSchema(const SchemaDocument &document)
{
    if (!m_project || !document.isModified())
        return;
    const Result<Project> loaded = loadProject(m_project->folder);
    if (!loaded)
        return;
    const QString slug = document.slug();
    m_project->schemas.remove(slug);
    m_project->rules.remove(slug);
    if (loaded->schemas.contains(slug))
        m_project->schemas.insert(slug, loaded->schemas.value(slug));
    if (loaded->rules.contains(slug))
        m_project->rules.insert(slug, loaded->rules.value(slug));
}

SchemaDocument *Workspace::schema(const QString &slug)
{
    const auto found = std::ranges::find(m_schemas, slug, &SchemaDocument::slug);
    if (found != m_schemas.end())
        return *found;
    if (!schemaText(project(), slug))
        return nullptr;
    auto *document = new SchemaDocument(*m_project, slug, this);
    connect(document, &SchemaDocument::modifiedChanged, this, &Workspace::modifiedChanged);
    connect(document, &SchemaDocument::modifiedChanged, this, [this, document](bool modified) {
        if (!modified)
            recheck(document->problems());
    });
    const auto follow = [this, document] {
        if (followSchema(*document))
            Q_EMIT reloaded();
        Q_EMIT schemaChanged(document->slug());
        Q_EMIT problemsChanged();
    };
    connect(document, &SchemaDocument::changed, this, follow);
    connect(document, &SchemaDocument::rulesChanged, this, follow);
    m_schemas.append(document);
    if (followSchema(*document)) // its file was mended elsewhere
        recheck(document->problems());
    Q_EMIT problemsChanged();
    return document;
}

QList<SchemaDocument *> Workspace::schemas() const
{
    return m_schemas;
}

} // namespace Antiphon::Ui
