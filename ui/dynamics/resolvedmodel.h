// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/resolve.h>

#include <QAbstractItemModel>

namespace Antiphon::Ui {

/// What a call would be: its parameters, variables and choices, each with the layer it comes from.
class ResolvedModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { What, Value, From, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows \p call, with the values \p variables the prompt is rendered with.
    void show(const ResolvedCall &call, const QString &target);
    void clear();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString what = {};
        QString value = {};
        QString from = {};
        bool dynamic = false; ///< A rule or script decided it.

        friend bool operator==(const Row &, const Row &) = default;
    };
    struct Section {
        QString title = {};
        QList<Row> rows = {};

        friend bool operator==(const Section &, const Section &) = default;
    };

    void setSections(const QList<Section> &sections);

    QList<Section> m_sections;
};

/// A layer for people: "project", "rule 2", "prompt, for this target".
[[nodiscard]] QString originWord(const Origin &origin);

} // namespace Antiphon::Ui
