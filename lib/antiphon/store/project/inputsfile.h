// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/store/project/project.h>

namespace Antiphon {

struct InputsProblem {
    QStringList path = {};
    QString message = {};
};

struct InputsRead {
    Variables values = {};
    QList<InputsProblem> problems = {};
};

/// The values of an input set of the prompt in \p promptFolder ("prompts/summarize"):
/// `{"file": ...}` beside the set and `{"asset": ...}` in the project are read in.
[[nodiscard]] InputsRead readInputs(const QString &folder, const QString &promptFolder,
                                    const Json &value);

/// The files an input set is to be: the set itself and the texts and assets it names.
struct InputsPlan {
    Json value = {};
    QMap<QString, QByteArray> files = {}; ///< By path in the project.
};

/// What saving \p set over \p disk has to write. Values of \p sensitive variables are left out;
/// texts that are long or have lines go to files of their own.
[[nodiscard]] Result<InputsPlan> planInputs(const QString &folder, const QString &prompt,
                                            const InputSet &set, const Json &disk,
                                            const QStringList &sensitive);

} // namespace Antiphon
