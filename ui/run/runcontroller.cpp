// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcontroller.h"

#include <antiphon/core/call/failures.h>
#include <antiphon/core/call/response.h>
#include <antiphon/core/extract/accept.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/engine.h>
#include <antiphon/store/consent.h>
#include <antiphon/store/networksettings.h>
#include <antiphon/store/settings.h>

#include <QCoreApplication>
#include <QPointer>
#include <QRandomGenerator>
#include <QThreadPool>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// Ids of cells that never reach the engine, out of the way of its own.
static constexpr quint64 localIds = quint64(1) << 63;

RunController::RunController(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_pump(context.feed)
    , m_spending(context.clock)
{
    connect(&m_pump, &FeedPump::updated, this, &RunController::take);
}

RunController::~RunController() = default;

void RunController::start(const RunRequest &request)
{
    cancelAll();
    m_cells.clear();
    m_records.clear();
    m_specs.clear();
    m_readings.clear();
    m_project = request.project;
    const bool wasRunning = std::exchange(m_running, true);
    if (!wasRunning)
        Q_EMIT runningChanged(true);

    const quint64 run = ++m_run;
    const QDateTime now = m_context.clock.wallNow();
    const NetworkSettings network = networkSettings(m_context.settings);
    const QStringList allowed = allowedCommands(request.project, m_context.settings);
    QThreadPool::globalInstance()->start([this, self = QPointer(this), request, network, allowed,
                                          now, run, ledger = m_spending.reader(),
                                          &secrets = m_context.secrets] {
        const auto purse = ledger.purseFor(request.project, now.toLocalTime().date());
        std::vector<PreparedCall> prepared = prepareRun(request, network, allowed, secrets, now);
        for (PreparedCall &one : prepared) {
            if (one.spec)
                one.spec->purse = purse;
        }
        QMetaObject::invokeMethod(
            qApp,
            [this, self, run, purse, prepared = std::move(prepared)] {
                if (!self || run != m_run || !m_running)
                    return;
                m_purse = purse;
                begin(prepared);
            },
            Qt::QueuedConnection);
    });
}

void RunController::begin(const std::vector<PreparedCall> &prepared)
{
    dropSentAgain();
    std::vector<CallUpdate> failed;
    for (const PreparedCall &one : prepared) {
        Cell cell = one.cell;
        if (one.failed) {
            cell.id = CallId {localIds + m_nextLocal++};
            failed.push_back({.id = cell.id,
                              .state = one.failed->state,
                              .attempt = 1,
                              .ended = one.failed->attempts,
                              .finished = *one.failed});
        } else {
            cell.id = launch(*one.spec);
        }
        m_cells.append(cell);
    }
    Q_EMIT runStarted(m_cells);
    if (failed.empty())
        finishIfOver();
    else
        take(failed);
}

void RunController::take(const std::vector<CallUpdate> &updates)
{
    std::vector<CallUpdate> mine;
    std::vector<CallUpdate> again;
    const bool wasSending = isSendingAgain();
    for (const CallUpdate &update : updates) {
        if (update.finished)
            note(*update.finished, update.id);
        if (update.current && update.extraction)
            m_readings.insert({update.id, update.current->target}, *update.extraction);
        if (const auto beside = m_again.find(update.id); beside != m_again.end()) {
            *beside = *beside || update.finished;
            again.push_back(update);
            continue;
        }
        if (std::ranges::find(m_cells, update.id, &Cell::id) == m_cells.end())
            continue; // the rest of an earlier run
        if (update.finished)
            m_records.insert(update.id, *update.finished);
        mine.push_back(update);
    }
    if (!again.empty())
        Q_EMIT updatedAgain(again);
    if (wasSending != isSendingAgain())
        Q_EMIT sendingAgainChanged();
    if (mine.empty())
        return;
    Q_EMIT updated(mine);
    finishIfOver();
}

void RunController::note(const CallRecord &record, CallId id)
{
    const Bill bill = m_bills.take(id);
    m_spending.note(bill.project, realCost(record) - bill.noted);
}

void RunController::finishIfOver()
{
    if (!m_running || runningCount() > 0)
        return;
    m_running = false;
    Q_EMIT runningChanged(false);
    Q_EMIT runFinished();
}

void RunController::cancel(CallId id)
{
    m_context.engine.cancel(id);
}

void RunController::cancelAll()
{
    ++m_againRun;
    if (m_running && m_cells.isEmpty()) { // still being prepared: nothing has been sent
        ++m_run;
        m_running = false;
        Q_EMIT runningChanged(false);
        Q_EMIT runFinished();
        return;
    }
    m_context.engine.cancelAll();
}

void RunController::retryNow(CallId id)
{
    m_context.engine.retryNow(id);
}

void RunController::answerTool(CallId id, const ToolQuestion &question, const ToolReply &reply,
                               bool always)
{
    const auto entry = std::ranges::find_if(m_project.tools, [&](const ToolEntry &tool) {
        return tool.tool.definition.name == question.call.name;
    });
    if (always && entry != m_project.tools.end()) {
        const ToolHandler handler = handlerOf(entry->tool, m_project.folder);
        if (const auto *command = std::get_if<ToolCommand>(&handler.answer))
            consent(m_context.settings, question.call.name, *command);
    }
    m_context.engine.answerTool(id, question.attempt, question.index, reply);
}

CallId RunController::launch(const CallSpec &spec, Money noted)
{
    const CallId id = m_context.engine.start(spec);
    m_specs.insert(id, spec);
    m_bills.insert(id, {m_project.id, noted});
    return id;
}

/// Starts \p spec in the cell of call \p id, which is over. Whoever emits what follows from it
/// finds the run under way.
std::optional<CallId> RunController::launchInPlaceOf(CallId id, CallSpec spec, Money noted)
{
    const auto cell = std::ranges::find(m_cells, id, &Cell::id);
    if (cell == m_cells.end())
        return {};
    m_specs.remove(id);
    m_records.remove(id);
    spec.seed = QRandomGenerator::global()->generate64();
    spec.purse = m_purse;
    cell->id = launch(spec, noted);
    return cell->id;
}

/// The record of a call that can be gone on from; nullptr: it runs, or never could.
const CallRecord *RunController::overRecord(CallId id) const
{
    const auto record = m_records.constFind(id);
    return record == m_records.cend() || !m_specs.contains(id) ? nullptr : &*record;
}

/// \p record as if its answer number \p index, from 0, were the one that counts.
static CallRecord withAnswerNumber(const CallRecord &record, int index)
{
    const Attempt *last = index > 0 ? answer(record) : nullptr;
    const QList<Attempt> all = last ? choicesOf(*last) : QList<Attempt> {};
    return index < all.size() ? withChoice(record, all[index]) : record;
}

void RunController::goOn(CallId id, const QString &text, int answer)
{
    const CallRecord *over = overRecord(id);
    if (!over)
        return;
    const CallRecord record = withAnswerNumber(*over, answer);
    if (!canGoOn(record))
        return;
    CallSpec spec = m_specs.value(id);
    spec.earlier.clear();
    // Above everything else that gives messages: the prompt was said already.
    spec.inputs.dynamic.messages
        = conversation(record) + QList<Message> {textMessage(Role::User, text)};
    const auto next = launchInPlaceOf(id, spec);
    if (!next)
        return;
    const bool wasRunning = std::exchange(m_running, true);
    Q_EMIT callContinued(id, *next, text, answer);
    if (!wasRunning)
        Q_EMIT runningChanged(true);
}

void RunController::repair(CallId id)
{
    const CallRecord *record = overRecord(id);
    const auto isInvalid = [](const Attempt &attempt) {
        return attempt.error && attempt.error->kind == ErrorKind::Validation;
    };
    if (!record || record->state == CallState::Done
        || !std::ranges::any_of(record->attempts, isInvalid))
        return;
    const CallSpec spec = repairOnceMore(m_specs.value(id), *record);
    const auto next = launchInPlaceOf(id, spec, realCost(*record));
    if (!next)
        return;
    const bool wasRunning = std::exchange(m_running, true);
    Q_EMIT repairStarted(id, *next);
    if (!wasRunning)
        Q_EMIT runningChanged(true);
}

SpentMoney RunController::spent() const
{
    return m_purse ? m_purse->spent() : m_spending.spent();
}

Money RunController::refused() const
{
    Money most;
    for (const auto &[id, record] : m_records.asKeyValueRange()) {
        const Attempt *last = answer(record);
        if (record.state != CallState::OverBudget || !last || !m_purse)
            continue;
        const qint64 output
            = last->asked.parameters.maxTokens.value_or(m_purse->expectedOutput(last->target, {}));
        for (const PreparedTarget &target : m_specs.value(id).targets) {
            if (target.target.slug == last->target)
                most = std::max(most,
                                costBound(last->asked, output, target.price).value_or(Money {}));
        }
    }
    return most;
}

void RunController::setBudget(const Budget &budget)
{
    if (m_project.budget == budget)
        return;
    m_project.budget = budget;
    m_purse = budget.isEmpty() ? nullptr : std::make_shared<Purse>(budget, spent());
}

void RunController::resume()
{
    const bool wasRunning = m_running;
    const QList<Cell> cells = m_cells;
    for (const Cell &cell : cells) {
        const CallRecord *record = overRecord(cell.id);
        if (!record || record->state != CallState::OverBudget)
            continue;
        const CallSpec spec = m_specs.value(cell.id);
        const Money noted = realCost({.attempts = spec.earlier}); // of a repair
        m_running = true;
        if (const auto next = launchInPlaceOf(cell.id, spec, noted))
            Q_EMIT callRepeated(cell.id, *next);
    }
    if (m_running && !wasRunning)
        Q_EMIT runningChanged(true);
}

void RunController::accept(CallId id, const std::optional<Json> &mended)
{
    const auto found = m_records.find(id);
    if (found == m_records.end() || !acceptValue(*found, mended))
        return;
    Q_EMIT accepted(id, *found);
}

bool RunController::isRunning() const
{
    return m_running;
}

int RunController::runningCount() const
{
    return int(m_cells.size() - m_records.size());
}

const QList<Cell> &RunController::cells() const
{
    return m_cells;
}

QList<CallRecord> RunController::records() const
{
    QList<CallRecord> records;
    for (const Cell &cell : m_cells) {
        if (const auto found = m_records.constFind(cell.id); found != m_records.constEnd())
            records.append(*found);
    }
    return records;
}

} // namespace Antiphon::Ui
