// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one file that knows QCustomPlot.

#include "retry/waitchart.h"

#include "theme/colors.h"
#include "theme/metrics.h"

#include <qcustomplot.h>

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// More rows than this are not told apart in a chart; the table has them.
static constexpr int mostBars = 24;

WaitChart::WaitChart(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
{
    setObjectName(u"waitPreviewChart"_s);
    setAccessibleName(tr("Chart of the waits"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_plot);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    draw();
}

QSize WaitChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().lineSpacing() * 8};
}

void WaitChart::setPreview(const RetryPreview &preview)
{
    m_preview = preview;
    draw();
}

void WaitChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
        draw();
        break;
    default:
        break;
    }
}

static void dress(QCPAxis &axis, const QPalette &palette, const QFont &font)
{
    const QColor muted = color(ColorRole::Muted, palette);
    const QColor line = palette.color(QPalette::Mid);
    axis.setBasePen(QPen(line, 0));
    axis.setTickPen(QPen(line, 0));
    axis.setSubTicks(false);
    axis.setTickLabelColor(muted);
    axis.setLabelColor(muted);
    axis.setTickLabelFont(font);
    axis.setLabelFont(font);
    axis.setNumberFormat(u"gb"_s);
    axis.setNumberPrecision(4);
}

/// A bar from the shortest to the longest wait of each attempt; where both are one, a thick line.
static void addRanges(QCustomPlot &plot, QCPAxis &keys, QCPAxis &values,
                      const QList<PreviewedWait> &waits, double top, const QPalette &palette)
{
    auto *base = new QCPBars(&keys, &values);
    auto *span = new QCPBars(&keys, &values);
    base->setWidth(0.42);
    span->setWidth(0.42);
    base->setPen(Qt::NoPen);
    base->setBrush(Qt::NoBrush);
    const QColor hue = color(ColorRole::Waiting, palette);
    QColor fill = hue;
    fill.setAlphaF(0.28F);
    span->setPen(QPen(hue, 1));
    span->setBrush(fill);
    span->moveAbove(base);
    for (const PreviewedWait &wait : waits) {
        base->addData(wait.attempt, wait.min);
        span->addData(wait.attempt, std::max(wait.max - wait.min, top * 0.006));
    }
    Q_UNUSED(plot)
}

static void addMarks(QCPAxis &keys, QCPAxis &values, const QList<PreviewedWait> &waits, double size,
                     const QPalette &palette)
{
    auto *medians = new QCPGraph(&keys, &values);
    medians->setLineStyle(QCPGraph::lsNone);
    medians->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssPlus,
                                             QPen(palette.color(QPalette::Text), 1.6),
                                             QBrush(Qt::NoBrush), size * 1.3));
    auto *drawn = new QCPGraph(&keys, &values);
    drawn->setLineStyle(QCPGraph::lsNone);
    drawn->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                           QPen(palette.color(QPalette::Base), 1),
                                           QBrush(color(ColorRole::Running, palette)), size));
    for (const PreviewedWait &wait : waits) {
        if (wait.max > wait.min)
            medians->addData(wait.attempt, wait.median);
        if (wait.drawn)
            drawn->addData(wait.attempt, *wait.drawn);
    }
}

void WaitChart::draw()
{
    const bool mirrored = isRightToLeft();
    m_plot->clearPlottables();
    m_plot->setBackground(palette().brush(QPalette::Base));
    m_plot->setLocale(locale());

    const QList<PreviewedWait> waits
        = m_preview.waits.first(std::min<qsizetype>(m_preview.waits.size(), mostBars));
    double top = 0;
    for (const PreviewedWait &wait : waits)
        top = std::max({top, wait.max, wait.drawn.value_or(0)});
    if (top <= 0)
        top = 1;

    QCPAxis *keys = m_plot->xAxis;
    QCPAxis *values = mirrored ? m_plot->yAxis2 : m_plot->yAxis;
    QCPAxis *unused = mirrored ? m_plot->yAxis : m_plot->yAxis2;
    unused->setVisible(false);
    unused->grid()->setVisible(false);
    values->setVisible(true);
    for (QCPAxis *axis : {keys, values})
        dress(*axis, palette(), font());
    keys->grid()->setVisible(false);
    values->grid()->setVisible(true);
    values->grid()->setPen(QPen(palette().color(QPalette::Midlight), 0));
    values->grid()->setZeroLinePen(Qt::NoPen);
    keys->setLabel(tr("Attempt"));
    values->setLabel(tr("Seconds"));
    const int last = waits.isEmpty() ? 4 : waits.last().attempt;
    keys->setRange(1.4, std::max(last, 4) + 0.6);
    keys->setRangeReversed(mirrored);
    values->setRange(0, top * 1.12);
    QSharedPointer<QCPAxisTickerFixed> whole(new QCPAxisTickerFixed);
    whole->setTickStep(1);
    whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    keys->setTicker(whole);

    addRanges(*m_plot, *keys, *values, waits, top, palette());
    addMarks(*keys, *values, waits, gap(*this, 1.1), palette());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace Antiphon::Ui
