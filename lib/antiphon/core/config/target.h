// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/parameters.h>
#include <antiphon/core/config/keyreference.h>
#include <antiphon/core/config/networksettings.h>
#include <antiphon/core/json.h>
#include <antiphon/core/provider/provider.h>

#include <QMap>
#include <QStringList>

#include <optional>

namespace Antiphon {

struct TargetLimit {
    int concurrency = 0; ///< 0: only the project's limits.
    int requestsPerMinute = 0; ///< 0: none.
    int tokensPerMinute = 0; ///< 0: none.

    friend bool operator==(const TargetLimit &, const TargetLimit &) = default;
};

/// Where and how to run: provider, model, parameters, key reference (project-format.md 4.5).
struct Target {
    QString id = {};
    QString slug = {}; ///< The file's name; how others refer to it.
    QString label = {}; ///< For people; empty: the slug.
    QString provider = {};
    QString api = {}; ///< Empty: the provider's first.
    QString model = {};
    QString baseUrl = {}; ///< Empty: the provider's own. May hold {env:NAME}.
    QMap<QString, QString> endpoint = {};
    KeyReference key = {};
    Parameters parameters = {}; ///< `params`, with the file's `extra` in Parameters::extra.
    HttpHeaders headers = {};
    QString retry = {}; ///< Slug of a policy; empty: the prompt's or project's.
    QStringList fallback = {};
    Json timeout = Json(jsoncons::json_object_arg); ///< Seconds by phase, over the provider's.
    TargetLimit limit = {};
    NetworkSettings network = {}; ///< Over the person's own settings.
    bool stream = true;
    Json price = Json(jsoncons::json_object_arg); ///< Over the price table's.
    Json simulate = Json(jsoncons::json_object_arg); ///< A simulator script (simulator.md 1).

    friend bool operator==(const Target &, const Target &) = default;
};

[[nodiscard]] Result<Target> targetFromJson(const QString &slug, const Json &value);

/// What \p target shows as its name.
[[nodiscard]] QString displayName(const Target &target);

/// The provider's timeouts with the target's own over them.
[[nodiscard]] Timeouts timeoutsOf(const Provider &provider, const Target &target);

} // namespace Antiphon
