// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/target.h>
#include <antiphon/store/project/project.h>

#include <QAbstractTableModel>
#include <QHash>

namespace Antiphon::Ui {

/// Where a key may be kept and whether it is there.
struct KeyEntry {
    enum class State { Unchecked, Ready, Missing, Locked, Unavailable };

    QString name = {}; ///< In the keychain.
    QString provider = {}; ///< For people.
    QStringList variables = {}; ///< Environment variables that are looked at.
    QString foundIn = {}; ///< The variable that is set, empty: none.
    QStringList targets = {}; ///< Names of the project's targets that use it.
    QString website = {}; ///< Where keys are made.
    bool optional = false; ///< The service answers without one.
    State state = State::Unchecked; ///< Of the keychain.
    QString detail = {};

    friend bool operator==(const KeyEntry &, const KeyEntry &) = default;
};

/// The keys of providers and of the project's targets, a row each.
class KeysModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Provider, Place, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const QList<KeyEntry> &entries);
    void setState(const QString &name, KeyEntry::State state, const QString &detail);
    [[nodiscard]] const KeyEntry &entry(int row) const { return m_entries[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<KeyEntry> m_entries;
};

/// One entry for every provider that takes a key and for every keychain entry a target names.
[[nodiscard]] QList<KeyEntry> keyEntries(const QList<Antiphon::Provider> &providers,
                                         const QList<TargetEntry> &targets,
                                         const Environment &environment);

} // namespace Antiphon::Ui
