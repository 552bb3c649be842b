// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/waterfall.h"

#include "attempts/attemptsmodel.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "wording/numbers.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

// Room at both ends, so that a mark at the very end is whole.
static constexpr int axisMargin = 8;

std::chrono::milliseconds TimeAxis::step(int width, int minimum) const
{
    const int room = std::max(width - 2 * axisMargin, 1);
    const double rough = double(span.count()) * minimum / room;
    const double power = std::pow(10, std::floor(std::log10(std::max(rough, 1.0))));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= rough)
            return std::chrono::milliseconds(qint64(power * factor));
    }
    return std::chrono::milliseconds(qint64(power * 10));
}

double TimeAxis::position(std::chrono::milliseconds at, int width) const
{
    const double share = span > 0ms ? double(at.count()) / double(span.count()) : 0;
    return axisMargin + share * (width - 2 * axisMargin);
}

void paintPhase(QPainter &painter, const QRectF &bar, Phase::Kind kind, const QPalette &palette)
{
    const QColor ink = color(roleOf(kind), palette);
    QColor fill = ink;
    painter.save();
    switch (kind) {
    case Phase::Kind::Error:
        painter.setPen(ink);
        paintGlyph(painter, bar, Glyph::Cross);
        break;
    case Phase::Kind::Backoff:
        painter.setPen(QPen(ink, 1.6, Qt::DotLine));
        painter.drawLine(QPointF(bar.left(), bar.center().y()),
                         QPointF(bar.right(), bar.center().y()));
        painter.setPen(QPen(ink, 1.6));
        painter.drawLine(QPointF(bar.right(), bar.top() + bar.height() / 4),
                         QPointF(bar.right(), bar.bottom() - bar.height() / 4));
        break;
    default:
        fill.setAlphaF(kind == Phase::Kind::Streaming ? 0.38F : 0.2F);
        painter.fillRect(bar, fill);
        if (kind == Phase::Kind::Queued || kind == Phase::Kind::Held) {
            fill.setAlphaF(0.35F);
            painter.fillRect(
                bar,
                QBrush(fill, kind == Phase::Kind::Held ? Qt::DiagCrossPattern : Qt::BDiagPattern));
        }
        painter.fillRect(QRectF(bar.left(), bar.bottom() - 2, bar.width(), 2), ink);
        break;
    }
    painter.restore();
}

void WaterfallDelegate::setAxis(TimeAxis axis)
{
    m_axis = axis;
}

QRectF WaterfallDelegate::barOf(const Phase &phase, std::chrono::milliseconds begin,
                                const QStyleOptionViewItem &option) const
{
    const QRect &cell = option.rect;
    const double height = option.fontMetrics.height();
    double left = m_axis.position(begin + phase.begin, cell.width());
    double right = m_axis.position(begin + phase.end, cell.width());
    if (phase.kind == Phase::Kind::Error) { // a mark, centred on its moment
        left -= height * 0.4;
        right += height * 0.4;
    }
    right = std::max(right, left + 1.5);
    if (option.direction == Qt::RightToLeft)
        std::tie(left, right) = std::pair(cell.width() - right, cell.width() - left);
    return {cell.left() + left, cell.center().y() - height / 2.2, right - left, height / 1.1};
}

Phases WaterfallDelegate::shown(const Phases &all) const
{
    Phases out;
    for (Phase phase : all) {
        const bool mark = phase.kind == Phase::Kind::Backoff || phase.kind == Phase::Kind::Error;
        if (phase.kind == Phase::Kind::Backoff && !m_waits)
            continue;
        if (!m_apart && !mark) {
            phase.kind = Phase::Kind::Streaming;
            if (!out.isEmpty())
                phase.begin = out.takeFirst().begin;
        }
        out.append(phase);
    }
    return out;
}

void WaterfallDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const Phases phases = shown(index.data(AttemptsModel::PhasesRole).value<Phases>());
    const std::chrono::milliseconds begin(index.data(AttemptsModel::BeginRole).toLongLong());
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) // bars keep their contrast on a selected row
        painter->fillRect(option.rect.adjusted(0, 1, 0, -1), option.palette.color(QPalette::Base));
    const bool over = index.parent().isValid() && !index.data(AttemptsModel::LiveRole).toBool();
    if (phases.isEmpty() && over) {
        painter->setPen(color(ColorRole::Muted, option.palette));
        painter->drawText(option.rect.adjusted(axisMargin, 0, -axisMargin, 0),
                          int(Qt::AlignVCenter | Qt::AlignLeading), tr("not measured"));
    }
    for (const Phase &phase : phases) {
        const QRectF bar = barOf(phase, begin, option);
        paintPhase(*painter, bar, phase.kind, option.palette);
        const QString letter(letterOf(phase.kind));
        const bool fits
            = m_apart && bar.width() >= option.fontMetrics.horizontalAdvance(letter) + 2;
        if (fits && phase.kind != Phase::Kind::Error && phase.kind != Phase::Kind::Backoff) {
            painter->setPen(color(roleOf(phase.kind), option.palette));
            painter->drawText(bar, Qt::AlignCenter, letter);
        }
    }
    painter->restore();
}

bool WaterfallDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto phases = index.data(AttemptsModel::PhasesRole).value<Phases>();
    const std::chrono::milliseconds begin(index.data(AttemptsModel::BeginRole).toLongLong());
    QStringList lines;
    for (const Phase &phase : phases) {
        const QString line = phase.kind == Phase::Kind::Error
            ? tr("%1 after %2").arg(wordOf(phase.kind), durationText(phase.begin))
            : tr("%1: %2 (from %3)")
                  .arg(wordOf(phase.kind), durationText(phase.end - phase.begin),
                       durationText(phase.begin));
        const bool here = barOf(phase, begin, option).contains(event->pos());
        lines.append(here ? u"▸ "_s + line : line);
    }
    QToolTip::showText(event->globalPos(), lines.join(u'\n'), view);
    return true;
}

WaterfallHeader::WaterfallHeader(int timelineSection, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_timeline(timelineSection)
{
    setSectionsMovable(false);
    setStretchLastSection(false);
    setHighlightSections(false);
}

void WaterfallHeader::setAxis(TimeAxis axis)
{
    m_axis = axis;
    viewport()->update();
}

static QString axisLabel(std::chrono::milliseconds at, std::chrono::milliseconds step)
{
    const int decimals = step >= 1s ? 0 : step >= 100ms ? 1 : 2;
    return isolated(WaterfallHeader::tr("%1 s").arg(
        QLocale().toString(double(at.count()) / 1000, 'f', decimals)));
}

void WaterfallHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (section != m_timeline || m_axis.span <= 0ms) {
        QHeaderView::paintSection(painter, rect, section);
        return;
    }
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = section;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

    painter->save();
    painter->setClipRect(rect);
    painter->setPen(color(ColorRole::Muted, palette()));
    const int least = fontMetrics().horizontalAdvance(u"000.0 s"_s) + axisMargin;
    const auto step = std::max(m_axis.step(rect.width(), least), 1ms);
    for (auto at = 0ms; at <= m_axis.span; at += step) {
        const int x = int(m_axis.position(at, rect.width()));
        const QString label = axisLabel(at, step);
        const int width = fontMetrics().horizontalAdvance(label) + 4;
        const QRect words = QStyle::visualRect(
            layoutDirection(), rect, QRect(rect.left() + x + 3, rect.top(), width, rect.height()));
        const int mark = layoutDirection() == Qt::RightToLeft ? rect.right() - x : rect.left() + x;
        painter->drawLine(mark, rect.bottom() - 4, mark, rect.bottom());
        painter->drawText(words, Qt::AlignCenter, label);
    }
    painter->restore();
}

WaterfallLegend::WaterfallLegend(QWidget *parent)
    : QWidget(parent)
{
    QStringList words;
    const auto kinds = allPhaseKinds();
    for (const Phase::Kind kind : kinds)
        words << u"%1 %2"_s.arg(letterOf(kind)).arg(wordOf(kind));
    setAccessibleName(tr("Legend: %1").arg(words.join(u", "_s)));
    setToolTip(tr("Bars of the time column: %1").arg(words.join(u", "_s)));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize WaterfallLegend::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 90, fontMetrics().height() + gap(*this, 0.6)};
}

QSize WaterfallLegend::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void WaterfallLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = fontMetrics().height();
    int x = gap(*this);
    const auto kinds = allPhaseKinds();
    for (const Phase::Kind kind : kinds) {
        const QString word = wordOf(kind);
        const int wide = fontMetrics().horizontalAdvance(word) + gap(*this, 0.4);
        const int needed = side * 3 / 2 + gap(*this, 0.5) + wide;
        if (x + needed > width())
            break; // half a word explains nothing; the tooltip has them all
        const QRect swatch = QStyle::visualRect(
            layoutDirection(), rect(), QRect(x, (height() - side) / 2, side * 3 / 2, side));
        const QRect label
            = QStyle::visualRect(layoutDirection(), rect(),
                                 QRect(x + swatch.width() + gap(*this, 0.5), 0, wide, height()));
        paintPhase(painter, swatch, kind, palette());
        if (kind != Phase::Kind::Error && kind != Phase::Kind::Backoff) {
            painter.setPen(color(roleOf(kind), palette()));
            painter.drawText(swatch, Qt::AlignCenter, QString(letterOf(kind)));
        }
        painter.setPen(color(ColorRole::Muted, palette()));
        painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft, word);
        x += swatch.width() + gap(*this, 0.5) + wide + gap(*this, 1.2);
    }
}

} // namespace Antiphon::Ui
