// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "options.h"
#include "terminal.h"

#include <antiphon/core/words.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/userprices.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

static Json factorsJson(const QList<PriceFactor> &factors)
{
    Json list = jsonArray();
    for (const PriceFactor &factor : factors)
        list.push_back(jsonObject({{factor.tier.isEmpty() ? "region" : "tier",
                                    toJson(factor.tier.isEmpty() ? factor.region : factor.tier)},
                                   {"times", Json(factor.times)}}));
    return list;
}

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
         {"factors", factorsJson(price.factors)},
         {"confidence", toJson(row.confidence)},
         {"source", toJson(row.source)}});
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
    std::string project;
    bool json = false;
};

struct ImportArguments {
    std::string file;
    std::string project;
    std::string day;
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
    QList<Error> problems;
    const PriceTable table = knownPrices(text(arguments.project), problems);
    for (const Error &problem : std::as_const(problems))
        tell(problem);
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

static Exit importList(const ImportArguments &arguments)
{
    const QDate day = arguments.day.empty() ? QDateTime::currentDateTimeUtc().date()
                                            : QDate::fromString(text(arguments.day), Qt::ISODate);
    if (!day.isValid()) {
        const auto error
            = fail(ErrorKind::Setup, Words::tr("--as-of must be a day as in 2026-11-21.")).error();
        tell(error);
        return Exit::Usage;
    }
    const QString file
        = arguments.project.empty() ? userPricesFile() : projectPricesFile(text(arguments.project));
    const auto done = importPrices(text(arguments.file), file, day);
    if (!done) {
        tell(done.error());
        return exitOf(done.error());
    }
    print(Words::tr("%1 prices are kept in %2; they go before the bundled ones. Left out: %3 "
                    "entries that are no chat models or of unknown providers.\n")
              .arg(QString::number(done->rows), done->file, QString::number(done->skipped)));
    return Exit::Success;
}

static void addImport(CLI::App &prices, Action &action)
{
    auto arguments = std::make_shared<ImportArguments>();
    auto *command = prices.add_subcommand(
        "import", Words::tr("Keep a price list in LiteLLM's format; its prices win").toStdString());
    command->add_option("FILE", arguments->file, Words::tr("The list").toStdString())->required();
    command->add_option("--project", arguments->project,
                        Words::tr("Keep it in this project, not for all").toStdString());
    command->add_option("--as-of", arguments->day,
                        Words::tr("The day of the list; else today").toStdString());
    command->callback(
        [&action, arguments] { action = [arguments] { return importList(*arguments); }; });
}

void addPricesCommand(CLI::App &app, Action &action)
{
    auto arguments = std::make_shared<PricesArguments>();
    auto *command = app.add_subcommand("prices", Words::tr("The dated price table").toStdString());
    command->add_option("MODEL", arguments->model,
                        Words::tr("Only models whose name contains this").toStdString());
    command->add_option("--provider", arguments->provider,
                        Words::tr("Only this provider").toStdString());
    command->add_option("--project", arguments->project,
                        Words::tr("With the prices of this project").toStdString());
    command->add_flag("--json", arguments->json,
                      Words::tr("One JSON object per line").toStdString());
    addImport(*command, action);
    command->callback([&action, arguments, command] {
        if (command->get_subcommands().empty())
            action = [arguments] { return printPrices(*arguments); };
    });
}

} // namespace Antiphon::Cli
