// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions/actionfinder.h"

#include "actions/actions.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/searchfield.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

enum Role { ActionRole = Qt::UserRole, KeysRole, PathRole };

/// The action's words, its menu in grey, its shortcut at the end.
class FinderDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, given, index);
        const bool selected = given.state & QStyle::State_Selected;
        painter->save();
        painter->setPen(
            given.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        const int space = given.fontMetrics.height() / 2;
        const QString keys = index.data(KeysRole).toString();
        const QString end = keys.isEmpty() ? index.data(PathRole).toString()
                                           : index.data(PathRole).toString() + u"    "_s + keys;
        painter->drawText(
            given.rect.adjusted(space, 0, -space, 0),
            int(QStyle::visualAlignment(given.direction, Qt::AlignRight) | Qt::AlignVCenter), end);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.lineSpacing() * 3 / 2);
        return size;
    }
};

} // namespace

ActionFinder::ActionFinder(const Actions &actions, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_filter(new QSortFilterProxyModel(this))
{
    setObjectName(u"actionFinder"_s);
    setWindowTitle(tr("Find Action"));
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(tr("Words of the action"));
    makeSearchField(*m_field);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new FinderDelegate(m_list));
    for (QAction *action : actions.all()) {
        auto *item = new QStandardItem(action->icon(), action->text().remove(u'&'));
        item->setData(QVariant::fromValue(action), ActionRole);
        item->setData(action->shortcut().toString(QKeySequence::NativeText), KeysRole);
        item->setData(actions.pathOf(action), PathRole);
        item->setEnabled(action->isEnabled());
        item->setToolTip(action->isEnabled() ? QString() : tr("Not available now."));
        item->setAccessibleText(tr("%1, %2").arg(item->text(), actions.pathOf(action)));
        m_model->appendRow(item);
    }
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filter);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().lineSpacing() * 22);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &ActionFinder::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &ActionFinder::triggerCurrent);
    connect(m_list, &QListView::clicked, this, &ActionFinder::triggerCurrent);
    filter({});
}

void ActionFinder::filter(const QString &text)
{
    // Every word, in any order.
    QString pattern;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        pattern += u"(?=.*%1)"_s.arg(QRegularExpression::escape(word));
    m_filter->setFilterRegularExpression(
        QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    m_list->setCurrentIndex(m_filter->index(0, 0));
}

bool ActionFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
            if (const QModelIndex next = m_filter->index(row, 0); next.isValid())
                m_list->setCurrentIndex(next);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ActionFinder::triggerCurrent()
{
    auto *action = m_list->currentIndex().data(ActionRole).value<QAction *>();
    if (!action || !action->isEnabled())
        return;
    accept();
    action->trigger();
}

} // namespace Antiphon::Ui
