// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QString>

namespace Antiphon {

/// Where a key or password is found. Never the secret itself.
struct KeyReference {
    enum class From { Default, Variable, Keychain, None };

    From from = From::Default; ///< Default: the provider's own variables, in order.
    QString name = {}; ///< The variable, or the keychain entry.
    QString profile = {};

    friend bool operator==(const KeyReference &, const KeyReference &) = default;
};

/// `{"from", "name", "profile"}`; null for the default reference.
[[nodiscard]] Json toJson(const KeyReference &reference);

} // namespace Antiphon
