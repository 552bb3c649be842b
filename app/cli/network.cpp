// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "network.h"

#include <antiphon/core/words.h>

#include <QDir>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

void addNetworkOptions(CLI::App &app, NetworkArguments &arguments)
{
    const auto help = [](const QString &text) { return text.toStdString(); };
    app.add_option("--proxy", arguments.proxy,
                   help(Words::tr("none, system, http://host:port or socks5://host:port")))
        ->type_name("URL");
    app.add_option("--proxy-password-env", arguments.proxyPasswordEnv,
                   help(Words::tr("Environment variable with the proxy's password")))
        ->type_name("NAME");
    app.add_option("--ca-file", arguments.caFile,
                   help(Words::tr("PEM file of authorities to trust beside the system's")))
        ->type_name("FILE");
    app.add_option("--client-certificate", arguments.certificate,
                   help(Words::tr("PEM file of the certificate to show")))
        ->type_name("FILE");
    app.add_option("--client-key", arguments.key,
                   help(Words::tr("PEM file of its private key, if not in the same file")))
        ->type_name("FILE");
}

// Relative to where the command was started, not to a project.
static QString full(const std::string &path)
{
    return path.empty() ? QString()
                        : QDir::current().absoluteFilePath(QString::fromStdString(path));
}

static Result<NetworkSettings> networkOf(const NetworkArguments &arguments)
{
    NetworkSettings settings {.caFile = full(arguments.caFile),
                              .certificateFile = full(arguments.certificate),
                              .keyFile = full(arguments.key)};
    if (arguments.proxy.empty())
        return settings;
    auto proxy = proxyFromText(QString::fromStdString(arguments.proxy));
    if (!proxy)
        return fail(ErrorKind::Setup, u"--proxy: "_s + proxy.error().message, u"usage"_s);
    settings.proxy = *std::move(proxy);
    if (!arguments.proxyPasswordEnv.empty())
        settings.proxy->password = {.from = KeyReference::From::Variable,
                                    .name = QString::fromStdString(arguments.proxyPasswordEnv)};
    return settings;
}

Result<> applyNetwork(const NetworkArguments &arguments, RunSource &source)
{
    const auto settings = networkOf(arguments);
    if (!settings)
        return std::unexpected(settings.error());
    source.network = merged(source.network, *settings);
    for (Target &target : source.targets)
        target.network = merged(target.network, *settings);
    return {};
}

} // namespace Antiphon::Cli
