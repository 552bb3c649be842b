// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policypreview.h"

#include "retry/waitchart.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "wording/numbers.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

enum Column { AttemptColumn, Drawn, Shortest, Median, Longest, Elapsed, ColumnCount };

/// A failure to try the policy on.
struct Failure {
    QString title;
    Outcome outcome;
};

} // namespace

static QList<Failure> failures()
{
    using enum ErrorKind;
    const auto failed = [](Error error, bool textBegan = false) {
        return Outcome {.error = std::move(error), .textBegan = textBegan};
    };
    const auto wish = [](int seconds) {
        return Error {.kind = RateLimit,
                      .httpStatus = 429,
                      .retryAfter = std::chrono::seconds(seconds),
                      .retryAfterHeader = u"retry-after: %1"_s.arg(seconds)};
    };
    return {
        {PolicyPreview::tr("Server error, 503"), failed({.kind = Server, .httpStatus = 503})},
        {PolicyPreview::tr("Rate limit, 429"), failed({.kind = RateLimit, .httpStatus = 429})},
        {PolicyPreview::tr("429 with Retry-After 20 s"), failed(wish(20))},
        {PolicyPreview::tr("429 with Retry-After 300 s"), failed(wish(300))},
        {PolicyPreview::tr("No connection"), failed({.kind = Connection})},
        {PolicyPreview::tr("Timeout"), failed({.kind = Timeout})},
        {PolicyPreview::tr("Stream broken off"),
         failed({.kind = Dropped, .httpStatus = 200}, true)},
        {PolicyPreview::tr("Key refused, 401"),
         failed({.kind = Authentication, .httpStatus = 401})},
        {PolicyPreview::tr("Bad request, 400"),
         failed({.kind = InvalidRequest, .httpStatus = 400})},
    };
}

PolicyPreview::PolicyPreview(QWidget *parent)
    : QWidget(parent)
    , m_failure(new QComboBox)
    , m_seed(new QSpinBox)
    , m_chart(new WaitChart)
    , m_table(new QTreeWidget)
    , m_summary(new QLabel)
{
    for (const Failure &failure : failures())
        m_failure->addItem(failure.title);
    m_failure->setAccessibleName(tr("Failure of every attempt"));
    m_failure->setToolTip(tr("How every attempt of the preview fails"));
    m_failure->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_failure->setMinimumContentsLength(14);
    m_seed->setRange(0, 999'999);
    m_seed->setValue(42);
    m_seed->setAccessibleName(tr("Seed of the draw"));
    m_seed->setToolTip(tr("The same seed draws the same waits"));
    auto *another = new QPushButton(icon(u"view-refresh"_s), tr("Another Draw"));
    another->setToolTip(tr("Draws the waits once more, with the next seed"));

    m_table->setObjectName(u"waitPreviewTable"_s);
    m_table->setAccessibleName(tr("Waits of the policy"));
    m_table->setHeaderLabels({tr("Attempt"), tr("This Draw"), tr("Shortest"), tr("Median"),
                              tr("Longest"), tr("Begins After")});
    m_table->headerItem()->setToolTip(
        Elapsed,
        tr("When the attempt begins, if attempts took no time: at the earliest and at the "
           "latest"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->header()->setStretchLastSection(true);
    m_table->setMinimumHeight(fontMetrics().lineSpacing() * 5);
    for (int column = 0; column < Elapsed; ++column)
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setAccessibleName(tr("What the policy comes to"));

    const int space = gap(*this);
    auto *controls = new QHBoxLayout;
    controls->setContentsMargins(space, space, space, 0);
    auto *label = new QLabel(tr("&Failure"));
    label->setBuddy(m_failure);
    auto *seedLabel = new QLabel(tr("S&eed"));
    seedLabel->setBuddy(m_seed);
    controls->addWidget(label);
    controls->addWidget(m_failure, 1);
    controls->addWidget(seedLabel);
    controls->addWidget(m_seed);
    controls->addWidget(another);

    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_chart);
    parts->addWidget(m_table);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    parts->setSizes({30000, 20000});
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space, 0, space, space);
    foot->addWidget(m_summary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(controls);
    column->addWidget(parts, 1);
    column->addLayout(foot);

    connect(m_failure, &QComboBox::currentIndexChanged, this, &PolicyPreview::refresh);
    connect(m_seed, &QSpinBox::valueChanged, this, &PolicyPreview::refresh);
    connect(another, &QPushButton::clicked, this, &PolicyPreview::drawAnother);
    refresh();
}

void PolicyPreview::setPolicy(const RetryPolicy &policy)
{
    m_policy = policy;
    refresh();
}

Outcome PolicyPreview::failure() const
{
    return failures().value(m_failure->currentIndex()).outcome;
}

void PolicyPreview::drawAnother()
{
    m_seed->setValue(m_seed->value() == m_seed->maximum() ? 0 : m_seed->value() + 1);
}

void PolicyPreview::refresh()
{
    m_preview = previewRetries(m_policy, failure(), quint64(m_seed->value()));
    m_chart->setPreview(m_preview);
    fillTable();
    m_summary->setText(summary());
    // For who hears the window: the chart in a sentence, the table row by row.
    m_chart->setAccessibleDescription(m_summary->text());
    Q_EMIT changed();
}

static QString seconds(double value)
{
    return durationText(std::chrono::milliseconds(std::llround(value * 1000)));
}

void PolicyPreview::fillTable()
{
    m_table->clear();
    QList<QTreeWidgetItem *> rows;
    for (const PreviewedWait &wait : std::as_const(m_preview.waits)) {
        auto *row = new QTreeWidgetItem;
        row->setText(AttemptColumn, locale().toString(wait.attempt));
        row->setText(Drawn, wait.drawn ? seconds(*wait.drawn) : u"–"_s);
        row->setText(Shortest, seconds(wait.min));
        row->setText(Median, seconds(wait.median));
        row->setText(Longest, seconds(wait.max));
        row->setText(
            Elapsed,
            wait.earliest == wait.latest
                ? seconds(wait.earliest)
                : together(tr("%1 to %2").arg(seconds(wait.earliest), seconds(wait.latest))));
        for (int column = 0; column < ColumnCount; ++column) {
            row->setTextAlignment(column,
                                  column == Elapsed ? Qt::AlignLeading | Qt::AlignVCenter
                                                    : Qt::AlignRight | Qt::AlignVCenter);
            row->setToolTip(column, wait.why);
        }
        rows.append(row);
    }
    m_table->addTopLevelItems(rows);
    for (int column = 0; column + 1 < ColumnCount; ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, m_table->columnWidth(column) + gap(*this, 1.5));
    }
}

QString PolicyPreview::summary() const
{
    if (!m_preview.retried)
        return m_preview.ending;
    QString text = tr("At worst %Ln call(s) and %1 of waiting.", nullptr, m_preview.attempts)
                       .arg(seconds(m_preview.longestSeconds));
    if (m_preview.cut)
        text += u' ' + tr("The table has the first %Ln.", nullptr, int(m_preview.waits.size()));
    return text + u' ' + tr("This draw: %1.").arg(m_preview.ending);
}

} // namespace Antiphon::Ui
