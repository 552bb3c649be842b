// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/fieldsmodel.h"

#include "schema/schemaedits.h"
#include "schema/schemawords.h"
#include "theme/icons.h"

#include <antiphon/core/extract/schemaref.h>

#include <QFont>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr int deepest = 16;
static constexpr auto mimeType = "application/x-antiphon-field"_L1;

struct FieldsModel::Node {
    Node *parent = nullptr;
    int row = 0;
    Kind kind = Kind::Value;
    QString name = {};
    Location at = {};
    std::optional<Location> object = {};
    QString type = {};
    QString description = {};
    bool required = false;
    std::vector<std::unique_ptr<Node>> children = {};
};

FieldsModel::FieldsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

FieldsModel::~FieldsModel() = default;

void FieldsModel::show(const Json &schema)
{
    beginResetModel();
    m_schema = schema;
    m_root = std::make_unique<Node>();
    addNode(*m_root, Kind::Value, {}, {}, 0, {u"#"_s});
    for (const QString &group : {u"$defs"_s, u"definitions"_s}) {
        const Json *definitions = find(m_schema, toUtf8(group));
        if (!definitions || !definitions->is_object())
            continue;
        for (const auto &member : definitions->object_range()) {
            const QString name = fromUtf8(member.key());
            addNode(*m_root, Kind::Definition, name, {group, name}, 0,
                    {u"#/"_s + group + u'/' + name});
        }
    }
    endResetModel();
}

/// What a reference leads to, with its place; \p seen keeps circles from going on.
const Json *FieldsModel::follow(const Json &schema, Location &at, QStringList &seen) const
{
    const Json *here = &schema;
    if (&withoutNull(*here) != here) {
        const bool first
            = &withoutNull(*here) == &(*find(*here, find(*here, "anyOf") ? "anyOf" : "oneOf"))[0];
        at += Location {find(*here, "anyOf") ? u"anyOf"_s : u"oneOf"_s, qint64(first ? 0 : 1)};
        here = &withoutNull(*here);
    }
    const QString reference = textOf(*here, "$ref");
    if (reference.isEmpty())
        return here;
    if (seen.contains(reference))
        return nullptr;
    seen.append(reference);
    const Json *target = localTarget(m_schema, reference);
    if (!target)
        return nullptr;
    at = locationFromPointer(QStringView(reference).sliced(1), m_schema);
    return follow(*target, at, seen);
}

void FieldsModel::addNode(Node &parent, Kind kind, const QString &name, const Location &at,
                          int depth, const QStringList &seen)
{
    const Json *schema = partAt(m_schema, at);
    if (!schema)
        return;
    auto node = std::make_unique<Node>();
    node->parent = &parent;
    node->row = int(parent.children.size());
    node->kind = kind;
    node->name = name;
    node->at = at;
    node->type = typeWords(*schema, m_schema);
    node->description = textOf(*schema, "description");
    if (kind == Kind::Property) {
        const Json *owner = partAt(m_schema, at.first(at.size() - 2));
        node->required = owner && isRequired(*owner, name);
    }
    Node &added = *node;
    parent.children.push_back(std::move(node));
    addChildren(added, depth + 1, seen);
}

void FieldsModel::addChildren(Node &node, int depth, QStringList seen)
{
    const Json *given = partAt(m_schema, node.at);
    if (!given || !given->is_object() || depth > deepest)
        return;
    Location at = node.at;
    const Json *schema = follow(*given, at, seen);
    if (!schema || !schema->is_object())
        return;
    if (const Json *items = find(*schema, "items"); items && items->is_object()) {
        Location inner = at + Location {u"items"_s};
        QStringList seenInside = seen;
        Location object = inner;
        const Json *target = follow(*items, object, seenInside);
        // Lists of objects show the fields at once; other lists one row for their items.
        if (target && target->is_object() && find(*target, "properties")) {
            node.object = object;
            for (const auto &member : find(*target, "properties")->object_range())
                addNode(node, Kind::Property, fromUtf8(member.key()),
                        object + Location {u"properties"_s, fromUtf8(member.key())}, depth,
                        seenInside);
        } else if (!target || typeId(*target) != "any"_L1) {
            addNode(node, Kind::Items, {}, inner, depth, seen);
        }
        return;
    }
    for (const QString &key : {u"anyOf"_s, u"oneOf"_s}) {
        const Json *branches = find(*schema, toUtf8(key));
        if (!branches || !branches->is_array())
            continue;
        for (size_t i = 0; i < branches->size(); ++i)
            addNode(node, Kind::Branch, {}, at + Location {key, qint64(i)}, depth, seen);
    }
    const Json *properties = find(*schema, "properties");
    if (properties || typesOf(*schema).contains("object"_L1))
        node.object = at;
    if (!properties || !properties->is_object())
        return;
    for (const auto &member : properties->object_range())
        addNode(node, Kind::Property, fromUtf8(member.key()),
                at + Location {u"properties"_s, fromUtf8(member.key())}, depth, seen);
}

FieldsModel::Node *FieldsModel::nodeOf(const QModelIndex &index)
{
    return static_cast<Node *>(index.internalPointer());
}

QModelIndex FieldsModel::indexOf(const Node &node, int column) const
{
    return createIndex(node.row, column, &node);
}

FieldsModel::Kind FieldsModel::kindOf(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->kind : Kind::Value;
}

Location FieldsModel::schemaOf(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->at : Location {};
}

Location FieldsModel::ownerOf(const QModelIndex &index) const
{
    const Location at = schemaOf(index);
    return kindOf(index) == Kind::Property ? at.first(at.size() - 2) : at;
}

QString FieldsModel::nameOf(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->name : QString();
}

std::optional<Location> FieldsModel::objectOf(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->object : std::nullopt;
}

QModelIndex FieldsModel::indexOf(const Location &location) const
{
    const Node *best = nullptr;
    qsizetype size = -1;
    const auto look = [&](const auto &self, const Node &node) -> void {
        for (const auto &child : node.children) {
            if (isAbove(child->at, location) && child->at.size() > size) {
                best = child.get();
                size = child->at.size();
            }
            self(self, *child);
        }
    };
    look(look, *m_root);
    return best ? indexOf(*best) : QModelIndex();
}

QModelIndex FieldsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node *node = parent.isValid() ? nodeOf(parent) : m_root.get();
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex FieldsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node *parent = nodeOf(child)->parent;
    return parent == m_root.get() ? QModelIndex() : indexOf(*parent);
}

int FieldsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int((parent.isValid() ? nodeOf(parent) : m_root.get())->children.size());
}

int FieldsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    const auto shownName = [this, &node]() -> QString {
        switch (node.kind) {
        case Kind::Value:
            return textOf(m_schema, "title", tr("the value"));
        case Kind::Items:
            return tr("each item");
        case Kind::Branch:
            return tr("or %1").arg(node.row + 1);
        case Kind::Property:
        case Kind::Definition:
            break;
        }
        return node.name;
    };
    switch (role) {
    case Qt::DisplayRole:
        switch (Column(index.column())) {
        case Name:
            return shownName();
        case Type:
            return node.kind == Kind::Definition ? tr("definition") : node.type;
        case Description:
            return node.description;
        case Required:
        case ColumnCount:
            break;
        }
        return {};
    case Qt::EditRole:
        return index.column() == Name       ? node.name
            : index.column() == Description ? QVariant(node.description)
                                            : QVariant();
    case Qt::CheckStateRole:
        return index.column() == Required && node.kind == Kind::Property
            ? QVariant(node.required ? Qt::Checked : Qt::Unchecked)
            : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Description ? node.description : QVariant();
    case Qt::FontRole:
        if (index.column() == Name && (node.kind == Kind::Value || node.kind == Kind::Definition)) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == Required)
            return node.required ? tr("%1 is required").arg(shownName())
                                 : tr("%1 may be missing").arg(shownName());
        if (index.column() != Name)
            return {};
        //: a field and its type, as they are read aloud
        return tr("%1, %2").arg(shownName(), node.type)
            + (node.kind == Kind::Property && node.required ? tr(", required") : QString());
    default:
        return {};
    }
}

bool FieldsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role == Qt::CheckStateRole && index.column() == Required) {
        Q_EMIT requiredRequested(index, value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole)
        return false;
    if (index.column() == Name)
        Q_EMIT renameRequested(index, value.toString().trimmed());
    else if (index.column() == Description)
        Q_EMIT descriptionRequested(index, value.toString());
    return true;
}

QVariant FieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Field");
    case Type:
        return tr("Type");
    case Required:
        return tr("Required");
    case Description:
        return tr("Description");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags FieldsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool named = node.kind == Kind::Property || node.kind == Kind::Definition;
    if ((index.column() == Name && named) || index.column() == Description)
        flags |= Qt::ItemIsEditable;
    if (index.column() == Required && node.kind == Kind::Property)
        flags |= Qt::ItemIsUserCheckable;
    if (node.kind == Kind::Property)
        flags |= Qt::ItemIsDragEnabled;
    if (node.object)
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

Qt::DropActions FieldsModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList FieldsModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *FieldsModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    data->setData(mimeType, pointerText(schemaOf(indexes.value(0))).toUtf8());
    return data;
}

/// Fields change places within their object.
bool FieldsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                               const QModelIndex &parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(mimeType) || !objectOf(parent))
        return false;
    const Location from = locationFromPointer(QString::fromUtf8(data->data(mimeType)), m_schema);
    if (from.size() < 2 || from.first(from.size() - 2) != *objectOf(parent))
        return false;
    const QModelIndex moved = indexOf(from);
    int to = row < 0 ? rowCount(parent) - 1 : row;
    if (moved.row() < to && row >= 0)
        --to;
    Q_EMIT moveRequested(*objectOf(parent), std::get<QString>(from.last()), to);
    return false; // the rows come back through show()
}

} // namespace Antiphon::Ui
