// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attempts/phases.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QWidget>

namespace Antiphon::Ui {

/// The time axis all rows share: its length, and the distance of its marks for a width.
struct TimeAxis {
    std::chrono::milliseconds span {};

    /// The distance of marks that leaves at least \p minimum pixels between them on \p width.
    [[nodiscard]] std::chrono::milliseconds step(int width, int minimum) const;

    /// Where \p at stands on \p width, from the leading edge.
    [[nodiscard]] double position(std::chrono::milliseconds at, int width) const;
};

/// Paints an attempt's phases as bars along the shared axis; letters and patterns beside colours.
/// Mirrors with the layout.
class WaterfallDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setAxis(TimeAxis axis);

    /// Whether the waits between attempts are shown, and phases apart instead of attempts whole.
    void setWaits(bool shown) { m_waits = shown; }
    void setPhases(bool apart) { m_apart = apart; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    [[nodiscard]] QRectF barOf(const Phase &phase, std::chrono::milliseconds begin,
                               const QStyleOptionViewItem &option) const;
    [[nodiscard]] Phases shown(const Phases &all) const;

    TimeAxis m_axis;
    bool m_waits = true;
    bool m_apart = true;
};

/// A header whose timeline section shows the axis.
class WaterfallHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit WaterfallHeader(int timelineSection, QWidget *parent = nullptr);

    void setAxis(TimeAxis axis);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    int m_timeline;
    TimeAxis m_axis;
};

/// What the letters and colours of the bars mean.
class WaterfallLegend : public QWidget {
    Q_OBJECT

public:
    explicit WaterfallLegend(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Paints one bar of \p kind into \p bar.
void paintPhase(QPainter &painter, const QRectF &bar, Phase::Kind kind, const QPalette &palette);

} // namespace Antiphon::Ui
