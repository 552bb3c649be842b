// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "network.h"

#include <antiphon/core/config/resolve.h>
#include <antiphon/core/prompt/value.h>

#include <CLI/CLI.hpp>

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace Antiphon::Cli {

/// Options shared by `run`, `call` and `request` (cli.md), as typed.
struct RunOptions {
    std::vector<std::string> targets;
    std::string prompt;
    std::string variant;
    std::vector<std::string> variables;
    std::string variablesFile;
    std::string inputs;
    std::vector<std::string> parameters;
    int repeat = 1;
    bool noStream = false;
    std::optional<int> toolSteps;
    bool allowCommands = false;
    std::string retry;
    bool noRetry = false;
    int concurrency = 0;
    std::optional<double> budget; ///< USD.
    bool simulate = false;
    std::optional<uint64_t> seed;
    bool json = false;
    std::string format;
    std::string out;
    std::string saveAudio; ///< Of `call`, as the next one.
    std::string conversation;
    bool withRequests = false;
    std::string record;
    std::string replay;
    double speed = 0;
    std::optional<double> timeoutTotal;
    std::optional<double> timeoutFirstToken;
    std::optional<double> timeoutIdle;
    std::optional<double> timeoutConnect;
    NetworkArguments network;
};

/// What `call` and `request` take instead of a project.
struct CallOptions {
    std::string provider;
    std::string api;
    std::vector<std::string> endpoint;
    std::string model;
    std::string baseUrl;
    std::string keyEnv;
    std::string keychain;
    std::vector<std::string> headers;
    std::string system;
    std::string message;
    std::string templateFile;
    std::string messagesFile;
    std::string conversation;
    std::string scriptFile;
    std::vector<std::string> images;
    std::vector<std::string> audio;
    std::vector<std::string> documents;
    std::string schema;
    std::string mode;
    std::vector<std::string> tools;
    std::string toolChoice;
};

void addVariableOptions(CLI::App &app, RunOptions &options);
void addRunOptions(CLI::App &app, RunOptions &options);

/// Of CallOptions those that say whom to ask: `--provider` to `--header`.
void addTargetOptions(CLI::App &app, CallOptions &options);
void addCallOptions(CLI::App &app, CallOptions &options);

[[nodiscard]] inline QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

/// `--vars` and `--var`: NAME=VALUE, NAME=@FILE, NAME:=JSON.
[[nodiscard]] Result<Variables> variablesOf(const RunOptions &options);

/// `--param NAME=VALUE`: a value that is JSON is taken as such, any other as text.
[[nodiscard]] Result<Parameters> parametersOf(const RunOptions &options);

/// The seconds of the `--timeout-...` options, as a target's `timeout`.
[[nodiscard]] Json timeoutOf(const RunOptions &options);

} // namespace Antiphon::Cli
