// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/project/project.h>

#include <QAbstractTableModel>
#include <QWidget>

class QTreeView;

namespace Antiphon::Ui {

class EmptyState;
class Workspace;

/// What is wrong in the project: a row each, the worst first.
class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Message, Place, ColumnCount };
    enum Role { ProblemRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(QList<Problem> problems);
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Problem> m_problems;
};

/// The list of problems; activating one goes there.
class ProblemsView : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsView(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void activated(const Antiphon::Problem &problem);
    void countChanged(int count);
    void checkRequested();

private:
    void reload();

    Workspace &m_workspace;
    ProblemsModel *m_model;
    QTreeView *m_list;
    EmptyState *m_empty;
};

} // namespace Antiphon::Ui
