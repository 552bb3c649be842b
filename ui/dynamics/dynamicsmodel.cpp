// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dynamics/dynamicsmodel.h"

#include "theme/icons.h"

#include <QFont>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr auto mimeType = "application/x-antiphon-rule"_L1;

void DynamicsModel::show(const Dynamics &dynamics)
{
    const bool sameRows = dynamics.rules.size() == m_dynamics.rules.size()
        && dynamics.computed.size() == m_dynamics.computed.size() && m_ruleFaults.size() > 0;
    if (!sameRows)
        beginResetModel();
    m_dynamics = dynamics;
    m_fieldFaults = QStringList(dynamics.computed.size());
    m_ruleFaults = QStringList(dynamics.rules.size());
    for (const ScriptError &fault : faults(dynamics)) {
        const QStringList path = fault.file.split(u'.');
        const QString text = fault.line > 0
            ? tr("Line %1, column %2: %3").arg(fault.line).arg(fault.column).arg(fault.message)
            : fault.message;
        if (path.value(1) == "rules"_L1 && path.value(2).toInt() < m_ruleFaults.size())
            m_ruleFaults[path[2].toInt()] = text;
        for (qsizetype i = 0; i < dynamics.computed.size(); ++i) {
            if (path.value(1) == "computed"_L1
                && (path.size() < 3 || path[2] == dynamics.computed[i].name))
                m_fieldFaults[i] = text;
        }
    }
    if (!sameRows) {
        endResetModel();
        return;
    }
    for (const Group group : {Group::Computed, Group::Rules}) {
        const QModelIndex parent = index(int(group), 0);
        if (const int rows = rowCount(parent); rows > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
    }
}

void DynamicsModel::setMatched(const QStringList &layers)
{
    if (m_matched == layers)
        return;
    m_matched = layers;
    const QModelIndex parent = index(int(Group::Rules), 0);
    if (const int rows = rowCount(parent); rows > 0)
        Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
}

QModelIndex DynamicsModel::indexOf(Group group, int row) const
{
    return index(row, 0, index(int(group), 0));
}

// The internal id is 0 for a group, and the group's row + 1 for what is under it.

QModelIndex DynamicsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex DynamicsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int DynamicsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return 2;
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(Group(parent.row()) == Group::Computed ? m_dynamics.computed.size()
                                                      : m_dynamics.rules.size());
}

int DynamicsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant DynamicsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == 0) {
        const Group group = Group(index.row());
        if (role == Qt::DisplayRole && index.column() == 0)
            return group == Group::Computed ? tr("Computed Fields") : tr("Rules");
        if (role == Qt::FontRole) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    }
    if (role == GroupRole)
        return QVariant::fromValue(Group(index.parent().row()));
    if (role == RowRole)
        return index.row();
    return Group(index.parent().row()) == Group::Computed
        ? fieldData(index.row(), index.column(), role)
        : ruleData(index.row(), index.column(), role);
}

QVariant DynamicsModel::faultData(const QString &fault, int role) const
{
    switch (role) {
    case Qt::DecorationRole:
        return fault.isEmpty() ? QVariant() : glyphIcon(Glyph::Cross, ColorRole::Negative);
    case Qt::ToolTipRole:
    case FaultRole:
        return fault;
    default:
        return {};
    }
}

QVariant DynamicsModel::fieldData(int row, int column, int role) const
{
    const ComputedField &field = m_dynamics.computed[row];
    const QString value = field.question ? tr("answer of %1").arg(field.question->prompt)
                                         : field.expression.source().simplified();
    if (role == Qt::DisplayRole)
        return column == When ? field.name : value;
    if (role == Qt::AccessibleTextRole && column == When)
        //: a computed field and its expression, as they are read aloud
        return tr("%1 is %2").arg(field.name, value);
    if (column == When)
        return faultData(m_fieldFaults.value(row), role);
    return role == Qt::ToolTipRole ? QVariant(value) : QVariant();
}

QVariant DynamicsModel::ruleData(int row, int column, int role) const
{
    const DynamicRule &rule = m_dynamics.rules[row];
    const QString when = rule.when.source().simplified();
    const QString gives = settingsText(rule.set);
    const bool matched = m_matched.contains(u"rule %1"_s.arg(row + 1));
    const QString fault = m_ruleFaults.value(row);
    switch (role) {
    case Qt::DisplayRole:
        return column == When ? (when.isEmpty() ? tr("no condition yet") : when) : gives;
    case Qt::CheckStateRole:
        return column == When ? QVariant(rule.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DecorationRole:
        if (column == When)
            return faultData(fault, role);
        return matched ? QVariant(glyphIcon(Glyph::Check, ColorRole::Positive)) : QVariant();
    case Qt::ToolTipRole:
        if (column == When && !fault.isEmpty())
            return fault;
        return (matched ? tr("Applies to the current inputs.") + u'\n' : QString())
            + (rule.note.isEmpty() ? when : rule.note);
    case Qt::AccessibleTextRole:
        if (column != When)
            return {};
        //: a rule, as it is read aloud: its number, condition and settings
        return tr("Rule %1: when %2, set %3").arg(row + 1).arg(when, gives)
            + (matched ? tr("; applies now") : QString())
            + (fault.isEmpty() ? QString() : u". "_s + fault);
    case FaultRole:
        return fault;
    default:
        return {};
    }
}

bool DynamicsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.internalId() != quintptr(Group::Rules) + 1)
        return false;
    Q_EMIT enabledRequested(index.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant DynamicsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == When ? tr("Name or Condition") : tr("Gives");
}

Qt::ItemFlags DynamicsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return Qt::ItemIsEnabled
            | (index.row() == int(Group::Rules) ? Qt::ItemIsDropEnabled : Qt::NoItemFlags);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.internalId() == quintptr(Group::Rules) + 1)
        flags |= Qt::ItemIsDragEnabled | Qt::ItemIsUserCheckable;
    return flags;
}

Qt::DropActions DynamicsModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList DynamicsModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *DynamicsModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    data->setData(mimeType, QByteArray::number(indexes.value(0).row()));
    return data;
}

bool DynamicsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                 const QModelIndex &parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(mimeType) || parent.internalId() != 0
        || parent.row() != int(Group::Rules))
        return false;
    const int from = data->data(mimeType).toInt();
    const int place = row < 0 ? rowCount(parent) : row;
    Q_EMIT moveRequested(from, place > from ? place - 1 : place);
    return false; // the rows come back through show()
}

QString settingsText(const Json &set)
{
    QStringList texts;
    if (!set.is_object())
        return {};
    for (const auto &member : set.object_range()) {
        QString name = fromUtf8(member.key());
        if (name.startsWith("params."_L1))
            name.slice(7);
        const Json &value = member.value();
        const QString text
            = value.is_string() ? toText(value) : QString::fromUtf8(toBytes(value)).left(60);
        texts.append(name + u' ' + text);
    }
    return texts.join(u", "_s);
}

} // namespace Antiphon::Ui
