// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/twolinedelegate.h"

#include <QApplication>
#include <QPainter>

namespace Antiphon::Ui {

TwoLineDelegate::TwoLineDelegate(int remarkRole, int detailRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_remarkRole(remarkRole)
    , m_detailRole(detailRole)
{
}

static int spaceOf(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() / 2;
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 16,
            2 * option.fontMetrics.lineSpacing() + spaceOf(option)};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const QColor strong
        = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor soft = selected ? strong : option.palette.color(QPalette::PlaceholderText);
    const auto mirrored = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const auto aligned = [&](Qt::Alignment alignment) {
        return int(QStyle::visualAlignment(option.direction, alignment) | Qt::AlignVCenter);
    };
    const int space = spaceOf(option);
    const int line = option.fontMetrics.lineSpacing();
    QRect first(option.rect.left() + space, option.rect.top() + space / 2, 0, line);
    first.setRight(option.rect.right() - space);
    const QRect second = first.translated(0, line);

    painter->save();
    const QString remark = index.data(m_remarkRole).toString();
    painter->setPen(soft);
    painter->drawText(mirrored(first), aligned(Qt::AlignRight), remark);
    if (!remark.isEmpty())
        first.setRight(first.right() - option.fontMetrics.horizontalAdvance(remark) - space);
    painter->setPen(strong);
    painter->drawText(mirrored(first), aligned(Qt::AlignLeft),
                      option.fontMetrics.elidedText(option.text, Qt::ElideMiddle, first.width()));
    painter->setPen(soft);
    painter->drawText(mirrored(second), aligned(Qt::AlignLeft),
                      option.fontMetrics.elidedText(index.data(m_detailRole).toString(),
                                                    Qt::ElideRight, second.width()));
    painter->restore();
}

} // namespace Antiphon::Ui
