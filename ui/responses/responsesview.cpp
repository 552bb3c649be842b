// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/responsesview.h"

#include "responses/responsecolumn.h"
#include "theme/metrics.h"
#include "widgets/emptystate.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

// Of the 33 ms between two takes of the feed; measured to keep typing under 6.5 ms with 100
// streams.
static constexpr auto frameBudget = 5ms;
static constexpr auto catchUpInterval = 5ms; ///< Half of the time stays free for everything else.
static constexpr auto tickInterval = 100ms;

ResponsesView::ResponsesView(ResponsesModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(u"view-split-left-right"_s, tr("Answers appear here side by side."),
                             tr("Run"), this))
    , m_area(new QScrollArea(this))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName("responsesView"_L1);
    setAccessibleName(tr("Responses"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(gap(*this, 0.8));
    m_area->setWidget(m_splitter);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_splitter->setAutoFillBackground(false);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_area);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_pages);

    m_frame.setSingleShot(true);
    m_frame.setInterval(catchUpInterval);
    m_tick.setInterval(tickInterval);
    connect(&m_frame, &QTimer::timeout, this, &ResponsesView::paintFrame);
    connect(&m_tick, &QTimer::timeout, this, &ResponsesView::tick);
    connect(m_empty, &EmptyState::triggered, this, &ResponsesView::runRequested);
    connect(m_area->horizontalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { m_frame.start(); });
    connect(&model, &QAbstractItemModel::modelReset, this, &ResponsesView::rebuild);
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                markChanged(first.row(), last.row());
            });
    rebuild();
}

void ResponsesView::rebuild()
{
    m_frame.stop();
    m_changed.clear();
    for (ResponseColumn *column : std::as_const(m_columns)) {
        column->hide();
        column->setParent(nullptr);
        column->deleteLater(); // one of its buttons may have started the run
    }
    m_columns.clear();
    m_maximized = -1;
    m_turn = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        auto *column = new ResponseColumn(m_model.response(row).cell, m_splitter);
        column->setMinimumWidth(column->readableWidth());
        column->setOffers(m_offers);
        column->setRendered(m_rendered);
        column->installEventFilter(this);
        m_splitter->addWidget(column);
        m_splitter->setStretchFactor(row, 1);
        m_columns.append(column);
        connectColumn(column, row);
    }
    // A splitter puts what is added below everything else, which turns the order around for
    // assistive tools.
    for (ResponseColumn *column : std::as_const(m_columns))
        column->raise();
    m_pages->setCurrentWidget(m_columns.isEmpty() ? static_cast<QWidget *>(m_empty) : m_area);
    fitWidths();
    if (!m_columns.isEmpty())
        markChanged(0, int(m_columns.size()) - 1);
}

void ResponsesView::connectColumn(ResponseColumn *column, int row)
{
    // Asked each time: a call that goes on from another one takes its place.
    const auto id = [this, row] { return m_model.response(row).cell.id; };
    connect(column, &ResponseColumn::cancelRequested, this,
            [this, id] { Q_EMIT cancelRequested(id()); });
    connect(column, &ResponseColumn::retryNowRequested, this,
            [this, id] { Q_EMIT retryNowRequested(id()); });
    connect(column, &ResponseColumn::inspectRequested, this,
            [this, id] { Q_EMIT inspectRequested(id()); });
    connect(column, &ResponseColumn::remedyRequested, this,
            [this, id](Remedy remedy) { Q_EMIT remedyRequested(id(), remedy); });
    connect(
        column, &ResponseColumn::replyRequested, this,
        [this, id](const QString &text, int answer) { Q_EMIT replyRequested(id(), text, answer); });
    connect(column, &ResponseColumn::toolReplied, this,
            [this, id](const ToolQuestion &question, const ToolReply &reply, bool always) {
                Q_EMIT toolReplied(id(), question, reply, always);
            });
    connect(column, &ResponseColumn::repairRequested, this,
            [this, id] { Q_EMIT repairRequested(id()); });
    connect(
        column, &ResponseColumn::acceptRequested, this,
        [this, id](const std::optional<Json> &mended) { Q_EMIT acceptRequested(id(), mended); });
    connect(column, &ResponseColumn::maximizeRequested, this,
            [this, row] { maximize(m_maximized == row ? -1 : row); });
    connect(column, &ResponseColumn::outdated, this, [this, row] {
        m_changed.insert(row);
        m_frame.start();
    });
}

void ResponsesView::markChanged(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_changed.insert(row);
    paintFrame();
    const bool live = std::ranges::any_of(std::views::iota(0, m_model.rowCount()),
                                          [this](int row) { return m_model.isLive(row); });
    if (!live)
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

bool ResponsesView::isSeen(int row) const
{
    // Who hears the window reads columns that are scrolled out of it too.
    return m_columns[row]->isVisible()
        && (QAccessible::isActive() || !m_columns[row]->visibleRegion().isEmpty());
}

void ResponsesView::paintFrame()
{
    if (!isVisible())
        return; // showing the view comes back here
    const QDeadlineTimer deadline(frameBudget, Qt::PreciseTimer);
    const int count = int(m_columns.size());
    bool again = false;
    for (int step = 0; step < count; ++step) {
        const int row = (m_turn + step) % count;
        if (!m_changed.contains(row) || !isSeen(row))
            continue;
        if (m_columns[row]->refresh(m_model.response(row), m_model.now(), deadline))
            m_changed.remove(row);
        else
            again = true;
        if (deadline.hasExpired()) {
            m_turn = (row + 1) % count;
            again = again || !m_changed.isEmpty();
            break;
        }
    }
    if (again)
        m_frame.start();
}

void ResponsesView::tick()
{
    m_model.catchUp();
    for (int row = 0; row < m_columns.size(); ++row) {
        if (m_model.isLive(row) && isSeen(row))
            m_columns[row]->tick(m_model.response(row), m_model.now());
    }
}

void ResponsesView::fitWidths()
{
    QList<int> equal;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        equal.append(10'000);
    m_splitter->setSizes(equal);
}

void ResponsesView::maximize(int row)
{
    m_maximized = row;
    for (int i = 0; i < m_columns.size(); ++i) {
        m_columns[i]->setVisible(row < 0 || i == row);
        m_columns[i]->setMaximized(i == row);
    }
    m_frame.start();
}

void ResponsesView::toggleMaximized()
{
    if (!m_columns.isEmpty())
        maximize(m_maximized >= 0 ? -1 : focusedRow());
}

int ResponsesView::focusedRow() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (int row = 0; row < m_columns.size(); ++row) {
        if (focus && m_columns[row]->isAncestorOf(focus))
            return row;
    }
    return m_maximized >= 0 ? m_maximized : 0;
}

std::optional<CallId> ResponsesView::focusedCall() const
{
    if (m_columns.isEmpty())
        return {};
    return m_model.response(focusedRow()).cell.id;
}

void ResponsesView::focusColumn(int index)
{
    if (index < 0 || index >= m_columns.size())
        return;
    if (m_maximized >= 0)
        maximize(index);
    m_area->ensureWidgetVisible(m_columns[index]);
    m_columns[index]->setFocus(Qt::ShortcutFocusReason);
}

void ResponsesView::focusNext(int step)
{
    const int count = int(m_columns.size());
    if (count > 0)
        focusColumn((focusedRow() + step + count) % count);
}

void ResponsesView::setRendered(bool rendered)
{
    m_rendered = rendered;
    for (ResponseColumn *column : std::as_const(m_columns))
        column->setRendered(rendered);
}

void ResponsesView::setOffers(const QSet<Remedy> &offers)
{
    m_offers = offers;
    for (ResponseColumn *column : std::as_const(m_columns))
        column->setOffers(offers);
}

void ResponsesView::setEmptySentence(const QString &sentence)
{
    m_empty->setSentence(sentence);
}

void ResponsesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_frame.start();
}

bool ResponsesView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        m_frame.start();
    return QWidget::eventFilter(watched, event);
}

} // namespace Antiphon::Ui
