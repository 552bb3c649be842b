// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/prepare.h>

#include <CLI/CLI.hpp>

#include <string>

namespace Antiphon::Cli {

/// How connections are made, as typed.
struct NetworkArguments {
    std::string proxy;
    std::string proxyPasswordEnv;
    std::string caFile;
    std::string certificate;
    std::string key;
};

void addNetworkOptions(CLI::App &app, NetworkArguments &arguments);

/// Lays \p arguments over the settings and every target of \p source. A wrong proxy is an error.
[[nodiscard]] Result<> applyNetwork(const NetworkArguments &arguments, RunSource &source);

} // namespace Antiphon::Cli
