// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calls.h"

#include "../common/keychainsecretstore.h"
#include "terminal.h"

#include <antiphon/core/retry/presets.h>
#include <antiphon/core/words.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/consent.h>
#include <antiphon/store/networksettings.h>
#include <antiphon/store/project/callinputs.h>
#include <antiphon/store/project/datasetfile.h>
#include <antiphon/store/project/media.h>
#include <antiphon/store/project/toolfiles.h>
#include <antiphon/store/userprices.h>

#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

static std::unexpected<Error> setup(const QString &message)
{
    return fail(ErrorKind::Setup, message);
}

static PriceTable pricesFor(const QString &projectFolder)
{
    QList<Error> problems;
    PriceTable prices = knownPrices(projectFolder, problems);
    for (const Error &problem : std::as_const(problems))
        tell(problem);
    return prices;
}

static RunSource sourceWith(const QString &projectFolder, bool simulateAll)
{
    return {.providers = builtinProviders(),
            .prices = pricesFor(projectFolder),
            .environment
            = [](const QString &name) { return qEnvironmentVariable(qPrintable(name)); },
            .keychain = [](const QString &name) { return KeychainSecretStore().read(name); },
            .network = networkSettings(Settings()),
            .today = QDateTime::currentDateTimeUtc().date(),
            .now = QDateTime::currentDateTimeUtc(),
            .simulateAll = simulateAll};
}

RunSource builtinSource(bool simulateAll)
{
    return sourceWith({}, simulateAll);
}

RunSource projectSource(const Project &project, bool simulateAll)
{
    RunSource source = sourceWith(project.folder, simulateAll);
    source.defaultRetry = project.defaultRetry;
    source.folder = project.folder;
    source.prompts = [project](const QString &prompt, const QString &variant) {
        return callInputs(project, prompt, variant);
    };
    for (const TargetEntry &entry : project.targets)
        source.targets.insert(entry.target.slug, entry.target);
    for (const RetryEntry &entry : project.policies)
        source.policies.insert(entry.slug, entry.policy);
    return source;
}

Result<> applyRetry(const RunOptions &options, RunSource &source)
{
    if (options.noRetry) {
        source.retryOverride = policyWithAttempts(1);
        return {};
    }
    if (options.retry.empty())
        return {};
    const QString wanted = text(options.retry);
    bool isNumber = false;
    if (const int attempts = wanted.toInt(&isNumber); isNumber) {
        if (attempts < 1)
            return fail(ErrorKind::Setup,
                        Words::tr("--retry counts all attempts: give at least 1."), u"usage"_s);
        source.retryOverride = policyWithAttempts(attempts);
        return {};
    }
    if (const auto found = source.policies.constFind(wanted); found != source.policies.constEnd()) {
        source.retryOverride = *found;
        return {};
    }
    if (auto known = policyByName(wanted)) {
        source.retryOverride = *std::move(known);
        return {};
    }
    if (!QFileInfo::exists(wanted))
        return setup(Words::tr("There is no retry policy and no file called \"%1\".").arg(wanted));
    auto json = readJson(wanted);
    if (!json)
        return std::unexpected(json.error());
    auto policy = policyFromJson(*json);
    if (!policy)
        return setup(u"%1: %2"_s.arg(wanted, policy.error().message));
    source.retryOverride = *std::move(policy);
    return {};
}

static quint64 seedOf(const RunOptions &options)
{
    return options.seed ? *options.seed : QRandomGenerator::system()->generate64();
}

Result<> applyOptions(const RunOptions &options, CallInputs &inputs)
{
    auto parameters = parametersOf(options);
    if (!parameters)
        return std::unexpected(parameters.error());
    inputs.overrideParameters = *std::move(parameters);
    if (options.noStream)
        inputs.stream = false;
    if (options.toolSteps)
        inputs.toolSteps = *options.toolSteps;
    applyConsent(Settings(), inputs);
    for (ToolHandler &handler : inputs.handlers) {
        auto *command = std::get_if<ToolCommand>(&handler.answer);
        if (command && options.allowCommands)
            command->allowed = true;
    }
    return {};
}

void appendRepeats(QList<CallSpec> &specs, CallSpec spec, const RunOptions &options)
{
    for (int repeat = 0; repeat < options.repeat; ++repeat) {
        spec.repeat = repeat;
        spec.seed = seedOf(options) + quint64(repeat);
        spec.retries = !options.noRetry;
        spec.attended = canAsk();
        specs.append(spec);
    }
}

namespace {

QStringList targetsOf(const Project &project, const Prompt &prompt, const RunOptions &options)
{
    QStringList slugs;
    for (const std::string &slug : options.targets)
        slugs.append(text(slug));
    if (!slugs.isEmpty())
        return slugs;
    return prompt.targets.value_or(project.defaultTargets);
}

Result<QList<const PromptEntry *>> promptsOf(const Project &project, const RunOptions &options)
{
    QList<const PromptEntry *> entries;
    if (!options.prompt.empty()) {
        const PromptEntry *entry = findPrompt(project, text(options.prompt));
        if (!entry) {
            QStringList names;
            for (const PromptEntry &other : project.prompts)
                names.append(other.prompt.slug);
            return setup(Words::tr("There is no prompt \"%1\" in %2. There are: %3.")
                             .arg(text(options.prompt), project.name, names.join(u", "_s)));
        }
        return QList {entry};
    }
    if (project.prompts.isEmpty())
        return setup(Words::tr("The project %1 has no prompt that can be run.").arg(project.name));
    // Without --prompt the first one: running all of them is seldom meant and may cost.
    return QList<const PromptEntry *> {&project.prompts.first()};
}

Result<Variables> valuesOf(const PromptEntry &entry, const RunOptions &options)
{
    Variables values;
    if (!options.inputs.empty()) {
        const auto set = std::ranges::find(entry.inputs, text(options.inputs), &InputSet::slug);
        if (set == entry.inputs.end())
            return setup(Words::tr("The prompt \"%1\" has no input set \"%2\".")
                             .arg(entry.prompt.slug, text(options.inputs)));
        values = set->values;
    } else if (options.variables.empty() && options.variablesFile.empty()
               && !entry.inputs.isEmpty()) {
        values = entry.inputs.first().values;
    }
    auto given = variablesOf(options);
    if (!given)
        return std::unexpected(given.error());
    values.insert(*given);
    return values;
}

Result<CallInputs> inputsOf(const Project &project, const PromptEntry &entry,
                            const RunOptions &options)
{
    CallInputs inputs {.prompt = entry.prompt,
                       .snippets = project.snippets,
                       .schemas = project.schemas,
                       .rules = project.rules,
                       .projectParameters = project.parameters,
                       .load = mediaLoader(project.folder)};
    if (!options.variant.empty()) {
        const QString variant = text(options.variant);
        const auto found = entry.variants.constFind(variant);
        if (found == entry.variants.constEnd())
            return setup(Words::tr("The prompt \"%1\" has no variant \"%2\". There are: %3.")
                             .arg(entry.prompt.slug, variant, entry.variants.keys().join(u", "_s)));
        inputs.prompt.variant = variant;
        inputs.prompt.text = *found;
    }
    auto values = valuesOf(entry, options);
    if (!values)
        return std::unexpected(values.error());
    inputs.variables = *std::move(values);
    if (auto added = addTools(project, inputs); !added)
        return std::unexpected(added.error());
    if (auto added = addExamples(project, inputs); !added)
        return std::unexpected(added.error());
    if (auto applied = applyOptions(options, inputs); !applied)
        return std::unexpected(applied.error());
    return inputs;
}

} // namespace

Result<QList<CallSpec>> projectCalls(const Project &project, const RunOptions &options)
{
    RunSource source = projectSource(project, options.simulate);
    if (auto applied = applyRetry(options, source); !applied)
        return std::unexpected(applied.error());
    if (auto applied = applyNetwork(options.network, source); !applied)
        return std::unexpected(applied.error());
    auto prompts = promptsOf(project, options);
    if (!prompts)
        return std::unexpected(prompts.error());

    QList<CallSpec> specs;
    for (const PromptEntry *entry : *prompts) {
        auto inputs = inputsOf(project, *entry, options);
        if (!inputs)
            return std::unexpected(inputs.error());
        const QStringList slugs = targetsOf(project, entry->prompt, options);
        if (slugs.isEmpty())
            return setup(Words::tr("The prompt \"%1\" has no targets. Choose some with --target.")
                             .arg(entry->prompt.slug));
        for (const QString &slug : slugs) {
            auto found = source.targets.constFind(slug);
            if (found == source.targets.constEnd())
                return setup(Words::tr("There is no target \"%1\". There are: %2.")
                                 .arg(slug, source.targets.keys().join(u", "_s)));
            Target target = *found;
            target.timeout = merged(target.timeout, timeoutOf(options));
            auto spec = prepareCall(*inputs, target, source);
            if (!spec)
                return setup(u"%1: %2"_s.arg(slug, spec.error().message));
            appendRepeats(specs, *std::move(spec), options);
        }
    }
    return specs;
}

} // namespace Antiphon::Cli
