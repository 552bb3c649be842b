// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "project/projectmodel.h"

#include "theme/icons.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// The folder a kind's files are in.
static QLatin1StringView folderOf(ProjectModel::Kind kind)
{
    switch (kind) {
    case ProjectModel::Kind::Prompt:
        return "prompts/"_L1;
    case ProjectModel::Kind::Schema:
        return "schemas/"_L1;
    case ProjectModel::Kind::Tool:
        return "tools/"_L1;
    case ProjectModel::Kind::Target:
        return "targets/"_L1;
    case ProjectModel::Kind::Policy:
        return "retry/"_L1;
    case ProjectModel::Kind::Snippet:
        return "snippets/"_L1;
    }
    return {};
}

static QString iconOf(ProjectModel::Kind kind)
{
    switch (kind) {
    case ProjectModel::Kind::Prompt:
        return u"document-edit"_s;
    case ProjectModel::Kind::Schema:
        return u"code-class"_s;
    case ProjectModel::Kind::Tool:
        return u"code-function"_s;
    case ProjectModel::Kind::Target:
        return u"network-server"_s;
    case ProjectModel::Kind::Policy:
        return u"view-refresh"_s;
    case ProjectModel::Kind::Snippet:
        return u"edit-copy"_s;
    }
    return {};
}

void ProjectModel::setProject(const Project &project)
{
    beginResetModel();
    Group prompts {.kind = Kind::Prompt};
    for (const PromptEntry &entry : project.prompts)
        prompts.items.append(
            {.slug = entry.prompt.slug,
             .title = entry.prompt.title.isEmpty() ? entry.prompt.slug : entry.prompt.title});
    Group schemas {.kind = Kind::Schema};
    for (const QString &slug : project.schemas.keys())
        schemas.items.append({.slug = slug, .title = slug});
    Group tools {.kind = Kind::Tool};
    for (const ToolEntry &entry : project.tools)
        tools.items.append({.slug = entry.tool.slug, .title = entry.tool.slug});
    Group targets {.kind = Kind::Target};
    for (const TargetEntry &entry : project.targets)
        targets.items.append({.slug = entry.target.slug, .title = displayName(entry.target)});
    Group snippets {.kind = Kind::Snippet};
    for (const QString &name : project.snippets.keys())
        snippets.items.append({.slug = name, .title = name});
    Group policies {.kind = Kind::Policy};
    for (const RetryEntry &entry : project.policies)
        policies.items.append({.slug = entry.slug, .title = entry.slug});

    m_groups.clear();
    for (Group *group : {&prompts, &schemas, &tools, &targets, &policies, &snippets}) {
        for (const Problem &problem : project.problems) {
            const QLatin1StringView folder = folderOf(group->kind);
            if (problem.severity != Problem::Severity::Error || !problem.file.startsWith(folder))
                continue;
            const QString name = problem.file.sliced(folder.size()).section(u'/', 0, 0);
            const QString slug = name.section(u'.', 0, 0);
            const auto same = [&](const Item &item) { return item.slug == slug; };
            if (std::ranges::none_of(group->items, same))
                group->items.append({.slug = slug, .title = name, .problem = problem.message});
        }
        if (!group->items.isEmpty())
            m_groups.append(*group);
    }
    endResetModel();
}

void ProjectModel::setModified(Kind kind, const QStringList &slugs)
{
    for (qsizetype g = 0; g < m_groups.size(); ++g) {
        if (m_groups[g].kind != kind)
            continue;
        for (qsizetype i = 0; i < m_groups[g].items.size(); ++i) {
            Item &item = m_groups[g].items[i];
            const bool modified = slugs.contains(item.slug);
            if (std::exchange(item.modified, modified) == modified)
                continue;
            const QModelIndex at = index(int(i), 0, index(int(g), 0));
            Q_EMIT dataChanged(at, at);
        }
    }
}

QModelIndex ProjectModel::indexOf(Kind kind, const QString &slug) const
{
    for (qsizetype g = 0; g < m_groups.size(); ++g) {
        if (m_groups[g].kind != kind)
            continue;
        const auto &items = m_groups[g].items;
        const auto found = std::ranges::find(items, slug, &Item::slug);
        if (found != items.end())
            return index(int(found - items.begin()), 0, index(int(g), 0));
    }
    return {};
}

// The internal id is 0 for a kind, and the kind's row + 1 for what is under it.

QModelIndex ProjectModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex ProjectModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int ProjectModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_groups[parent.row()].items.size());
}

int ProjectModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ProjectModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == 0)
        return groupData(m_groups[index.row()], role);
    const Group &group = m_groups[qsizetype(index.internalId()) - 1];
    return dataOf(group, group.items[index.row()], role);
}

QVariant ProjectModel::groupData(const Group &group, int role) const
{
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (group.kind) {
    case Kind::Prompt:
        return tr("Prompts");
    case Kind::Schema:
        return tr("Schemas");
    case Kind::Tool:
        return tr("Tools");
    case Kind::Target:
        return tr("Targets");
    case Kind::Policy:
        return tr("Retry Policies");
    case Kind::Snippet:
        return tr("Snippets");
    }
    return {};
}

QVariant ProjectModel::dataOf(const Group &group, const Item &item, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return item.modified ? tr("%1 *").arg(item.title) : item.title;
    case Qt::DecorationRole:
        return item.problem.isEmpty() ? icon(iconOf(group.kind))
                                      : glyphIcon(Glyph::Cross, ColorRole::Negative);
    case Qt::ToolTipRole:
        return item.problem.isEmpty() ? item.slug : item.problem;
    case Qt::AccessibleTextRole:
        if (!item.problem.isEmpty())
            return tr("%1, cannot be read").arg(item.title);
        return item.modified ? tr("%1, not saved").arg(item.title) : item.title;
    case KindRole:
        return QVariant::fromValue(group.kind);
    case SlugRole:
        return item.slug;
    case BrokenRole:
        return !item.problem.isEmpty();
    default:
        return {};
    }
}

} // namespace Antiphon::Ui
