// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "options.h"

#include <antiphon/core/words.h>

#include "terminal.h"

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

static std::string help(const QString &text)
{
    return text.toStdString();
}

void addVariableOptions(CLI::App &app, RunOptions &o)
{
    app.add_option("--var", o.variables,
                   help(Words::tr("A variable: NAME=VALUE, NAME=@FILE or NAME:=JSON (repeatable)")))
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    app.add_option("--vars", o.variablesFile, help(Words::tr("A JSON file with variables by name")))
        ->type_name("FILE");
}

void addRunOptions(CLI::App &app, RunOptions &o)
{
    addVariableOptions(app, o);
    app.add_option("--param", o.parameters,
                   help(Words::tr("A parameter over all others: NAME=VALUE (repeatable)")))
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    app.add_option("--repeat", o.repeat, help(Words::tr("Run each call so many times")))
        ->check(CLI::Range(1, 1000));
    app.add_flag("--no-stream", o.noStream, help(Words::tr("Ask for whole answers")));
    app.add_option("--tool-steps", o.toolSteps,
                   help(Words::tr("So often tools may answer in one call (default: 8)")))
        ->check(CLI::Range(1, 100));
    app.add_flag("--allow-commands", o.allowCommands,
                 help(Words::tr("Tools that are commands may run without being asked for")));
    app.add_option("--retry", o.retry,
                   help(Words::tr("A retry policy: slug, file, or a number of attempts in all")))
        ->type_name("SLUG|FILE|N");
    app.add_flag("--no-retry", o.noRetry, help(Words::tr("One attempt, whatever the policy says")));
    app.add_option("--concurrency", o.concurrency, help(Words::tr("Calls in flight at once")))
        ->check(CLI::Range(1, 10000));
    app.add_option("--budget", o.budget,
                   help(Words::tr("US dollars this run may cost: no attempt starts that might go "
                                  "beyond")))
        ->type_name("USD")
        ->check(CLI::Range(0.0, 1e6));
    app.add_flag("--simulate", o.simulate,
                 help(Words::tr("Every target is answered by the simulator")));
    app.add_option("--seed", o.seed, help(Words::tr("Seed of the waits between attempts")));
    app.add_flag("--json", o.json,
                 help(Words::tr("One JSON object for each finished call, one per line")));
    app.add_option("--format", o.format, help(Words::tr("text, table or markdown")))
        ->check(CLI::IsMember({"text", "table", "markdown"}));
    app.add_option("--out", o.out, help(Words::tr("Write the results into a file")))
        ->type_name("FILE");
    app.add_flag("--with-requests", o.withRequests,
                 help(Words::tr("Attempts carry what was sent and received, redacted")));
    auto *record = app.add_option("--record", o.record,
                                  help(Words::tr("Write every exchange into this folder")))
                       ->type_name("DIR");
    app.add_option("--replay", o.replay,
                   help(Words::tr("Answer from recorded exchanges, without the network")))
        ->type_name("DIR")
        ->excludes(record);
    app.add_option("--speed", o.speed,
                   help(Words::tr("Pace of a replay: 1 as recorded, 0 without delays")))
        ->check(CLI::NonNegativeNumber);
    app.add_option("--timeout-total", o.timeoutTotal, help(Words::tr("Seconds for one attempt")))
        ->check(CLI::PositiveNumber);
    app.add_option("--timeout-first-token", o.timeoutFirstToken,
                   help(Words::tr("Seconds until the first text")))
        ->check(CLI::PositiveNumber);
    app.add_option("--timeout-idle", o.timeoutIdle, help(Words::tr("Seconds without a byte")))
        ->check(CLI::PositiveNumber);
    app.add_option("--timeout-connect", o.timeoutConnect, help(Words::tr("Seconds to connect")))
        ->check(CLI::PositiveNumber);
    addNetworkOptions(app, o.network);
}

void addTargetOptions(CLI::App &app, CallOptions &o)
{
    app.add_option("--provider", o.provider,
                   help(Words::tr("Provider id, see `antiphon-cli providers`")))
        ->required();
    app.add_option("--api", o.api, help(Words::tr("Which of the provider's apis")));
    app.add_option("--endpoint", o.endpoint,
                   help(Words::tr("A part of the address: NAME=VALUE (repeatable)")))
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    app.add_option("--model", o.model, help(Words::tr("Model, as the provider names it")));
    app.add_option("--base-url", o.baseUrl,
                   help(Words::tr("Another server that speaks the provider's format")))
        ->type_name("URL");
    auto *variable = app.add_option("--key-env", o.keyEnv,
                                    help(Words::tr("Environment variable with the key")))
                         ->type_name("NAME");
    app.add_option("--keychain", o.keychain,
                   help(Words::tr("Entry of the keychain with the key, see `keys set`")))
        ->type_name("NAME")
        ->excludes(variable);
    app.add_option("--header", o.headers,
                   help(Words::tr("An extra header: NAME:VALUE (repeatable)")))
        ->type_name("NAME:VALUE")
        ->allow_extra_args(false);
}

void addCallOptions(CLI::App &app, CallOptions &o)
{
    addTargetOptions(app, o);
    app.add_option("--system", o.system, help(Words::tr("System message")))->type_name("TEXT");
    auto *message
        = app.add_option("--message", o.message, help(Words::tr("User message, sent as it is")))
              ->type_name("TEXT");
    auto *source = app.add_option("--template", o.templateFile,
                                  help(Words::tr("Prompt template (- for standard input)")))
                       ->type_name("FILE")
                       ->excludes(message);
    app.add_option("--messages", o.messagesFile, help(Words::tr("A JSON list of messages")))
        ->type_name("FILE")
        ->excludes(message)
        ->excludes(source);
    app.add_option("--script", o.scriptFile,
                   help(Words::tr("A dynamic.js that configures the call")))
        ->type_name("FILE");
    app.add_option("--image", o.images,
                   help(Words::tr("An image for the user message (repeatable)")))
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--audio", o.audio,
                   help(Words::tr("A recording for the user message (repeatable)")))
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--document", o.documents,
                   help(Words::tr("A PDF for the user message (repeatable)")))
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--schema", o.schema,
                   help(Words::tr("The JSON Schema of the value the answer is to give")))
        ->type_name("FILE");
    app.add_option("--mode", o.mode,
                   help(Words::tr("How the value is asked for (default: what the target does "
                                  "best)")))
        ->check(CLI::IsMember({"auto", "tool", "json", "strict"}));
    app.add_option("--tool", o.tools,
                   help(Words::tr("A tool the model may call: a .tool.json of a project, or as "
                                  "OpenAI writes tools (repeatable)")))
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--tool-choice", o.toolChoice,
                   help(Words::tr("auto, none, required, or the name of the tool to call first")));
}

static std::unexpected<Error> wrong(const QString &message)
{
    return fail(ErrorKind::Setup, message, u"usage"_s);
}

static Result<> addVariable(const QString &argument, Variables &into)
{
    const qsizetype equals = argument.indexOf(u'=');
    if (equals < 1)
        return wrong(
            Words::tr("--var %1: write NAME=VALUE, NAME=@FILE or NAME:=JSON.").arg(argument));
    const QString value = argument.sliced(equals + 1);
    if (argument[equals - 1] == u':') {
        const QString name = argument.first(equals - 1);
        auto json = parseJson(value.toUtf8());
        if (!json)
            return std::unexpected(json.error().toError(u"--var %1"_s.arg(name)));
        into.insert(name, *std::move(json));
        return {};
    }
    const QString name = argument.first(equals);
    if (!value.startsWith(u'@')) {
        into.insert(name, value);
        return {};
    }
    auto bytes = readFile(value.sliced(1));
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->isValidUtf8())
        into.insert(name, QString::fromUtf8(*bytes));
    else
        into.insert(name, *bytes);
    return {};
}

Result<Variables> variablesOf(const RunOptions &options)
{
    Variables variables;
    if (!options.variablesFile.empty()) {
        const QString path = text(options.variablesFile);
        auto json = readJson(path);
        if (!json)
            return std::unexpected(json.error());
        if (!json->is_object())
            return wrong(Words::tr("%1 must hold one JSON object of names and values.").arg(path));
        for (const auto &member : json->object_range())
            variables.insert(fromUtf8(member.key()), member.value());
    }
    for (const std::string &argument : options.variables) {
        if (auto added = addVariable(text(argument), variables); !added)
            return std::unexpected(added.error());
    }
    return variables;
}

Result<Parameters> parametersOf(const RunOptions &options)
{
    Json all = jsonObject();
    for (const std::string &argument : options.parameters) {
        const size_t equals = argument.find('=');
        if (equals == std::string::npos || equals == 0)
            return wrong(Words::tr("--param %1: write NAME=VALUE.").arg(text(argument)));
        const std::string value = argument.substr(equals + 1);
        auto json = parseJson(QByteArray::fromStdString(value));
        all.insert_or_assign(argument.substr(0, equals), json ? *json : Json(value));
    }
    return parametersFromJson(all);
}

Json timeoutOf(const RunOptions &options)
{
    Json timeout = jsonObject();
    const auto put = [&timeout](std::string_view name, const std::optional<double> &seconds) {
        if (seconds)
            timeout.insert_or_assign(name, *seconds);
    };
    put("connect", options.timeoutConnect);
    put("firstToken", options.timeoutFirstToken);
    put("idle", options.timeoutIdle);
    put("total", options.timeoutTotal);
    return timeout;
}

} // namespace Antiphon::Cli
