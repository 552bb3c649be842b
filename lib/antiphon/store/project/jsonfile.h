// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>
#include <antiphon/store/project/problem.h>

#include <QByteArray>
#include <QStringList>

#include <expected>

namespace Antiphon {

/// The largest file a project may have, but for data sets and assets.
inline constexpr qint64 projectFileLimit = 5 * 1024 * 1024;

/// Where something stands in a text, from 1.
struct TextPlace {
    int line = 0;
    int column = 0;

    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};

/// A text file of a project with LF line ends and without a byte order mark.
struct ProjectText {
    QByteArray bytes = {};
    bool hadCrlf = false;
};

/// The absolute path of \p relative in \p folder. Absolute paths, "..", and links that lead out of
/// the folder are refused.
[[nodiscard]] Result<QString> pathInside(const QString &folder, const QString &relative);

/// Reads one UTF-8 text file. Too large, not UTF-8, unreadable: a problem that says so.
[[nodiscard]] std::expected<ProjectText, Problem> readProjectText(const QString &folder,
                                                                  const QString &relative);

/// Reads one JSON file. Conflict markers of a merge are one problem at the first of them.
[[nodiscard]] std::expected<Json, Problem> readProjectJson(const QString &folder,
                                                           const QString &relative);
[[nodiscard]] std::expected<Json, Problem> parseProjectJson(const ProjectText &text,
                                                            const QString &relative);

/// Writes \p bytes as a whole or not at all, and only when the file differs. Makes folders.
[[nodiscard]] Result<> writeProjectFile(const QString &folder, const QString &relative,
                                        const QByteArray &bytes);

/// Where the value at \p path ("variables", "tone", "type"; indexes as numbers) stands in \p text;
/// the nearest parent that is there, else line 0.
[[nodiscard]] TextPlace locate(const QByteArray &text, const QStringList &path);

/// Line of the first conflict marker of a merge at the start of a line; 0: none.
[[nodiscard]] int conflictLine(const QByteArray &text);

} // namespace Antiphon
