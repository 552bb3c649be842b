// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/parameterinfo.h>

namespace Antiphon::Ui {

/// What a form calls the parameter: words for the common ones, the provider's name for its own.
[[nodiscard]] QString parameterTitle(const ParameterInfo &info);

/// The heading of a group of parameters: "sampling" is "Sampling".
[[nodiscard]] QString parameterGroupTitle(const QString &group);

/// The groups in the order of a form.
[[nodiscard]] QStringList parameterGroups();

/// "0 to 2", "at least 1", "more than 0, at most 1"; empty: any.
[[nodiscard]] QString rangeText(const ParameterInfo &info);

/// A value in one line: "0.2", "on", "low", "END, STOP".
[[nodiscard]] QString parameterValueText(const ParameterInfo &info, const Json &value);

/// Meaning, range, unit, default and wire name, a line each.
[[nodiscard]] QString parameterDetails(const ParameterInfo &info);

} // namespace Antiphon::Ui
