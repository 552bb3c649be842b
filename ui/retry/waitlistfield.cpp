// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/waitlistfield.h"

#include "retry/waitfield.h"
#include "theme/metrics.h"
#include "widgets/flatbutton.h"
#include "wording/states.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QString errorTitle(const QString &stored)
{
    const auto kind = errorKindFromName(stored);
    return kind ? errorKindWord(*kind) : WaitListField::tr("all others");
}

WaitListField::WaitListField(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_add(flatButton(u"list-add"_s, tr("Add Part")))
    , m_remove(flatButton(u"list-remove"_s, tr("Remove Part")))
    , m_up(flatButton(u"go-up"_s, tr("Move Part Up")))
    , m_down(flatButton(u"go-down"_s, tr("Move Part Down")))
    , m_error(new QComboBox)
    , m_part(new WaitField(true))
{
    m_list->setAccessibleName(tr("Parts of the wait"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setMaximumHeight(fontMetrics().lineSpacing() * 6);
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_error->setAccessibleName(tr("Kind of error"));
    for (const QString &name : errorKindNames())
        m_error->addItem(errorTitle(name), name);
    m_error->addItem(errorTitle(u"default"_s), u"default"_s);

    auto *buttons = new QHBoxLayout;
    for (QToolButton *button : {m_add, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gap(*this, 0.5));
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addWidget(m_error);
    column->addWidget(m_part);

    connect(m_list, &QListWidget::currentRowChanged, this, &WaitListField::showCurrent);
    connect(m_add, &QToolButton::clicked, this, &WaitListField::add);
    connect(m_remove, &QToolButton::clicked, this, &WaitListField::remove);
    connect(m_up, &QToolButton::clicked, this,
            [this] { move(m_list->currentRow(), m_list->currentRow() - 1); });
    connect(m_down, &QToolButton::clicked, this,
            [this] { move(m_list->currentRow(), m_list->currentRow() + 1); });
    // Once the list is done with the drop.
    connect(
        m_list->model(), &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
            QList<Part> all = parts();
            all.move(from, to > from ? to - 1 : to);
            setParts(all);
        },
        Qt::QueuedConnection);
    connect(m_error, &QComboBox::activated, this, [this] {
        QList<Part> all = parts();
        const int row = m_list->currentRow();
        if (row < 0 || row >= all.size())
            return;
        all[row].error = m_error->currentData().toString();
        setParts(all);
    });
    connect(m_part, &WaitField::textRequested, this, &WaitListField::textRequested);
    connect(m_part, &WaitField::edited, this, [this](const Wait &wait, const QString &key) {
        QList<Part> all = parts();
        const int row = m_list->currentRow();
        if (row < 0 || row >= all.size())
            return;
        all[row].wait = wait;
        setParts(all, key.isEmpty() ? key : u"of %1 %2"_s.arg(row).arg(key));
    });
}

bool WaitListField::isByError() const
{
    return std::holds_alternative<WaitByError>(m_wait.rule);
}

QList<WaitListField::Part> WaitListField::parts() const
{
    QList<Part> all;
    Wait copy = m_wait;
    if (const QList<Wait> *list = waitParts(copy)) {
        for (const Wait &wait : *list)
            all.append({.wait = wait});
    } else if (const auto *map = std::get_if<WaitByError>(&m_wait.rule)) {
        for (const auto &[error, wait] : map->map)
            all.append({error, wait});
    }
    return all;
}

void WaitListField::setParts(const QList<Part> &parts, const QString &key)
{
    if (auto *map = std::get_if<WaitByError>(&m_wait.rule)) {
        map->map.clear();
        for (const Part &part : parts)
            map->map.append({part.error, part.wait});
    } else if (QList<Wait> *list = waitParts(m_wait)) {
        list->clear();
        for (const Part &part : parts)
            list->append(part.wait);
    }
    showParts(m_list->currentRow());
    Q_EMIT edited(m_wait, key);
}

void WaitListField::setWait(const Wait &wait)
{
    m_wait = wait;
    m_error->setVisible(isByError());
    showParts(std::max(m_list->currentRow(), 0));
}

void WaitListField::showParts(int row)
{
    const QList<Part> all = parts();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (qsizetype i = 0; i < all.size(); ++i)
        m_list->addItem(isByError()
                            ? tr("%1: %2").arg(errorTitle(all[i].error), waitText(all[i].wait))
                            : tr("%L1. %2").arg(i + 1).arg(waitText(all[i].wait)));
    m_list->setCurrentRow(std::min(row, int(all.size()) - 1));
    showCurrent();
}

void WaitListField::showCurrent()
{
    const QList<Part> all = parts();
    const int row = m_list->currentRow();
    const bool valid = row >= 0 && row < all.size();
    m_remove->setEnabled(valid && all.size() > 1);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(valid && row + 1 < all.size());
    m_part->setVisible(valid);
    if (!valid)
        return;
    m_error->setCurrentIndex(m_error->findData(all[row].error));
    if (m_part->wait() != all[row].wait || kindOf(m_part->wait()) != kindOf(all[row].wait))
        m_part->setWait(all[row].wait);
}

void WaitListField::add()
{
    QList<Part> all = parts();
    Part part {.wait = all.isEmpty() ? Wait {FixedWait {1}} : all.last().wait};
    if (isByError()) {
        QStringList free = errorKindNames();
        for (const Part &held : std::as_const(all))
            free.removeAll(held.error);
        part.error = free.value(0, u"default"_s);
    }
    all.append(part);
    setParts(all);
    showParts(int(all.size()) - 1);
}

void WaitListField::remove()
{
    QList<Part> all = parts();
    const int row = m_list->currentRow();
    if (row < 0 || row >= all.size() || all.size() < 2)
        return;
    all.removeAt(row);
    setParts(all);
}

void WaitListField::move(int from, int to)
{
    QList<Part> all = parts();
    if (from < 0 || to < 0 || from >= all.size() || to >= all.size())
        return;
    all.move(from, to);
    {
        const QSignalBlocker blocker(m_list);
        m_list->setCurrentRow(to);
    }
    setParts(all);
}

} // namespace Antiphon::Ui
