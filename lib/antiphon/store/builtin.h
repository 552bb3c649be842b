// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/parameterinfo.h>
#include <antiphon/core/cost/price.h>
#include <antiphon/core/provider/provider.h>

namespace Antiphon {

/// The providers, prices and parameters compiled in from resources/. Read once, then shared; a
/// broken resource is a defect of the build and stops the program.
[[nodiscard]] const QList<Provider> &builtinProviders();
[[nodiscard]] const PriceTable &builtinPrices();
[[nodiscard]] const ParameterTable &builtinParameters();

/// Names of the sample projects compiled in.
[[nodiscard]] QStringList sampleNames();

/// Writes sample \p name as a new project into \p folder, which must be absent or empty.
[[nodiscard]] Result<> writeSample(const QString &name, const QString &folder);

/// Writes a new project with one prompt and one simulated target into \p folder (absent or empty).
[[nodiscard]] Result<> writeNewProject(const QString &folder, const QString &name);

} // namespace Antiphon
