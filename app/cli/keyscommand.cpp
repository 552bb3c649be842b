// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../common/keychainsecretstore.h"
#include "ask.h"
#include "calls.h"
#include "commands.h"
#include "terminal.h"

#include <antiphon/core/words.h>
#include <antiphon/store/builtin.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {

struct KeysArguments {
    std::string name; // of a keychain entry
    std::string project;
    std::vector<std::string> targets;
    CallOptions call;
    NetworkArguments network;
    bool json = false;
};

/// What there is of a key, before anybody is asked.
struct KeyState {
    QString word = {}; // "ready", "missing", "not-needed"
    QString text = {};
};

} // namespace

static KeyState stateOf(const Provider &provider, const RunSource &source)
{
    const auto access = accessFor({.slug = provider.id, .provider = provider.id}, provider,
                                  source.environment, {});
    if (!access)
        return {u"missing"_s, access.error().message};
    if (std::holds_alternative<std::monostate>(access->credentials))
        return {u"not-needed"_s, Words::tr("not needed")};
    if (needsToken(access->credentials))
        return {u"ready"_s, Words::tr("signs in for access tokens")};
    return {u"ready"_s, Words::tr("ready")};
}

static Exit listKeys(const KeysArguments &arguments)
{
    const RunSource source = builtinSource(false);
    for (const Provider &provider : builtinProviders()) {
        const KeyState state = stateOf(provider, source);
        if (arguments.json)
            print(toBytes(jsonObject({{"provider", toJson(provider.id)},
                                      {"state", toJson(state.word)},
                                      {"text", toJson(state.text)}}))
                  + "\n");
        else
            print(u"%1 %2\n"_s.arg(provider.id, -18).arg(state.text));
    }
    return Exit::Success;
}

static Exit ended(const Result<> &result)
{
    if (result)
        return Exit::Success;
    tell(result.error());
    return exitOf(result.error());
}

static Exit setKey(const KeysArguments &arguments)
{
    const auto secret = readSecret(Words::tr("Key \"%1\": ").arg(text(arguments.name)));
    if (!secret)
        return ended(std::unexpected(secret.error()));
    if (secret->isEmpty())
        return ended(fail(ErrorKind::Setup, Words::tr("Nothing was entered; nothing is stored.")));
    return ended(KeychainSecretStore().write(text(arguments.name), *secret));
}

static Exit removeKey(const KeysArguments &arguments)
{
    return ended(KeychainSecretStore().remove(text(arguments.name)));
}

// --- check ---------------------------------------------------------------------------------------

static Result<QList<Target>> targetsOfProject(const KeysArguments &arguments, RunSource &source)
{
    auto project = loadProject(text(arguments.project));
    if (!project)
        return std::unexpected(project.error());
    source = projectSource(*project, false);
    QStringList wanted;
    for (const std::string &slug : arguments.targets)
        wanted.append(text(slug));
    QList<Target> targets;
    for (const Target &target : std::as_const(source.targets)) {
        if (wanted.isEmpty() ? target.provider != "simulator"_L1 : wanted.contains(target.slug))
            targets.append(target);
    }
    for (const QString &slug : std::as_const(wanted)) {
        if (!source.targets.contains(slug))
            return fail(ErrorKind::Setup,
                        Words::tr("There is no target \"%1\". There are: %2.")
                            .arg(slug, QStringList(source.targets.keys()).join(", "_L1)));
    }
    return targets;
}

// Any model shows whether a key is good; without --model the first that is known of the provider.
static Result<QList<Target>> targetOfProvider(const KeysArguments &arguments,
                                              const RunSource &source)
{
    auto target = targetOf(arguments.call, {});
    if (!target)
        return std::unexpected(target.error());
    const Provider *provider = findProvider(source.providers, target->provider);
    if (target->model.isEmpty() && provider && !provider->models.isEmpty())
        target->model = target->slug = provider->models.first();
    if (target->model.isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("Name a model of %1 with --model.").arg(target->provider),
                    u"usage"_s);
    return QList {*target};
}

static void printReport(const Target &target, const CheckReport &report, bool json)
{
    if (!json) {
        print(u"%1 %2 %3\n"_s.arg(displayName(target), -24)
                  .arg(report.ok ? Words::tr("ready") : Words::tr("fails"), -8)
                  .arg(report.words));
        return;
    }
    print(toBytes(jsonObject({{"target", toJson(target.slug)},
                              {"provider", toJson(target.provider)},
                              {"model", toJson(target.model)},
                              {"ok", Json(report.ok)},
                              {"words", toJson(report.words)},
                              {"cost", toJson(report.cost)},
                              {"tookMs", Json(qint64(report.took.count()))},
                              {"error", report.error ? toJson(*report.error) : Json::null()}}))
          + "\n");
}

static Exit checkKeys(const KeysArguments &arguments)
{
    RunSource source = builtinSource(false);
    const auto targets = arguments.call.provider.empty() ? targetsOfProject(arguments, source)
                                                         : targetOfProvider(arguments, source);
    if (!targets)
        return ended(std::unexpected(targets.error()));
    if (auto applied = applyNetwork(arguments.network, source); !applied)
        return ended(applied);

    Asking asking;
    Exit worst = Exit::Success;
    for (const Target &target : *targets) {
        const auto prepared = prepareTarget(source.targets.value(target.slug, target), {}, source);
        const CheckReport report = prepared ? Asking::await(asking.engine().check(*prepared))
                                            : checkReport(prepared.error());
        printReport(target, report, arguments.json);
        if (report.error && worst != Exit::Setup)
            worst = exitOf(*report.error) == Exit::Setup ? Exit::Setup : Exit::Failed;
    }
    return worst;
}

void addKeysCommand(CLI::App &app, Action &action)
{
    const auto help = [](const QString &words) { return words.toStdString(); };
    auto arguments = std::make_shared<KeysArguments>();
    auto *command
        = app.add_subcommand("keys", help(Words::tr("Keys: list, store, remove and check them")));
    command->require_subcommand(1);

    auto *list = command->add_subcommand(
        "list", help(Words::tr("Where the key of each provider is found")));
    list->add_flag("--json", arguments->json, help(Words::tr("One JSON object per line")));
    list->callback([&action, arguments] { action = [arguments] { return listKeys(*arguments); }; });

    auto *set = command->add_subcommand(
        "set",
        help(Words::tr("Store a key in the keychain, read from the terminal or standard input")));
    set->add_option("NAME", arguments->name, help(Words::tr("The entry's name")))->required();
    set->callback([&action, arguments] { action = [arguments] { return setKey(*arguments); }; });

    auto *remove
        = command->add_subcommand("remove", help(Words::tr("Remove a key from the keychain")));
    remove->add_option("NAME", arguments->name, help(Words::tr("The entry's name")))->required();
    remove->callback(
        [&action, arguments] { action = [arguments] { return removeKey(*arguments); }; });

    auto *check = command->add_subcommand(
        "check",
        help(Words::tr("Ask each target one short question: does it work, what did it "
                       "cost")));
    arguments->project = ".";
    auto *project = check->add_option("PROJECT", arguments->project,
                                      help(Words::tr("The project's folder (default: here)")));
    check
        ->add_option("--target", arguments->targets,
                     help(Words::tr("Only this target (repeatable)")))
        ->allow_extra_args(false);
    addTargetOptions(*check, arguments->call);
    check->get_option("--provider")->required(false)->excludes(project);
    addNetworkOptions(*check, arguments->network);
    check->add_flag("--json", arguments->json, help(Words::tr("One JSON object per line")));
    check->callback(
        [&action, arguments] { action = [arguments] { return checkKeys(*arguments); }; });
}

} // namespace Antiphon::Cli
