// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/store/project/project.h>

namespace Antiphon {

// What saving the files of a project has in common.

/// Succeeds when \p project may be written and \p slug can be a file's name.
[[nodiscard]] Result<> checkWritable(const Project &project, const QString &slug);

/// Slugs in use and names on the disk in \p folder, broken files among them: nothing is ever
/// overwritten.
[[nodiscard]] QStringList takenIn(const Project &project, const QString &folder, QStringList taken);

/// Where \p relative is in the trash then; empty where there is none and it was removed.
[[nodiscard]] Result<QString> toTrash(const Project &project, const QString &relative);

/// The file as it is on the disk; \p fallback when it is not there yet. A broken one, or one of a
/// newer program, is not written over.
[[nodiscard]] Result<Json> onDisk(const Project &project, const QString &file, const QString &kind,
                                  const Json &fallback);

[[nodiscard]] Result<> writeText(const Project &project, const QString &file, QString text,
                                 KeyCheck check);

/// Brings \p file from saying \p before to saying \p after. Untouched when nothing is different.
[[nodiscard]] Result<> writeChanges(const Project &project, const QString &file, const Json &disk,
                                    const Json &before, const Json &after, KeyCheck check);

} // namespace Antiphon
