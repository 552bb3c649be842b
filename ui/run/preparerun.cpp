// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run/preparerun.h"

#include <antiphon/core/words.h>
#include <antiphon/net/sendagain.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/consent.h>
#include <antiphon/store/project/callinputs.h>
#include <antiphon/store/project/datasetfile.h>
#include <antiphon/store/project/media.h>
#include <antiphon/store/project/toolfiles.h>
#include <antiphon/store/secretstore.h>
#include <antiphon/store/settings.h>
#include <antiphon/store/userprices.h>

#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static RunSource sourceOf(const Project &project, const NetworkSettings &network,
                          SecretStore &secrets, const QDateTime &now)
{
    QList<Error> unreadable; // the project's problems name them
    RunSource source {
        .providers = builtinProviders(),
        .prices = knownPrices(project.folder, unreadable),
        .defaultRetry = project.defaultRetry,
        .environment = [](const QString &name) { return qEnvironmentVariable(qPrintable(name)); },
        .keychain = [&secrets](const QString &name) { return secrets.read(name); },
        .network = network,
        .folder = project.folder,
        .today = now.date(),
        .now = now,
    };
    for (const TargetEntry &entry : project.targets)
        source.targets.insert(entry.target.slug, entry.target);
    for (const RetryEntry &entry : project.policies)
        source.policies.insert(entry.slug, entry.policy);
    source.prompts = [project](const QString &prompt, const QString &variant) {
        return callInputs(project, prompt, variant);
    };
    return source;
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

QStringList allowedCommands(const Project &project, const Settings &settings)
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
                    Words::tr("The project has no target \"%1\". Choose another one, or "
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
    if (const auto added = addExamples(request.project, inputs); !added)
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

std::vector<PreparedCall> prepareRun(const RunRequest &request, const NetworkSettings &network,
                                     const QStringList &allowed, SecretStore &secrets,
                                     const QDateTime &now)
{
    RunSource source = sourceOf(request.project, network, secrets, now);
    source.simulateAll = request.simulateAll;
    std::vector<PreparedCall> prepared;
    for (const QString &slug : request.targets) {
        const TargetEntry *entry = findTarget(request.project, slug);
        Cell cell = cellOf(slug, entry, source.providers, request.simulateAll);
        Result<CallSpec> spec = specFor(request, slug, source, allowed);
        std::optional<CallRecord> failed;
        if (!spec)
            failed = unstarted(request, cell, spec.error(), now);
        prepared.push_back({std::move(cell), std::move(spec), std::move(failed)});
    }
    return prepared;
}

PreparedCall prepareSendingAgain(const AgainRequest &request, const NetworkSettings &network,
                                 SecretStore &secrets, const QDateTime &now)
{
    const Attempt &attempt = request.attempt;
    const TargetEntry *entry = findTarget(request.project, attempt.target);
    const RunSource source = sourceOf(request.project, network, secrets, now);
    Cell cell = cellOf(attempt.target, entry, source.providers, attempt.simulated);
    cell.model = attempt.model;
    //: %1 is the number of an attempt, %2 the name of a target
    cell.name = Words::tr("Replay of attempt %1, %2").arg(attempt.number).arg(cell.name);
    if (!entry)
        return {cell,
                fail(ErrorKind::Setup,
                     Words::tr("The project has no target \"%1\" any more, so there is no key and "
                               "no price for this request. Restore the target, or run the prompt "
                               "on another one.")
                         .arg(attempt.target))};
    return {cell, prepareAgain(attempt, entry->target, source)};
}

} // namespace Antiphon::Ui
