// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "extraction/resultmodel.h"

#include "schema/schemawords.h"
#include "wording/numbers.h"

#include <antiphon/core/extract/schemaref.h>

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr qsizetype longestCell = 400;
static constexpr qsizetype longestToolTip = 2000;

struct ResultModel::Node {
    Node *parent = nullptr;
    std::optional<LocationStep> step = {}; ///< Empty: the value itself.
    int row = 0;
    QString text = {};
    QString type = {};
    QString message = {};
    FieldState state = FieldState::Ok;
    bool isMissing = false;
    std::vector<std::unique_ptr<Node>> children = {};

    [[nodiscard]] QString name() const
    {
        if (!step)
            return ResultModel::tr("value");
        const auto *key = std::get_if<QString>(&*step);
        return key ? *key : u"[%1]"_s.arg(std::get<qint64>(*step));
    }
};

/// A row that is to be there.
struct ResultModel::Wanted {
    std::optional<LocationStep> step = {};
    const Json *value = nullptr; ///< nullptr: it is missing.
    const Json *schema = nullptr;
};

ResultModel::ResultModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

ResultModel::~ResultModel() = default;

static const Json &noSchema()
{
    static const Json none = Json::null();
    return none;
}

static QString textOf(const Json *value)
{
    if (!value)
        return u"—"_s;
    if (value->is_string())
        return toText(*value);
    if (value->is_array())
        return ResultModel::tr("%Ln item(s)", nullptr, int(value->size()));
    if (value->is_object())
        return ResultModel::tr("%Ln field(s)", nullptr, int(value->size()));
    return fromUtf8(value->to_string());
}

QString ResultModel::typeOf(const Json &schema, const Json *value) const
{
    if (schema.is_object() && !schema.empty())
        return typeWords(schema, m_shown.root);
    return value ? jsonKindWord(*value) : QString();
}

QList<ResultModel::Wanted> ResultModel::wantedChildren(const Json *value, const Json &given,
                                                       const Location &at) const
{
    QList<Wanted> wanted;
    const Json &schema = valueSchema(given, m_shown.root, value);
    if (value && value->is_array()) {
        const Json *items = find(schema, "items");
        for (size_t i = 0; i < value->size(); ++i)
            wanted.append({qint64(i), &(*value)[i], items ? items : &noSchema()});
        return wanted;
    }
    if (!value || !value->is_object())
        return wanted;
    const Json *properties = find(schema, "properties");
    for (const auto &member : value->object_range()) {
        const Json *property = properties ? find(*properties, member.key()) : nullptr;
        // While it grows, what has not come yet stands there as null.
        if (m_shown.live && member.value().is_null())
            continue;
        wanted.append({fromUtf8(member.key()), &member.value(), property ? property : &noSchema()});
    }
    // What is missing has no value but a place.
    for (const ValidationIssue &issue : m_shown.issues) {
        if (issue.location.size() != at.size() + 1 || !isAbove(at, issue.location))
            continue;
        const auto *key = std::get_if<QString>(&issue.location.last());
        if (!key || find(*value, toUtf8(*key)))
            continue;
        const Json *property = properties ? find(*properties, toUtf8(*key)) : nullptr;
        const auto same = [key](const Wanted &one) { return one.step == LocationStep(*key); };
        if (std::ranges::none_of(wanted, same))
            wanted.append({*key, nullptr, property ? property : &noSchema()});
    }
    return wanted;
}

/// What is said of the value at \p at.
static FieldState stateAt(const ShownValue &shown, const Location &at, bool missing,
                          QString &message)
{
    if (!shown.issues.isEmpty()) {
        bool inside = false;
        bool rule = false;
        QStringList said;
        for (const ValidationIssue &issue : shown.issues) {
            if (issue.location == at) {
                said.append(issue.message);
                rule = rule || issue.type == "value_error"_L1;
            } else {
                inside = inside || isAbove(at, issue.location);
            }
        }
        if (!said.isEmpty()) {
            message = said.join(u'\n');
            return missing ? FieldState::Missing : rule ? FieldState::Broken : FieldState::Wrong;
        }
        if (inside)
            return FieldState::Inside;
    }
    if (shown.live && shown.open && isAbove(at, *shown.open))
        return FieldState::Partial;
    for (const auto &[location, attempt] : shown.repaired) {
        if (location == at) {
            message = ResultModel::tr("Attempt %1 got it wrong.").arg(attempt);
            return FieldState::Repaired;
        }
    }
    if (shown.converted.contains(at)) {
        message = ResultModel::tr("It came in another type and was converted without loss.");
        return FieldState::Converted;
    }
    return FieldState::Ok;
}

void ResultModel::update(Node &node, const Json *value, const Json &schema, const Location &at)
{
    QString message;
    const FieldState state = stateAt(m_shown, at, !value, message);
    QString text = textOf(value);
    QString type = typeOf(schema, value);
    const bool changed = text != node.text || type != node.type || state != node.state
        || message != node.message || node.isMissing == (value != nullptr);
    if (changed) {
        node.text = std::move(text);
        node.type = std::move(type);
        node.message = std::move(message);
        node.state = state;
        node.isMissing = !value;
        Q_EMIT dataChanged(indexOf(node), indexOf(node, ColumnCount - 1));
    }
    updateChildren(node, value, schema, at);
}

void ResultModel::updateChildren(Node &node, const Json *value, const Json &schema,
                                 const Location &at)
{
    const QList<Wanted> wanted = &node == m_root.get() && m_bare
        ? (m_shown.hasValue ? QList<Wanted> {{std::nullopt, value, &schema}} : QList<Wanted> {})
        : wantedChildren(value, schema, at);
    qsizetype same = 0;
    const auto count = qsizetype(node.children.size());
    while (same < std::min(count, wanted.size())
           && node.children[size_t(same)]->step == wanted[same].step)
        ++same;
    const QModelIndex here = &node == m_root.get() ? QModelIndex() : indexOf(node);
    if (same < count) {
        beginRemoveRows(here, int(same), int(count) - 1);
        node.children.resize(size_t(same));
        endRemoveRows();
    }
    if (same < wanted.size()) {
        beginInsertRows(here, int(same), int(wanted.size()) - 1);
        for (qsizetype i = same; i < wanted.size(); ++i) {
            auto child = std::make_unique<Node>();
            child->parent = &node;
            child->step = wanted[i].step;
            child->row = int(i);
            node.children.push_back(std::move(child));
        }
        endInsertRows();
    }
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const Wanted &one = wanted[i];
        Location inner = at;
        if (one.step)
            inner.append(*one.step);
        update(*node.children[size_t(i)], one.value, *one.schema, inner);
    }
}

void ResultModel::show(const ShownValue &shown)
{
    m_shown = shown;
    const bool bare = !shown.value.is_object() && !shown.value.is_array();
    if (std::exchange(m_bare, bare) != bare && !m_root->children.empty()) {
        beginRemoveRows({}, 0, int(m_root->children.size()) - 1);
        m_root->children.clear();
        endRemoveRows();
    }
    updateChildren(*m_root, &m_shown.value, m_shown.schema, {});
}

ResultModel::Node *ResultModel::nodeOf(const QModelIndex &index)
{
    return static_cast<Node *>(index.internalPointer());
}

QModelIndex ResultModel::indexOf(const Node &node, int column) const
{
    return createIndex(node.row, column, &node);
}

Location ResultModel::locationOf(const QModelIndex &index) const
{
    Location location;
    for (const Node *node = index.isValid() ? nodeOf(index) : nullptr; node && node->parent;
         node = node->parent) {
        if (node->step)
            location.prepend(*node->step);
    }
    return location;
}

QModelIndex ResultModel::indexOf(const Location &location) const
{
    const Node *at = m_root.get();
    if (m_bare && location.isEmpty() && !at->children.empty())
        return indexOf(*at->children.front());
    for (const LocationStep &step : location) {
        const auto child = std::ranges::find_if(
            at->children, [&step](const auto &one) { return one->step == step; });
        if (child == at->children.end())
            break; // the nearest that is there
        at = child->get();
    }
    return at == m_root.get() ? QModelIndex() : indexOf(*at);
}

Json ResultModel::valueAt(const QModelIndex &index) const
{
    const Json *at = &m_shown.value;
    for (const LocationStep &step : locationOf(index)) {
        if (const auto *key = std::get_if<QString>(&step))
            at = find(*at, toUtf8(*key));
        else if (const auto i = size_t(std::get<qint64>(step)); at->is_array() && i < at->size())
            at = &(*at)[i];
        else
            at = nullptr;
        if (!at)
            return Json::null();
    }
    return *at;
}

void ResultModel::collectProblems(const QModelIndex &parent, QModelIndexList &found) const
{
    for (int row = 0; row < rowCount(parent); ++row) {
        const QModelIndex at = index(row, 0, parent);
        const FieldState state = nodeOf(at)->state;
        if (state == FieldState::Missing || state == FieldState::Wrong
            || state == FieldState::Broken)
            found.append(at);
        collectProblems(at, found);
    }
}

QModelIndexList ResultModel::problems() const
{
    QModelIndexList found;
    if (!m_shown.issues.isEmpty())
        collectProblems({}, found);
    return found;
}

QModelIndex ResultModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node *node = parent.isValid() ? nodeOf(parent) : m_root.get();
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex ResultModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node *parent = nodeOf(child)->parent;
    return parent == m_root.get() ? QModelIndex() : indexOf(*parent);
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node *node = parent.isValid() ? nodeOf(parent) : m_root.get();
    return int(node->children.size());
}

int ResultModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

static QString oneLine(const QString &text)
{
    return text.left(longestCell).simplified();
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        switch (Column(index.column())) {
        case Field:
            return node.name();
        case Value:
            return oneLine(node.text);
        case Type:
            return node.type;
        case State:
            return lookOf(node.state).word;
        case ColumnCount:
            break;
        }
        return {};
    case Qt::DecorationRole:
        if (index.column() != State)
            return {};
        return glyphIcon(lookOf(node.state).glyph, lookOf(node.state).role);
    case Qt::ToolTipRole:
        if (!node.message.isEmpty())
            return node.message;
        return index.column() == Value ? node.text.left(longestToolTip) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Field)
            //: a field, its value and its state, as they are read aloud
            return tr("%1: %2, %3").arg(node.name(), oneLine(node.text), lookOf(node.state).word)
                + (node.message.isEmpty() ? QString() : u". "_s + node.message);
        return {};
    case StateRole:
        return int(node.state);
    case MessageRole:
        return node.message;
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Field:
        return tr("Field");
    case Value:
        return tr("Value");
    case Type:
        return tr("Type");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Antiphon::Ui
