// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "budget/budgetwords.h"

#include <QToolButton>

namespace Antiphon::Ui {

/// What is spent, with a small bar of how much of the budget that is. Flat, for the status bar.
class SpendingButton : public QToolButton {
    Q_OBJECT

public:
    explicit SpendingButton(QWidget *parent = nullptr);

    void setLook(const SpendingLook &look);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintBar();

    SpendingLook m_look;
};

} // namespace Antiphon::Ui
