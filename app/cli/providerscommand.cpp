// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "options.h"
#include "terminal.h"

#include <antiphon/store/builtin.h>

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(providerscommand)
};
} // namespace

static Json textList(const QStringList &items)
{
    Json list = jsonArray();
    for (const QString &item : items)
        list.push_back(toJson(item));
    return list;
}

static Json providerJson(const Provider &provider)
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
                       {"keyOptional", Json(provider.keyOptional)}});
}

// Whether a key lies where the provider's variables say; the keychain is asked only for named keys.
static QString keyState(const Provider &provider)
{
    for (const QString &name : provider.env) {
        if (qEnvironmentVariableIsSet(qPrintable(name)))
            return Words::tr("key in %1").arg(name);
    }
    if (provider.keyOptional || provider.env.isEmpty())
        return Words::tr("no key needed");
    return Words::tr("no key: set %1").arg(provider.env.first());
}

static Exit printProviders(bool json)
{
    for (const Provider &provider : builtinProviders()) {
        if (json) {
            print(toBytes(providerJson(provider)) + "\n");
            continue;
        }
        QStringList apis;
        for (const ProviderApi &api : provider.apis)
            apis.append(api.name);
        print(u"%1 %2 %3 %4\n"_s.arg(provider.id, -18)
                  .arg(provider.name, -22)
                  .arg(apis.join(u", "_s), -34)
                  .arg(keyState(provider)));
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
