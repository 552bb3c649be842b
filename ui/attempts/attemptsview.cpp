// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptsview.h"

#include "attempts/attemptactions.h"
#include "attempts/attemptfilter.h"
#include "attempts/waterfall.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/emptystate.h"
#include "widgets/flatbutton.h"
#include "widgets/inlinebar.h"
#include "widgets/searchfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static constexpr auto refreshInterval = 250ms;
static constexpr auto tickInterval = 1s;
static constexpr double zoomStep = 1.4;
static constexpr double mostZoom = 40;

AttemptsView::AttemptsView(AttemptsModel &model, Place place, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_place(place)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(u"view-list-tree"_s, tr("Each try of a call is listed here."),
                             place == Place::Trial ? tr("Test") : tr("Run on Flaky Simulator"),
                             this))
    , m_splitter(new QSplitter(this))
    , m_details(new AttemptDetails(this))
{
    setObjectName("attemptsView"_L1);
    setAccessibleName(tr("Attempts"));
    makeTree();
    connectActions();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_splitter);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_pages);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshInterval);
    m_tick.setInterval(tickInterval);
    connect(&m_refresh, &QTimer::timeout, this, &AttemptsView::refresh);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_model.tick();
        if (!m_model.isLive())
            m_tick.stop();
    });
    connect(m_empty, &EmptyState::triggered, this, &AttemptsView::demonstrationRequested);
    connect(&model, &QAbstractItemModel::modelReset, this, &AttemptsView::onReset);
    connect(&model, &QAbstractItemModel::dataChanged, this, &AttemptsView::onChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AttemptsView::onInserted);
    onReset();
}

void AttemptsView::makeTree()
{
    auto *pane = new QWidget(m_splitter);
    m_tree = new QTreeView(pane);
    m_tree->setObjectName("attemptsTree"_L1);
    m_tree->setAccessibleName(tr("Attempts of the run"));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAlternatingRowColors(false);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setModel(&m_model);
    m_header = new WaterfallHeader(AttemptsModel::Timeline, m_tree);
    m_tree->setHeader(m_header);
    m_header->setSectionsClickable(false);
    m_delegate = new WaterfallDelegate(m_tree);
    m_tree->setItemDelegateForColumn(AttemptsModel::Timeline, m_delegate);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_selecting) {
            m_following = m_tree->currentIndex() == m_model.newest();
            m_awaited.reset();
        }
        showCurrent();
        updateActions();
    });

    // Assistive technology selects a row without making it the current one.
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
        if (!rows.isEmpty() && !rows.contains(m_tree->currentIndex().siblingAtColumn(0)))
            m_tree->setCurrentIndex(rows.first());
    });

    m_bar = new InlineBar(pane);
    m_bar->setClosable(true);
    m_bar->hide();
    connect(m_bar, &InlineBar::closed, m_bar, &QWidget::hide);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_tree, 1);
    column->addWidget(makeBar(pane));
    m_splitter->addWidget(pane);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({20000, 10000});
    m_splitter->setChildrenCollapsible(false);
}

QToolButton *AttemptsView::makeTimeButton(QWidget *parent)
{
    auto *button
        = flatButton(u"view-calendar-timeline"_s, tr("What the Time Column Shows"), parent);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    const auto add = [this, menu](const QString &text, bool on, const auto &change) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, [this, change](bool shown) {
            change(shown);
            refresh();
        });
    };
    add(tr("&Waits Between Attempts"), true, [this](bool on) { m_delegate->setWaits(on); });
    add(tr("&Phases of Attempts"), true, [this](bool on) { m_delegate->setPhases(on); });
    menu->addSeparator();
    add(tr("&Own Time Axis for Each Call"), false, [this](bool on) { m_model.setOwnAxes(on); });
    button->setMenu(menu);
    return button;
}

QWidget *AttemptsView::makeBar(QWidget *parent)
{
    m_tryNow = new QPushButton(tr("Try Now"), parent);
    m_tryNow->setAccessibleName(tr("Try next attempt now"));
    m_stop = new QPushButton(tr("Stop"), parent);
    m_stop->setAccessibleName(tr("Stop the call"));
    connect(m_tryNow, &QPushButton::clicked, this, [this] {
        if (const auto id = m_model.call(m_tree->currentIndex()))
            Q_EMIT retryNowRequested(*id);
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (const auto id = m_model.call(m_tree->currentIndex()))
            Q_EMIT cancelRequested(*id);
    });
    auto *in = flatButton(u"zoom-in"_s, tr("Zoom In on Time (+)"), parent);
    auto *out = flatButton(u"zoom-out"_s, tr("Zoom Out of Time (-)"), parent);
    auto *fit = flatButton(u"zoom-fit-best"_s, tr("Show All of the Time (0)"), parent);
    connect(in, &QToolButton::clicked, this, [this] { zoom(zoomStep); });
    connect(out, &QToolButton::clicked, this, [this] { zoom(1 / zoomStep); });
    connect(fit, &QToolButton::clicked, this, [this] { zoom(0); });

    m_filter = new QLineEdit(parent);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the attempts"));
    m_filter->setToolTip(
        tr("Words that have to be found, as in “result:error OR kind:repair”; result:, "
           "kind:, target: and why: look in one place"));
    makeSearchField(*m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, &AttemptsView::applyFilter);
    auto *widget = new QWidget(parent);
    auto *bar = new QHBoxLayout(widget);
    bar->setContentsMargins(0, gap(*this, 0.3), gap(*this, 0.5), gap(*this, 0.3));
    bar->setSpacing(gap(*this, 0.6));
    bar->addWidget(new WaterfallLegend(parent), 1);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 26);
    bar->addWidget(m_filter);
    bar->addWidget(m_tryNow);
    bar->addWidget(m_stop);
    bar->addWidget(makeTimeButton(parent));
    bar->addWidget(out);
    bar->addWidget(fit);
    bar->addWidget(in);
    if (m_place == Place::Dock) {
        auto *tab = flatButton(u"tab-new"_s, tr("Open in Tab"), parent);
        connect(tab, &QToolButton::clicked, this, &AttemptsView::tabRequested);
        bar->addWidget(tab);
    }
    return widget;
}

/// Hides attempts that do not fit, and calls none of whose attempts do.
void AttemptsView::applyFilter()
{
    const QString filter = m_filter->text();
    for (int at = 0; at < m_model.rowCount(); ++at) {
        const QModelIndex call = m_model.index(at, 0);
        bool any = filter.trimmed().isEmpty();
        for (int row = 0; row < m_model.rowCount(call); ++row) {
            const Attempt *attempt = m_model.attempt(m_model.index(row, 0, call));
            const bool fits = attempt && fitsFilter(*attempt, filter);
            m_tree->setRowHidden(row, call, !fits);
            any = any || fits;
        }
        m_tree->setRowHidden(at, {}, !any);
    }
}

void AttemptsView::onInserted(const QModelIndex &call, int row)
{
    if (!call.isValid()) {
        m_tree->expandAll();
        return;
    }
    m_tree->expand(call);
    if (m_awaited && m_model.call(call) == m_awaited)
        m_tree->setCurrentIndex(m_model.index(row, 0, call));
}

void AttemptsView::onReset()
{
    m_following = true;
    m_awaited.reset();
    m_zoom = 1;
    m_pages->setCurrentWidget(m_model.rowCount() ? static_cast<QWidget *>(m_splitter) : m_empty);
    m_tree->expandAll();
    m_bar->hide();
    m_details->show(nullptr, nullptr);
    refresh();
}

void AttemptsView::onChanged()
{
    if (!m_refresh.isActive())
        m_refresh.start();
    if (!m_tick.isActive() && m_model.isLive())
        m_tick.start();
}

void AttemptsView::refresh()
{
    const TimeAxis axis {std::max(m_model.timeSpan(), 100ms)};
    m_delegate->setAxis(axis);
    m_header->setAxis(axis);
    m_tree->viewport()->update();
    fitTimeline();
    if (!m_filter->text().isEmpty())
        applyFilter();
    if (m_following)
        followNewest();
    showCurrent();
    updateActions();
}

void AttemptsView::followNewest()
{
    const QModelIndex newest = m_model.newest();
    if (!newest.isValid() || newest == m_tree->currentIndex())
        return;
    const QScopedValueRollback ours(m_selecting, true);
    m_tree->setCurrentIndex(newest);
}

void AttemptsView::showCurrent()
{
    const QModelIndex current = m_tree->currentIndex();
    m_details->show(m_model.attempt(current), m_model.attemptBefore(current),
                    m_model.original(current));
    m_actions->setAttempt(m_model.attempt(current), m_model.attemptsOf(current));
}

void AttemptsView::updateActions()
{
    const QModelIndex current = m_tree->currentIndex();
    const QModelIndex call = current.parent().isValid() ? current.parent() : current;
    const bool live = call.isValid() && call.data(AttemptsModel::LiveRole).toBool();
    const bool waiting = live && call.isValid() && m_model.rowCount(call) > 0
        && !m_model.index(m_model.rowCount(call) - 1, 0, call)
                .data(AttemptsModel::LiveRole)
                .toBool();
    m_tryNow->setVisible(waiting);
    m_stop->setVisible(live);
}

void AttemptsView::inspect(CallId id)
{
    const QModelIndex call = m_model.indexOf(id);
    if (!call.isValid())
        return;
    const int last = m_model.rowCount(call) - 1;
    m_tree->setCurrentIndex(last < 0 ? call : m_model.index(last, 0, call));
    m_awaited = last < 0 ? std::optional(id) : std::nullopt;
    m_tree->setFocus(Qt::OtherFocusReason);
}

// The time takes what the others leave, times the zoom.
void AttemptsView::fitTimeline()
{
    // Where there is little room, the time is worth more than what a call's row says already.
    const int character = m_tree->fontMetrics().averageCharWidth();
    const bool narrow = m_tree->viewport()->width() < 95 * character;
    m_header->setSectionHidden(AttemptsModel::Target, narrow);
    m_header->setSectionHidden(AttemptsModel::Kind, narrow);
    int others = 0;
    for (int section = 0; section < AttemptsModel::ColumnCount; ++section) {
        if (section == AttemptsModel::Timeline || m_header->isSectionHidden(section))
            continue;
        m_tree->resizeColumnToContents(section);
        const int width = std::clamp(m_header->sectionSize(section), character * 4, character * 24);
        const int header = m_header->sectionSizeHint(section);
        m_header->resizeSection(section, std::max(width, header) + gap(*this, 0.5));
        others += m_header->sectionSize(section);
    }
    const int least = character * 26;
    const int room = std::max(least, m_tree->viewport()->width() - others);
    m_header->resizeSection(AttemptsModel::Timeline, int(room * m_zoom));
}

void AttemptsView::zoom(double factor)
{
    m_zoom = factor <= 0 ? 1 : std::clamp(m_zoom * factor, 1.0, mostZoom);
    fitTimeline();
    m_tree->viewport()->update();
}

QString AttemptsView::rowAsText(const QModelIndex &index) const
{
    QStringList cells;
    for (int column = 0; column < AttemptsModel::ColumnCount; ++column) {
        const QModelIndex cell = index.siblingAtColumn(column);
        const QString spoken = column == AttemptsModel::Timeline
            ? cell.data(Qt::AccessibleTextRole).toString()
            : QString();
        cells << (spoken.isEmpty() ? cell.data(Qt::DisplayRole).toString() : spoken);
    }
    return cells.join(u'\t');
}

bool AttemptsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            QGuiApplication::clipboard()->setText(rowAsText(m_tree->currentIndex()));
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_details->currentWidget()->setFocus(Qt::TabFocusReason);
            return true;
        }
        const QString text = key->text();
        if (text == "+"_L1 || text == "-"_L1 || text == "0"_L1) {
            zoom(text == "0"_L1 ? 0 : text == "+"_L1 ? zoomStep : 1 / zoomStep);
            return true;
        }
    }
    if (watched == m_tree->viewport() && event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers() & Qt::ControlModifier) {
            zoom(wheel->angleDelta().y() > 0 ? zoomStep : 1 / zoomStep);
            return true;
        }
    }
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize && !m_refresh.isActive())
        m_refresh.start(0);
    return QWidget::eventFilter(watched, event);
}

void AttemptsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

} // namespace Antiphon::Ui
