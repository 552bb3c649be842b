// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace Antiphon {
class Settings;
}

namespace Antiphon::Ui {

/// The commands of tools that the person has allowed for good, of all projects; each can be taken
/// back.
class ConsentsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ConsentsDialog(Settings &settings, QWidget *parent = nullptr);

private:
    void fill();
    void withdraw();

    Settings &m_settings;
    QStackedWidget *m_pages;
    QTreeWidget *m_list;
    QPushButton *m_remove;
};

} // namespace Antiphon::Ui
