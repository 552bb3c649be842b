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
    Q_DECLARE_TR_FUNCTIONS(pricescommand)
};
} // namespace

static Json priceJson(const PriceRow &row)
{
    const auto number
        = [](const std::optional<double> &value) { return value ? Json(*value) : Json::null(); };
    const Price &price = row.price;
    return jsonObject(
        {{"provider", toJson(row.provider)},
         {"model", toJson(row.model)},
         {"variant", toJson(row.variant)},
         {"validFrom",
          row.validFrom.isValid() ? toJson(row.validFrom.toString(Qt::ISODate)) : Json::null()},
         {"validUntil",
          row.validUntil.isValid() ? toJson(row.validUntil.toString(Qt::ISODate)) : Json::null()},
         {"input", number(price.input)},
         {"cachedInput", number(price.cachedInput)},
         {"cacheWrite", number(price.cacheWrite)},
         {"cacheWriteLong", number(price.cacheWriteLong)},
         {"audioInput", number(price.audioInput)},
         {"output", number(price.output)},
         {"audioOutput", number(price.audioOutput)},
         {"imageOutput", number(price.imageOutput)},
         {"tierAbove", price.tierAbove ? Json(*price.tierAbove) : Json::null()},
         {"tierInput", number(price.tierInput)},
         {"tierOutput", number(price.tierOutput)},
         {"confidence", toJson(row.confidence)}});
}

static QString perMillion(const std::optional<double> &usd)
{
    return usd ? QString::number(*usd, 'g', 6) : u"-"_s;
}

static bool isWanted(const PriceRow &row, const QString &provider, const QString &model)
{
    return (provider.isEmpty() || row.provider == provider)
        && row.model.contains(model, Qt::CaseInsensitive);
}

struct PricesArguments {
    std::string provider;
    std::string model;
    bool json = false;
};

static Result<QString> providerId(const std::string &given)
{
    if (given.empty())
        return QString();
    const Provider *provider = findProvider(builtinProviders(), text(given));
    if (provider)
        return provider->id;
    const auto &rows = builtinPrices().rows;
    if (std::ranges::contains(rows, text(given), &PriceRow::provider))
        return text(given); // priced, though not spoken to by this version
    return fail(
        ErrorKind::Setup,
        Words::tr("There is no provider \"%1\"; see `antiphon-cli providers`.").arg(text(given)));
}

static Exit printPrices(const PricesArguments &arguments)
{
    const auto provider = providerId(arguments.provider);
    if (!provider) {
        tell(provider.error());
        return exitOf(provider.error());
    }
    const PriceTable &table = builtinPrices();
    if (!arguments.json)
        print(Words::tr("USD per million tokens, as read on %1; prices change.\n")
                  .arg(table.asOf.toString(Qt::ISODate))
              + u"%1 %2 %3 %4 %5\n"_s.arg(Words::tr("provider"), -12)
                    .arg(Words::tr("model"), -44)
                    .arg(Words::tr("input"), 9)
                    .arg(Words::tr("cached"), 9)
                    .arg(Words::tr("output"), 9));
    for (const PriceRow &row : table.rows) {
        if (!isWanted(row, *provider, text(arguments.model)))
            continue;
        if (arguments.json) {
            print(toBytes(priceJson(row)) + "\n");
            continue;
        }
        QString line = u"%1 %2 %3 %4 %5"_s.arg(row.provider, -12)
                           .arg(row.model, -44)
                           .arg(perMillion(row.price.input), 9)
                           .arg(perMillion(row.price.cachedInput), 9)
                           .arg(perMillion(row.price.output), 9);
        if (row.variant != "standard"_L1)
            line += u"  "_s + row.variant;
        if (row.validFrom.isValid())
            line += Words::tr("  from %1").arg(row.validFrom.toString(Qt::ISODate));
        if (row.validUntil.isValid())
            line += Words::tr("  until %1").arg(row.validUntil.toString(Qt::ISODate));
        if (row.confidence == "low"_L1)
            line += Words::tr("  unverified");
        print(line + u'\n');
    }
    return Exit::Success;
}

void addPricesCommand(CLI::App &app, Action &action)
{
    auto arguments = std::make_shared<PricesArguments>();
    auto *command = app.add_subcommand("prices", Words::tr("The dated price table").toStdString());
    command->add_option("MODEL", arguments->model,
                        Words::tr("Only models whose name contains this").toStdString());
    command->add_option("--provider", arguments->provider,
                        Words::tr("Only this provider").toStdString());
    command->add_flag("--json", arguments->json,
                      Words::tr("One JSON object per line").toStdString());
    command->callback(
        [&action, arguments] { action = [arguments] { return printPrices(*arguments); }; });
}

} // namespace Antiphon::Cli
