// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

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

struct ModelsArguments {
    CallOptions target;
    NetworkArguments network;
    bool live = false;
    bool json = false;
};

// What is known of a model without asking anybody: suggestions and priced models.
QStringList knownModels(const Provider &provider)
{
    QStringList models = provider.models;
    for (const PriceRow &row : builtinPrices().rows) {
        if (row.provider == provider.id && !models.contains(row.model))
            models.append(row.model);
    }
    return models;
}

void printModel(const Provider &provider, const QString &model, bool json)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const PriceRow *row = findPrice(builtinPrices(), provider.id, model, today);
    const auto number = [](const auto &value) { return value ? Json(*value) : Json::null(); };
    if (json) {
        Json inputs = jsonArray();
        for (const QString &input : row ? row->inputs : QStringList())
            inputs.push_back(toJson(input));
        print(toBytes(jsonObject(
                  {{"provider", toJson(provider.id)},
                   {"model", toJson(model)},
                   {"input", row ? number(row->price.input) : Json::null()},
                   {"output", row ? number(row->price.output) : Json::null()},
                   {"contextWindow", row ? number(row->contextWindow) : Json::null()},
                   {"maxOutputTokens", row ? number(row->maxOutputTokens) : Json::null()},
                   {"inputs", row ? std::move(inputs) : Json::null()},
                   {"tools", row ? Json(row->tools) : Json::null()},
                   {"structuredOutput", row ? Json(row->structuredOutput) : Json::null()},
                   {"reasoning", row ? Json(row->reasoning) : Json::null()}}))
              + "\n");
        return;
    }
    QString line = u"%1 %2"_s.arg(provider.id, -18).arg(model, -44);
    if (row) {
        QStringList abilities = row->inputs;
        if (row->tools)
            abilities.append(Words::tr("tools"));
        if (row->structuredOutput)
            abilities.append(Words::tr("schema"));
        if (row->reasoning)
            abilities.append(Words::tr("reasoning"));
        line += u" $%1/$%2  %3"_s.arg(
            row->price.input ? QString::number(*row->price.input, 'g', 6) : u"?"_s,
            row->price.output ? QString::number(*row->price.output, 'g', 6) : u"?"_s,
            abilities.join(u", "_s));
    }
    print(line.trimmed() + u'\n');
}

// Asks the service itself.
Result<QStringList> liveModels(const ModelsArguments &arguments)
{
    RunSource source = builtinSource(false);
    if (auto applied = applyNetwork(arguments.network, source); !applied)
        return std::unexpected(applied.error());
    const auto target = targetOf(arguments.target, {});
    if (!target)
        return std::unexpected(target.error());
    const auto prepared = prepareTarget(*target, {}, source);
    if (!prepared)
        return std::unexpected(prepared.error());
    Asking asking;
    const auto list = Asking::await(asking.engine().listModels(*prepared));
    if (!list)
        return std::unexpected(list.error());
    return list->models;
}

Exit printModels(const ModelsArguments &arguments)
{
    const auto &providers = builtinProviders();
    const Provider *wanted = nullptr;
    if (!arguments.target.provider.empty()) {
        wanted = findProvider(providers, text(arguments.target.provider));
        if (!wanted) {
            tell(Words::tr(
                     "antiphon-cli: There is no provider \"%1\"; see `antiphon-cli providers`.\n")
                     .arg(text(arguments.target.provider)));
            return Exit::Setup;
        }
    }
    if (!arguments.live) {
        for (const Provider &provider : providers) {
            if (wanted && wanted != &provider)
                continue;
            for (const QString &model : knownModels(provider))
                printModel(provider, model, arguments.json);
        }
        return Exit::Success;
    }
    if (!wanted) {
        tell(Words::tr("antiphon-cli: --live asks one provider: name it with --provider.\n"));
        return Exit::Usage;
    }
    const auto models = liveModels(arguments);
    if (!models) {
        tell(models.error());
        return exitOf(models.error());
    }
    for (const QString &model : *models)
        printModel(*wanted, model, arguments.json);
    return Exit::Success;
}

} // namespace

void addModelsCommand(CLI::App &app, Action &action)
{
    auto arguments = std::make_shared<ModelsArguments>();
    auto *command = app.add_subcommand(
        "models", Words::tr("The models that are known, with abilities and prices").toStdString());
    addTargetOptions(*command, arguments->target);
    command->get_option("--provider")->required(false);
    addNetworkOptions(*command, arguments->network);
    command->add_flag("--live", arguments->live,
                      Words::tr("Ask the provider itself").toStdString());
    command->add_flag("--json", arguments->json,
                      Words::tr("One JSON object per line").toStdString());
    command->callback(
        [&action, arguments] { action = [arguments] { return printModels(*arguments); }; });
}

} // namespace Antiphon::Cli
