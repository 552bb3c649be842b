// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QWidget>

class QAbstractItemView;
class QAction;
class QHBoxLayout;
class QToolButton;

namespace Antiphon::Ui {

/// The bar over a list: a button for each thing that can be done with its rows. The list's menu has
/// them too, and its keys.
class ListBar : public QWidget {
    Q_OBJECT

public:
    /// \p list must outlive the bar's actions, which belong to it.
    explicit ListBar(QAbstractItemView &list, QWidget *parent = nullptr);

    /// A button with an icon. \p keys hold while the list has the focus; \p about is for who hovers
    /// or hears it where \p text is too short.
    QAction *add(const QString &iconName, const QString &text, const QKeySequence &keys = {},
                 const QString &about = {});

    /// The same with its text beside the icon.
    QAction *addInWords(const QString &iconName, const QString &text, const QKeySequence &keys = {},
                        const QString &about = {});

    void addButton(QToolButton &button);

    /// What follows stands at the other end.
    void addSpace();

private:
    QToolButton *makeButton(QAction &action, const QString &about);

    QAbstractItemView &m_list;
    QHBoxLayout *m_row;
};

} // namespace Antiphon::Ui
