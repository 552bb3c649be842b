// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/targetsmodel.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

QString keyStateText(KeyState state)
{
    switch (state) {
    case KeyState::Unchecked:
        return TargetsModel::tr("Checking key");
    case KeyState::Ready:
        return TargetsModel::tr("Key ready");
    case KeyState::NotNeeded:
        return TargetsModel::tr("No key needed");
    case KeyState::Missing:
        return TargetsModel::tr("Key missing");
    case KeyState::Locked:
        return TargetsModel::tr("Keychain locked");
    }
    return {};
}

static QString dollars(double amount)
{
    // Two digits, more where a price is finer than a cent.
    const int digits = amount >= 1 || amount * 100 == std::round(amount * 100) ? 2 : 3;
    return u'$' + QLocale().toString(amount, 'f', digits);
}

static Price priceOf(const Target &target, const QString &provider, const PriceTable &prices,
                     QDate today)
{
    const PriceRow *row = findPrice(prices, provider, target.model, today);
    const Result<Price> own = priceFromJson(target.price, row ? row->price : Price());
    return own ? *own : Price();
}

void TargetsModel::setTargets(const QList<TargetEntry> &targets, const QList<Provider> &providers,
                              const PriceTable &prices, QDate today)
{
    beginResetModel();
    const QList<Row> before = std::exchange(m_rows, {});
    for (const TargetEntry &entry : targets) {
        const Target &target = entry.target;
        const Provider *provider = findProvider(providers, target.provider);
        Row row {.slug = target.slug,
                 .name = displayName(target),
                 .simulated = provider && provider->id == "simulator"_L1};
        row.detail = tr("%1 · %2", "provider and model")
                         .arg(provider ? provider->name : target.provider, target.model);
        const Price price
            = priceOf(target, provider ? provider->id : target.provider, prices, today);
        if (row.simulated) {
            row.price = tr("free");
            row.priceInWords = tr("Simulated: costs nothing.");
        } else if (price.input && price.output) {
            row.price = tr("%1 / %2", "price in and out")
                            .arg(dollars(*price.input), dollars(*price.output));
            row.priceInWords = tr("%1 per million tokens in, %2 out.")
                                   .arg(dollars(*price.input), dollars(*price.output));
        } else {
            row.price = u"–"_s;
            row.priceInWords = tr("Price not known.");
        }
        const auto old = std::ranges::find(before, row.slug, &Row::slug);
        if (old != before.end())
            row.key = old->key;
        m_rows.append(row);
    }
    endResetModel();
}

void TargetsModel::setChosen(const QStringList &slugs)
{
    if (slugs == m_chosen)
        return;
    m_chosen = slugs;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Qt::CheckStateRole});
}

const QStringList &TargetsModel::chosen() const
{
    return m_chosen;
}

void TargetsModel::setKeys(const QHash<QString, KeyCheck> &keys)
{
    for (Row &row : m_rows)
        row.key = keys.value(row.slug, row.key);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
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
    case Qt::ToolTipRole: {
        QStringList lines {row.name, row.detail, row.priceInWords, keyStateText(row.key.state)};
        if (!row.key.remedy.isEmpty())
            lines.append(row.key.remedy);
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return tr("%1, %2. %3 %4")
            .arg(row.name, row.detail, row.priceInWords, keyStateText(row.key.state));
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
    Q_EMIT chosenChanged(m_chosen);
    return true;
}

Qt::ItemFlags TargetsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_checkable ? base | Qt::ItemIsUserCheckable : base;
}

} // namespace Antiphon::Ui
