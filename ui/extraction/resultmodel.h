// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "extraction/shownvalue.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Antiphon::Ui {

/// An extracted value as a tree: fields, and what is wrong with each. A bare value that is no
/// object or list is one row.
///
/// Follows a value that grows: rows are added and changed, the tree is never built anew for what
/// only gets longer, so that selection and open branches stay.
class ResultModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Field, Value, Type, State, ColumnCount };
    enum Role { StateRole = Qt::UserRole, MessageRole };

    explicit ResultModel(QObject *parent = nullptr);
    ~ResultModel() override;

    void show(const ShownValue &shown);

    [[nodiscard]] Location locationOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Location &location) const;

    /// The value at \p index as JSON; null for one that is missing.
    [[nodiscard]] Json valueAt(const QModelIndex &index) const;

    /// Rows that something is wrong with, in the order of the tree.
    [[nodiscard]] QModelIndexList problems() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    struct Wanted;

    [[nodiscard]] static Node *nodeOf(const QModelIndex &index);
    [[nodiscard]] QModelIndex indexOf(const Node &node, int column = 0) const;
    void update(Node &node, const Json *value, const Json &schema, const Location &at);
    void updateChildren(Node &node, const Json *value, const Json &schema, const Location &at);
    [[nodiscard]] QList<Wanted> wantedChildren(const Json *value, const Json &schema,
                                               const Location &at) const;
    [[nodiscard]] QString typeOf(const Json &schema, const Json *value) const;
    void collectProblems(const QModelIndex &parent, QModelIndexList &found) const;

    ShownValue m_shown;
    std::unique_ptr<Node> m_root; ///< The value; its children, or itself as the only row.
    bool m_bare = false; ///< The value itself is the only row.
};

} // namespace Antiphon::Ui
