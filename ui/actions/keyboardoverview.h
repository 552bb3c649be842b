// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace Antiphon::Ui {

class Actions;

/// All shortcuts, generated from the actions, so that it cannot go stale.
class KeyboardOverview : public QDialog {
    Q_OBJECT

public:
    explicit KeyboardOverview(const Actions &actions, QWidget *parent = nullptr);
};

} // namespace Antiphon::Ui
