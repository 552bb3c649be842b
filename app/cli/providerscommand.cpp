// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "options.h"
#include "terminal.h"

#include <antiphon/core/words.h>
#include <antiphon/net/prepare.h>
#include <antiphon/store/builtin.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

static Json textList(const QStringList &items)
{
    Json list = jsonArray();
    for (const QString &item : items)
        list.push_back(toJson(item));
    return list;
}

/// Whether a target of the provider could be asked as things are, and what is missing if not.
struct Readiness {
    QString state = {}; ///< In a few words.
    QString remedy = {}; ///< Empty: nothing is missing.
};

// What a target with nothing but a provider and a model finds: its key, region, resource. The
// keychain is asked only for named keys.
static Readiness readinessOf(const Provider &provider)
{
    const auto environment
        = [](const QString &name) { return qEnvironmentVariable(qPrintable(name)); };
    const Target target {.slug = provider.id,
                         .provider = provider.id,
                         .model = provider.models.value(0, u"model"_s)};
    const auto found
        = readiness(target, {.providers = builtinProviders(), .environment = environment});
    if (!found && found.error().code == "no-key"_L1)
        return {Words::tr("no key"), found.error().message};
    if (!found)
        return {Words::tr("not set up"), found.error().message};
    if (std::holds_alternative<std::monostate>(*found))
        return {Words::tr("no key needed")};
    for (const QString &name : provider.env) {
        if (qEnvironmentVariableIsSet(qPrintable(name)))
            return {Words::tr("key in %1").arg(name)};
    }
    return {Words::tr("ready")};
}

static Json providerJson(const Provider &provider, const Readiness &ready)
{
    Json apis = jsonArray();
    for (const ProviderApi &api : provider.apis)
        apis.push_back(jsonObject({{"name", toJson(api.name)},
                                   {"format", toJson(api.codec)},
                                   {"baseUrl", toJson(api.baseUrl)}}));
    return jsonObject({{"id", toJson(provider.id)},
                       {"name", toJson(provider.name)},
                       {"aliases", textList(provider.aliases)},
                       {"apis", std::move(apis)},
                       {"env", textList(provider.env)},
                       {"keyOptional", Json(provider.keyOptional)},
                       {"ready", Json(ready.remedy.isEmpty())},
                       {"remedy", ready.remedy.isEmpty() ? Json::null() : toJson(ready.remedy)}});
}

static Exit printProviders(bool json)
{
    for (const Provider &provider : builtinProviders()) {
        const Readiness ready = readinessOf(provider);
        if (json) {
            print(toBytes(providerJson(provider, ready)) + "\n");
            continue;
        }
        QStringList apis;
        for (const ProviderApi &api : provider.apis)
            apis.append(api.name);
        print(u"%1 %2 %3 %4\n"_s.arg(provider.id, -18)
                  .arg(provider.name, -22)
                  .arg(apis.join(u", "_s), -34)
                  .arg(ready.state));
        if (!ready.remedy.isEmpty())
            print(u"    %1\n"_s.arg(ready.remedy));
    }
    return Exit::Success;
}

void addProvidersCommand(CLI::App &app, Action &action)
{
    auto json = std::make_shared<bool>(false);
    auto *command = app.add_subcommand(
        "providers", Words::tr("The providers, their apis and where keys are found").toStdString());
    command->add_flag("--json", *json, Words::tr("One JSON object per line").toStdString());
    command->callback([&action, json] { action = [json] { return printProviders(*json); }; });
}

} // namespace Antiphon::Cli
