// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calls.h"
#include "commands.h"
#include "terminal.h"

#include <antiphon/core/provider/sigv4.h>
#include <antiphon/core/redact.h>
#include <antiphon/core/words.h>

#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {

/// What would go out first, redacted, and how it came to be.
struct FirstRequest {
    HttpRequest request = {};
    ResolvedCall resolved = {};
    QString target = {};
};

} // namespace

// Nobody is asked for a preview: the answers of other prompts are marked instead.
static CallInputs withMarkedAnswers(const CallSpec &spec)
{
    CallInputs inputs = spec.inputs;
    for (const auto &[field, question] : spec.questions.asKeyValueRange())
        inputs.answers.insert(
            field, Value(Words::tr("<the answer of %1>").arg(question.inputs.prompt.slug)));
    return inputs;
}

static Result<FirstRequest> firstRequest(const CallSpec &spec)
{
    const PreparedTarget *target = &spec.targets.first();
    const CallInputs inputs = withMarkedAnswers(spec);
    AttemptContext context {.started = QDateTime::currentDateTimeUtc(), .seed = spec.seed};
    const auto resolveHere = [&] {
        context.abilities = target->abilities;
        return resolve(inputs, target->target, target->provider, context);
    };
    auto resolved = resolveHere();
    const auto chosen = std::ranges::find_if(spec.targets, [&](const PreparedTarget &other) {
        return resolved && other.target.slug == resolved->target;
    });
    if (chosen != spec.targets.end() && &*chosen != target) {
        target = &*chosen;
        resolved = resolveHere();
    }
    if (!resolved)
        return std::unexpected(resolved.error());
    auto request = target->codec->encode(resolved->request, target->endpoint, target->credentials,
                                         context.started);
    if (!request)
        return std::unexpected(request.error());
    if (auto signature
        = signForAws(*request, target->endpoint, target->credentials, context.started);
        !signature)
        return std::unexpected(signature.error());
    return FirstRequest {.request = redact(*std::move(request), secretsOf(target->credentials)),
                         .resolved = *std::move(resolved),
                         .target = target->target.slug};
}

static Json namesJson(const QMap<QString, QString> &map)
{
    Json json = jsonObject();
    for (const auto &[name, origin] : map.asKeyValueRange())
        json.insert_or_assign(toUtf8(name), toJson(origin));
    return json;
}

// Which layer everything came from (architecture.md 6).
static Json originsJson(const FirstRequest &first)
{
    const ResolvedCall &call = first.resolved;
    Json json = jsonObject({{"parameters", namesJson(call.originOf)},
                            {"variables", namesJson(call.variableFrom)},
                            {"messages", toJson(call.messagesFrom)}});
    const auto put = [&json](std::string_view name, const QString &origin) {
        if (!origin.isEmpty())
            json.insert_or_assign(name, toJson(origin));
    };
    if (!call.request.tools.isEmpty())
        put("tools", call.toolsFrom);
    put("target", call.targetFrom);
    put("retry", call.retryFrom);
    put("schema", call.schemaFrom);
    if (!call.metadata.empty())
        put("metadata", call.metadataFrom);
    return json;
}

static QByteArray originsText(const FirstRequest &first)
{
    const Json json = originsJson(first);
    QByteArray all;
    for (const auto &part : json.object_range()) {
        if (part.value().is_string())
            all += QByteArray::fromStdString(part.key()) + ": " + toText(part.value()).toUtf8()
                + "\n";
        else
            for (const auto &one : part.value().object_range())
                all += QByteArray::fromStdString(part.key() + "." + one.key()) + ": "
                    + toText(one.value()).toUtf8() + "\n";
    }
    return all;
}

static QByteArray asJson(const CallSpec &spec, const FirstRequest &first, bool origins)
{
    const HttpRequest &request = first.request;
    Json headers = jsonObject();
    for (const HttpHeader &header : request.headers)
        headers.insert_or_assign(header.name.toLower().toStdString(),
                                 toJson(QString::fromUtf8(header.value)));
    auto body = parseJson(request.body, 1024);
    Json json = jsonObject(
        {{"target",
          toJson(first.target.isEmpty() ? spec.targets.first().target.slug : first.target)},
         {"method", Json(request.method.toStdString())},
         {"url", Json(request.url.toEncoded().toStdString())},
         {"headers", std::move(headers)},
         {"body", body ? *std::move(body) : toJson(QString::fromUtf8(request.body))}});
    if (origins)
        json.insert_or_assign("origins", originsJson(first));
    return toBytes(json) + "\n";
}

static QByteArray asHttp(const HttpRequest &request)
{
    QByteArray all = request.method + " " + request.url.toEncoded() + "\n";
    for (const HttpHeader &header : request.headers)
        all += header.name + ": " + header.value + "\n";
    const auto body = parseJson(request.body, 1024);
    return all + "\n" + (body ? toPretty(*body) : request.body + "\n");
}

static Exit printRequests(const Result<QList<CallSpec>> &specs, const RunOptions &options,
                          bool origins)
{
    if (!specs) {
        tell(specs.error());
        return exitOf(specs.error());
    }
    QByteArray all;
    for (const CallSpec &spec : *specs) {
        const auto request = firstRequest(spec);
        if (!request) {
            tell(u"antiphon-cli: %1: %2\n"_s.arg(spec.targets.first().target.slug,
                                                 request.error().message));
            return exitOf(request.error());
        }
        for (const QString &line : request->resolved.console)
            tell(u"console: %1\n"_s.arg(line));
        for (const QString &warning : request->resolved.warnings)
            tell(Words::tr("%1: warning: %2\n").arg(spec.targets.first().target.slug, warning));
        if (options.json) {
            all += asJson(spec, *request, origins);
            continue;
        }
        if (specs->size() > 1)
            all += "### " + spec.targets.first().target.slug.toUtf8() + "\n";
        all += asHttp(request->request);
        if (origins)
            all += "\n" + originsText(*request);
        all += specs->size() > 1 ? "\n" : "";
    }
    if (auto written = writeResult(text(options.out), all); !written) {
        tell(written.error());
        return exitOf(written.error());
    }
    return Exit::Success;
}

static Exit requestOf(const std::string &folder, const CallOptions &call, const RunOptions &options,
                      bool origins)
{
    if (!call.provider.empty())
        return printRequests(singleCall(call, options), options, origins);
    auto project = loadProject(text(folder));
    if (!project) {
        tell(project.error());
        return exitOf(project.error());
    }
    return printRequests(projectCalls(*project, options), options, origins);
}

void addRequestCommand(CLI::App &app, Action &action)
{
    struct Arguments {
        std::string project = ".";
        CallOptions call;
        RunOptions run;
        bool origins = false;
    };
    auto arguments = std::make_shared<Arguments>();
    auto *command = app.add_subcommand(
        "request",
        Words::tr("Print the request that `run` or `call` would send; send nothing").toStdString());
    auto *project = command->add_option("PROJECT", arguments->project,
                                        Words::tr("The project's folder").toStdString());
    command
        ->add_option("--target", arguments->run.targets,
                     Words::tr("Only this target (repeatable)").toStdString())
        ->allow_extra_args(false);
    command->add_option("--prompt", arguments->run.prompt,
                        Words::tr("The prompt (default: the first)").toStdString());
    command->add_option("--variant", arguments->run.variant,
                        Words::tr("A variant of the prompt").toStdString());
    command->add_option("--inputs", arguments->run.inputs, Words::tr("An input set").toStdString());
    addCallOptions(*command, arguments->call);
    command->get_option("--provider")->required(false)->excludes(project);
    addRunOptions(*command, arguments->run);
    command->add_flag("--origins", arguments->origins,
                      Words::tr("Say which layer each value comes from").toStdString());
    command->callback([&action, arguments] {
        action = [arguments] {
            return requestOf(arguments->project, arguments->call, arguments->run,
                             arguments->origins);
        };
    });
}

} // namespace Antiphon::Cli
