// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keysmodel.h"

#include "theme/icons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

QList<KeyEntry> keyEntries(const QList<Antiphon::Provider> &providers,
                           const QList<TargetEntry> &targets, const Environment &environment)
{
    QList<KeyEntry> entries;
    const auto add = [&](const Antiphon::Provider &provider, const QString &name) -> KeyEntry & {
        const auto found = std::ranges::find(entries, name, &KeyEntry::name);
        if (found != entries.end())
            return *found;
        KeyEntry entry {.name = name,
                        .provider = provider.name,
                        .variables = provider.env,
                        .website = provider.website,
                        .optional = provider.keyOptional};
        const auto isSet
            = [&](const QString &variable) { return !environment(variable).isEmpty(); };
        if (const auto set = std::ranges::find_if(provider.env, isSet); set != provider.env.end())
            entry.foundIn = *set;
        return entries.emplaceBack(entry);
    };
    // What the open project needs stands first.
    for (const TargetEntry &entry : targets) {
        const Target &target = entry.target;
        const Antiphon::Provider *provider = findProvider(providers, target.provider);
        if (!provider || provider->id == "simulator"_L1 || provider->authHeader.isEmpty()
            || target.key.from == KeyReference::From::None)
            continue;
        const bool named
            = target.key.from == KeyReference::From::Keychain && !target.key.name.isEmpty();
        add(*provider, named ? target.key.name : provider->id).targets.append(displayName(target));
    }
    for (const Antiphon::Provider &provider : providers) {
        if (!provider.authHeader.isEmpty() && !provider.env.isEmpty())
            add(provider, provider.id);
    }
    return entries;
}

void KeysModel::setEntries(const QList<KeyEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

void KeysModel::setState(const QString &name, KeyEntry::State state, const QString &detail)
{
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].name != name)
            continue;
        m_entries[row].state = state;
        m_entries[row].detail = detail;
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

static QString stateText(const KeyEntry &entry)
{
    if (!entry.foundIn.isEmpty() && entry.state != KeyEntry::State::Ready)
        return KeysModel::tr("Ready");
    switch (entry.state) {
    case KeyEntry::State::Unchecked:
        return KeysModel::tr("Checking");
    case KeyEntry::State::Ready:
        return KeysModel::tr("Ready");
    case KeyEntry::State::Missing:
        return entry.optional ? KeysModel::tr("Optional") : KeysModel::tr("Missing");
    case KeyEntry::State::Locked:
        return KeysModel::tr("Locked");
    case KeyEntry::State::Unavailable:
        return KeysModel::tr("No keychain");
    }
    return {};
}

static QIcon stateIcon(const KeyEntry &entry)
{
    if (!entry.foundIn.isEmpty() || entry.state == KeyEntry::State::Ready)
        return glyphIcon(Glyph::Check, ColorRole::Positive);
    if (entry.state == KeyEntry::State::Missing || entry.state == KeyEntry::State::Unchecked)
        return glyphIcon(Glyph::Ring, ColorRole::Muted);
    return glyphIcon(Glyph::Warning, ColorRole::Neutral);
}

static QString placeText(const KeyEntry &entry)
{
    if (entry.state == KeyEntry::State::Ready)
        return KeysModel::tr("Keychain entry “%1”").arg(entry.name);
    if (!entry.foundIn.isEmpty())
        return KeysModel::tr("Environment variable %1").arg(entry.foundIn);
    return u"–"_s;
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeyEntry &entry = m_entries[index.row()];
    if (role == Qt::ToolTipRole)
        return entry.detail;
    switch (Column(index.column())) {
    case Provider:
        if (role == Qt::DisplayRole)
            return entry.targets.isEmpty()
                ? entry.provider
                : tr("%1 (%2)").arg(entry.provider, entry.targets.join(tr(", ")));
        break;
    case Place:
        if (role == Qt::DisplayRole)
            return placeText(entry);
        break;
    case State:
        if (role == Qt::DisplayRole)
            return stateText(entry);
        if (role == Qt::DecorationRole)
            return stateIcon(entry);
        break;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Provider:
        return tr("Provider");
    case Place:
        return tr("Key");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Antiphon::Ui
