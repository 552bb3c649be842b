// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/cost/money.h>

#include <QWidget>

#include <optional>

class QCheckBox;
class QDoubleSpinBox;

namespace Antiphon::Ui {

/// An amount of US dollars, or none.
class AmountField : public QWidget {
    Q_OBJECT

public:
    /// \p name is what it is for, as in "One run: stop at". \p usual is offered first.
    AmountField(const QString &name, double usual, QWidget *parent = nullptr);

    void setAmount(const std::optional<Money> &amount);
    [[nodiscard]] std::optional<Money> amount() const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox *m_set;
    QDoubleSpinBox *m_dollars;
};

} // namespace Antiphon::Ui
