// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Antiphon {

class Clock;
class EngineThread;
class Feed;
class SecretStore;
class Settings;

namespace Ui {

/// What views are given instead of looking anything up. main() owns all of it and outlives them.
struct Context {
    EngineThread &engine;
    Feed &feed;
    Settings &settings;
    SecretStore &secrets;
    Clock &clock;
};

} // namespace Ui
} // namespace Antiphon
