// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/target.h>
#include <antiphon/core/cost/price.h>

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Antiphon::Ui {

/// Makes a target: provider, then model, then where its key is.
class AddTargetDialog : public QDialog {
    Q_OBJECT

public:
    AddTargetDialog(const QList<Provider> &providers, const PriceTable &prices,
                    QWidget *parent = nullptr);

    /// What was put together, once accepted. Its slug is the store's to make.
    [[nodiscard]] Target target() const;

private:
    void showProvider();
    void showNeeds();
    [[nodiscard]] const Provider *provider() const;

    const QList<Provider> m_providers;
    const PriceTable &m_prices;
    QComboBox *m_provider;
    QComboBox *m_model;
    QLineEdit *m_label;
    QLineEdit *m_baseUrl;
    QComboBox *m_key;
    QLabel *m_about;
    QPushButton *m_add;
};

} // namespace Antiphon::Ui
