// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/rules.h>

#include <QAbstractItemModel>

namespace Antiphon::Ui {

/// Computed fields and rules in two groups: what each is made of, what is wrong with it, and
/// whether it had a say in the last preview.
///
/// Holds a copy; changes are asked for by a signal and come back through show().
class DynamicsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Group { Computed, Rules };
    enum Column { When, Gives, ColumnCount };
    enum Role { GroupRole = Qt::UserRole, RowRole, FaultRole };

    using QAbstractItemModel::QAbstractItemModel;

    void show(const Dynamics &dynamics);

    /// Names of the layers that had a say ("rule 2"), from the preview.
    void setMatched(const QStringList &layers);

    [[nodiscard]] QModelIndex indexOf(Group group, int row) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void enabledRequested(int rule, bool enabled);
    void moveRequested(int rule, int to);

private:
    [[nodiscard]] QVariant ruleData(int row, int column, int role) const;
    [[nodiscard]] QVariant fieldData(int row, int column, int role) const;
    [[nodiscard]] QVariant faultData(const QString &fault, int role) const;

    Dynamics m_dynamics;
    QStringList m_fieldFaults;
    QStringList m_ruleFaults;
    QStringList m_matched;
};

/// What \p set changes, in one line: "max_tokens 1024, target haiku".
[[nodiscard]] QString settingsText(const Json &set);

} // namespace Antiphon::Ui
