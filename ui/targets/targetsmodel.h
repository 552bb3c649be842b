// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/cost/price.h>
#include <antiphon/store/project/project.h>

#include <QAbstractListModel>
#include <QDate>
#include <QHash>

namespace Antiphon::Ui {

/// What is known of a target's key.
enum class KeyState {
    Unchecked, ///< Not looked for yet.
    Ready, ///< It is there; whether the service takes it is not known.
    NotNeeded,
    Missing,
    Unfinished, ///< Its address lacks something: a region, a resource, a base URL.
    Locked,
    Checked, ///< The service took it and the model answered.
    Refused, ///< A check failed.
};

struct KeyCheck {
    KeyState state = KeyState::Unchecked;
    QString remedy = {}; ///< What to do where a run would fail.

    friend bool operator==(const KeyCheck &, const KeyCheck &) = default;
};

/// The project's targets with what a choice needs: model, price, abilities, key.
///
/// The check mark says whether a run of the current prompt goes there; the order of the rows is
/// that of the columns, and rows can be dragged.
class TargetsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        SlugRole = Qt::UserRole,
        DetailRole, ///< Provider and model.
        PriceRole,
        KeyStateRole,
        KeyTextRole,
        SimulatedRole,
        ModifiedRole,
        ReadyRole, ///< A run on it could begin: false also while that is not known.
    };

    using QAbstractListModel::QAbstractListModel;

    /// \p today (UTC) picks the prices.
    void setTargets(const QList<TargetEntry> &targets, const QList<Provider> &providers,
                    const PriceTable &prices, QDate today);

    /// The targets that are checked, in column order: their rows come first. Unknown ones are kept
    /// but not shown.
    void setChosen(const QStringList &slugs);
    [[nodiscard]] const QStringList &chosen() const;

    void setKeys(const QHash<QString, KeyCheck> &keys);
    void setKey(const QString &slug, const KeyCheck &key);

    /// The targets with edits that are not saved.
    void setModified(const QStringList &slugs);

    /// Moves a row by one place, up for -1.
    void move(int row, int step);

    /// No prompt is open: nothing can be checked.
    void setCheckable(bool checkable);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// The person checked or unchecked a target.
    void chosenChanged(const QStringList &slugs);

private:
    struct Row {
        QString slug = {};
        QString name = {};
        QString provider = {}; ///< Its name.
        QString detail = {};
        QString price = {};
        QString priceInWords = {};
        QString facts = {}; ///< Context and abilities.
        bool simulated = false;
        bool modified = false;
        KeyCheck key = {};
    };

    [[nodiscard]] QList<Row> arranged(QList<Row> rows) const;
    void moveRow(int from, int to);
    void changeOrder();
    [[nodiscard]] QString tip(const Row &row) const;

    QList<Row> m_rows;
    QStringList m_chosen;
    bool m_checkable = true;
};

/// The words for \p state.
[[nodiscard]] QString keyStateText(KeyState state);

} // namespace Antiphon::Ui
