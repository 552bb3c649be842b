// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/store/project/project.h>

#include <functional>

namespace Antiphon {

/// A file of a project and the name it is to have, both relative to the folder.
struct FileRename {
    QString from = {};
    QString to = {};
};

/// Gives those of \p files that are there their new names, and has \p follow write what names them.
///
/// Whenever it breaks off, nothing is lost and nothing is half written: all new files are written
/// first, in the order given, then \p follow runs, and the old files go last, in the reverse order.
/// Put the file that makes the others count last. When a new file cannot be written, or is there
/// already, everything is as it was; when \p follow fails, the files have both names.
[[nodiscard]] Result<> renameFiles(const Project &project, const QList<FileRename> &files,
                                   const std::function<Result<>()> &follow);

} // namespace Antiphon
