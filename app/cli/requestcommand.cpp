// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calls.h"
#include "commands.h"
#include "terminal.h"

#include <antiphon/core/redact.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(requestcommand)
};
} // namespace

// The first request of \p spec as it would go out, redacted.
static Result<HttpRequest> firstRequest(const CallSpec &spec, QStringList &warnings)
{
    const PreparedTarget &target = spec.targets.first();
    auto resolved = resolve(spec.inputs, target.target, target.provider);
    if (!resolved)
        return std::unexpected(resolved.error());
    warnings = resolved->warnings;
    auto request = target.codec->encode(resolved->request, target.endpoint, target.credentials,
                                        QDateTime::currentDateTimeUtc());
    if (!request)
        return std::unexpected(request.error());
    return redact(*std::move(request), secretsOf(target.credentials));
}

static QByteArray asJson(const CallSpec &spec, const HttpRequest &request)
{
    Json headers = jsonObject();
    for (const HttpHeader &header : request.headers)
        headers.insert_or_assign(header.name.toLower().toStdString(),
                                 toJson(QString::fromUtf8(header.value)));
    auto body = parseJson(request.body, 1024);
    return toBytes(jsonObject(
               {{"target", toJson(spec.targets.first().target.slug)},
                {"method", Json(request.method.toStdString())},
                {"url", Json(request.url.toEncoded().toStdString())},
                {"headers", std::move(headers)},
                {"body", body ? *std::move(body) : toJson(QString::fromUtf8(request.body))}}))
        + "\n";
}

static QByteArray asHttp(const HttpRequest &request)
{
    QByteArray all = request.method + " " + request.url.toEncoded() + "\n";
    for (const HttpHeader &header : request.headers)
        all += header.name + ": " + header.value + "\n";
    const auto body = parseJson(request.body, 1024);
    return all + "\n" + (body ? toPretty(*body) : request.body + "\n");
}

static Exit printRequests(const Result<QList<CallSpec>> &specs, const RunOptions &options)
{
    if (!specs) {
        tell(specs.error());
        return exitOf(specs.error());
    }
    QByteArray all;
    for (const CallSpec &spec : *specs) {
        QStringList warnings;
        const auto request = firstRequest(spec, warnings);
        if (!request) {
            tell(u"antiphon-cli: %1: %2\n"_s.arg(spec.targets.first().target.slug,
                                                 request.error().message));
            return exitOf(request.error());
        }
        for (const QString &warning : std::as_const(warnings))
            tell(Words::tr("%1: warning: %2\n").arg(spec.targets.first().target.slug, warning));
        if (options.json) {
            all += asJson(spec, *request);
            continue;
        }
        if (specs->size() > 1)
            all += "### " + spec.targets.first().target.slug.toUtf8() + "\n";
        all += asHttp(*request) + (specs->size() > 1 ? "\n" : "");
    }
    if (auto written = writeResult(text(options.out), all); !written) {
        tell(written.error());
        return exitOf(written.error());
    }
    return Exit::Success;
}

static Exit requestOf(const std::string &folder, const CallOptions &call, const RunOptions &options)
{
    if (!call.provider.empty())
        return printRequests(singleCall(call, options), options);
    auto project = loadProject(text(folder));
    if (!project) {
        tell(project.error());
        return exitOf(project.error());
    }
    return printRequests(projectCalls(*project, options), options);
}

void addRequestCommand(CLI::App &app, Action &action)
{
    struct Arguments {
        std::string project = ".";
        CallOptions call;
        RunOptions run;
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
    command->callback([&action, arguments] {
        action = [arguments] {
            return requestOf(arguments->project, arguments->call, arguments->run);
        };
    });
}

} // namespace Antiphon::Cli
