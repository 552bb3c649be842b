// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcontroller.h"

#include <antiphon/core/call/failures.h>
#include <antiphon/core/extract/accept.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/engine.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/networksettings.h>
#include <antiphon/store/project/callinputs.h>
#include <antiphon/store/project/media.h>
#include <antiphon/store/project/toolfiles.h>
#include <antiphon/store/secretstore.h>
#include <antiphon/store/spendledger.h>
#include <antiphon/store/userprices.h>

#include <QCoreApplication>
#include <QPointer>
#include <QRandomGenerator>
#include <QThreadPool>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

struct RunController::Prepared {
    Cell cell = {};
    Result<CallSpec> spec = {};
    std::optional<CallRecord> failed = {}; ///< Instead of a spec: why there is none.
};

/// Ids of cells that never reach the engine, out of the way of its own.
static constexpr quint64 localIds = quint64(1) << 63;

static RunSource sourceOf(const RunRequest &request, const NetworkSettings &network,
                          SecretStore &secrets, const QDateTime &now)
{
    QList<Error> unreadable; // the project's problems name them
    RunSource source {
        .providers = builtinProviders(),
        .prices = knownPrices(request.project.folder, unreadable),
        .defaultRetry = request.project.defaultRetry,
        .environment = [](const QString &name) { return qEnvironmentVariable(qPrintable(name)); },
        .keychain = [&secrets](const QString &name) { return secrets.read(name); },
        .network = network,
        .folder = request.project.folder,
        .today = now.date(),
        .now = now,
        .simulateAll = request.simulateAll,
    };
    for (const TargetEntry &entry : request.project.targets)
        source.targets.insert(entry.target.slug, entry.target);
    for (const RetryEntry &entry : request.project.policies)
        source.policies.insert(entry.slug, entry.policy);
    source.prompts = [project = request.project](const QString &prompt, const QString &variant) {
        return callInputs(project, prompt, variant);
    };
    return source;
}

/// What the calls of one run share; empty: nothing is limited.
static std::shared_ptr<Purse> purseOf(const Project &project, QDate today)
{
    if (project.budget.isEmpty())
        return {};
    const SpendLedger ledger;
    return std::make_shared<Purse>(project.budget,
                                   SpentMoney {.day = ledger.spentOn(project.id, today),
                                               .project = ledger.spentFor(project.id)});
}

static Cell cellOf(const QString &slug, const TargetEntry *entry, const QList<Provider> &providers,
                   bool simulateAll)
{
    if (!entry)
        return {.target = slug, .name = slug};
    const Target &target = entry->target;
    const Provider *provider = findProvider(providers, target.provider);
    return {
        .target = slug,
        .name = displayName(target),
        .model = target.model,
        .provider = provider ? provider->name : target.provider,
        .simulated = simulateAll || (provider && provider->id == "simulator"_L1),
    };
}

/// What a call that never started leaves behind: one attempt with the reason.
static CallRecord unstarted(const RunRequest &request, const Cell &cell, const Error &error,
                            const QDateTime &now)
{
    const Attempt attempt {
        .state = CallState::Failed,
        .target = cell.target,
        .model = cell.model,
        .simulated = cell.simulated,
        .started = now,
        .error = error,
    };
    return {
        .prompt = request.prompt.slug,
        .variant = request.prompt.variant,
        .target = cell.target,
        .provider = cell.provider,
        .model = cell.model,
        .simulated = cell.simulated,
        .state = CallState::Failed,
        .attempts = {attempt},
    };
}

RunController::RunController(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_pump(context.feed)
{
    connect(&m_pump, &FeedPump::updated, this, &RunController::take);
}

RunController::~RunController() = default;

/// The tools whose commands the person has consented to, by the names models call them.
static QStringList allowedCommands(const Project &project, const Settings &settings)
{
    QStringList names;
    for (const ToolEntry &entry : project.tools) {
        const ToolHandler handler = handlerOf(entry.tool, project.folder);
        const auto *command = std::get_if<ToolCommand>(&handler.answer);
        if (command && isConsented(settings, entry.tool.definition.name, *command))
            names.append(entry.tool.definition.name);
    }
    return names;
}

static Result<CallSpec> specFor(const RunRequest &request, const QString &slug,
                                const RunSource &source, const QStringList &allowed)
{
    const TargetEntry *entry = findTarget(request.project, slug);
    if (!entry)
        return fail(ErrorKind::Setup,
                    RunController::tr("The project has no target \"%1\". Choose another one, or "
                                      "restore its file in the folder \"targets\".")
                        .arg(slug));
    // What is required may be computed, which is seen when the call is made.
    const Result<Variables> values = request.prompt.dynamics.isEmpty()
        ? withDefaults(request.prompt, request.values)
        : Result<Variables>(request.values);
    if (!values)
        return std::unexpected(values.error());
    CallInputs inputs {
        .prompt = request.prompt,
        .snippets = request.project.snippets,
        .variables = *values,
        .schemas = request.project.schemas,
        .rules = request.project.rules,
        .projectParameters = request.project.parameters,
        .load = mediaLoader(request.project.folder),
    };
    if (const auto added = addTools(request.project, inputs); !added)
        return std::unexpected(added.error());
    for (const QString &name : allowed) {
        const auto handler = inputs.handlers.find(name);
        auto *command = handler == inputs.handlers.end()
            ? nullptr
            : std::get_if<ToolCommand>(&handler->answer);
        if (command)
            command->allowed = true;
    }
    Result<CallSpec> spec = prepareCall(inputs, entry->target, source);
    if (spec) {
        spec->attended = true;
        spec->seed = QRandomGenerator::global()->generate64();
        spec->retries = request.retries;
    }
    return spec;
}

void RunController::start(const RunRequest &request)
{
    cancelAll();
    m_cells.clear();
    m_records.clear();
    m_specs.clear();
    m_project = request.project;
    const bool wasRunning = std::exchange(m_running, true);
    if (!wasRunning)
        Q_EMIT runningChanged(true);

    const quint64 run = ++m_run;
    const QDateTime now = m_context.clock.wallNow();
    const NetworkSettings network = networkSettings(m_context.settings);
    const QStringList allowed = allowedCommands(request.project, m_context.settings);
    QThreadPool::globalInstance()->start([this, self = QPointer(this), request, network, allowed,
                                          now, run, &secrets = m_context.secrets] {
        const RunSource source = sourceOf(request, network, secrets, now);
        const auto purse = purseOf(request.project, now.toLocalTime().date());
        std::vector<Prepared> prepared;
        for (const QString &slug : request.targets) {
            const TargetEntry *entry = findTarget(request.project, slug);
            Cell cell = cellOf(slug, entry, source.providers, request.simulateAll);
            Result<CallSpec> spec = specFor(request, slug, source, allowed);
            std::optional<CallRecord> failed;
            if (spec)
                spec->purse = purse;
            else
                failed = unstarted(request, cell, spec.error(), now);
            prepared.push_back({std::move(cell), std::move(spec), std::move(failed)});
        }
        QMetaObject::invokeMethod(
            qApp,
            [this, self, run, prepared = std::move(prepared)] {
                if (self && run == m_run && m_running)
                    begin(prepared);
            },
            Qt::QueuedConnection);
    });
}

void RunController::begin(const std::vector<Prepared> &prepared)
{
    std::vector<CallUpdate> failed;
    for (const Prepared &one : prepared) {
        Cell cell = one.cell;
        if (one.failed) {
            cell.id = CallId {localIds + m_nextLocal++};
            failed.push_back({.id = cell.id,
                              .state = one.failed->state,
                              .attempt = 1,
                              .ended = one.failed->attempts,
                              .finished = *one.failed});
        } else {
            cell.id = m_context.engine.start(*one.spec);
            m_specs.insert(cell.id, *one.spec);
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
    for (const CallUpdate &update : updates) {
        if (update.finished)
            noteSpending(*update.finished);
        if (std::ranges::find(m_cells, update.id, &Cell::id) == m_cells.end())
            continue; // the rest of an earlier run
        if (update.finished)
            m_records.insert(update.id, *update.finished);
        mine.push_back(update);
    }
    if (mine.empty())
        return;
    Q_EMIT updated(mine);
    finishIfOver();
}

// For the project's budgets of a day and in all. Not on this thread: other programs may be at it.
void RunController::noteSpending(const CallRecord &record)
{
    const Money cost = realCost(record);
    if (cost == Money {})
        return;
    const QDate today = m_context.clock.wallNow().toLocalTime().date();
    QThreadPool::globalInstance()->start([project = m_project.id, today, cost] {
        if (const auto noted = SpendLedger().add(project, today, cost); !noted)
            qWarning("%s", qPrintable(noted.error().message));
    });
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

void RunController::goOn(CallId id, const QString &text)
{
    const auto cell = std::ranges::find(m_cells, id, &Cell::id);
    const auto record = m_records.constFind(id);
    if (cell == m_cells.end() || record == m_records.cend() || !m_specs.contains(id)
        || !canGoOn(*record))
        return;
    CallSpec spec = m_specs.take(id);
    // Above everything else that gives messages: the prompt was said already.
    spec.inputs.dynamic.messages
        = conversation(*record) + QList<Message> {textMessage(Role::User, text)};
    spec.seed = QRandomGenerator::global()->generate64();
    m_records.remove(id);
    const bool wasRunning = std::exchange(m_running, true);
    cell->id = m_context.engine.start(spec);
    m_specs.insert(cell->id, spec);
    Q_EMIT callContinued(id, cell->id, text);
    if (!wasRunning)
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
