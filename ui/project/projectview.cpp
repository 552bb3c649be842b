// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "project/projectview.h"

#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/searchfield.h"
#include "workspace.h"

#include <QAction>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ProjectView::ProjectView(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new ProjectModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_field(new QLineEdit)
    , m_tree(new QTreeView)
{
    m_filter->setSourceModel(m_model);
    m_filter->setRecursiveFilteringEnabled(true);
    m_filter->setAutoAcceptChildRows(true);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_field->setPlaceholderText(tr("Filter"));
    makeSearchField(*m_field);
    m_field->setAccessibleName(tr("Filter the project"));
    m_tree->setObjectName(u"projectTree"_s);
    m_tree->setAccessibleName(tr("Project"));
    m_tree->setModel(m_filter);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setTextElideMode(Qt::ElideRight);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    const int space = gap(*this, 0.75);
    top->setContentsMargins(space, space, space, space);
    top->addWidget(m_field);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);

    makeActions();
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text);
        m_tree->expandAll();
    });
    connect(m_tree, &QTreeView::activated, this, &ProjectView::activate);
    connect(m_tree, &QTreeView::clicked, this, &ProjectView::activate);
    connect(&m_workspace, &Workspace::opened, this, &ProjectView::reload);
    connect(&m_workspace, &Workspace::reloaded, this, &ProjectView::reload);
    connect(&m_workspace, &Workspace::closed, this, [this] { m_model->setProject({}); });
    connect(&m_workspace, &Workspace::modifiedChanged, this, &ProjectView::showModified);
}

/// Slugs of those of \p documents that have edits.
template<typename Document>
static QStringList modifiedSlugs(const QList<Document *> &documents)
{
    QStringList slugs;
    for (const Document *document : documents) {
        if (document->isModified())
            slugs.append(document->slug());
    }
    return slugs;
}

void ProjectView::showModified()
{
    using Kind = ProjectModel::Kind;
    m_model->setModified(Kind::Prompt, modifiedSlugs(m_workspace.documents()));
    m_model->setModified(Kind::Target, m_workspace.targets().modified());
    m_model->setModified(Kind::Policy, modifiedSlugs(m_workspace.policies()));
    m_model->setModified(Kind::Schema, modifiedSlugs(m_workspace.schemas()));
    m_model->setModified(Kind::Tool, modifiedSlugs(m_workspace.tools()));
}

/// What can be done with most things, in the menu of the tree.
void ProjectView::makeActions()
{
    const auto add = [this](const QString &iconName, const QString &text, const QKeySequence &keys,
                            void (ProjectView::*signal)(ProjectModel::Kind, const QString &)) {
        auto *action = new QAction(icon(iconName), text, m_tree);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setEnabled(false);
        m_tree->addAction(action);
        const auto current = [this] { return m_tree->currentIndex(); };
        connect(
            action, &QAction::triggered, this,
            [this, current, signal] {
                (this->*signal)(current().data(ProjectModel::KindRole).value<ProjectModel::Kind>(),
                                current().data(ProjectModel::SlugRole).toString());
            },
            Qt::QueuedConnection);
        connect(
            m_tree->selectionModel(), &QItemSelectionModel::currentChanged, action,
            [action](const QModelIndex &index) {
                const auto kind = index.data(ProjectModel::KindRole).value<ProjectModel::Kind>();
                action->setEnabled(
                    !index.data(ProjectModel::SlugRole).toString().isEmpty()
                    && (kind == ProjectModel::Kind::Prompt || kind == ProjectModel::Kind::Policy
                        || kind == ProjectModel::Kind::Schema || kind == ProjectModel::Kind::Tool)
                    && !index.data(ProjectModel::BrokenRole).toBool());
            });
    };
    add(u"edit-rename"_s, tr("&Rename…"), Qt::Key_F2, &ProjectView::renameRequested);
    add(u"edit-duplicate"_s, tr("D&uplicate"), {}, &ProjectView::duplicateRequested);
    add(u"edit-delete"_s, tr("&Delete"), QKeySequence::Delete, &ProjectView::deleteRequested);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ProjectView::reload()
{
    const QModelIndex current = m_tree->currentIndex();
    const auto kind = current.data(ProjectModel::KindRole).value<ProjectModel::Kind>();
    const QString slug = current.data(ProjectModel::SlugRole).toString();
    m_model->setProject(m_workspace.project());
    showModified();
    m_tree->expandAll();
    if (!slug.isEmpty())
        select(kind, slug);
}

void ProjectView::select(ProjectModel::Kind kind, const QString &slug)
{
    m_tree->setCurrentIndex(m_filter->mapFromSource(m_model->indexOf(kind, slug)));
}

void ProjectView::activate(const QModelIndex &index)
{
    const QString slug = index.data(ProjectModel::SlugRole).toString();
    if (slug.isEmpty())
        return; // a kind
    const auto kind = index.data(ProjectModel::KindRole).value<ProjectModel::Kind>();
    // What is edited as text is mended there.
    const bool asText = kind == ProjectModel::Kind::Schema || kind == ProjectModel::Kind::Tool;
    if (index.data(ProjectModel::BrokenRole).toBool() && !asText)
        Q_EMIT problemActivated();
    else
        Q_EMIT activated(index.data(ProjectModel::KindRole).value<ProjectModel::Kind>(), slug);
}

} // namespace Antiphon::Ui
