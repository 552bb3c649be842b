// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QStringList>

#include <optional>

namespace Antiphon {

/// The seven common parameters (calls.md 3) and everything under the provider's own names.
///
/// An empty optional means "not said": the provider's default applies. The codec translates the
/// common ones into the provider's names; `extra` is merged into the request as it is.
struct Parameters {
    std::optional<double> temperature = {};
    std::optional<qint64> maxTokens = {};
    std::optional<double> topP = {};
    std::optional<double> frequencyPenalty = {};
    std::optional<double> presencePenalty = {};
    std::optional<qint64> seed = {};
    std::optional<QStringList> stop = {};
    QStringList unset = {}; ///< Common names given as null: what lower layers say is taken back.
    bool stopIsText = false; ///< Given as one string, and sent so where the provider takes one.
    Json extra = Json(jsoncons::json_object_arg);

    friend bool operator==(const Parameters &, const Parameters &) = default;
};

/// Reads an object with common names (`max_tokens`, ...); other keys go to `extra`. A common name
/// with a value of the wrong type is an error that names it.
[[nodiscard]] Result<Parameters> parametersFromJson(const Json &value);
[[nodiscard]] Json toJson(const Parameters &parameters);

/// \p over laid over \p base: named parameters replace, objects within `extra` merge.
[[nodiscard]] Parameters merged(const Parameters &base, const Parameters &over);

/// Removes parameter \p name, a common one or one of the provider's own. True when it was there.
bool takeOut(Parameters &parameters, const QString &name);

/// The seven common names, in the order of calls.md 3.
[[nodiscard]] QStringList commonParameterNames();

} // namespace Antiphon
