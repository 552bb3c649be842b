// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exit.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace Antiphon::Cli {

/// What a command does once its arguments have been read.
using Action = std::function<Exit()>;

// Each adds its command to \p app and sets \p action when it was chosen.
void addRunCommand(CLI::App &app, Action &action);
void addCallCommand(CLI::App &app, Action &action);
void addRequestCommand(CLI::App &app, Action &action);
void addRenderCommand(CLI::App &app, Action &action);
void addRetryPlanCommand(CLI::App &app, Action &action);
void addSimulateCommand(CLI::App &app, Action &action);
void addValidateCommand(CLI::App &app, Action &action);
void addModelsCommand(CLI::App &app, Action &action);
void addKeysCommand(CLI::App &app, Action &action);
void addProvidersCommand(CLI::App &app, Action &action);
void addPricesCommand(CLI::App &app, Action &action);
void addNewCommand(CLI::App &app, Action &action);

} // namespace Antiphon::Cli
