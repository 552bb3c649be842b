// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keys/keysmodel.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace Antiphon {
class SecretStore;
}

namespace Antiphon::Ui {

class InlineBar;

/// Gives providers their keys, kept in the keychain. A key is never shown again.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    KeysDialog(const QList<Provider> &providers, const QList<TargetEntry> &targets,
               SecretStore &secrets, QWidget *parent = nullptr);

private:
    void showCurrent();
    void save();
    void remove();

    /// Works on another thread, since a keychain may ask the person, then looks at the entry again.
    void change(const QString &name, std::function<Result<>(SecretStore &)> work);
    void check(const QStringList &names);
    void showChecked(const QString &name, const Result<> &read);

    SecretStore &m_secrets;
    KeysModel *m_model;
    QTreeView *m_list;
    QLabel *m_about;
    QLineEdit *m_key;
    QPushButton *m_save;
    QPushButton *m_remove;
    InlineBar *m_bar;
};

} // namespace Antiphon::Ui
