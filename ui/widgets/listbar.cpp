// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/listbar.h"

#include "theme/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace Antiphon::Ui {

ListBar::ListBar(QAbstractItemView &list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins({});
    list.setContextMenuPolicy(Qt::ActionsContextMenu);
}

static QAction *listAction(QAbstractItemView &list, const QString &iconName, const QString &text,
                           const QKeySequence &keys, const QString &about)
{
    auto *action = new QAction(icon(iconName), text, &list);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    if (!about.isEmpty())
        action->setToolTip(keys.isEmpty()
                               ? about
                               : ListBar::tr("%1 (%2)", "what a button does, and its keys")
                                     .arg(about, keys.toString(QKeySequence::NativeText)));
    list.addAction(action);
    return action;
}

QAction *ListBar::add(const QString &iconName, const QString &text, const QKeySequence &keys,
                      const QString &about)
{
    QAction *action = listAction(m_list, iconName, text, keys, about);
    makeButton(*action, about);
    return action;
}

QAction *ListBar::addInWords(const QString &iconName, const QString &text, const QKeySequence &keys,
                             const QString &about)
{
    QAction *action = listAction(m_list, iconName, text, keys, about);
    makeButton(*action, about)->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return action;
}

QToolButton *ListBar::makeButton(QAction &action, const QString &about)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(&action);
    button->setAutoRaise(true);
    button->setAccessibleName(about.isEmpty() ? action.text() : about);
    addButton(*button);
    return button;
}

void ListBar::addButton(QToolButton &button)
{
    button.setFocusPolicy(Qt::StrongFocus);
    m_row->addWidget(&button);
}

void ListBar::addSpace()
{
    m_row->addStretch(1);
}

} // namespace Antiphon::Ui
