// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "context.h"

#include <antiphon/core/config/target.h>
#include <antiphon/core/cost/price.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace Antiphon::Ui {

class TargetAccess;

/// Chooses a model: from the service's own list where it can be asked, else from the bundled one;
/// any other name may be typed.
class ModelPicker : public QWidget {
    Q_OBJECT

public:
    explicit ModelPicker(const Context &context, QWidget *parent = nullptr);

    /// What is known of models besides their names.
    void setPrices(const PriceTable &prices) { m_prices = prices; }

    /// Shows the models of \p provider and asks its service, as \p target reaches it.
    void setProvider(const Provider &provider, const Target &target);

    [[nodiscard]] QString model() const;
    void setModel(const QString &model);

Q_SIGNALS:
    void modelChanged(const QString &model);
    void accepted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QStringList &models);
    void ask(const Target &target);
    void showFacts();

    Context m_context;
    TargetAccess *m_access;
    PriceTable m_prices;
    Provider m_provider;
    quint64 m_number = 0; ///< Tells a late answer that another service was chosen.
    bool m_typed = false; ///< The text filters the list, unless it came from there.
    QLineEdit *m_field;
    QStandardItemModel *m_models;
    QSortFilterProxyModel *m_filter;
    QListView *m_list;
    QLabel *m_source;
    QLabel *m_facts;
};

} // namespace Antiphon::Ui
