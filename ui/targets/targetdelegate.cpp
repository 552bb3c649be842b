// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/targetdelegate.h"

#include "targets/targetsmodel.h"
#include "theme/colors.h"
#include "theme/icons.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <optional>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static int spaceOf(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() / 2;
}

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 20,
            2 * option.fontMetrics.lineSpacing() + 3 * spaceOf(option) / 2};
}

/// Where the check box is, in a left-to-right row.
static QRect checkRect(const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int edge = style->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
    const int space = spaceOf(option);
    const int top = option.rect.top() + space * 3 / 4 + (option.fontMetrics.height() - edge) / 2;
    return {option.rect.left() + space, top, edge, edge};
}

/// The sign of a state that is worth a place in the list.
static std::optional<std::pair<Glyph, ColorRole>> markOf(KeyState state)
{
    switch (state) {
    case KeyState::Missing:
    case KeyState::Unfinished:
    case KeyState::Locked:
        return std::pair(Glyph::Warning, ColorRole::Neutral);
    case KeyState::Refused:
        return std::pair(Glyph::Cross, ColorRole::Negative);
    case KeyState::Checked:
        return std::pair(Glyph::Check, ColorRole::Positive);
    case KeyState::Unchecked:
    case KeyState::Ready:
    case KeyState::NotNeeded:
        break;
    }
    return {};
}

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const QColor strong
        = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    QColor soft = selected ? strong : option.palette.color(QPalette::PlaceholderText);
    const auto mirrored = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const auto aligned = [&](Qt::Alignment alignment) {
        return int(QStyle::visualAlignment(option.direction, alignment) | Qt::AlignVCenter);
    };

    const QRect box = checkRect(option);
    if (index.flags() & Qt::ItemIsUserCheckable) {
        QStyleOptionButton check;
        check.rect = mirrored(box);
        check.palette = option.palette;
        check.state = QStyle::State_Enabled
            | (option.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);
    }

    const int space = spaceOf(option);
    const int line = option.fontMetrics.lineSpacing();
    QRect first(box.right() + space, option.rect.top() + space * 3 / 4, 0, line);
    first.setRight(option.rect.right() - space);
    QRect second = first.translated(0, line);

    painter->save();
    painter->setPen(soft);
    const QString price = index.data(TargetsModel::PriceRole).toString();
    painter->drawText(mirrored(first), aligned(Qt::AlignRight), price);
    QRect nameRect = first.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(price) - space, 0);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(strong);
    const bool modified = index.data(TargetsModel::ModifiedRole).toBool();
    const QString name = modified ? option.text + u" *"_s : option.text;
    painter->drawText(mirrored(nameRect), aligned(Qt::AlignLeft),
                      QFontMetrics(bold).elidedText(name, Qt::ElideRight, nameRect.width()));
    painter->setFont(option.font);

    const auto state = index.data(TargetsModel::KeyStateRole).value<KeyState>();
    if (const auto mark = markOf(state)) {
        const QString text = index.data(TargetsModel::KeyTextRole).toString();
        const int edge = option.fontMetrics.height() * 3 / 4;
        const int width = option.fontMetrics.horizontalAdvance(text) + edge + space / 2;
        const QRect sign(second.right() - width, second.center().y() - edge / 2, edge, edge);
        painter->setPen(selected ? strong : color(mark->second, option.palette));
        paintGlyph(*painter, mirrored(sign), mark->first);
        painter->drawText(mirrored(second), aligned(Qt::AlignRight), text);
        second.setRight(sign.left() - space / 2);
    }
    painter->setPen(soft);
    const QString detail = index.data(TargetsModel::DetailRole).toString();
    painter->drawText(mirrored(second), aligned(Qt::AlignLeft),
                      option.fontMetrics.elidedText(detail, Qt::ElideRight, second.width()));
    painter->restore();

    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
}

bool TargetDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool click = event->type() == QEvent::MouseButtonRelease;
    const bool key = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if ((!click && !key) || !(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    if (click) {
        const int space = spaceOf(option);
        const QRect box = QStyle::visualRect(option.direction, option.rect, checkRect(option))
                              .adjusted(-space, -space, space, space);
        if (!box.contains(static_cast<QMouseEvent *>(event)->position().toPoint()))
            return false;
    }
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace Antiphon::Ui
