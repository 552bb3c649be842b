// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project/projectmodel.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace Antiphon::Ui {

class Workspace;

/// The project's tree with a filter above it.
class ProjectView : public QWidget {
    Q_OBJECT

public:
    explicit ProjectView(Workspace &workspace, QWidget *parent = nullptr);

    void select(ProjectModel::Kind kind, const QString &slug);

Q_SIGNALS:
    /// What the menu asks for a prompt or retry policy.
    void renameRequested(Antiphon::Ui::ProjectModel::Kind kind, const QString &slug);
    void duplicateRequested(Antiphon::Ui::ProjectModel::Kind kind, const QString &slug);
    void deleteRequested(Antiphon::Ui::ProjectModel::Kind kind, const QString &slug);

    void activated(Antiphon::Ui::ProjectModel::Kind kind, const QString &slug);
    void problemActivated();

private:
    void makeActions();
    void reload();
    void showModified();
    void activate(const QModelIndex &index);

    Workspace &m_workspace;
    ProjectModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_field;
    QTreeView *m_tree;
};

} // namespace Antiphon::Ui
