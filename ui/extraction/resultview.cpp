// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "extraction/resultview.h"

#include "extraction/resultmodel.h"
#include "responses/responsesmodel.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/inlinebar.h"

#include <antiphon/store/exchange/writeexport.h>

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr int mostExpanded = 400; // rows that open by themselves
static constexpr int typeColumnFrom = 62; // characters of width

ResultView::ResultView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_model(new ResultModel(this))
    , m_bar(new InlineBar(this))
    , m_attempts(new QComboBox(this))
    , m_tree(new QTreeView(this))
    , m_waiting(new QLabel(tr("The value appears here field by field."), this))
    , m_notes(new QLabel(this))
{
    m_tree->setObjectName(u"resultTree"_s);
    m_tree->setAccessibleName(tr("Value from %1").arg(name));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 5);
    m_attempts->setAccessibleName(tr("Attempt of %1 whose value is shown").arg(name));
    m_attempts->setToolTip(tr("Values of earlier attempts are kept"));
    m_attempts->hide();
    m_bar->setObjectName(u"resultBar"_s);
    m_bar->hide();
    m_waiting->setWordWrap(true);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setForegroundRole(QPalette::PlaceholderText);
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_notes->hide();

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(gap(*this, 0.4));
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(gap(*this), 0, gap(*this), 0);
    inner->addWidget(m_bar);
    inner->addWidget(m_attempts);
    rows->addLayout(inner);
    rows->addWidget(m_tree, 1);
    rows->addWidget(m_waiting, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(gap(*this), 0, gap(*this), gap(*this, 0.5));
    below->addWidget(m_notes);
    rows->addLayout(below);

    makeActions();
    setFocusProxy(m_tree);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ResultView::expandNew);
    connect(m_attempts, &QComboBox::activated, this, &ResultView::outdated);
}

void ResultView::makeActions()
{
    const auto add = [this](const QString &iconName, const QString &text, const QKeySequence &keys,
                            auto action) {
        auto *entry = new QAction(icon(iconName), text, m_tree);
        entry->setShortcut(keys);
        entry->setShortcutContext(Qt::WidgetShortcut);
        connect(entry, &QAction::triggered, this, action);
        m_tree->addAction(entry);
        return entry;
    };
    add(u"edit-copy"_s, tr("Copy Value as JSON"), QKeySequence::Copy, [this] { copyValue(); });
    add(u"edit-copy-path"_s, tr("Copy Path"), QKeySequence(u"Ctrl+Alt+P"_s),
        [this] { copyPath(); });
    add(u"edit-copy"_s, tr("Copy Whole Result as JSON"), {},
        [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(json())); });
    add(u"document-export"_s, tr("Export Result…"), {}, [this] { exportValue(); });
    auto *first = new QAction(m_tree);
    first->setSeparator(true);
    m_tree->addAction(first);
    add(u"go-jump"_s, tr("Show in Text"), QKeySequence(Qt::Key_Return), [this] {
        if (m_tree->currentIndex().isValid())
            Q_EMIT sourceRequested(m_model->locationOf(m_tree->currentIndex()));
    });
    add(u"go-down"_s, tr("Next Problem"), QKeySequence(Qt::Key_F8), [this] { goToProblem(); });
    auto *second = new QAction(m_tree);
    second->setSeparator(true);
    m_tree->addAction(second);
    add(u"expand-all"_s, tr("Open All"), {}, [this] { m_tree->expandAll(); });
    add(u"collapse-all"_s, tr("Close All"), {}, [this] { m_tree->collapseAll(); });
}

bool ResultView::hasValue() const
{
    return m_shown.hasValue;
}

QByteArray ResultView::json() const
{
    return toPretty(m_shown.value);
}

/// Attempts that gave a value, newest first.
static QList<const Attempt *> withValues(const QList<Attempt> &attempts)
{
    QList<const Attempt *> found;
    for (const Attempt &attempt : attempts) {
        if (attempt.value)
            found.prepend(&attempt);
    }
    return found;
}

static const QList<Attempt> &attemptsOf(const Response &response)
{
    return response.record ? response.record->attempts : response.attempts;
}

void ResultView::showAttempts(const Response &response)
{
    const QList<const Attempt *> values = withValues(attemptsOf(response));
    const bool growing = !response.record;
    const int count = int(values.size()) + (growing ? 1 : 0);
    const bool another = std::exchange(m_answer, response.answer) != response.answer;
    if (another || m_attempts->count() != count || growing != m_attempts->itemData(0).isNull()) {
        const QSignalBlocker blocker(m_attempts);
        m_attempts->clear();
        if (growing)
            m_attempts->addItem(tr("Attempt %1, arriving").arg(response.attempt));
        for (const Attempt *attempt : values)
            m_attempts->addItem(
                attempt->issues.isEmpty()
                    ? tr("Attempt %1, valid").arg(attempt->number)
                    : tr("Attempt %1, %Ln problem(s)", nullptr, int(attempt->issues.size()))
                          .arg(attempt->number),
                attempt->number);
        m_attempts->setCurrentIndex(0);
    }
    m_attempts->setVisible(values.size() > 1 || (growing && !values.isEmpty()));
}

void ResultView::show(const Response &response)
{
    if (!response.extraction)
        return;
    showAttempts(response);
    const QList<Attempt> &attempts = attemptsOf(response);
    // Values are compared and copied only when there is another one.
    const QString version = u"%1 %2 %3 %4 %5 %6"_s.arg(m_attempts->currentIndex())
                                .arg(response.growing.revision)
                                .arg(response.answer)
                                .arg(attempts.size())
                                .arg(response.record.has_value())
                                .arg(!attempts.isEmpty() && attempts.last().accepted);
    if (version == m_version) {
        showBar(response);
        return;
    }
    m_version = version;
    const QList<const Attempt *> values = withValues(attempts);
    const QVariant chosen = m_attempts->currentData();
    const Attempt *attempt = nullptr;
    for (const Attempt *one : values) {
        if (!chosen.isNull() && one->number == chosen.toInt())
            attempt = one;
    }
    ShownValue next;
    if (attempt) {
        const QList<Attempt> before = attempts.first(attempt - attempts.constData());
        next = shownValue(*response.extraction, *attempt, before);
    } else {
        next = shownValue(*response.extraction, response.growing, attempts);
        next.live = !response.record;
    }
    m_shown = std::move(next);
    fillTree();
    showBar(response);
}

void ResultView::fillTree()
{
    m_model->show(m_shown);
    const bool empty = m_model->rowCount() == 0;
    m_tree->setVisible(!empty);
    m_waiting->setVisible(empty);
    m_waiting->setText(m_shown.live ? tr("The value appears here field by field.")
                                    : tr("No value could be read."));
    showNotes();
    fitColumns();
}

void ResultView::showNotes()
{
    QStringList notes = m_shown.notes;
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

static int invalidCount(const QList<Attempt> &attempts)
{
    return int(std::ranges::count_if(attempts, [](const Attempt &attempt) {
        return attempt.error && attempt.error->kind == ErrorKind::Validation;
    }));
}

void ResultView::showBar(const Response &response)
{
    const QList<Attempt> &attempts = attemptsOf(response);
    const int invalid = invalidCount(attempts);
    const Attempt *last = attempts.isEmpty() ? nullptr : &attempts.last();
    const QString state = u"%1 %2 %3 %4"_s.arg(callStateName(response.state))
                              .arg(invalid)
                              .arg(response.answer)
                              .arg(last && last->accepted ? 1 : 0);
    if (state == m_barState)
        return;
    m_barState = state;
    const bool accepted = last && last->accepted;
    m_bar->setVisible(invalid > 0 || accepted);
    if (accepted) {
        m_bar->showMessage(InlineBar::Kind::Warning, tr("You accepted a value that does not fit."));
    } else if (invalid > 0 && !response.record) {
        const auto problems = last ? int(last->issues.size()) : 0;
        m_bar->showMessage(InlineBar::Kind::Information,
                           tr("Attempt %1 did not fit: %Ln problem(s).", nullptr, problems)
                               .arg(last ? last->number : invalid),
                           tr("The model is told and tries again."));
    } else if (invalid > 0 && response.state == CallState::Done) {
        m_bar->showMessage(InlineBar::Kind::Positive,
                           tr("Repaired: attempt %1 fits.").arg(last->number),
                           tr("%Ln attempt(s) before did not.", nullptr, invalid));
    } else if (invalid > 0) {
        const int repairs = int(std::ranges::count(attempts, AttemptKind::Repair, &Attempt::kind));
        const int problems = int(m_shown.issues.size());
        m_bar->showMessage(InlineBar::Kind::Error,
                           problems > 0 ? tr("%Ln field(s) do not match.", nullptr, problems)
                                        : tr("The answer is no value that can be checked."),
                           repairs > 0 ? tr("%Ln repair(s) did not help.", nullptr, repairs)
                                       : QString());
        if (response.answer == 0) { // the model is told of the first
            QPushButton *repair = m_bar->addButton(tr("Repair Once More"));
            repair->setAccessibleName(tr("Repair the value of %1 once more").arg(m_name));
            repair->setToolTip(tr("Tells the model what does not match and asks again: one more "
                                  "attempt, which costs as any other"));
            connect(repair, &QPushButton::clicked, this, &ResultView::repairRequested);
        }
        if (m_shown.hasValue) {
            QPushButton *accept = m_bar->addButton(tr("Accept Anyway"));
            accept->setAccessibleName(tr("Accept the value of %1 anyway").arg(m_name));
            accept->setToolTip(tr("Takes this value for the answer, although it does not fit"));
            connect(accept, &QPushButton::clicked, this, &ResultView::acceptRequested);
            QPushButton *edit = m_bar->addButton(tr("Edit…"));
            edit->setAccessibleName(tr("Edit the value of %1").arg(m_name));
            edit->setToolTip(tr("Mend the value by hand and take it for the answer"));
            connect(edit, &QPushButton::clicked, this, &ResultView::editRequested,
                    Qt::QueuedConnection);
        }
    }
    if (m_bar->isHidden())
        return;
    QAccessibleAnnouncementEvent event(this, u"%1: %2"_s.arg(m_name, m_bar->text()));
    QAccessible::updateAccessibility(&event);
}

void ResultView::goToProblem()
{
    const QModelIndexList problems = m_model->problems();
    if (problems.isEmpty())
        return;
    const QModelIndex current = m_tree->currentIndex().siblingAtColumn(0);
    const qsizetype at = problems.indexOf(current);
    const QModelIndex next = problems[(at + 1) % problems.size()];
    for (QModelIndex parent = next.parent(); parent.isValid(); parent = parent.parent())
        m_tree->expand(parent);
    m_tree->setCurrentIndex(next);
    m_tree->scrollTo(next);
    m_tree->setFocus();
}

/// What comes opens by itself, up to a number of rows: a list of thousands is not laid out whole.
void ResultView::expandNew(const QModelIndex &parent, int first, int last)
{
    if (m_expanded > mostExpanded)
        return;
    m_expanded += last - first + 1;
    if (parent.isValid())
        m_tree->expand(parent);
}

void ResultView::copyValue()
{
    const QModelIndex index = m_tree->currentIndex();
    const QByteArray text = index.isValid() ? toPretty(m_model->valueAt(index)) : json();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text).trimmed());
}

void ResultView::copyPath()
{
    const QModelIndex index = m_tree->currentIndex();
    if (index.isValid())
        QGuiApplication::clipboard()->setText(locationText(m_model->locationOf(index)));
}

void ResultView::exportValue()
{
    auto *dialog = new QFileDialog(this, tr("Export Result"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JSON files (*.json)"));
    dialog->selectFile(u"result.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const Result<> written = writeExport(path, json()); !written) {
            m_barState.clear();
            m_bar->showMessage(InlineBar::Kind::Error, tr("The result is not written."),
                               written.error().message);
            m_bar->setVisible(true);
        }
    });
    dialog->open();
}

/// Field and value share what state and type leave; in a narrow column the type gives way.
void ResultView::fitColumns()
{
    const int character = fontMetrics().averageCharWidth();
    const int width = m_tree->viewport()->width();
    const bool wide = width > character * typeColumnFrom;
    m_tree->setColumnHidden(ResultModel::Type, !wide);
    QHeaderView *header = m_tree->header();
    const int state = std::min(character * 16, width * 3 / 10);
    const int type = wide ? character * 16 : 0;
    const int rest = width - state - type;
    const int field = std::min(std::max(rest * 2 / 5, character * 10), character * 30);
    header->resizeSection(ResultModel::Field, field);
    header->resizeSection(ResultModel::Value, rest - field);
    header->resizeSection(ResultModel::Type, type);
    header->resizeSection(ResultModel::State, state);
}

void ResultView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

} // namespace Antiphon::Ui
