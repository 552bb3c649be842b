// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/extract/location.h>
#include <antiphon/core/json.h>

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Antiphon::Ui {

/// The fields of a JSON Schema as a tree: what a person thinks in, not how the schema nests it.
///
/// Lists show the fields of their items under them, references those of what they lead to. Holds a
/// copy; changes are asked for by signals and come back through show().
class FieldsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Type, Required, Description, ColumnCount };

    /// What a row stands for.
    enum class Kind { Value, Property, Items, Branch, Definition };

    explicit FieldsModel(QObject *parent = nullptr);
    ~FieldsModel() override;

    void show(const Json &schema);
    [[nodiscard]] const Json &schema() const { return m_schema; }

    [[nodiscard]] Kind kindOf(const QModelIndex &index) const;

    /// Where the schema of a row stands in the whole, and where that stands which it is a property
    /// of.
    [[nodiscard]] Location schemaOf(const QModelIndex &index) const;
    [[nodiscard]] Location ownerOf(const QModelIndex &index) const;
    [[nodiscard]] QString nameOf(const QModelIndex &index) const;

    /// Where fields of the row's value are: what its own reference or its items lead to. Empty
    /// optional: it has none.
    [[nodiscard]] std::optional<Location> objectOf(const QModelIndex &index) const;

    /// The row whose schema stands at \p location or nearest above it.
    [[nodiscard]] QModelIndex indexOf(const Location &location) const;

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
    void renameRequested(const QModelIndex &index, const QString &name);
    void requiredRequested(const QModelIndex &index, bool required);
    void descriptionRequested(const QModelIndex &index, const QString &text);

    /// Property \p name of the object at \p owner is to stand at \p row.
    void moveRequested(const Antiphon::Location &owner, const QString &name, int row);

private:
    struct Node;

    [[nodiscard]] static Node *nodeOf(const QModelIndex &index);
    [[nodiscard]] QModelIndex indexOf(const Node &node, int column = 0) const;
    void addChildren(Node &node, int depth, QStringList seen);
    void addNode(Node &parent, Kind kind, const QString &name, const Location &at, int depth,
                 const QStringList &seen);
    [[nodiscard]] const Json *follow(const Json &schema, Location &at, QStringList &seen) const;

    Json m_schema = Json(jsoncons::json_object_arg);
    std::unique_ptr<Node> m_root;
};

} // namespace Antiphon::Ui
