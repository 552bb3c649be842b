// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "context.h"

#include <antiphon/core/config/target.h>
#include <antiphon/core/cost/price.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QStandardItemModel;
class QToolButton;

namespace Antiphon::Ui {

class FoldSection;
class ModelPicker;

/// Makes or changes a target in two steps: where it runs, then on which model and with which key.
class TargetPanel : public QWidget {
    Q_OBJECT

public:
    explicit TargetPanel(const Context &context, QWidget *parent = nullptr);

    void startAdding();

    void setPrices(const PriceTable &prices);

    /// Shows \p target to be changed, at the second step.
    void startEditing(const Target &target);

Q_SIGNALS:
    /// What was put together. With a slug it is the one that was to be changed.
    void finished(const Antiphon::Target &target);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeProviderPage();
    [[nodiscard]] QWidget *makeModelPage();
    [[nodiscard]] const Provider *provider() const;
    [[nodiscard]] Target target() const;
    void choose(const QModelIndex &index);
    void showProvider();
    void fillKeys(const Provider &provider);
    void finish();

    Context m_context;
    Target m_start; ///< What the panel began with.
    QString m_providerId;
    QStackedWidget *m_pages;
    QLabel *m_title;
    QLineEdit *m_search;
    QStandardItemModel *m_providers;
    QSortFilterProxyModel *m_filter;
    QListView *m_list;
    QLabel *m_note;
    ModelPicker *m_model;
    QLineEdit *m_name;
    QComboBox *m_api;
    QComboBox *m_key;
    QLineEdit *m_keyName;
    QLineEdit *m_baseUrl;
    FoldSection *m_more;
    QToolButton *m_back;
    QPushButton *m_done;
};

} // namespace Antiphon::Ui
