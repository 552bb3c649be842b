// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/prompt.h>
#include <antiphon/core/config/target.h>
#include <antiphon/core/extract/extraction.h>

#include <QStringList>

namespace Antiphon::Ui {

/// How a target would be asked for a value, and what of the schema it would not be told.
struct SchemaFit {
    QString slug = {};
    QString target = {}; ///< Its name for people.
    std::optional<Extraction::Mechanism> mechanism = {};
    QStringList notices = {}; ///< Checked here alone.
    QString problem = {}; ///< Not empty: it cannot be asked.

    friend bool operator==(const SchemaFit &, const SchemaFit &) = default;
};

/// The fit of \p schema, called \p name, on \p target.
[[nodiscard]] SchemaFit schemaFit(const Json &schema, const QString &name, const OutputSpec &output,
                                  const Target &target);

/// \p fit in the columns of a list: target, how it is asked, what it is not told.
[[nodiscard]] QStringList fitRow(const SchemaFit &fit);

/// "Forced tool", "Schema of the service", "JSON mode".
[[nodiscard]] QString mechanismWord(Extraction::Mechanism mechanism);

/// What that means, in a sentence.
[[nodiscard]] QString mechanismSentence(Extraction::Mechanism mechanism);

} // namespace Antiphon::Ui
