// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/prompt.h>

#include <QMap>

namespace Antiphon {

/// The rows of a dataset (project-format.md 4.7), before a prompt makes something of them.
struct Dataset {
    QString slug = {};
    QList<Json> rows = {}; ///< Objects by column. Cells of CSV are texts.
    QMap<QString, QString> types = {}; ///< Of columns, in the words of VariableSpec::type.
    QString id = {}; ///< The column that tells rows apart: no value.
    QStringList expected = {QStringLiteral("expected")}; ///< Columns of the right answer.

    friend bool operator==(const Dataset &, const Dataset &) = default;
};

/// One example of a prompt at work: what it was asked with, and what is right to answer.
struct Example {
    Variables values = {};
    Json answer = Json::null(); ///< A text, or the value that a prompt's `output` asks for.

    friend bool operator==(const Example &, const Example &) = default;
};

/// All of them go with every call, so this many are more than anybody means to send.
inline constexpr qsizetype mostExamples = 100;

/// The rows of \p dataset as examples of \p prompt: columns are its variables, under the names of
/// its `mapping`; several columns of the answer are members of a value. A Setup error names the row
/// and what is wrong with it.
[[nodiscard]] Result<QList<Example>> examplesOf(const Prompt &prompt, const Dataset &dataset);

} // namespace Antiphon
