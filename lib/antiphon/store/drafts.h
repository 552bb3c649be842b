// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QDateTime>

namespace Antiphon {

/// Edits of a project that were not saved, kept outside of it for the case that the program ends
/// before they are.
struct Drafts {
    Json prompts = Json(jsoncons::json_object_arg); ///< By slug; what they hold is the window's.
    Json targets = Json(jsoncons::json_object_arg); ///< By slug: as their files would be.
    Json policies = Json(jsoncons::json_object_arg); ///< By slug: the text of their files.
    Json schemas = Json(jsoncons::json_object_arg); ///< By slug; what they hold is the window's.
    Json tools = Json(jsoncons::json_object_arg); ///< By slug; what they hold is the window's.
    QDateTime saved = {}; ///< UTC; invalid: there are none.

    [[nodiscard]] bool isEmpty() const
    {
        return prompts.empty() && targets.empty() && policies.empty() && schemas.empty()
            && tools.empty();
    }
};

/// Where the drafts of the project in \p projectFolder are, in \p stateFolder.
[[nodiscard]] QString draftsFile(const QString &stateFolder, const QString &projectFolder);

/// Writes \p drafts whole or not at all, readable for their owner alone; removes the file when
/// there are none.
[[nodiscard]] Result<> saveDrafts(const QString &file, const Drafts &drafts);

/// The drafts in \p file. One that is not there, or cannot be understood, holds none.
[[nodiscard]] Drafts loadDrafts(const QString &file);

} // namespace Antiphon
