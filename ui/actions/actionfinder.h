// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace Antiphon::Ui {

class Actions;

/// Finds an action by any of its words and triggers it. Lists the disabled ones too, so that it can
/// be seen that they exist.
class ActionFinder : public QDialog {
    Q_OBJECT

public:
    explicit ActionFinder(const Actions &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void triggerCurrent();

    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filter;
};

} // namespace Antiphon::Ui
