// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "problems/problemsview.h"

#include "theme/icons.h"
#include "widgets/emptystate.h"
#include "workspace.h"

#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

void ProblemsModel::setProblems(QList<Problem> problems)
{
    std::ranges::stable_sort(problems, {}, &Problem::severity);
    if (problems == m_problems)
        return;
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

static QString severityText(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::Error:
        return ProblemsModel::tr("Error");
    case Problem::Severity::Warning:
        return ProblemsModel::tr("Warning");
    case Problem::Severity::Hint:
        return ProblemsModel::tr("Hint");
    }
    return {};
}

static QIcon severityIcon(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::Error:
        return glyphIcon(Glyph::Cross, ColorRole::Negative);
    case Problem::Severity::Warning:
        return glyphIcon(Glyph::Warning, ColorRole::Neutral);
    case Problem::Severity::Hint:
        return glyphIcon(Glyph::Information, ColorRole::Muted);
    }
    return {};
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Problem &problem = m_problems[index.row()];
    if (role == ProblemRole)
        return QVariant::fromValue(problem);
    switch (Column(index.column())) {
    case Message:
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return problem.message;
        if (role == Qt::DecorationRole)
            return severityIcon(problem.severity);
        if (role == Qt::AccessibleTextRole)
            return tr("%1: %2").arg(severityText(problem.severity), problem.message);
        break;
    case Place:
        if (role == Qt::DisplayRole)
            return problem.line > 0 ? tr("%1, line %2").arg(problem.file).arg(problem.line)
                                    : problem.file;
        break;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Message:
        return tr("Problem");
    case Place:
        return tr("Place");
    case ColumnCount:
        break;
    }
    return {};
}

ProblemsView::ProblemsView(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new ProblemsModel(this))
    , m_list(new QTreeView)
    , m_empty(new EmptyState(u"checkmark"_s, tr("No problems found."), tr("Check Project")))
{
    m_list->setObjectName(u"problemsList"_s);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setSectionResizeMode(ProblemsModel::Message, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(ProblemsModel::Place, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list);
    layout->addWidget(m_empty);

    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT activated(index.data(ProblemsModel::ProblemRole).value<Problem>());
    });
    connect(m_empty, &EmptyState::triggered, this, &ProblemsView::checkRequested);
    connect(&m_workspace, &Workspace::problemsChanged, this, &ProblemsView::reload);
    reload();
}

void ProblemsView::reload()
{
    m_model->setProblems(m_workspace.problems());
    const int count = m_model->rowCount();
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    Q_EMIT countChanged(count);
}

} // namespace Antiphon::Ui
