// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/project/project.h>

#include <QAbstractItemModel>

namespace Antiphon::Ui {

/// A project as a tree: kinds, and under each its things by title.
///
/// Files that could not be read stand under their kind too, with what is wrong with them.
class ProjectModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Kind { Prompt, Schema, Tool, Target, Policy, Snippet };
    enum Role { KindRole = Qt::UserRole, SlugRole, BrokenRole };

    using QAbstractItemModel::QAbstractItemModel;

    void setProject(const Project &project);

    /// What has edits that are not saved: marked in its text and for assistive tools.
    void setModified(Kind kind, const QStringList &slugs);

    [[nodiscard]] QModelIndex indexOf(Kind kind, const QString &slug) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Item {
        QString slug = {};
        QString title = {};
        QString problem = {}; ///< Not empty: the file could not be read.
        bool modified = false;
    };
    struct Group {
        Kind kind = Kind::Prompt;
        QList<Item> items = {};
    };

    [[nodiscard]] QVariant groupData(const Group &group, int role) const;
    [[nodiscard]] QVariant dataOf(const Group &group, const Item &item, int role) const;

    QList<Group> m_groups;
};

} // namespace Antiphon::Ui
