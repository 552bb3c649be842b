// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "options.h"
#include "terminal.h"

#include <antiphon/core/retry/plan.h>
#include <antiphon/core/retry/presets.h>
#include <antiphon/core/words.h>

#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {

struct RetryPlanArguments {
    bool list = false;
    std::string policy;
    std::string outcomes;
    uint64_t seed = 0;
    bool json = false;
    bool ranges = false;
};

Result<RetryPolicy> policyOf(const RetryPlanArguments &arguments)
{
    if (arguments.policy.empty())
        return defaultPolicy();
    if (auto known = policyByName(text(arguments.policy));
        known && !QFileInfo::exists(text(arguments.policy)))
        return *std::move(known);
    auto json = readJson(text(arguments.policy));
    if (!json)
        return std::unexpected(json.error());
    auto policy = policyFromJson(*json);
    if (!policy)
        return fail(ErrorKind::Setup,
                    u"%1: %2"_s.arg(text(arguments.policy), policy.error().message));
    return policy;
}

QString planText(const RetryPlan &plan)
{
    QString all;
    for (qsizetype i = 0; i < plan.why.size(); ++i) {
        all += u"#%1 %2"_s.arg(i + 1).arg(plan.why[i]);
        if (i < plan.waits.size()) {
            const WaitDrawn &wait = plan.waits[i];
            if (wait.min < wait.max)
                all += Words::tr("  (between %1 and %2 s)").arg(wait.min).arg(wait.max);
        }
        all += u'\n';
    }
    return all + Words::tr("%n attempts", nullptr, plan.attempts)
        + Words::tr(", %1 s in all\n").arg(plan.elapsedSeconds);
}

Exit printPresets(bool asJson)
{
    if (!asJson) {
        for (const RetryPreset &preset : retryPresets())
            print(u"%1  %2: %3\n"_s.arg(preset.id.leftJustified(20), preset.name, preset.about));
        return Exit::Success;
    }
    for (const RetryPreset &preset : retryPresets())
        print(toBytes(jsonObject({{"id", toJson(QStringView(preset.id))},
                                  {"name", toJson(QStringView(preset.name))},
                                  {"about", toJson(QStringView(preset.about))},
                                  {"policy", toJson(preset.policy)}}))
              + "\n");
    return Exit::Success;
}

Exit printPlan(const RetryPlanArguments &arguments)
{
    if (arguments.list)
        return printPresets(arguments.json);
    if (arguments.outcomes.empty()) {
        tell(Words::tr("antiphon-cli: retry-plan: give --outcomes FILE, or --list.\n"));
        return Exit::Usage;
    }
    const auto policy = policyOf(arguments);
    const auto json = readJson(text(arguments.outcomes));
    if (!policy || !json) {
        const Error &error = policy ? json.error() : policy.error();
        tell(error);
        return exitOf(error);
    }
    const auto outcomes = plannedOutcomesFromJson(*json);
    if (!outcomes) {
        tell(u"antiphon-cli: %1: %2\n"_s.arg(text(arguments.outcomes), outcomes.error().message));
        return exitOf(outcomes.error());
    }
    const RetryPlan plan = planRetries(*policy, *outcomes, arguments.seed);
    for (const QString &warning : plan.warnings)
        tell(Words::tr("warning: %1\n").arg(warning));
    if (arguments.json)
        print(toBytes(toJson(plan, arguments.ranges)) + "\n");
    else
        print(planText(plan));
    return Exit::Success;
}

} // namespace

void addRetryPlanCommand(CLI::App &app, Action &action)
{
    auto arguments = std::make_shared<RetryPlanArguments>();
    auto *command = app.add_subcommand(
        "retry-plan",
        Words::tr("Play a retry policy against outcomes, in virtual time").toStdString());
    command->add_option("--policy", arguments->policy,
                        Words::tr("A retry/1 file, a number of attempts in all, or a built-in "
                                  "policy (see --list); default: the built-in one")
                            .toStdString());
    command->add_option("--outcomes", arguments->outcomes,
                        Words::tr("A JSON list of outcomes; the last one repeats").toStdString());
    command->add_flag("--list", arguments->list,
                      Words::tr("What policies have a name of their own: those of official SDKs, "
                                "Mirascope, tenacity")
                          .toStdString());
    command->add_option("--seed", arguments->seed, Words::tr("Seed of the draws").toStdString());
    command->add_flag("--json", arguments->json, Words::tr("The plan as JSON").toStdString());
    command->add_flag("--ranges", arguments->ranges,
                      Words::tr("Each wait with its range").toStdString());
    command->callback(
        [&action, arguments] { action = [arguments] { return printPlan(*arguments); }; });
}

} // namespace Antiphon::Cli
