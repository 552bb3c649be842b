// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <expected>
#include <optional>

namespace Antiphon {

/// What had to be done to find JSON in a text.
struct ReadingSteps {
    bool fence = false; ///< It stood in a ``` fence.
    bool prose = false; ///< There was text around it.
    bool commas = false; ///< Commas before closing brackets were taken out.

    friend bool operator==(const ReadingSteps &, const ReadingSteps &) = default;
};

/// The JSON in a text that may say more than that: the whole text, else what stands in its first
/// fence, else its first balanced object (extraction.md 4). Knows texts, so a brace in one counts
/// for nothing. Empty: there is none, or it does not end. \p lenient false: only the whole text.
[[nodiscard]] std::optional<QString> jsonIn(const QString &text, bool lenient = true,
                                            ReadingSteps *steps = nullptr);

/// Where the first object of \p text begins; -1: nowhere. Of use while it still grows.
[[nodiscard]] qsizetype jsonBegin(QStringView text);

/// Why there is no value in a text.
enum class NoJson {
    Nothing, ///< No JSON at all.
    Incomplete, ///< An object that does not end.
    Broken, ///< What looks like JSON is none.
};

struct ReadFailure {
    NoJson why = NoJson::Nothing;
    QString detail = {}; ///< Of Broken: where and what.

    friend bool operator==(const ReadFailure &, const ReadFailure &) = default;
};

/// The value of the JSON in \p text, read strictly but for commas before closing brackets, which
/// models like to write.
[[nodiscard]] std::expected<Json, ReadFailure> readJson(const QString &text, bool lenient = true,
                                                        ReadingSteps *steps = nullptr);

} // namespace Antiphon
