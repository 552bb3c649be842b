// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/cost/price.h>

namespace Antiphon {

/// Where the person's own prices are kept: `prices/1`, for all projects.
[[nodiscard]] QString userPricesFile();

/// Where the prices of the project in \p folder are kept.
[[nodiscard]] QString projectPricesFile(const QString &folder);

/// Everything that is known: the bundled prices, over them the person's own, over them those of the
/// project in \p projectFolder, if one is named. A file that cannot be read is left out and added
/// to
/// \p problems.
[[nodiscard]] PriceTable knownPrices(const QString &projectFolder, QList<Error> &problems);

/// What an import did.
struct PriceImport {
    int rows = 0;
    int skipped = 0; ///< Entries nobody here has a use for.
    QString file = {}; ///< Where they are kept now.
};

/// Reads a price list (LiteLLM's format, or ours) from \p source and keeps it in \p file with the
/// name of \p source and the day \p asOf. What \p file had before is replaced.
[[nodiscard]] Result<PriceImport> importPrices(const QString &source, const QString &file,
                                               QDate asOf);

} // namespace Antiphon
