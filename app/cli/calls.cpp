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
    auto bytes = readFile(wanted);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto json = parseJson(*bytes);
    if (!json)
        return std::unexpected(json.error().toError(wanted));
    auto policy = policyFromJson(*json);
    if (!policy)
        return setup(u"%1: %2"_s.arg(wanted, policy.error().message));
    source.retryOverride = *std::move(policy);
    return {};
}

namespace {

quint64 seedOf(const RunOptions &options)
{
    return options.seed ? *options.seed : QRandomGenerator::system()->generate64();
}

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

// `--tool-steps` and `--allow-commands`.
void applyToolOptions(const RunOptions &options, CallInputs &inputs)
{
    if (options.toolSteps)
        inputs.toolSteps = *options.toolSteps;
    applyConsent(Settings(), inputs);
    for (ToolHandler &handler : inputs.handlers) {
        auto *command = std::get_if<ToolCommand>(&handler.answer);
        if (command && options.allowCommands)
            command->allowed = true;
    }
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
    auto parameters = parametersOf(options);
    if (!parameters)
        return std::unexpected(parameters.error());
    inputs.overrideParameters = *std::move(parameters);
    if (options.noStream)
        inputs.stream = false;
    if (auto added = addTools(project, inputs); !added)
        return std::unexpected(added.error());
    if (auto added = addExamples(project, inputs); !added)
        return std::unexpected(added.error());
    applyToolOptions(options, inputs);
    return inputs;
}

// A target that is not ready still gets its place in the answer, so that the others go on.
void append(QList<CallSpec> &specs, CallSpec spec, const RunOptions &options)
{
    for (int repeat = 0; repeat < options.repeat; ++repeat) {
        spec.repeat = repeat;
        spec.seed = seedOf(options) + quint64(repeat);
        spec.retries = !options.noRetry;
        spec.attended = canAsk();
        specs.append(spec);
    }
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
            append(specs, *std::move(spec), options);
        }
    }
    return specs;
}

namespace {

Result<ContentPart> mediaPart(const QString &kind, const QString &path)
{
    const bool isAddress = path.startsWith("https://"_L1) || path.startsWith("http://"_L1);
    QByteArray bytes;
    if (!isAddress) {
        auto read = readFile(path);
        if (!read)
            return std::unexpected(read.error());
        bytes = *std::move(read);
    }
    // The template language knows the media types by their first bytes: let it say what this is.
    auto parsed = Template::parse(u"{file:%1}"_s.arg(kind));
    const Value value = isAddress ? Value(path) : Value(bytes);
    auto rendered = render(*parsed, {{u"file"_s, value}});
    if (!rendered)
        return setup(u"%1: %2"_s.arg(path, rendered.error().message));
    return rendered->messages.first().parts.first();
}

Result<QList<ContentPart>> mediaParts(const CallOptions &call)
{
    QList<ContentPart> parts;
    const auto add
        = [&parts](const QString &kind, const std::vector<std::string> &paths) -> Result<> {
        for (const std::string &path : paths) {
            auto part = mediaPart(kind, text(path));
            if (!part)
                return std::unexpected(part.error());
            parts.append(*std::move(part));
        }
        return {};
    };
    for (const auto &[kind, paths] :
         {std::pair(u"image"_s, &call.images), std::pair(u"audio"_s, &call.audio),
          std::pair(u"document"_s, &call.documents)}) {
        if (auto added = add(kind, *paths); !added)
            return std::unexpected(added.error());
    }
    return parts;
}

Result<QList<Message>> messagesOf(const CallOptions &call)
{
    QList<Message> messages;
    const bool goesOn = !call.conversation.empty() && QFileInfo::exists(text(call.conversation));
    if (!call.system.empty() && !goesOn) // a conversation has its own
        messages.append(textMessage(Role::System, text(call.system)));
    if (!call.messagesFile.empty() || goesOn) {
        const QString path = text(goesOn ? call.conversation : call.messagesFile);
        auto bytes = readFile(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        auto json = parseJson(*bytes);
        if (!json)
            return std::unexpected(json.error().toError(path));
        auto read = messagesFromJson(*json);
        if (!read)
            return setup(u"%1: %2"_s.arg(path, read.error().message));
        messages += *read;
    }
    if (!call.message.empty())
        messages.append(textMessage(Role::User, text(call.message)));
    auto media = mediaParts(call);
    if (!media)
        return std::unexpected(media.error());
    if (media->isEmpty())
        return messages;
    if (messages.isEmpty() || messages.last().role != Role::User)
        messages.append(Message {});
    messages.last().parts = *media + messages.last().parts;
    return messages;
}

Result<Script> scriptOf(const QString &path)
{
    auto source = readFile(path);
    if (!source)
        return std::unexpected(source.error());
    auto script = Script::read(QString::fromUtf8(*source), QFileInfo(path).fileName(),
                               Script::Form::Module);
    if (!script)
        return std::unexpected(script.error().toError());
    return *std::move(script);
}

} // namespace

Result<Target> targetOf(const CallOptions &call, const RunOptions &options)
{
    Target target {.slug = text(call.model.empty() ? call.provider : call.model),
                   .provider = text(call.provider),
                   .api = text(call.api),
                   .model = text(call.model),
                   .baseUrl = text(call.baseUrl),
                   .timeout = timeoutOf(options)};
    if (!call.keyEnv.empty())
        target.key = {.from = KeyReference::From::Variable, .name = text(call.keyEnv)};
    else if (!call.keychain.empty())
        target.key = {.from = KeyReference::From::Keychain, .name = text(call.keychain)};
    for (const std::string &argument : call.endpoint) {
        const QString pair = text(argument);
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return fail(ErrorKind::Setup, Words::tr("--endpoint %1: write NAME=VALUE.").arg(pair),
                        u"usage"_s);
        target.endpoint.insert(pair.first(equals), pair.sliced(equals + 1));
    }
    for (const std::string &argument : call.headers) {
        const QByteArray header = QByteArray::fromStdString(argument);
        const qsizetype colon = header.indexOf(':');
        if (colon < 1)
            return fail(ErrorKind::Setup,
                        Words::tr("--header %1: write NAME:VALUE.").arg(text(argument)),
                        u"usage"_s);
        target.headers.append({header.first(colon).trimmed(), header.sliced(colon + 1).trimmed()});
    }
    return target;
}

// `--schema` and `--mode`.
Result<> applyOutput(const CallOptions &call, CallInputs &inputs)
{
    if (call.schema.empty() && call.mode.empty())
        return {};
    OutputSpec output;
    if (!call.mode.empty())
        output.mode = OutputSpec::Mode(outputModeNames().indexOf(text(call.mode)));
    if (!call.schema.empty()) {
        const QString path = text(call.schema);
        auto bytes = readFile(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        auto schema = parseJson(*bytes, 256);
        if (!schema)
            return std::unexpected(schema.error().toError(path));
        output.schema = QFileInfo(path).fileName().section(u'.', 0, 0);
        if (output.schema.isEmpty())
            output.schema = u"answer"_s;
        inputs.schemas.insert(output.schema, *std::move(schema));
    }
    inputs.prompt.output = output;
    return {};
}

// `--tool` and `--tool-choice`.
static Result<> applyTools(const CallOptions &call, CallInputs &inputs)
{
    for (const std::string &path : call.tools) {
        const auto tools = readToolFile(text(path));
        if (!tools)
            return std::unexpected(tools.error());
        for (const Tool &tool : *tools) {
            inputs.tools.append(tool.definition);
            // Without an answer of its own the call is what the caller wants, unless they are here.
            if (tool.definition.kind != ToolDefinition::Kind::Provider)
                inputs.handlers.insert(tool.definition.name, handlerOf(tool));
        }
    }
    inputs.knownTools = inputs.tools;
    const QString choice = text(call.toolChoice);
    if (choice.isEmpty())
        return {};
    if (inputs.tools.isEmpty())
        return fail(ErrorKind::Setup, Words::tr("--tool-choice needs a --tool."), u"usage"_s);
    static const QStringList modes {u"auto"_s, u"none"_s, u"required"_s};
    if (const auto mode = modes.indexOf(choice); mode >= 0) {
        inputs.toolChoice = ToolChoice {.mode = ToolChoice::Mode(mode)};
        return {};
    }
    const auto named = std::ranges::find(inputs.tools, choice, &ToolDefinition::name);
    if (named == inputs.tools.end())
        return fail(
            ErrorKind::Setup,
            Words::tr("--tool-choice %1: give auto, none, required or a tool's name.").arg(choice),
            u"usage"_s);
    inputs.toolChoice = ToolChoice {.mode = ToolChoice::Mode::Named, .name = choice};
    return {};
}

Result<QList<CallSpec>> singleCall(const CallOptions &call, const RunOptions &options)
{
    RunSource source = builtinSource(options.simulate);
    if (auto applied = applyRetry(options, source); !applied)
        return std::unexpected(applied.error());
    if (auto applied = applyNetwork(options.network, source); !applied)
        return std::unexpected(applied.error());
    auto target = targetOf(call, options);
    if (!target)
        return std::unexpected(target.error());

    CallInputs inputs {.prompt = {.slug = u"call"_s}, .load = mediaLoader(u"."_s)};
    if (!call.templateFile.empty()) {
        auto templateText = readFile(text(call.templateFile));
        if (!templateText)
            return std::unexpected(templateText.error());
        inputs.prompt.text = QString::fromUtf8(*templateText);
    } else {
        auto messages = messagesOf(call);
        if (!messages)
            return std::unexpected(messages.error());
        if (messages->isEmpty())
            return fail(
                ErrorKind::Setup,
                Words::tr(
                    "There is nothing to send. Give --message, --template, --messages or a file."),
                u"usage"_s);
        inputs.prompt.messages = *std::move(messages);
    }
    if (!call.scriptFile.empty()) {
        auto script = scriptOf(text(call.scriptFile));
        if (!script)
            return std::unexpected(script.error());
        inputs.prompt.dynamics.config = *std::move(script);
    }
    auto variables = variablesOf(options);
    if (!variables)
        return std::unexpected(variables.error());
    inputs.variables = *std::move(variables);
    auto parameters = parametersOf(options);
    if (!parameters)
        return std::unexpected(parameters.error());
    inputs.overrideParameters = *std::move(parameters);
    if (options.noStream)
        inputs.stream = false;
    if (auto applied = applyOutput(call, inputs); !applied)
        return std::unexpected(applied.error());
    if (auto applied = applyTools(call, inputs); !applied)
        return std::unexpected(applied.error());
    applyToolOptions(options, inputs);

    auto spec = prepareCall(inputs, *target, source);
    if (!spec)
        return std::unexpected(spec.error());
    QList<CallSpec> specs;
    append(specs, *std::move(spec), options);
    return specs;
}

} // namespace Antiphon::Cli
