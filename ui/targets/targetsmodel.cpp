// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/targetsmodel.h"

#include "targets/modelwords.h"

#include <QMimeData>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static const QString rowMime = u"application/x-antiphon-target"_s;

QString keyStateText(KeyState state)
{
    switch (state) {
    case KeyState::Unchecked:
        return TargetsModel::tr("Looking for the key");
    case KeyState::Ready:
        return TargetsModel::tr("Key found, not checked");
    case KeyState::NotNeeded:
        return TargetsModel::tr("No key needed");
    case KeyState::Missing:
        return TargetsModel::tr("Key missing");
    case KeyState::Unfinished:
        return TargetsModel::tr("Not set up");
    case KeyState::Locked:
        return TargetsModel::tr("Keychain locked");
    case KeyState::Checked:
        return TargetsModel::tr("Checked");
    case KeyState::Refused:
        return TargetsModel::tr("Check failed");
    }
    return {};
}

static bool isReady(KeyState state)
{
    switch (state) {
    case KeyState::Ready:
    case KeyState::NotNeeded:
    case KeyState::Checked:
    case KeyState::Refused: // somebody tried it, so it is of interest
        return true;
    case KeyState::Unchecked:
    case KeyState::Missing:
    case KeyState::Unfinished:
    case KeyState::Locked:
        break;
    }
    return false;
}

/// What is known of the model, with the target's own price over the table's.
static ModelInfo modelOf(const Target &target, const Provider *provider, const PriceTable &prices,
                         QDate today)
{
    if (!provider)
        return {};
    ModelInfo model = modelInfo(prices, *provider, target.model, today);
    if (const Result<Price> own = priceFromJson(target.price, model.price))
        model.price = *own;
    return model;
}

void TargetsModel::setTargets(const QList<TargetEntry> &targets, const QList<Provider> &providers,
                              const PriceTable &prices, QDate today)
{
    beginResetModel();
    const QList<Row> before = std::exchange(m_rows, {});
    for (const TargetEntry &entry : targets) {
        const Target &target = entry.target;
        const Provider *provider = findProvider(providers, target.provider);
        const ModelInfo model = modelOf(target, provider, prices, today);
        Row row {.slug = target.slug,
                 .name = displayName(target),
                 .provider = provider ? provider->name : target.provider,
                 .simulated = model.simulated};
        row.detail = tr("%1 · %2", "provider and model").arg(row.provider, target.model);
        row.price = priceText(model.price, model.simulated);
        row.priceInWords = priceSentence(model.price, model.simulated);
        row.facts = model.simulated ? QString() : modelFacts(model);
        const auto old = std::ranges::find(before, row.slug, &Row::slug);
        if (old != before.end()) {
            row.key = old->key;
            row.modified = old->modified;
        }
        m_rows.append(row);
    }
    m_rows = arranged(m_rows);
    endResetModel();
}

/// Chosen rows first, in their order; after them the simulated ones and then the others by their
/// providers, as they were.
QList<TargetsModel::Row> TargetsModel::arranged(QList<Row> rows) const
{
    const auto place = [this](const Row &row) {
        const qsizetype at = m_chosen.indexOf(row.slug);
        const bool chosen = at >= 0;
        return std::tuple(chosen ? at : m_chosen.size(), chosen || row.simulated ? 0 : 1,
                          chosen ? QString() : row.provider);
    };
    std::ranges::stable_sort(rows, {}, place);
    return rows;
}

void TargetsModel::setChosen(const QStringList &slugs)
{
    if (slugs == m_chosen)
        return;
    m_chosen = slugs;
    // Rows stay where they are unless the columns are in another order.
    QStringList inOrder;
    for (const Row &row : std::as_const(m_rows)) {
        if (slugs.contains(row.slug))
            inOrder.append(row.slug);
    }
    QStringList known = slugs;
    known.removeIf([&](const QString &slug) { return !inOrder.contains(slug); });
    if (known != inOrder) {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList old = persistentIndexList();
        const QList<Row> before = std::exchange(m_rows, arranged(m_rows));
        QModelIndexList now;
        for (const QModelIndex &at : old) {
            const auto found = std::ranges::find(m_rows, before[at.row()].slug, &Row::slug);
            now.append(index(int(found - m_rows.begin())));
        }
        changePersistentIndexList(old, now);
        Q_EMIT layoutChanged();
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Qt::CheckStateRole});
}

const QStringList &TargetsModel::chosen() const
{
    return m_chosen;
}

void TargetsModel::setKeys(const QHash<QString, KeyCheck> &keys)
{
    for (const auto &[slug, key] : keys.asKeyValueRange())
        setKey(slug, key);
}

void TargetsModel::setKey(const QString &slug, const KeyCheck &key)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].slug != slug || m_rows[i].key == key)
            continue;
        m_rows[i].key = key;
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

void TargetsModel::setModified(const QStringList &slugs)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool modified = slugs.contains(m_rows[i].slug);
        if (std::exchange(m_rows[i].modified, modified) != modified)
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

void TargetsModel::setCheckable(bool checkable)
{
    if (std::exchange(m_checkable, checkable) == checkable || m_rows.isEmpty())
        return;
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int TargetsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString TargetsModel::tip(const Row &row) const
{
    QStringList lines {
        row.name,      row.detail, row.priceInWords, row.facts, keyStateText(row.key.state),
        row.key.remedy};
    if (row.modified)
        lines.append(tr("Has changes that are not saved."));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QVariant TargetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::CheckStateRole:
        if (!m_checkable)
            return {};
        return m_chosen.contains(row.slug) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return tip(row);
    case Qt::AccessibleTextRole:
        return tr("%1, %2. %3 %4")
            .arg(row.modified ? tr("%1, modified").arg(row.name) : row.name, row.detail,
                 row.priceInWords, keyStateText(row.key.state));
    case SlugRole:
        return row.slug;
    case DetailRole:
        return row.detail;
    case PriceRole:
        return row.price;
    case KeyStateRole:
        return QVariant::fromValue(row.key.state);
    case KeyTextRole:
        return keyStateText(row.key.state);
    case SimulatedRole:
        return row.simulated;
    case ModifiedRole:
        return row.modified;
    case ReadyRole:
        return row.simulated || isReady(row.key.state);
    default:
        return {};
    }
}

bool TargetsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !m_checkable
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString &slug = m_rows[index.row()].slug;
    const bool on = value.toInt() == Qt::Checked;
    if (on == m_chosen.contains(slug))
        return true;
    if (on)
        m_chosen.append(slug);
    else
        m_chosen.removeAll(slug);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    changeOrder();
    return true;
}

/// Brings the chosen ones into the order of the rows and tells of it.
void TargetsModel::changeOrder()
{
    QStringList ordered;
    for (const Row &row : std::as_const(m_rows)) {
        if (m_chosen.contains(row.slug))
            ordered.append(row.slug);
    }
    for (const QString &slug : std::as_const(m_chosen)) {
        if (!ordered.contains(slug))
            ordered.append(slug); // not in the project at present
    }
    m_chosen = ordered;
    Q_EMIT chosenChanged(m_chosen);
}

/// \p to is the place before the move, as in beginMoveRows().
void TargetsModel::moveRow(int from, int to)
{
    if (to == from || to == from + 1 || to < 0 || to > m_rows.size())
        return;
    beginMoveRows({}, from, from, {}, to);
    m_rows.move(from, to > from ? to - 1 : to);
    endMoveRows();
    changeOrder();
}

void TargetsModel::move(int row, int step)
{
    moveRow(row, step > 0 ? row + 2 : row - 1);
}

Qt::ItemFlags TargetsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_checkable ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_checkable ? base | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled : base;
}

Qt::DropActions TargetsModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList TargetsModel::mimeTypes() const
{
    return {rowMime};
}

QMimeData *TargetsModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(rowMime, m_rows[indexes.first().row()].slug.toUtf8());
    return data;
}

bool TargetsModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                                const QModelIndex &parent)
{
    const QString slug = QString::fromUtf8(data->data(rowMime));
    const auto found = std::ranges::find(m_rows, slug, &Row::slug);
    if (found == m_rows.end())
        return false;
    const int to = parent.isValid() ? parent.row() : row < 0 ? int(m_rows.size()) : row;
    moveRow(int(found - m_rows.begin()), to);
    return true;
}

} // namespace Antiphon::Ui
